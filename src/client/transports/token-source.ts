/**
 * Embed tokens for a backend: got when they are needed, once for all who ask, and anew before they end or when one is
 * refused. Loaded by pages that have any.
 *
 * Decides for how long a token is used. Does not know what it opens: only the backend believes what is in it. Nothing of a
 * token, nor of the answer that brought it, goes into an error.
 */
import { InsightsError, isInsightsError } from '../../spec/index.js';
import { memberOf } from '../../spec/records.js';
import { tokenCredentials } from '../token-origins.js';
import { readFailure } from './failed-answer.js';
import { type Fetch, isToken, readHttpAddress } from './http.js';
import { refuseRedirects } from './refuse-redirects.js';

interface TokenSource {
  /** @throws InsightsError when there is none to be had */
  get(): Promise<string>;
  /** Makes the next one a new one, where that is still the one in use. */
  drop(token: string): void;
  /** Makes the next one a new one, whatever is on its way. */
  forget(): void;
}

export interface Tokens {
  /**
   * Asks with the token of the moment; where that is refused, once more with a new one, before anybody hears of it.
   * @throws InsightsError of the call, or of getting a token
   */
  ask<T>(send: (token: string) => Promise<T>, signal: AbortSignal | undefined): Promise<T>;
  /** For whoever comes next: the next call gets a token of its own. */
  forget(): void;
}

/** Where the tokens of a backend come from. */
export interface TokenOrigin {
  /** The backend's origin: no other one gets them. */
  readonly backend: string;
  /** The address of a route that answers a POST with `{ "token": "…" }`. */
  readonly url?: string | undefined;
  /** A function of the page's; comes first. */
  readonly getToken?: (() => string | Promise<string>) | undefined;
  readonly fetch?: Fetch | undefined;
}

/** After this long without one, getting a token counts as failed. */
const timeoutMs = 30_000;
/** How long before its end a token is no longer used: what is under way has to arrive, and clocks differ. */
const marginMs = 60_000;
/** No token of a backend is longer; a header has to hold it. */
const longest = 8_192;

function createTokenSource(origin: TokenOrigin): TokenSource {
  let current: { readonly token: string; readonly until: number } | undefined;
  let coming: Promise<string> | undefined;

  const renew = (): Promise<string> => {
    const settle = (token?: string): void => {
      // Since then forgotten: it may be somebody else's.
      if (coming !== own) return;
      coming = undefined;
      current = token === undefined ? undefined : { token, until: endOf(token, Date.now()) };
    };
    const own = origin.getToken ? askPage(origin.getToken) : askRoute(origin);
    own.then(settle, () => settle());
    return own;
  };
  return {
    // By the wall clock at the moment of use: a timer sleeps with the machine.
    get: async () => {
      if (current && Date.now() < current.until) return current.token;
      coming ??= renew();
      return coming;
    },
    drop: (token) => {
      if (current?.token === token) current = undefined;
    },
    forget: () => {
      current = undefined;
      coming = undefined;
    },
  };
}

const sources = new WeakMap<object, Map<string, TokenSource>>();
const page = {};

/**
 * The tokens of a backend, shared by all clients of the page that get them from the same place.
 * @param asker who keeps them to itself where a fetch of its own asks, or there is no page: one visitor's are not another's
 */
export function tokensFor(asker: object, origin: TokenOrigin): Tokens {
  const { backend, url, getToken, fetch } = origin;
  const owner = fetch || !('document' in globalThis) ? asker : (getToken ?? page);
  const ofOwner = sources.get(owner) ?? new Map<string, TokenSource>();
  sources.set(owner, ofOwner);
  const key = JSON.stringify([backend, !getToken && url]);
  const source = ofOwner.get(key) ?? createTokenSource(origin);
  ofOwner.set(key, source);
  return {
    forget: source.forget,
    ask: async (send, signal) => {
      const token = await source.get();
      signal?.throwIfAborted();
      try {
        return await send(token);
      } catch (thrown) {
        // By the status: a server in another language may give it a code of the Graph API's.
        if (!isInsightsError(thrown) || thrown.status !== 401) throw thrown;
        source.drop(token);
        const next = await source.get();
        signal?.throwIfAborted();
        // Whoever has no other would be refused again.
        if (next === token) throw thrown;
        return send(next);
      }
    },
  };
}

