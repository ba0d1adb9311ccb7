/** The demographic metrics: whose people they are, and how many of them there were in a timeframe. */
import {
  type Breakdown,
  type Day,
  daysOf,
  type MetricName,
  type Range,
  specOf,
  type Timeframe,
  windowOfRange,
} from '../spec/index.js';
import type { Account } from './account.js';
import type { Counted } from './counted.js';
import { peopleOf } from './people.js';
import { type Row, rowsOf, sum } from './tally.js';
import { createUnion, type UniqueMetric } from './unique.js';

/** "`this_month` returns the data in the last 30 days and `this_week` returns data in the last 7 days." */
const rangeOf: Readonly<Record<Timeframe, Range>> = {
  last_14_days: 'last_14_days',
  last_30_days: 'last_30_days',
  last_90_days: 'last_90_days',
  prev_month: 'prev_month',
  this_month: 'last_30_days',
  this_week: 'last_7_days',
};

/** What the API answers for when a call names none. */
const usualTimeframe: Timeframe = 'this_month';

type DemographicMetric = Extract<MetricName, `${string}_demographics`>;
type CountUnique = (metric: UniqueMetric, days: readonly Day[]) => number;

const audienceSize: Readonly<
  Record<DemographicMetric, (account: Account, unique: CountUnique, days: Day[]) => number>
> = {
  follower_demographics: ({ followers }) => followers,
  reached_audience_demographics: (_account, unique, days) => unique('reach', days),
  engaged_audience_demographics: (_account, unique, days) => unique('accounts_engaged', days),
};

export const isDemographic = (metric: MetricName): metric is DemographicMetric => Object.hasOwn(audienceSize, metric);

/** A breakdown of `total_value`, as the API writes it. */
export interface BreakdownAnswer {
  readonly dimension_keys: readonly string[];
  readonly results: readonly Row[];
}

/**
 * The people of a metric by one or more dimensions: the 45 most frequent rows, unsorted. With a timeframe, that is a
 * leading dimension of its own.
 * @param now milliseconds since the epoch
 * @returns undefined where there were too few interactions to tell
 */
export function demographicsOf(
  metric: DemographicMetric,
  { account, counted, now }: { account: Account; counted: Counted; now: number },
  breakdown: readonly Breakdown[],
  timeframe: Timeframe | undefined,
): BreakdownAnswer | undefined {
  const { minEngagements = 0, cap } = specOf(metric);
  const days = daysOf(windowOfRange(rangeOf[timeframe ?? usualTimeframe], now));
  if (sum(counted('total_interactions', days)) < minEngagements) return undefined;
  const unique: CountUnique = (name, of) => createUnion(account, name)(counted(name, of));
  const size = audienceSize[metric](account, unique, days);
  const rows = rowsOf(peopleOf(account, metric, size), breakdown, sum)
    .sort((a, b) => b.value - a.value)
    .slice(0, cap);
  const place = ({ dimension_values: values }: Row): number => account.draw('order', metric, ...values);
  const leading = timeframe ? [timeframe.toUpperCase()] : [];
  return {
    dimension_keys: [...(timeframe ? ['timeframe'] : []), ...breakdown],
    results: rows
      .sort((a, b) => place(a) - place(b))
      .map(({ dimension_values: values, value }) => ({ dimension_values: [...leading, ...values], value })),
  };
}
