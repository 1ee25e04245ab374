import type { AdminApi } from './admin.js';
import { VerificationError } from './errors.js';

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
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly client: string | null;
  readonly userAgent: string | null;
  /** The kind of fault that spoiled it. */
  readonly fault: string | null;
  /** Why it was answered so, and what would work. */
  readonly hint: string | null;
  /** The body of the answer, cut, secrets masked. */
  readonly answer: string;
}

/** Which requests are meant; all, if nothing is said. */
export interface Match {
  product?: string;
  action?: string;
  code?: string;
  account?: string;
  accessKeyId?: string;
  region?: string;
  status?: number;
  host?: string;
  method?: string;
  resourceId?: string;
  resourceType?: string;
  requestId?: string;
  /** The earliest time, such as `2026-11-26T14:00:00Z`, or how long ago, such as `30s`. */
  since?: string;
  /** The kind of fault that spoiled it, such as `html`. */
  fault?: string;
  /** A part of the hint. */
  hint?: string;
  /** Exact values by name, such as `{ 'ResourceId.1': 'orders' }`; null for one that is not sent. */
  parameters?: Readonly<Record<string, string | null>>;
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
    lines.push(`  ${differs.length > 0 ? 'closest' : 'matched'}: ${request.product} ${request.action} ${request.requestId}`);
    differs.forEach((one) => lines.push(`    ${one.field}: expected ${one.expected}, got ${one.got}`));
  }
  if (result.matched === 0 && result.closest.length === 0) {
    lines.push('  the gateway was asked nothing');
  }
  throw new VerificationError(lines.join('\n'));
}

/** What `POST requests/verify` answers: the gateway refuses names that it does not know. */
function judge(admin: AdminApi, match: Match, times: Times): Promise<Judgement> {
  return admin.send<Judgement>('POST', 'requests/verify', {
    match,
    times: typeof times === 'number' ? { exactly: times } : times,
  });
}

function flat({ parameters, ...fields }: Match): Record<string, unknown> {
  const given = Object.entries(parameters ?? {}).map(([name, value]) => [`parameters.${name}`, value]);
  const others = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...others, ...given]) as Record<string, unknown>;
}

function words(times: Times): string {
  if (typeof times === 'number') {
    return `exactly ${times}`;
  }
  const least = times.atLeast === undefined ? [] : [`at least ${times.atLeast}`];
  const most = times.atMost === undefined ? [] : [`at most ${times.atMost}`];
  return [...least, ...most].join(' and ');
}
