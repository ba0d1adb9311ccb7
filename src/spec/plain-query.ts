/**
 * The short way for what pages ask most: recognises a question with which nothing can be wrong.
 *
 * Without the rules and the words that say what *is* wrong (validate.ts), so that a page loads those only when it needs
 * them. Errs on the side of not recognising.
 */
import { dayOf, isRange, previousWindow, readDay } from './days.js';
import { isMetricName, specOf } from './metrics.js';
import {
  type CanonicalQuery,
  canonicalQuery,
  oldestDay,
  type QueryInput,
  type QueryTexts,
  readTexts,
} from './query.js';
import { oneText } from './texts.js';
import type { ValidateOptions } from './validate.js';

/**
 * The canonical form of a question that validateQuery has no issue with, not even a warning.
 * @returns undefined where only validateQuery can tell
 */
export function plainQuery(
  input: QueryInput,
  { apiVersion, now = Date.now() }: ValidateOptions = {},
): CanonicalQuery | undefined {
  const given = readTexts(input);
  const metric = oneText(given.metric);
  if (!isMetricName(metric) || given.daily.length > 0) return undefined;
  const { kind, lifecycle, defaultTimeframe } = specOf(metric);
  const query = canonicalQuery(input, Number(now));
  // Of demographics other timeframes were retired, and never the one that every version takes.
  const isRetired = lifecycle === 'retired' && (kind !== 'demographic' || query.timeframe !== defaultTimeframe);
  if (isRetired || (lifecycle === 'added' && apiVersion !== undefined)) return undefined;

  const understood =
    isKept(given.period, query.period) &&
    isKept(given.metricType, query.metricType) &&
    isKept(given.timeframe, query.timeframe) &&
    (given.breakdown.length === 0 ? kind !== 'demographic' : hasBreakdown(given, query)) &&
    (query.window ? hasDays(given, query, Number(now)) : isWithoutDays(given));
  return understood ? query : undefined;
}

const isKept = (given: readonly string[], taken: string | undefined): boolean =>
  given.length === 0 || oneText(given) === taken;

const hasBreakdown = ({ breakdown: given }: QueryTexts, { metricType, breakdown }: CanonicalQuery): boolean =>
  metricType === 'total_value' &&
  given.length === breakdown.length &&
  breakdown.every((dimension) => given.includes(dimension));

const isWithoutDays = ({ since, until, range, compare }: QueryTexts): boolean =>
  [since, until, range, compare].every((texts) => texts.length === 0);

function hasDays(given: QueryTexts, { metric, window }: CanonicalQuery, now: number): boolean {
  const days = [given.since, given.until].map(oneText);
  const [since = '', until = ''] = days;
  const range = oneText(given.range);
  const isNamed =
    range === '' ? since === '' || days.every((day) => readDay(day) === day) : isRange(range) && since + until === '';
  const compare = oneText(given.compare);
  if (!isNamed || !window || (since === '') !== (until === '') || !['', 'previous_period'].includes(compare))
    return false;
  const first = compare === '' ? window : previousWindow(window);
  return first.since >= oldestDay([specOf(metric)], now) && since <= until && until <= dayOf(now);
}
