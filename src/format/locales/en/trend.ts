/** The words of a chart over days, in English. Numbers and dates arrive formatted. */
import type { Quantity, Wording } from '../wording.js';
/** Days in a row. */
export interface PeriodSaying {
  readonly days: Quantity;
  readonly until: string;
}

export interface TotalSaying extends PeriodSaying {
  readonly label: string;
  readonly number: string;
  /** How it stands to the total of as many days before; undefined where that is not known. */
  readonly change?: ChangeSaying | undefined;
}

export interface ChangeSaying {
  readonly direction: 'up' | 'down' | 'same';
  /** A percentage, or of few the difference; of no change empty. */
  readonly share: string;
  /** Whether days of the window still move. */
  readonly isMoving: boolean;
}

export interface FlowSaying extends PeriodSaying {
  readonly gained: string;
  readonly lost: string;
  readonly net: string;
  /** Of how many of the days both are known, where not of all. */
  readonly known?: Quantity | undefined;
}

const within = ({ days: { text, value }, until }: PeriodSaying): string =>
  value === 1 ? `on ${until}` : `in the ${text} days to ${until}`;

const changed = ({ direction, share, isMoving }: ChangeSaying, { days: { text, value } }: PeriodSaying): string => {
  const before = value === 1 ? 'the day before' : `the ${text} days before`;
  if (direction === 'same') return `the same as ${before}`;
  return `${isMoving ? 'so far ' : ''}${share} ${direction === 'up' ? 'above' : 'below'} ${before}`;
};

/** The days with the highest number. */
export interface BestSaying {
  readonly days: readonly string[];
  /** The same as a list in words. */
  readonly list: string;
  readonly number: string;
  /** Whether the number of one of them may still rise. */
  readonly isMoving: boolean;
}

/** The highest number of a day, where too many days have it for them to be the best ones. */
export interface HighestSaying {
  readonly number: string;
  /** How many days have it, and of how many. */
  readonly days: Quantity;
  readonly of: Quantity;
  readonly isMoving: boolean;
}

const onSome = ({ number, days, of }: HighestSaying): string => `${number}, on ${days.text} of ${of.text} days.`;

const soFar = (isMoving: boolean): string => (isMoving ? ' so far' : '');

/** A sentence does not begin with a small number in digits. */
const small = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
const daysAre = ({ text, value }: Quantity): string => `${small[value] ?? text} ${value === 1 ? 'day is' : 'days are'}`;

const verb = (label: string): string => (/s\b/.test(label) ? 'were' : 'was');

export const enTrend = {
  /** Titles. */
  title: (metrics: string) => `${metrics} by day`,
  /** A metric that is not the first of a list. */
  later: (label: string) => label.toLowerCase(),
  /** Sentences. */
  total: ({ label, number, change, ...period }: TotalSaying) =>
    `${label} ${verb(label)} ${number} ${within(period)}${change ? `, ${changed(change, period)}` : ''}.`,
  best: ({ days: { length }, list, number, isMoving }: BestSaying) =>
    length === 1
      ? `Best day${soFar(isMoving)}: ${list} (${number}).`
      : `Best days${soFar(isMoving)}: ${list} (${number} each).`,
  /** Of one of several metrics. */
  bestOf: (label: string, { list, number, isMoving }: BestSaying) =>
    `${label}: best${soFar(isMoving)} on ${list} (${number}).`,
  highest: (highest: HighestSaying) => `Highest${soFar(highest.isMoving)}: ${onSome(highest)}`,
  /** Of one of several metrics. */
  highestOf: (label: string, highest: HighestSaying) =>
    `${label}: highest${soFar(highest.isMoving)} ${onSome(highest)}`,
  /** Days without a number: those of the last 48 hours, which may still get one, and older ones. */
  daysNotYet: (days: Quantity) => `${daysAre(days)} not reported yet.`,
  daysNotReported: (days: Quantity) => `${daysAre(days)} not reported.`,
  flow: ({ gained, lost, net, known, ...period }: FlowSaying) =>
    `${gained} gained, ${lost} lost ${within(period)}: net ${net}, derived${
      known ? `, known of ${known.text} of ${period.days.text} days` : ''
    }.`,
  /** Sentences one after the other. */
  sentences: (all: readonly string[]) => all.join(' '),
  /** Facts. */
  severalDays: 'one account can count on several days',
  severalDaysNoSum: 'one account can count on several days: days do not add up to the total',
  sumOfDays: ({ text }: Quantity) => `the total is the sum of ${text} days, derived`,
  failed: (metrics: string) => `${metrics} could not be had`,
  notReported: (metrics: string) => `${metrics}: not reported`,
  /** What has a total, and no days. */
  silentBefore: 'days before: not reported',
  /** Legend, tip and table. */
  sumOfSome: (number: string, known: Quantity, all: Quantity) => `${number} (${known.text} of ${all.text} days)`,
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

export type TrendWords = Wording<typeof enTrend>;
