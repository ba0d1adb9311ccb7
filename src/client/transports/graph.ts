/** The Graph API itself, with a token: for servers and trusted tools. Never in a page that others see. */
import { defaultGraphVersion, InsightsError } from '../../spec/index.js';
import type { GraphCall, Transport } from '../call.js';
import { callPath, type Fetch, isToken, readHttpAddress, requestJson, withoutEnd } from './http.js';
import { refuseRedirects } from './refuse-redirects.js';

export const defaultBaseUrl = 'https://graph.facebook.com';

/** An Instagram user id; or `me`, with Instagram Login. */
const isUserId = (text: string): boolean => /^(\d+|me)$/.test(text);

export interface GraphOptions {
  /** The Instagram user id, digits; or `me` with Instagram Login. */
  readonly id: string;
  readonly accessToken: string | (() => string | Promise<string>);
  /** Where the app requires it: adds `appsecret_proof` to each call. */
  readonly appSecret?: string | undefined;
  /** @default "v25.0" */
  readonly version?: string | undefined;
  /** `https://graph.facebook.com` (Facebook Login) or `https://graph.instagram.com` (Instagram Login). @default "https://graph.facebook.com" */
  readonly baseUrl?: string | undefined;
  /** @default the global fetch */
  readonly fetch?: Fetch | undefined;
}

/**
 * A transport over the Graph API.
 * @throws InsightsError `not-found`, at once, for an id that is none; TypeError for an address that cannot be asked
 */
export function createGraphTransport({
  id,
  accessToken,
  appSecret,
  version = defaultGraphVersion,
  baseUrl = defaultBaseUrl,
  fetch,
}: GraphOptions): Transport {
  if (!isUserId(id)) throw new InsightsError('not-found', { detail: 'An Instagram user id has digits only.' });
  const address = readAddress(baseUrl);
  // Only graph.facebook.com is known to take the token in a header.
  const inHeader = address.hostname !== 'graph.instagram.com';
  return async (call: GraphCall, { signal, onUsage } = {}) => {
    const token = await readToken(accessToken);
    const params = {
      ...call.params,
      ...(appSecret !== undefined && { appsecret_proof: await hmacSha256(appSecret, token) }),
      ...(!inHeader && { access_token: token }),
    };
    return requestJson({
      url: `${withoutEnd(address)}/${version}/${id}${callPath({ ...call, params })}`,
      fetch: refuseRedirects(fetch),
      signal,
      onUsage,
      unreachable: 'The Graph API was not reached.',
      init: {
        headers: { Accept: 'application/json', ...(inHeader && { Authorization: `Bearer ${token}` }) },
      },
    });
  };
}

function readAddress(text: string): URL {
  const url = readHttpAddress(text);
  if (!url) throw new TypeError(`baseUrl is not the address of a Graph API. Set ${defaultBaseUrl}, for one.`);
  return url;
}

/** What the function says about a failure is dropped: it can quote the token. */
async function readToken(source: GraphOptions['accessToken']): Promise<string> {
  const token = typeof source === 'string' ? source : await (async () => source())().catch(() => undefined);
  if (!isToken(token)) throw new InsightsError('token-expired', { detail: '`accessToken` holds, or gives, no token.' });
  return token;
}

/** Hex HMAC-SHA256, as https://developers.facebook.com/docs/graph-api/guides/secure-requests asks for. */
async function hmacSha256(key: string, message: string): Promise<string> {
  const text = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', text.encode(key), algorithm, false, ['sign']);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', imported, text.encode(message)));
  return Array.from(mac, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
