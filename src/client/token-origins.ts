/** Which origins beside its own a page gets embed tokens from. Known to every copy of the library on the page. */
import { readHttpAddress } from './transports/http.js';

const key = Symbol.for('insights-elements.token-origins');
const page = globalThis as { [key]?: readonly string[] };

/**
 * Lets `token-url` name other origins than the page's own: they get the page's cookies for them, and say whose numbers are
 * shown. Call it once, with all of them.
 * @param origins such as `https://app.example`
 * @throws TypeError for what is no origin of http
 */
export function setTokenOrigins(origins: readonly string[]): void {
  page[key] = Object.freeze(
    origins.map((text) => {
      const url = readHttpAddress(text);
      if (url?.origin !== text.replace(/\/$/, '')) {
        throw new TypeError('setTokenOrigins takes origins, such as https://app.example: scheme and host, no path.');
      }
      return url.origin;
    }),
  );
}

/** How an address is to be asked for a token, by its origin; undefined where it is not to be asked at all. */
export function tokenCredentials({ origin }: URL): RequestCredentials | undefined {
  if (origin === globalThis.location?.origin) return 'same-origin';
  return page[key]?.includes(origin) ? 'include' : undefined;
}
