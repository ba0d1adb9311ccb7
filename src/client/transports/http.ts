/**
 * What every transport over HTTP does the same: one GET, an answer read with suspicion, a failure in our own words.
 *
 * Does not know hosts, paths or tokens. Never puts a URL, a header or a server's text into an error.
 */
import { InsightsError, isRecord } from '../../spec/index.js';
import type { CallOptions, GraphCall } from '../call.js';
import { loadLate } from '../load-late.js';

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** The header by which a sandbox says that its numbers are samples; kept as `source` in the JSON. */
export const sourceHeader = 'X-Insights-Source';

/** When Instagram gave an answer that is kept, Unix seconds; as `fetched_at` in the JSON. */
export const fetchedAtHeader = 'X-Insights-Fetched-At';

/** Our code for why a kept answer is not newer; as `stale` in the JSON. */
export const staleHeader = 'X-Insights-Stale';

/** What an answer says of itself in headers, and as which members of its JSON: see Transport. */
const facts = [
  ['source', sourceHeader],
  ['fetched_at', fetchedAtHeader],
  ['stale', staleHeader],
] as const;

/** After this long without an answer a call counts as failed. */
const timeoutMs = 30_000;

/** In Meta's form, to which our backend keeps. */
export const usageHeader = 'X-App-Usage';
/** Meta's, of each business that an app stands in for. */
export const businessHeader = 'X-Business-Use-Case-Usage';

export interface JsonRequest extends CallOptions {
  readonly url: string;
  readonly init: RequestInit;
  readonly fetch?: Fetch | undefined;
  /** What to add to the message when nothing was reached. */
  readonly unreachable?: string | undefined;
}

/**
 * @throws InsightsError of code `network`, of the Graph's error, or `malformed-response`
 */
export async function requestJson({ url, init, fetch, signal, onUsage, unreachable }: JsonRequest): Promise<unknown> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const either = signal ? AbortSignal.any([signal, timeout]) : timeout;
  const send = fetch ?? ((input, options) => globalThis.fetch(input, options));
  let response: Response;
  let text: string;
  try {
    response = await send(url, { ...init, signal: either });
    text = await response.text();
    // Named once more: Node 20 forgets a signal that nobody holds while a body is read, and the call would never end.
    either.throwIfAborted();
  } catch {
    signal?.throwIfAborted();
    // The cause is dropped on purpose: what fetch throws can quote the URL.
    throw new InsightsError('network', { detail: unreachable });
  }
  const { headers } = response;
  // Meta's own, which a backend of ours does not have.
  const limits = headers.has(businessHeader) ? (await loadLate()).limitsOf(headers) : (headers.get(usageHeader) ?? '');
  const usage = highest(limits, 'call_count|total_\\w+');
  // What a callback throws, now or later, is its own affair.
  if (usage >= 0) (async () => onUsage?.(usage))().catch(() => {});
  const json = readJson(text);
  if (!response.ok || !isRecord(json) || json.error !== undefined) {
    const { readFailure } = await loadLate();
    const failure = readFailure(json, response);
    if (failure) throw failure;
  }
  for (const [member, header] of facts) {
    const said = response.headers.get(header);
    if (said) (json as Record<string, unknown>)[member] = said;
  }
  return json;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The highest number that the JSON of a header has under one of these keys; below 0 where there is none. */
export const highest = (text: string, keys: string): number =>
  Math.max(
    -1,
    ...Array.from(text.matchAll(new RegExp(`"(?:${keys})":\\s*(\\d{1,4})\\b`, 'g')), ([, digits]) => Number(digits)),
  );

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
