/** Calls that carry a token go where they were sent, and nowhere else. */
import type { Fetch } from './http.js';

/** The same fetch; a redirect is a failure. Not `redirect: 'error'`, on which Workers throw. */
export const refuseRedirects =
  (fetch: Fetch = (url, init) => globalThis.fetch(url, init)): Fetch =>
  async (url, init) => {
    const response = await fetch(url, { ...init, redirect: 'manual' });
    // A browser shows no more of one than that it is one.
    if (response.type !== 'opaqueredirect' && (response.status < 300 || response.status > 399)) return response;
    await response.body?.cancel();
    throw new TypeError('redirected');
  };
