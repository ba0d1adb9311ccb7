/** Whether the days of a query are days, in order, and within what the API remembers: the issues of since, until, range and compare. */
import { type Day, type DayWindow, dayOf, isRange, previousWindow, rangeNames, readDay } from './days.js';
import type { Issue, QueryAttribute } from './issue.js';
import { issue, unknownValue } from './issue-words.js';
import { type MetricName, type MetricSpec, specOf } from './metrics.js';
import { oldestDay, oneText, type QueryTexts, readWindow } from './query.js';

const comparisons = ['previous_period'];
const dayAttributes = ['since', 'until', 'range', 'compare'] as const;

/** @param now milliseconds since the epoch */
export function validateDays(
  given: QueryTexts,
  specs: readonly MetricSpec[],
  metrics: readonly MetricName[],
  now: number,
): Issue[] {
  const set = dayAttributes.flatMap((attribute) => {
    const value = oneText(given[attribute]);
    return value === '' ? [] : [{ attribute, value }];
  });
  const timed = metrics.filter((_, index) => (specs[index]?.timeframes.length ?? 0) > 0);
  if (timed.length > 0) return set.map(({ attribute, value }) => takesTimeframe(attribute, value, timed));

  const has = (name: QueryAttribute): boolean => set.some(({ attribute }) => attribute === name);
  const issues = set.flatMap(({ attribute, value }) => validateOne(attribute, value));
  if (has('range') && (has('since') || has('until'))) {
    const message = 'range and since with until say two different things. Keep one of them.';
    issues.push(issue('conflict', 'range', oneText(given.range), message));
  }
  if (has('since') && !has('until')) issues.push(missing('until', 'since'));
  if (has('until') && !has('since')) issues.push(missing('since', 'until'));
  if (issues.some(({ attribute }) => attribute !== 'compare')) return issues;

  const oldest = oldestDay(specs, now);
  const window = readWindow(given, now);
  const ofWindow = validateWindow(given, window, oldest, dayOf(now));
  const comparable = !has('compare') || ofWindow.length > 0 || previousWindow(window).since >= oldest;
  return [...issues, ...ofWindow, ...(comparable ? [] : [noPrevious(oneText(given.compare), oldest)])];
}

const takesTimeframe = (attribute: QueryAttribute, value: string, metrics: readonly MetricName[]): Issue =>
  issue(
    'not-allowed',
    attribute,
    value,
    `${metrics.join(', ')} takes a timeframe, not days of your choice. Remove ${attribute}; set timeframe instead.`,
  );

function validateOne(attribute: (typeof dayAttributes)[number], value: string): Issue[] {
  if (attribute === 'range') return isRange(value) ? [] : [unknownValue(attribute, value, rangeNames)];
  if (attribute === 'compare') return comparisons.includes(value) ? [] : [unknownValue(attribute, value, comparisons)];
  return readDay(value) === undefined
    ? [issue('malformed', attribute, value, `${attribute} takes a day. Write it as 2026-03-31.`)]
    : [];
}

const missing = (attribute: 'since' | 'until', other: string): Issue =>
  issue('missing', attribute, '', `${other} needs ${attribute}. Set both, or use range="last_28_days".`);

function validateWindow(given: QueryTexts, { since, until }: DayWindow, oldest: Day, today: Day): Issue[] {
  const attribute = given.range.length > 0 ? 'range' : 'since';
  const value = oneText(given[attribute]);
  if (since > until) {
    return [issue('conflict', attribute, value, 'since is after until. Exchange them.', { suggestion: until })];
  }
  if (since > today) {
    const message = `Nothing is known of ${since} yet; today is ${today} at Instagram. Ask for earlier days.`;
    return [issue('out-of-range', attribute, value, message)];
  }
  const issues: Issue[] = [];
  if (since < oldest) {
    const message = `Instagram remembers this back to ${oldest}, not to ${since}. Ask for later days.`;
    issues.push(issue('out-of-range', attribute, value, message));
  }
  if (until > today) {
    const message = `until is after today (${today} at Instagram): the days to come are left out.`;
    issues.push(issue('out-of-range', 'until', oneText(given.until), message, { severity: 'warning' }));
  }
  return issues;
}

const noPrevious = (value: string, oldest: Day): Issue =>
  issue(
    'out-of-range',
    'compare',
    value,
    `Instagram remembers this back to ${oldest}, so that the days before cannot be compared with. Ask for fewer days.`,
    { severity: 'warning' },
  );

/** Whether a total for each day can be asked for. */
export function validateDaily(given: QueryTexts, metrics: readonly MetricName[]): Issue[] {
  const value = oneText(given.daily);
  if (['', 'false'].includes(value)) return [];
  if (value !== 'true') return [unknownValue('daily', value, ['true'])];
  const dayless = metrics.filter((metric) => specOf(metric).timeframes.length > 0);
  if (dayless.length > 0) {
    const message = `${dayless.join(', ')} takes a timeframe, and no day is known of it. Remove daily.`;
    return [issue('not-allowed', 'daily', value, message)];
  }
  const isSeries = oneText(given.metricType) === 'time_series';
  if (!isSeries && metrics.every((metric) => specOf(metric).metricTypes.includes('total_value'))) return [];
  const message = 'A time series has a number for each day already. Remove daily.';
  return [issue('conflict', 'daily', value, message, { severity: 'warning' })];
}
