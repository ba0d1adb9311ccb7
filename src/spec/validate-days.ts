/** Whether the days of a query are days, in order, and within what the API remembers: the issues of since, until, range and compare. */
import { type Day, type DayWindow, dayOf, isRange, previousWindow, rangeNames, readDay } from './days.js';
import type { Issue, QueryAttribute } from './issue.js';
import { issue, unknownValue } from './issue-words.js';
import { type MetricName, type MetricSpec, specOf } from './metrics.js';
import { oldestDay, type QueryTexts, readWindow } from './query.js';
import { oneText } from './texts.js';

const comparisons = ['previous_period'];
const dayAttributes = ['since', 'until', 'range', 'compare'] as const;

/**
 * @param now milliseconds since the epoch
 * @param history whether days that the API has forgotten may be known all the same
 */
export function validateDays(
  given: QueryTexts,
  specs: readonly MetricSpec[],
  metrics: readonly MetricName[],
  { now, history }: { readonly now: number; readonly history: boolean },
): Issue[] {
  const set = dayAttributes.flatMap((attribute) => {
    const value = oneText(given[attribute]);
    return value === '' ? [] : [{ attribute, value }];
  });
  const timed = metrics.filter((_, index) => (specs[index]?.timeframes.length ?? 0) > 0);
  if (timed.length > 0) return set.map(({ attribute, value }) => takesTimeframe(attribute, value, timed));

  const has = (name: QueryAttribute): boolean => set.some(({ attribute }) => attribute === name);
  const issues = set.flatMap(({ attribute, value }) => validateOne(attribute, value));
  if (has('range') && (has('since') || has('until')))
    issues.push(issue('conflict', 'range', oneText(given.range), { id: 'rangeAndDays', args: [] }));
  if (has('since') && !has('until')) issues.push(missing('until', 'since'));
  if (has('until') && !has('since')) issues.push(missing('since', 'until'));
  if (issues.some(({ attribute }) => attribute !== 'compare')) return issues;

  const oldest = oldestDay(specs, now);
  const window = readWindow(given, now);
  const ofWindow = validateWindow(given, window, dayOf(now), { oldest, history });
  const comparable = !has('compare') || ofWindow.length > 0 || previousWindow(window).since >= oldest;
  return [...issues, ...ofWindow, ...(comparable ? [] : [noPrevious(oneText(given.compare), oldest)])];
}

const takesTimeframe = (attribute: QueryAttribute, value: string, metrics: readonly MetricName[]): Issue =>
  issue('not-allowed', attribute, value, { id: 'takesTimeframe', args: [metrics, attribute] });

function validateOne(attribute: (typeof dayAttributes)[number], value: string): Issue[] {
  if (attribute === 'range') return isRange(value) ? [] : [unknownValue(attribute, value, rangeNames)];
  if (attribute === 'compare') return comparisons.includes(value) ? [] : [unknownValue(attribute, value, comparisons)];
  return readDay(value) === undefined ? [issue('malformed', attribute, value, { id: 'noDay', args: [attribute] })] : [];
}

const missing = (attribute: 'since' | 'until', other: string): Issue =>
  issue('missing', attribute, '', { id: 'oneDayOnly', args: [other, attribute] });

function validateWindow(
  given: QueryTexts,
  { since, until }: DayWindow,
  today: Day,
  { oldest, history }: { readonly oldest: Day; readonly history: boolean },
): Issue[] {
  const attribute = given.range.length > 0 ? 'range' : 'since';
  const value = oneText(given[attribute]);
  if (since > until)
    return [issue('conflict', attribute, value, { id: 'daysReversed', args: [] }, { suggestion: until })];
  if (since > today) return [issue('out-of-range', attribute, value, { id: 'notYet', args: [since, today] })];
  const issues: Issue[] = [];
  if (since < oldest) {
    const severity = history ? 'warning' : 'error';
    issues.push(issue('out-of-range', attribute, value, { id: 'forgotten', args: [since, oldest] }, { severity }));
  }
  if (until > today) {
    const phrase = { id: 'untilToCome', args: [today] } as const;
    issues.push(issue('out-of-range', 'until', oneText(given.until), phrase, { severity: 'warning' }));
  }
  return issues;
}

const noPrevious = (value: string, oldest: Day): Issue =>
  issue('out-of-range', 'compare', value, { id: 'forgottenBefore', args: [oldest] }, { severity: 'warning' });

/** Whether a total for each day can be asked for. */
export function validateDaily(given: QueryTexts, metrics: readonly MetricName[]): Issue[] {
  const value = oneText(given.daily);
  if (['', 'false'].includes(value)) return [];
  if (value !== 'true') return [unknownValue('daily', value, ['true'])];
  const dayless = metrics.filter((metric) => specOf(metric).timeframes.length > 0);
  if (dayless.length > 0) return [issue('not-allowed', 'daily', value, { id: 'dayless', args: [dayless] })];
  const isSeries = oneText(given.metricType) === 'time_series';
  if (!isSeries && metrics.every((metric) => specOf(metric).metricTypes.includes('total_value'))) return [];
  return [issue('conflict', 'daily', value, { id: 'dailyAlready', args: [] }, { severity: 'warning' })];
}
