/** Answers a call to `/{id}/insights`: rows in the API's shapes. Does not know HTTP, tokens or refusals. */
import { type Day, dayOf, descriptions, type MetricName, specOf, startOfDay, wireName } from '../spec/index.js';
import type { Account } from './account.js';
import { createCounted, isOver } from './counted.js';
import { demographicsOf, isDemographic } from './demographics.js';
import type { InsightsCall } from './insights-call.js';
import { isHourly, onlineFollowers } from './online.js';
import type { Departures } from './scenarios.js';
import type { DailyMetric } from './tallies.js';
import { type Combine, rowsOf, sum } from './tally.js';
import { createUnion, isUnique } from './unique.js';

/** The number part of a row, or why there is none: `absent` leaves the row out, `{}` names the metric and says nothing. */
type Numbers = object | 'absent';

/**
 * The `data` of an answer.
 * @param now milliseconds since the epoch: it decides how much is counted
 */
export function insightsOf(call: InsightsCall, account: Account, departures: Departures, now: number): object[] {
  const counted = createCounted(account, now);
  const today = dayOf(now);
  const isLate = (day: Day): boolean => departures.isLate?.(day, today) ?? false;
  const days = call.window.days.filter((day) => !isLate(day));

  const combineOf = (metric: DailyMetric): Combine => (isUnique(metric) ? createUnion(account, metric) : sum);

  const seriesOf = (isThere: (day: Day) => boolean, valueOf: (day: Day) => unknown): Numbers => ({
    values: days
      .filter((day) => isThere(day) && !departures.isGap?.(day))
      .map((day) => ({ value: valueOf(day), end_time: endTime(day) })),
  });

  function totalOf(metric: DailyMetric): Numbers {
    const combine = combineOf(metric);
    const tallies = counted(metric, days);
    const { breakdown } = call;
    const breakdowns = breakdown.length > 0 && [
      { dimension_keys: breakdown, results: rowsOf(tallies, breakdown, combine) },
    ];
    // A metric that is nothing but its breakdown has no number of its own.
    const value = specOf(metric).impliedBreakdown ? undefined : combine(tallies);
    if (value === undefined && !breakdowns) return {};
    return { total_value: { ...(value !== undefined && { value }), ...(breakdowns && { breakdowns }) } };
  }

  function numbersOf(metric: MetricName): Numbers {
    const { minFollowers = 0 } = specOf(metric);
    if (account.followers < minFollowers) return 'absent';
    if (departures.withheld?.includes(metric)) return {};
    if (isDemographic(metric)) {
      const people = demographicsOf(metric, { account, counted, now }, call.breakdown, call.timeframe);
      if (!people) return 'absent';
      return call.breakdown.length > 0 ? { total_value: { breakdowns: [people] } } : {};
    }
    if (days.length === 0) return 'absent';
    if (isHourly(metric))
      return seriesOf(
        (day) => isOver(day, now),
        (day) => onlineFollowers(account, day),
      );
    if (!call.asSeries) return totalOf(metric);
    const combine = combineOf(metric);
    return seriesOf(
      (day) => day <= today,
      (day) => combine(counted(metric, [day])),
    );
  }

  return call.metrics.flatMap((metric) => {
    const numbers = numbersOf(metric);
    const { label: title } = specOf(metric);
    const description = descriptions[metric];
    const name = wireName(metric);
    const id = `${account.id}/insights/${name}/${call.period}`;
    return numbers === 'absent' ? [] : [{ name, period: call.period, ...numbers, title, description, id }];
  });
}

/** The Pacific midnight with which a day begins, as the API writes it. */
const endTime = (day: Day): string => new Date(startOfDay(day) * 1000).toISOString().replace('.000Z', '+0000');
