/**
 * What every transport over HTTP does the same: one GET, an answer read with suspicion, a failure in our own words.
 *
 * Does not know hosts, paths or tokens. Never puts a URL, a header or a server's text into an error.
 */
import { InsightsError, readGraphError } from '../../spec/index.js';
import type { GraphCall } from '../call.js';

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** The header by which a sandbox says that its numbers are samples; kept as `source` in the JSON. */
export const sourceHeader = 'X-Insights-Source';

/** After this long without an answer a call counts as failed. */
const timeoutMs = 30_000;

export interface JsonRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly fetch?: Fetch | undefined;
  readonly signal?: AbortSignal | undefined;
  /** What to add to the message when nothing was reached. */
  readonly unreachable?: string | undefined;
}

/**
 * @throws InsightsError of code `network`, of the Graph's error, or `malformed-response`
 */
export async function requestJson({ url, init, fetch, signal, unreachable }: JsonRequest): Promise<unknown> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const send = fetch ?? ((input, options) => globalThis.fetch(input, options));
  let response: Response;
  let text: string;
  try {
    response = await send(url, { ...init, signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
    text = await response.text();
  } catch {
    signal?.throwIfAborted();
    // The cause is dropped on purpose: what fetch throws can quote the URL.
    throw new InsightsError('network', { detail: unreachable });
  }
  const json = readJson(text);
  const error = readGraphError(json, { status: response.status, retryAt: readRetryAt(response.headers) });
  if (error) throw error;
  if (typeof json !== 'object' || json === null) {
    throw new InsightsError('malformed-response', {
      detail: 'The answer is not JSON.',
      path: '',
      status: response.status,
    });
  }
  return response.headers.get(sourceHeader) === 'demo' ? { ...json, source: 'demo' } : json;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** When a server says to ask again: milliseconds since the epoch. */
function readRetryAt(headers: Headers): number | undefined {
  const text = headers.get('Retry-After') ?? '';
  if (/^\d{1,7}$/.test(text)) return Date.now() + Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isFinite(date) ? date : readRegainTime(headers);
}

/** Meta says it in minutes, for each business that the app stands in for, and says 0 while no limit holds. */
function readRegainTime(headers: Headers): number | undefined {
  const usage = headers.get('X-Business-Use-Case-Usage') ?? '';
  const minutes = [...usage.matchAll(/"estimated_time_to_regain_access":\s*(\d{1,4})\b/g)].map(([, digits]) =>
    Number(digits),
  );
  const longest = Math.max(0, ...minutes);
  return longest > 0 ? Date.now() + longest * 60_000 : undefined;
}

/** An http address without credentials; undefined for all else. */
export function readHttpAddress(text: string, base?: string): URL | undefined {
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url : undefined;
}

/** An address to which a path can be added: without a slash at its end, a query or a hash. */
export const withoutEnd = ({ origin, pathname }: URL): string => `${origin}${pathname.replace(/\/+$/, '')}`;

/** Whether a text can be sent as a token: a line break at the end of a pasted one would look like a dead network. */
export const isToken = (text: unknown): text is string => typeof text === 'string' && /^[\x21-\x7e]+$/.test(text);

/** The path and query of a call below an account's address. */
export const callPath = ({ edge, params }: GraphCall): string =>
  `${edge === 'insights' ? '/insights' : ''}?${new URLSearchParams(params)}`;
