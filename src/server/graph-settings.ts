/** Where the Graph API is, and in which version: the operator's word, checked once. No request has a say in it. */
import { defaultBaseUrl } from '../client/transports/graph.js';
import { type Fetch, readHttpAddress } from '../client/transports/http.js';
import { defaultGraphVersion } from '../spec/index.js';

export interface GraphSettings {
  /** `https://graph.facebook.com` (Facebook Login) or `https://graph.instagram.com` (Instagram Login). @default "https://graph.facebook.com" */
  readonly baseUrl?: string | undefined;
  /** @default "v25.0" */
  readonly version?: string | undefined;
  /** @default the global fetch */
  readonly fetch?: Fetch | undefined;
  /** Milliseconds after which a call counts as failed. A browser gives up after 30 seconds, and should hear why before. @default 20000 */
  readonly timeoutMs?: number | undefined;
}

/**
 * Fills in what was left out.
 * @throws TypeError for an address or a version that is none
 */
export function readGraphSettings({
  baseUrl = defaultBaseUrl,
  version = defaultGraphVersion,
  fetch,
  timeoutMs,
}: GraphSettings): GraphSettings & { readonly baseUrl: string; readonly version: string } {
  const address = readAddress(baseUrl);
  if (!address) throw new TypeError(`graph.baseUrl is not an address without a query. Set ${defaultBaseUrl}, for one.`);
  const name = readVersionName(version);
  if (!name) throw new TypeError(`graph.version is not a version. Set ${defaultGraphVersion}, for one.`);
  return { baseUrl: address.href.replace(/\/+$/, ''), version: name, fetch, timeoutMs };
}

/** An http address to which a path can be added; undefined for all else. */
export function readAddress(text: string): URL | undefined {
  const url = readHttpAddress(text);
  return url?.search === '' && url.hash === '' ? url : undefined;
}

/** `22`, `22.0` and `v22.0` as the path has them, `v22.0`; undefined for all else. */
export function readVersionName(text: string): string | undefined {
  const [, major, minor = '0'] = /^v?(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  return major === undefined ? undefined : `v${major}.${minor}`;
}
