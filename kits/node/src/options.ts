import * as fs from 'node:fs';
import * as path from 'node:path';

/** The content of a fixture, or of a config file. */
export type Tree = { readonly [key: string]: unknown };

/** A fixture: the path of a YAML or JSON file, or its content. */
export type Fixture = string | Tree;

/** How a gateway is to be. The defaults are an empty, lenient one on a free port. */
export interface Options {
  /** What it starts from. */
  fixtures?: readonly Fixture[];
  /** Start from the built-in demo, if there are no fixtures. */
  demo?: boolean;
  /** Check signatures; only access keys of the fixtures, and of `isolated()`, get in. */
  strict?: boolean;
  /** The region of requests that name none; `cn-hangzhou` unless set. */
  region?: string;
  /** Resources on a page by product, where its callers cannot say it themselves. */
  pageSizes?: Readonly<Record<string, number>>;
  /** Further keys of the configuration, nested as in its file. */
  config?: Tree;
  /** The Java to run it with; else JAVA_HOME, the PATH and the usual places are searched. */
  java?: string;
  /** Options of the JVM. */
  javaOptions?: readonly string[];
  /** Another gateway than the one in this package; else TAGGING_GATEWAY_JAR. */
  jar?: string;
  /** Milliseconds that a start may take; 60,000 unless set. */
  startTimeout?: number;
  /** A running gateway to join; else TAGGING_GATEWAY_URL. Of the others only `fixtures` and `region` count then. */
  url?: string;
  /** The `admin.token` of the gateway to join; else TAGGING_GATEWAY_ADMIN_TOKEN. */
  adminToken?: string;
}

export const DEFAULT_REGION = 'cn-hangzhou';

/** The gateway to join, without a slash at its end, or undefined to start one. */
export function joinedUrl(options: Options): string | undefined {
  const url = options.url || process.env['TAGGING_GATEWAY_URL'];
  return url ? url.replace(/\/+$/, '') : undefined;
}

export function jarFile(options: Options): string {
  return options.jar || process.env['TAGGING_GATEWAY_JAR'] || path.join(__dirname, '..', 'tagging-gateway.jar');
}

/** The gateway's config file, with its fixtures in files. */
export function configuration(options: Options, fixtures: readonly string[]): Tree {
  const pages = Object.entries(options.pageSizes ?? {}).map(([product, size]) => [product, { 'page-size': size }]);
  const values: Tree = {
    auth: { mode: options.strict ? 'strict' : 'lenient' },
    region: options.region ?? DEFAULT_REGION,
    products: Object.fromEntries(pages),
    fixtures,
    demo: options.demo ?? false,
    journal: { capacity: 10_000 },
  };
  return merged(values, options.config ?? {});
}

/** Both trees in one; where both have a value, that of `high`. */
function merged(low: Tree, high: Tree): Tree {
  const result: Record<string, unknown> = { ...low };
  for (const [key, value] of Object.entries(high)) {
    const below = result[key];
    result[key] = isTree(below) && isTree(value) ? merged(below, value) : value;
  }
  return result;
}

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A fixture as the body of a request, and its content type. */
export function contentOf(fixture: Fixture): { body: string | Buffer; type: string } {
  if (typeof fixture !== 'string') {
    return { body: JSON.stringify(fixture), type: 'application/json' };
  }
  const kind = path.extname(fixture).toLowerCase() === '.json' ? 'json' : 'yaml';
  return { body: fs.readFileSync(fixture), type: `application/${kind}` };
}
