/** Takes out of a store what must no longer be in it. */
import { defaultBaseUrl } from '../../client/transports/graph.js';
import { graphHosts } from '../accounts.js';
import type { AnswerStorage } from './answer-storage.js';
import { accountFolder } from './upstream-account.js';

/** How many keys are removed at once. */
const atOnce = 100;

/**
 * Forgets all that is kept of an account, whichever host and version told it. A process that is running may show it for half a
 * minute more, and for an hour while it does not reach the store.
 * @param id the Instagram user id
 * @param baseUrl the backend's `graph.baseUrl`, where it is none of Meta's two hosts
 * @returns how many pieces were removed
 */
export async function forgetAccount(
  storage: AnswerStorage,
  id: string,
  baseUrl: string = defaultBaseUrl,
): Promise<number> {
  const folders = new Set(
    [baseUrl, ...graphHosts.map((host) => `https://${host}`)].map((url) => accountFolder(url, id)),
  );
  let removed = 0;
  for (const folder of folders) {
    // Not storage.clear(): some drivers clear more than the folder.
    // With the colon: a store that goes by first letters would take along every id that begins like this one.
    const keys = await storage.getKeys(`${folder}:`);
    for (let start = 0; start < keys.length; start += atOnce) {
      await Promise.all(keys.slice(start, start + atOnce).map((key) => storage.removeItem(key)));
    }
    removed += keys.length;
  }
  return removed;
}
