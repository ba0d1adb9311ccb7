/** The words of a card, in English. Numbers and dates arrive formatted. */
export const en = {
  /** Notes under a number. */
  estimated: 'estimated',
  provisional: 'last days provisional',
  sample: 'sample data',
  stale: (moment: string) => `as of ${moment}; a newer answer could not be had`,
  /** Of an answer from an earlier visit. */
  stored: (moment: string) => `as of ${moment}`,
  net: (value: string) => `net ${value}, derived`,
  onDay: (day: string) => `on ${day}`,
  sumOfDays: (days: string) => `sum of ${days} days, derived`,
  sumOfParts: (count: string) => `sum of ${count} totals by Instagram, not of all days`,
  atLeast: (value: string) => `≥\u2009${value}`,
  gained: 'gained',
  lost: 'lost',
  noNumber: 'not reported',
  noTotal: 'no total',
  /** Of all problems the one in which the words for problems cannot be loaded. */
  offline: 'No connection',
  retry: 'Try again',
  /** The button that opens a menu: of what. */
  more: (label: string) => `More for ${label}`,
} as const;

export type Words = typeof en;
