/** What the load run asks: as many questions as are wanted, each of which costs a backend one call and shares none of it. */
import { addDays, dayOf, metrics, wireName } from '../src/spec/index.js';

const asked = ['reach', 'views', 'accounts_engaged', 'total_interactions', 'likes', 'comments', 'shares'] as const;

/**
 * Totals of metrics over windows of 1 to 28 days, old and new ones: most settled, some that still move.
 * @param now milliseconds since the epoch
 * @returns paths with a query, of the account `default`
 */
export function questions(count: number, now: number): string[] {
  const yesterday = addDays(dayOf(now), -1);
  return Array.from({ length: count }, (_, index) => {
    const metric = asked[index % asked.length] ?? 'reach';
    const window = Math.floor(index / asked.length);
    const until = addDays(yesterday, -7 * Math.floor(window / 28));
    const since = addDays(until, -(window % 28));
    const period = metrics[metric].periods[0];
    const search = new URLSearchParams({ metric: wireName(metric), period, metric_type: 'total_value', since, until });
    return `/default/insights?${search}`;
  });
}
