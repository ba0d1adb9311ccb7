/** The words of a chart over days, in English. Numbers and dates arrive formatted. */
const verb = (label: string): string => (/s\b/.test(label) ? 'were' : 'was');

/** A sentence does not begin with a small number in digits. */
const small = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
const daysAre = (count: number, text: string): string =>
  `${small[count] ?? text} ${count === 1 ? 'day is' : 'days are'}`;

export const enTrend = {
  /** Titles. */
  title: (metrics: string) => `${metrics} by day`,
  /** A metric that is not the first of a list. */
  later: (label: string) => label.toLowerCase(),
  /** Sentences. */
  total: (label: string, number: string, days: string) => `${label} ${verb(label)} ${number} ${days}`,
  inDays: (count: string, until: string) => `in the ${count} days to ${until}`,
  onDay: (day: string) => `on ${day}`,
  /** How a total stands to that of the days before. */
  above: (share: string) => `${share} above`,
  below: (share: string) => `${share} below`,
  soFar: (change: string) => `so far ${change}`,
  same: 'the same as',
  daysBefore: (count: string) => `the ${count} days before`,
  dayBefore: 'the day before',
  best: (day: string, number: string) => `Best day: ${day} (${number}).`,
  bestDays: (days: string, number: string) => `Best days: ${days} (${number} each).`,
  bestOf: (label: string, day: string, number: string) => `${label}: best on ${day} (${number}).`,
  /** While the number of a best day still moves. */
  bestSoFar: (day: string, number: string) => `Best day so far: ${day} (${number}).`,
  bestDaysSoFar: (days: string, number: string) => `Best days so far: ${days} (${number} each).`,
  bestOfSoFar: (label: string, day: string, number: string) => `${label}: best so far on ${day} (${number}).`,
  /** Days without a number: those of the last 48 hours, which may still get one, and older ones. */
  daysNotYet: (count: number, text: string) => `${daysAre(count, text)} not reported yet.`,
  daysNotReported: (count: number, text: string) => `${daysAre(count, text)} not reported.`,
  flow: (gained: string, lost: string, days: string) => `${gained} gained, ${lost} lost ${days}`,
  net: (net: string) => `net ${net}, derived`,
  knownDays: (known: string, all: string) => `known of ${known} of ${all} days`,
  /** Facts. */
  severalDays: 'one account can count on several days',
  severalDaysNoSum: 'one account can count on several days: days do not add up to the total',
  sumOfDays: (days: string) => `the total is the sum of ${days} days, derived`,
  failed: (metrics: string) => `${metrics} could not be had`,
  notReported: (metrics: string) => `${metrics}: not reported`,
  /** What has a total, and no days. */
  silentBefore: 'days before: not reported',
  /** Legend, tip and table. */
  sumOfSome: (number: string, known: string, all: string) => `${number} (${known} of ${all} days)`,
  provisional: 'provisional',
  provisionalDay: (day: string) => `${day} · provisional`,
  gained: 'Gained',
  lost: 'Lost',
  netName: 'Net',
  day: 'Day',
  before: 'Day before',
  ofBefore: (label: string) => `${label} before`,
  /** A number of the day before, where it is heard among those of a day. */
  ofDay: (label: string, day: string) => `${label} on ${day}`,
} as const;

export type TrendWords = typeof enTrend;