/**
 * Until when a token is used: milliseconds since the epoch, by the page's clock; 0 for one that does not say, which is used
 * once.
 */
function endOf(token: string, now: number): number {
  const { exp, iat } = readTimes(token);
  const left = exp * 1000 - now;
  const life = (exp - iat) * 1000;
  // A clock by which it has ended, or has yet to begin, is wrong: then it counts from its arrival.
  const usable = left > 0 && !(left > life) ? left : life;
  return usable > 0 ? now + usable - Math.min(marginMs, usable / 4) : 0;
}

/** The times of a JWT, in Unix seconds, unverified; NaN where there are none. */
function readTimes(token: string): { readonly exp: number; readonly iat: number } {
  try {
    const [, claims = ''] = token.split('.');
    const json: unknown = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')));
    const [exp, iat] = ['exp', 'iat'].map((name) => memberOf(json, name));
    return { exp: typeof exp === 'number' ? exp : Number.NaN, iat: typeof iat === 'number' ? iat : Number.NaN };
  } catch {
    return { exp: Number.NaN, iat: Number.NaN };
  }
}

/** What the page's function says about a failure is dropped: it can quote the token, or the address it came from. */
async function askPage(getToken: () => string | Promise<string>): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((_, reject) => {
    timer = setTimeout(
      () => reject(new InsightsError('network', { detail: '`getToken` gave no token in time.' })),
      timeoutMs,
    );
  });
  try {
    const token = await Promise.race([(async () => getToken())().catch(() => undefined), late]);
    if (!isToken(token)) throw new InsightsError('unauthorized', { detail: '`getToken` gave no token.' });
    return token;
  } finally {
    clearTimeout(timer);
  }
}

async function askRoute({ url = '', fetch }: TokenOrigin): Promise<string> {
  const address = readHttpAddress(url, globalThis.document?.baseURI);
  if (!address) throw new InsightsError('unauthorized', { detail: '`token-url` is not an http address.' });
  const credentials = tokenCredentials(address);
  if (!credentials) {
    throw new InsightsError('unauthorized', {
      detail: `${address.origin}, of \`token-url\`, is not the page's origin: name it with setTokenOrigins().`,
    });
  }
  const send = refuseRedirects(fetch);
  let response: Response;
  let text: string;
  try {
    response = await send(address.href, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      cache: 'no-store',
      credentials,
      signal: AbortSignal.timeout(timeoutMs),
    });
    text = await response.text();
  } catch {
    // What fetch throws can quote the address.
    throw new InsightsError('network', { detail: 'The route of `token-url` was not reached, or sent elsewhere.' });
  }
  if (!response.ok) throw refusalOf(response);
  const token = text.length > longest * 2 ? undefined : readAnswer(text);
  if (!isToken(token) || token.length > longest) {
    throw new InsightsError('unauthorized', { detail: 'The route of `token-url` answered without a `token`.' });
  }
  return token;
}

function readAnswer(text: string): unknown {
  try {
    return memberOf(JSON.parse(text), 'token');
  } catch {
    return undefined;
  }
}

/** What passes is asked again, like any failure; all else is for people to act on. */
function refusalOf(response: Response): InsightsError {
  const { status } = response;
  const { code, retryAt } = readFailure(undefined, response) ?? {};
  const passes = code === 'server-error' || code === 'rate-limited';
  return new InsightsError(passes ? code : 'unauthorized', {
    detail: `The route of \`token-url\` answered with status ${status}.`,
    status,
    retryAt,
  });
}
