/** Our backend, or any server that speaks the Graph dialect: `GET {url}/{account}/insights?…`, without a Graph token. */
import { InsightsError } from '../../spec/index.js';
import type { Transport } from '../call.js';
import { callPath, type Fetch, isToken, readHttpAddress, requestJson, withoutEnd } from './http.js';

export interface BackendOptions {
  /** The backend's address, absolute or relative to the page. */
  readonly url: string;
  /** The backend's name for an account. @default "default" */
  readonly account?: string | undefined;
  /** Gives the embed token of this page. It is sent to the origin of `url` and to no other. */
  readonly getToken?: (() => string | Promise<string>) | undefined;
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
  credentials = 'same-origin',
  headers,
  fetch,
}: BackendOptions): Transport {
  const ask: Transport = async (call, { signal, onUsage } = {}) => {
    const base = readAddress(url);
    const address = `${withoutEnd(base)}/${accountPath(account)}${callPath(call)}`;
    const token = getToken && (await readToken(getToken));
    signal?.throwIfAborted();
    return requestJson({
      url: address,
      fetch,
      signal,
      onUsage,
      unreachable: unreachable(base),
      init: {
        credentials,
        // A redirect could carry the embed token to another origin.
        redirect: token === undefined ? 'follow' : 'error',
        headers: {
          Accept: 'application/json',
          ...headers,
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        },
      },
    });
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

/** What the page's function says about a failure is dropped: it can quote the token, or the address it came from. */
async function readToken(getToken: () => string | Promise<string>): Promise<string> {
  const token = await (async () => getToken())().catch(() => undefined);
  if (!isToken(token)) throw new InsightsError('unauthorized', { detail: '`getToken` gave no token.' });
  return token;
}

function unreachable({ origin }: URL): string {
  const page = globalThis.location?.origin;
  return page === undefined || page === origin
    ? `Nothing was heard from ${origin}.`
    : `Nothing was heard from ${origin}, or it does not list this page's origin, ${page}.`;
}
