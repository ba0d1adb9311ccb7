/** The words of a breakdown chart, in English. Numbers and dates arrive formatted. */
import type { Quantity, Wording } from '../wording.js';
export const enBreakdown = {
  title: (metric: string, dimensions: string) => `${metric} by ${dimensions.toLowerCase()}`,
  /** What is more than half of a total, where a dimension has a verb; else what is largest. */
  most: {
    media_product_type: (metric: string, name: string, value: string, share: string) =>
      `Most ${metric.toLowerCase()} came from ${name}: ${value}, ${share} of all.`,
  },
  largest: (name: string, value: string) => `Largest: ${name}, ${value}.`,
  largestOf: (name: string, value: string, share: string) => `Largest: ${name}, ${value}, ${share} of all.`,
  largestAlike: (names: string, value: string) => `Largest: ${names}, ${value} each.`,
  nothing: 'Nothing was counted in these days.',
  noRows: 'Instagram gave no rows.',
  /** What is to be known of the rows. */
  unlisted: (share: string) => `${share} not listed`,
  incomplete: 'a row came without a number',
  noTotal: 'no shares: Instagram gave no total',
  tooMuch: 'no shares: the rows are more than the total',
  derivedTotals: 'totals of rows are derived',
  shownOf: (shown: Quantity, all: Quantity) => `${shown.text} of ${all.text} shown; the table has all`,
  thinMark: (days: string) => `thin mark: ${days}`,
  others: ({ text }: Quantity) => `Others (${text})`,
  total: 'Total',
  gained: 'Gained',
  lost: 'Lost',
  net: 'Net, derived',
  gainedAndLost: (gained: string, lost: string, net: string) => `${gained} gained, ${lost} lost: net ${net}, derived.`,
  oneSide: (side: string, value: string, other: string) => `${side}: ${value}. ${other}: not reported.`,
  table: { share: 'Share' },
} as const;

export type BreakdownWords = Wording<typeof enBreakdown>;
