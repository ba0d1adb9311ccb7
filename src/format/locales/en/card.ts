/** The words of a card, in English. Numbers and dates arrive formatted. */
import type { Quantity, Wording } from '../wording.js';
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
  sumOfDays: ({ text }: Quantity) => `sum of ${text} days, derived`,
  sumOfParts: ({ text }: Quantity) => `sum of ${text} totals by Instagram, not of all days`,
  atLeast: (value: string) => `≥\u2009${value}`,
  /** Both sides as they are heard; one that is not known is `noNumber`. */
  gainedAndLost: (gained: string, lost: string) => `${gained} gained, ${lost} lost`,
  noNumber: 'not reported',
  noTotal: 'no total',
  /** Of all problems the one in which the words for problems cannot be loaded. */
  offline: 'No connection',
  retry: 'Try again',
  /** The button that opens a menu: of what. */
  more: (label: string) => `More for ${label}`,
} as const;

export type Words = Wording<typeof en>;
