/** The Graph API's versions, by number. Source: Graph API version pages. */

export const newestGraphVersion = 26;

/** What is asked when nobody names a version: the newest that Instagram's own reference page names. */
export const defaultGraphVersion = 'v25.0';

/**
 * Reads `v22.0`, `22`, `22.0` or 22 as 22.
 * @returns undefined for anything else; a version above the newest known counts as the newest.
 */
export function readVersion(text: unknown): number | undefined {
  if (typeof text !== 'string' && typeof text !== 'number') return undefined;
  const match = /^v?(\d{1,3})(?:\.\d{1,2})?$/.exec(String(text).trim());
  return match ? Math.min(Number(match[1]), newestGraphVersion) : undefined;
}
