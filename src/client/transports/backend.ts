/** Our backend, or any server that speaks the Graph dialect: `GET {url}/{account}/insights?…`, without a Graph token. */
import { InsightsError } from '../../spec/index.js';
import type { Transport } from '../call.js';
import { loadLate } from '../load-late.js';
import { callPath, type Fetch, readHttpAddress, requestJson, withoutEnd } from './http.js';

export interface BackendOptions {
  /** The backend's address, absolute or relative to the page. */
  readonly url: string;
  /** The backend's name for an account. @default "default" */
  readonly account?: string | undefined;
  /** Gives the embed token of this page. It is sent to the origin of `url` and to no other. One of no known end is used once. */
  readonly getToken?: (() => string | Promise<string>) | undefined;
  /**
   * The route of the page's own server that answers a POST with `{ "token": "…" }`: of the page's origin, or one named by
   * setTokenOrigins. Asked once for all clients of the page, and anew before a token ends. `getToken` comes first.
   */
  readonly tokenUrl?: string | undefined;
  /** As for fetch. @default "same-origin" */
  readonly credentials?: RequestCredentials | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** @default the global fetch */
  readonly fetch?: Fetch | undefined;
}

/** A transport over a backend. */
export function createBackendTransport({
  url,
  account = 'default',
  getToken,
  tokenUrl,
  credentials = 'same-origin',
  headers,
  fetch,
}: BackendOptions): Transport {
  const ask: Transport = async (call, { signal, onUsage } = {}) => {
    const base = readAddress(url);
    const address = `${withoutEnd(base)}/${accountPath(account)}${callPath(call)}`;
    const send = (token?: string, carry = fetch): Promise<unknown> =>
      requestJson({
        url: address,
        fetch: carry,
        signal,
        onUsage,
        unreachable: unreachable(base),
        init: {
          credentials,
          headers: { Accept: 'application/json', ...headers, ...(token && { Authorization: `Bearer ${token}` }) },
        },
      });
    if (!getToken && !tokenUrl) return send();
    const { tokensFor, refuseRedirects } = await loadLate();
    const tokens = tokensFor(ask, { backend: base.origin, url: tokenUrl, getToken, fetch });
    Object.assign(ask, { forget: tokens.forget });
    // A redirect could carry the embed token to another origin.
    return tokens.ask((token) => send(token, refuseRedirects(fetch)), signal);
  };
  return Object.assign(ask, { dailyTotals: true });
}

function readAddress(url: string): URL {
  const base = readHttpAddress(url, globalThis.document?.baseURI);
  if (!base) throw new InsightsError('no-client', { detail: 'backend-url is not an http address.' });
  return base;
}

/** @throws InsightsError for a name that would mean another path, or none */
function accountPath(account: string): string {
  if (/^\.{0,2}$|\p{Surrogate}/u.test(account)) {
    throw new InsightsError('not-found', { detail: 'The name of the account cannot be part of an address.' });
  }
  return encodeURIComponent(account);
}

function unreachable({ origin }: URL): string {
  const page = globalThis.location?.origin ?? origin;
  return `Nothing was heard from ${origin}${page === origin ? '' : `, or it does not list this page's origin, ${page}`}.`;
}
