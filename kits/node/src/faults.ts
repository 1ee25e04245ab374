import type { AdminApi } from './admin.js';

/** What can go wrong with a request. */
export type Fault = Readonly<Record<string, string | number>>;

/**
 * An error of the product such as `Throttling.User`, as the product words it. A code that the product does not know
 * needs both status and message. `retryAfterMillis` tells the client when to try again; some official ones then do.
 */
export const error = (
  code: string,
  own: { status?: number; message?: string; retryAfterMillis?: number } = {},
): Fault => ({
  type: 'error',
  code,
  ...(own.retryAfterMillis !== undefined && { retryAfterMillis: own.retryAfterMillis }),
  ...(own.status !== undefined && { status: own.status }),
  ...(own.message !== undefined && { message: own.message }),
});

/** An answer that comes late, by a minute at most; with `maxMillis` by something between, drawn from the rule's seed. */
export const delay = (millis: number, maxMillis?: number): Fault => ({
  type: 'delay',
  millis,
  ...(maxMillis !== undefined && { maxMillis }),
});

/** The right answer in small pieces: so long from the first to the last, a minute at most. */
export const dribble = (millis: number): Fault => ({ type: 'dribble', millis });

/** A connection that ends in order, without a byte of an answer. */
export const noAnswer = (): Fault => ({ type: 'empty' });

/** The right answer in the envelope of the other dialect: clients often read an empty list. */
export const otherEnvelope = (): Fault => ({ type: 'envelope' });

/** Another body; without `contentType` under that of the answer. */
export const body = (content: string, own: { status?: number; contentType?: string } = {}): Fault => ({
  type: 'body',
  content,
  ...(own.status !== undefined && { status: own.status }),
  ...(own.contentType !== undefined && { contentType: own.contentType }),
});

/** Bytes that are no document, under the content type of the answer. */
export const garbage = (): Fault => ({ type: 'garbage' });

/** A connection that is reset, without an answer. */
export const reset = (): Fault => ({ type: 'reset' });

/** An answer that breaks off after so many bytes of its body. */
export const truncate = (bytes: number): Fault => ({ type: 'truncate', bytes });

/** The page of a load balancer. */
export const html = (status = 503): Fault => ({ type: 'html', status });

/** A NextToken that is refused. */
export const expireToken = (): Fault => ({ type: 'expire-token' });

/** Pages that hold less than was asked for. */
export const shortPages = (size: number): Fault => ({ type: 'page-size', size });

/** Which requests a fault spoils; the next one, if nothing is said. */
export interface When {
  /** Only requests to this product. */
  product?: string;
  /** Only requests of this action, such as `ListTagResources`. */
  action?: string;
  /** Only requests with these values, such as those of `ResourceId.1`. */
  parameters?: Record<string, string>;
  /** How many; 0 is all. */
  times?: number;
  /** How many are let through first. */
  skip?: number;
  /** Let the request take effect, and spoil its answer. */
  after?: boolean;
  /** The share that is spoiled, above 0 and up to 1. */
  probability?: number;
  /** The same seed spoils the same requests again. */
  seed?: number;
}

/** A fault that is in force. */
export class InjectedFault {
  /** @internal */
  constructor(
    private readonly admin: AdminApi,
    readonly id: string,
  ) {}

  /** How many requests could have suffered it, and how many it has spoiled. */
  async counts(): Promise<{ matched: number; spoiled: number }> {
    const { matched, spoiled } = await this.admin.get<{ matched: number; spoiled: number }>(`faults/${this.id}`);
    return { matched, spoiled };
  }

  /** Ends it. */
  async remove(): Promise<void> {
    await this.admin.send('DELETE', `faults/${this.id}`);
  }
}
