import * as http from 'node:http';
import * as https from 'node:https';
import { GatewayError } from './errors.js';
import { isTree } from './options.js';

const TIMEOUT = 60_000;

/** Calls below `/_gateway`. */
export class AdminApi {
  constructor(
    private readonly url: string,
    private readonly token: string | undefined,
  ) {}

  /** What a GET answers; query parameters that are undefined are left out. */
  get<T>(path: string, query: Readonly<Record<string, string | number | undefined>> = {}): Promise<T> {
    const search = new URLSearchParams();
    Object.entries(query).forEach(([name, value]) => value !== undefined && search.set(name, String(value)));
    return this.call<T>('GET', search.size > 0 ? `${path}?${search}` : path);
  }

  send<T>(method: string, path: string, body?: unknown): Promise<T> {
    return this.call<T>(method, path, body === undefined ? undefined : JSON.stringify(body));
  }

  call<T>(method: string, path: string, body?: string | Buffer, type = 'application/json'): Promise<T> {
    const address = new URL(`${this.url}/_gateway/${path}`);
    const headers: http.OutgoingHttpHeaders = {
      ...(this.token && { authorization: `Bearer ${this.token}` }),
      ...(body !== undefined && { 'content-type': type, 'content-length': Buffer.byteLength(body) }),
    };
    const library = address.protocol === 'https:' ? https : http;
    return new Promise<T>((resolve, reject) => {
      const broken = (problem: Error): void => reject(new GatewayError(`${method} ${address}: ${problem.message}`));
      // A connection of its own: one that is kept would keep the process from ending.
      const request = library.request(address, { method, headers, agent: false, timeout: TIMEOUT }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', broken);
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          const status = answer.statusCode ?? 0;
          if (status >= 400) {
            reject(new GatewayError(`${method} ${path}: ${status} ${reason(text)}`));
          } else {
            resolve((text ? JSON.parse(text) : undefined) as T);
          }
        });
      });
      request.on('timeout', () => request.destroy(new Error('no answer in time')));
      request.on('error', broken);
      request.end(body);
    });
  }
}

/** The line for a person in a problem document. */
function reason(body: string): string {
  try {
    const problem: unknown = JSON.parse(body);
    return isTree(problem) ? [problem['detail'], problem['pointer']].filter(Boolean).join(' ') : body;
  } catch {
    return body.slice(0, 200);
  }
}
