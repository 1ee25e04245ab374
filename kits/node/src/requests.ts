import type { AdminApi } from './admin.js';
import { GatewayError, VerificationError } from './errors.js';

const SHOWN = 3;

/** A request that was answered. What it did not come to is null: one of no known product has no region. */
export interface RecordedRequest {
  readonly time: string;
  readonly requestId: string;
  readonly product: string | null;
  readonly region: string | null;
  readonly account: string | null;
  readonly accessKeyId: string | null;
  readonly action: string | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly format: string;
  readonly status: number;
  readonly code: string | null;
  readonly rows: number;
  readonly micros: number;
}

/** Which requests are meant; all, if nothing is said. */
export interface Match {
  product?: string;
  action?: string;
  code?: string;
  account?: string;
  /** Exact values by name, such as `{ 'ResourceId.1': 'orders' }`. */
  parameters?: Readonly<Record<string, string>>;
}

/** How many are expected: exactly so many, or a range. */
export type Times = number | { atLeast?: number; atMost?: number };

interface Judgement {
  verified: boolean;
  matched: number;
  closest: { request: RecordedRequest; differs: { field: string; expected: unknown; got: unknown }[] }[];
}

/** Throws a VerificationError, with the closest requests, unless there were as many as expected. */
export async function verify(admin: AdminApi, match: Match, times: Times): Promise<void> {
  const result = await judge(admin, match, times);
  if (result.verified) {
    return;
  }
  const wanted = Object.entries(flat(match)).map(([name, value]) => `${name}=${value}`);
  const lines = [`expected ${words(times)} of ${wanted.join(', ') || 'any request'}; got ${result.matched}`];
  for (const { request, differs } of result.closest.slice(0, SHOWN)) {
    lines.push(`  closest: ${request.product} ${request.action} ${request.requestId}`);
    differs.forEach((one) => lines.push(`    ${one.field}: expected ${one.expected}, got ${one.got}`));
  }
  if (result.matched === 0 && result.closest.length === 0) {
    lines.push('  the gateway was asked nothing');
  }
  throw new VerificationError(lines.join('\n'));
}

/** What `POST requests/verify` answers. */
async function judge(admin: AdminApi, match: Match, times: Times): Promise<Judgement> {
  await checkNames(admin, match);
  const wanted = Object.entries(flat(match));
  const { requests } = await admin.get<{ requests: RecordedRequest[] }>('requests');
  const compared = requests.map((request) => {
    const has = flat(request as unknown as Match);
    const differs = wanted
      .filter(([field, value]) => has[field] !== value)
      .map(([field, value]) => ({ field, expected: value, got: has[field] }));
    return { request, differs };
  });
  const closest = compared.filter((one) => one.differs.length > 0);
  closest.sort((a, b) => a.differs.length - b.differs.length);
  const matched = compared.length - closest.length;
  return { verified: holds(times, matched), matched, closest };
}

/** A product or action that is misspelt would else be verified as never asked. */
async function checkNames(admin: AdminApi, match: Match): Promise<void> {
  const { products } = await admin.get<{ products: { code: string; actions: string[] }[] }>('products');
  const known = {
    product: products.map((product) => product.code),
    action: [...new Set(products.flatMap((product) => product.actions))],
  };
  for (const name of ['product', 'action'] as const) {
    const asked = match[name];
    if (asked !== undefined && !known[name].includes(asked)) {
      throw new GatewayError(`no such ${name}: ${asked}; known: ${known[name].join(', ')}`);
    }
  }
}

function flat({ parameters, ...fields }: Match): Record<string, unknown> {
  const given = Object.entries(parameters ?? {}).map(([name, value]) => [`parameters.${name}`, value]);
  const others = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...others, ...given]) as Record<string, unknown>;
}

function holds(times: Times, count: number): boolean {
  return typeof times === 'number'
    ? count === times
    : count >= (times.atLeast ?? 0) && count <= (times.atMost ?? Number.POSITIVE_INFINITY);
}

function words(times: Times): string {
  if (typeof times === 'number') {
    return `exactly ${times}`;
  }
  const least = times.atLeast === undefined ? [] : [`at least ${times.atLeast}`];
  const most = times.atMost === undefined ? [] : [`at most ${times.atMost}`];
  return [...least, ...most].join(' and ');
}
