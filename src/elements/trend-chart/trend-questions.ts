/** What a chart over days asks: the days of each metric, those before, and the totals that its sentence tells. Pure. */
import { isBeyondOneCount } from '../../client/index.js';
import {
  canonicalQuery,
  type Day,
  type DayWindow,
  type MetricSpec,
  oldestDay,
  previousWindow,
  type QueryInput,
  readMetric,
  readSpec,
  specOf,
} from '../../spec/index.js';
import { main } from '../insights-element.js';

/** The names of questions. */
export const questionNames = {
  /** The days of a metric, by its place in the list. */
  days: (place: number): string => (place === 0 ? main : `days ${place}`),
  before: (place: number): string => `before ${place}`,
  total: 'total',
  totalBefore: 'total before',
} as const;

export interface TrendAsking {
  readonly metrics: readonly string[];
  /** The question of the first: its days are those of all. */
  readonly query: QueryInput;
  readonly now: number;
  readonly maxWindowSeconds: number | undefined;
  /** Whether who answers remembers more than Instagram. */
  readonly history?: boolean | undefined;
}

/** Why nothing is compared although it was asked for; undefined where it is. */
export function compareRefusal({
  query,
  now,
  history,
}: Pick<TrendAsking, 'query' | 'now' | 'history'>): 'outOfMemory' | undefined {
  const spec = readSpec(query.metric);
  const window = windowOf(query, now);
  if (!query.compare || !spec || spec.rowMeanings || !window) return undefined;
  return previousWindow(window).since < oldestOf(spec, now, history) ? 'outOfMemory' : undefined;
}

export function trendQuestions({
  metrics,
  query,
  now,
  maxWindowSeconds,
  history,
}: TrendAsking): Readonly<Record<string, QueryInput>> {
  const window = windowOf(query, now);
  if (!window) return {};
  const questions: Record<string, QueryInput> = {};
  const before = query.compare ? previousWindow(window) : undefined;
  for (const [place, name] of metrics.entries()) {
    const metric = readMetric(name);
    if (!metric) continue;
    const spec = specOf(metric);
    const oldest = oldestOf(spec, now, history);
    const asked = { metric, ...byDay(spec.metricTypes, query.metricType) };
    // What a metric's own author asks for is judged; days that a provider hands down may reach back too far for one.
    const since = window.since < oldest ? oldest : window.since;
    if (since <= window.until) questions[questionNames.days(place)] = { ...asked, since, until: window.until };
    if (before && before.since >= oldest && !spec.rowMeanings)
      questions[questionNames.before(place)] = { ...asked, ...before };
  }
  return { ...questions, ...totalQuestions({ metrics, query, now, maxWindowSeconds, history }, window) };
}

/** By the API's own series where there is one, unless the author asks for totals: else by a question for each day. */
const byDay = (metricTypes: readonly string[], asked: unknown): QueryInput =>
  metricTypes.includes('time_series') && asked !== 'total_value'
    ? { metricType: 'time_series' }
    : { metricType: 'total_value', daily: true };

/** Of a single metric the totals, as Instagram counts them. */
function totalQuestions(
  { metrics, query, now, maxWindowSeconds, history }: TrendAsking,
  window: DayWindow,
): Record<string, QueryInput> {
  const metric = readMetric(query.metric);
  if (!metric || metrics.length > 1) return {};
  const spec = specOf(metric);
  if (!spec.metricTypes.includes('total_value') || spec.rowMeanings) return {};
  const total = (days: DayWindow): QueryInput | undefined => {
    const asked = { metric, metricType: 'total_value', ...days };
    return isBeyondOneCount(canonicalQuery(asked, now), maxWindowSeconds) ? undefined : asked;
  };
  const current = total(window);
  const before = previousWindow(window);
  const base = query.compare && before.since >= oldestOf(spec, now, history) ? total(before) : undefined;
  return {
    ...(current && { [questionNames.total]: current }),
    ...(current && base && { [questionNames.totalBefore]: base }),
  };
}

/** No day is too old where a history is kept. */
const oldestOf = (spec: MetricSpec, now: number, history: boolean | undefined): Day =>
  history ? '' : oldestDay([spec], now);

function windowOf({ compare: _, ...query }: QueryInput, now: number): DayWindow | undefined {
  return readMetric(query.metric) && canonicalQuery(query, now).window;
}
