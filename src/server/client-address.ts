/** Whose request it is, as far as a limit has to know: by an address that the operator's own network vouches for. */
import { guarded } from './refusal.js';

/** The address of whoever sent a request; undefined where that is not known, and no limit holds. */
export type ClientAddress = (request: Request) => string | undefined | Promise<string | undefined>;

/**
 * Reads the address from a header that a proxy of the operator's sets, such as `X-Forwarded-For` or `CF-Connecting-IP`. Of a list the last
 * entry counts: it is the one that the nearest proxy has added, where all before it is anybody's word.
 */
export const addressFromHeader =
  (name: string): ClientAddress =>
  ({ headers }) =>
    headers.get(name)?.split(',').at(-1)?.trim() || undefined;

/** One name for all addresses of a client: of IPv6, a network of one customer. */
export async function clientName(address: ClientAddress | undefined, request: Request): Promise<string | undefined> {
  const given = address && (await guarded('access', () => address(request)));
  if (!given) return undefined;
  // Some proxies add the port, which is another one for each connection.
  const text = given.replace(/^\[([^\]]*)\](:\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  return text.includes(':') && !text.includes('.') ? networkOf(text) : text.slice(0, 64);
}

/** The first 64 bits of an IPv6 address. */
function networkOf(text: string): string {
  const [head = '', tail] = text.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  return [...groups, ...Array<string>(zeros).fill('0'), ...rest].slice(0, 4).join(':').toLowerCase().slice(0, 64);
}
