/** The words of a breakdown chart, in English. Numbers and dates arrive formatted. */
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
  shownOf: (shown: string, all: string) => `${shown} of ${all} shown; the table has all`,
  thinMark: (days: string) => `thin mark: ${days}`,
  others: (count: string) => `Others (${count})`,
  total: 'Total',
  gained: 'Gained',
  lost: 'Lost',
  net: 'Net, derived',
  gainedAndLost: (gained: string, lost: string, net: string) => `${gained} gained, ${lost} lost: net ${net}, derived.`,
  oneSide: (side: string, value: string, other: string) => `${side}: ${value}. ${other}: not reported.`,
  table: { share: 'Share' },
} as const;

export type BreakdownWords = typeof enBreakdown;
