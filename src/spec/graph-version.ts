/** The Graph API's versions, by number. Source: Graph API version pages. */

/** Graph versions with user insights, oldest first. `until`: the day after which Meta answers with a newer one. */
export const graphVersions = [
  { version: 18, since: '2023-09-12', until: '2026-01-26' },
  { version: 19, since: '2024-01-23', until: '2026-05-21' },
  { version: 20, since: '2024-05-21', until: '2026-09-24' },
  { version: 21, since: '2024-10-02', until: '2027-01-21' },
  { version: 22, since: '2025-01-21', until: '2027-05-20' },
  { version: 23, since: '2025-05-29', until: '2027-10-08' },
  { version: 24, since: '2025-10-08', until: '2028-02-18' },
  { version: 25, since: '2026-02-18', until: '2028-07-29' },
  { version: 26, since: '2026-07-29', until: undefined },
] as const;

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
