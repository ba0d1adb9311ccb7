/**
 * What is asked: the typed query, its canonical form and its key.
 *
 * Decides what an author may leave out. Does not judge (validate.ts) and does not plan calls (client/plan.ts).
 */
import {
  addDays,
  type Day,
  type DayWindow,
  dayOf,
  defaultRange,
  isRange,
  memoryDays,
  type Range,
  readDay,
  upToToday,
  windowOfRange,
} from './days.js';
import {
  type Breakdown,
  type BreakdownOf,
  breakdowns,
  type MetricName,
  type MetricSpec,
  type MetricType,
  type MetricTypeOf,
  type Period,
  type PeriodOf,
  readMetric,
  specOf,
  type Timeframe,
  type TimeframeOf,
} from './metrics.js';
import { oneText, readList } from './texts.js';

type OneOrMore<T> = T | readonly T[];

/** `since` and `until` as `YYYY-MM-DD` (or Unix seconds), inclusive, in the API's days; or a preset. */
type Days =
  | { since: string; until: string; range?: never; compare?: 'previous_period' }
  | { since?: never; until?: never; range?: Range; compare?: 'previous_period' };
type NoDays = { since?: never; until?: never; range?: never; compare?: never };

type When<M extends MetricName> = [TimeframeOf<M>] extends [never]
  ? Days & { timeframe?: never }
  : NoDays & { timeframe?: TimeframeOf<M> };

type Total<M extends MetricName> =
  'total_value' extends MetricTypeOf<M>
    ? { metricType?: 'total_value'; breakdown?: OneOrMore<BreakdownOf<M>> } & ([TimeframeOf<M>] extends [never]
        ? { daily?: boolean }
        : { daily?: never })
    : never;
type Series<M extends MetricName> = { breakdown?: never; daily?: never } & ('time_series' extends MetricTypeOf<M>
  ? 'total_value' extends MetricTypeOf<M>
    ? { metricType: 'time_series' }
    : { metricType?: 'time_series' }
  : never);

/** A question about one metric. What may be left out has one legal value or a default. */
export type QueryOf<M extends MetricName> = { metric: M; period?: PeriodOf<M> } & When<M> & (Total<M> | Series<M>);

/** A question that Instagram answers: an illegal combination does not compile. */
export type InsightsQuery = { [M in MetricName]: QueryOf<M> }[MetricName];

/** A question as it comes from attributes or a URL: anything. Lists are arrays or comma text. */
export interface QueryInput {
  readonly metric?: unknown;
  readonly period?: unknown;
  readonly timeframe?: unknown;
  readonly breakdown?: unknown;
  readonly metricType?: unknown;
  readonly since?: unknown;
  readonly until?: unknown;
  readonly range?: unknown;
  readonly compare?: unknown;
  /** A number for each day, also where the API has no series: a total per day, each a question of its own. */
  readonly daily?: unknown;
}

/** A question with nothing left out. `window`, without days to come, is there unless the metric takes a timeframe. */
export interface CanonicalQuery {
  readonly metric: MetricName;
  readonly period: Period;
  readonly metricType: MetricType;
  readonly timeframe?: Timeframe;
  /** In the registry's order, so that `gender,age` and `age,gender` are one question. */
  readonly breakdown: readonly Breakdown[];
  readonly window?: DayWindow;
  /** A total for each day of the window, asked for one by one. */
  readonly daily?: true;
}

/** A question as texts: a list for each field, empty where the field was left out. */
export type QueryTexts = { readonly [Field in keyof QueryInput]-?: readonly string[] };

/** Reads each field of a question once. Never throws: what cannot be read becomes a text that no list allows. */
export function readTexts(input: unknown): QueryTexts {
  const read = (field: keyof QueryInput): readonly string[] => {
    try {
      return typeof input === 'object' && input !== null ? readList((input as QueryInput)[field]) : [];
    } catch {
      return ['[unreadable]'];
    }
  };
  return {
    metric: read('metric'),
    period: read('period'),
    timeframe: read('timeframe'),
    breakdown: read('breakdown'),
    metricType: read('metricType'),
    since: read('since'),
    until: read('until'),
    range: read('range'),
    compare: read('compare'),
    daily: read('daily'),
  };
}

const understood: ReadonlyMap<string, Breakdown> = new Map([['follower_type', 'follow_type']]);

/** The breakdown that a text means: `follower_type`, a slip of the reference, is `follow_type`. */
export const readBreakdown = (text: string): Breakdown | undefined =>
  understood.get(text) ?? breakdowns.find((name) => name === text);

/**
 * Fills in what was left out.
 * @param input a query of one metric without errors (see validateQuery): what is illegal is read as left out
 * @param now milliseconds since the epoch; decides what a preset means
 * @throws TypeError when the metric is unknown
 */
export function canonicalQuery(input: QueryInput, now: number): CanonicalQuery {
  const given = readTexts(input);
  const metric = readMetric(oneText(given.metric));
  if (!metric) throw new TypeError('canonicalQuery needs a known metric: call validateQuery first');
  const spec = specOf(metric);
  const period = spec.periods.find((name) => name === oneText(given.period)) ?? spec.periods[0];
  const daily = oneText(given.daily) === 'true';
  const ofDays =
    daily && given.breakdown.length === 0 ? spec.metricTypes.find((name) => name === 'time_series') : undefined;
  const metricType =
    spec.metricTypes.find((name) => name === oneText(given.metricType)) ?? ofDays ?? spec.metricTypes[0];
  const timeframe = spec.timeframes.find((name) => name === oneText(given.timeframe)) ?? spec.defaultTimeframe;
  const asked = new Set(given.breakdown.map(readBreakdown));
  const breakdown = spec.breakdowns.filter((name) => asked.has(name));
  const implied = metricType === 'total_value' && breakdown.length === 0 ? spec.impliedBreakdown : undefined;
  return {
    metric,
    period,
    metricType,
    ...(timeframe && { timeframe }),
    breakdown: implied ? [implied] : breakdown,
    ...(spec.timeframes.length === 0 && { window: upToToday(readWindow(given, now), now) }),
    ...(daily && metricType === 'total_value' && spec.timeframes.length === 0 && { daily }),
  };
}

/** The days that a question names, or the default. What is no day or preset is read as left out. */
export function readWindow(given: QueryTexts, now: number): DayWindow {
  const since = readDay(oneText(given.since));
  const until = readDay(oneText(given.until));
  if (since && until) return { since, until };
  const range = oneText(given.range);
  return windowOfRange(isRange(range) ? range : defaultRange, now);
}

/** The first day that the API remembers of every one of these metrics. */
export const oldestDay = (specs: readonly MetricSpec[], now: number): Day =>
  addDays(dayOf(now), -Math.min(memoryDays, ...specs.map((spec) => spec.memoryDays ?? memoryDays)));

/** One text per question: equal questions have equal keys. Holds no account and no secret. */
export const queryKey = (query: CanonicalQuery): string => {
  const { metric, period, metricType, timeframe = '', breakdown, window, daily } = query;
  const days = [window?.since ?? '', window?.until ?? '', ...(daily ? ['daily'] : [])];
  return [metric, period, metricType, timeframe, breakdown.join('+'), ...days].join('|');
};
