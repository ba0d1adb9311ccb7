/** How a number came about, in English. Counts arrive formatted, and as numbers for what their plural asks for. */
export const enDerivation = {
  totals: (count: string, _number: number) => `sum of ${count} totals by Instagram`,
  someTotals: (known: string, all: string, _number: number) => `sum of ${known} of ${all} totals by Instagram`,
  days: 'one question per day; days need not add up to the total',
} as const;

export type DerivationWords = typeof enDerivation;
