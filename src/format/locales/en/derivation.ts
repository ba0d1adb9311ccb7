/** How a number came about, in English. Numbers arrive formatted. */
import type { Quantity, Wording } from '../wording.js';
export const enDerivation = {
  totals: ({ text }: Quantity) => `sum of ${text} totals by Instagram`,
  someTotals: (known: Quantity, all: Quantity) => `sum of ${known.text} of ${all.text} totals by Instagram`,
  days: 'one question per day; days need not add up to the total',
} as const;

export type DerivationWords = Wording<typeof enDerivation>;
