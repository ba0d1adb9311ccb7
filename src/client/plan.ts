/**
 * Queries -> the fewest Graph calls. Pure.
 *
 * Decides what may share a call: the same period, metric type, timeframe, breakdown and window. Does not send anything,
 * and does not put answers together (stitch.ts).
 */
import {
  type CanonicalQuery,
  canonicalQuery,
  type DayWindow,
  daysOf,
  defaultMaxWindowSeconds,
  type InsightsQuery,
  metricNames,
  specOf,
  splitWindow,
  windowSeconds,
  wireName,
} from '../spec/index.js';
import type { GraphCall } from './call.js';

export interface PlanOptions {
  /** The longest window that the host answers, in seconds between `since` and `until`. @default 2592000 */
  readonly maxWindowSeconds?: number | undefined;
  /** Decides what a preset such as `last_28_days` means: milliseconds since the epoch. @default the clock */
  readonly now?: number | undefined;
}

/** One call, and which queries (by their place in the list) it answers, in whole or for a part of their days. */
export interface PlannedCall {
  readonly call: GraphCall;
  readonly queries: readonly number[];
}

/** What one call answers of one query: all of its days, or some. */
export interface QueryPart {
  readonly query: CanonicalQuery;
  readonly window: DayWindow | undefined;
}

/** A call, and the parts of queries that it answers. */
export interface CallPlan {
  readonly call: GraphCall;
  readonly parts: readonly QueryPart[];
}

/**
 * Plans the calls of queries that are asked together.
 * @param queries legal ones: see validateQuery
 * @returns calls in the order in which a query first needs them. A query is in several when its days are more than one
 * call answers, and in none when no call can answer it: see {@link partsOf}
 */
export function planCalls(
  queries: readonly InsightsQuery[],
  { maxWindowSeconds, now = Date.now() }: PlanOptions = {},
): PlannedCall[] {
  const parts = queries.map((query) => partsOf(canonicalQuery(query, now), maxWindowSeconds));
  const askers = new Map(parts.flatMap((own, index) => own.map((part) => [part, index])));
  return planParts(parts.flat()).map(({ call, parts: answered }) => ({
    call,
    queries: [...new Set(answered.map((part) => askers.get(part) as number))],
  }));
}

/**
 * The parts in which a query can be answered, oldest first: by the windows that one call answers, or day by day.
 * The total of unique accounts over more days than one count takes has none; its series, where there is one, stands in.
 */
export function partsOf(query: CanonicalQuery, maxWindowSeconds = defaultMaxWindowSeconds): QueryPart[] {
  const { window, daily } = query;
  if (!window) return [{ query, window }];
  if (daily) return daysOf(window).map((day) => ({ query, window: { since: day, until: day } }));
  const windows = splitWindow(window, maxWindowSeconds);
  if (!isBeyondOneCount(query, maxWindowSeconds)) return windows.map((part) => ({ query, window: part }));
  const hasSeries = query.breakdown.length === 0 && specOf(query.metric).metricTypes.includes('time_series');
  const series: CanonicalQuery = { ...query, metricType: 'time_series' };
  return hasSeries ? windows.map((part) => ({ query: series, window: part })) : [];
}

/** Whether Instagram counts no total: unique accounts, over more days than one call takes. */
export const isBeyondOneCount = (query: CanonicalQuery, maxWindowSeconds = defaultMaxWindowSeconds): boolean =>
  query.window !== undefined &&
  !query.daily &&
  query.metricType === 'total_value' &&
  specOf(query.metric).counts === 'unique accounts' &&
  splitWindow(query.window, maxWindowSeconds).length > 1;

/**
 * The calls of parts: those of one shape together.
 * @param isApart whether a part has to be asked without others
 */
export function planParts(parts: readonly QueryPart[], isApart = (_part: QueryPart): boolean => false): CallPlan[] {
  const groups = new Map<string, QueryPart[]>();
  for (const part of parts) {
    const key = isApart(part) ? partKey(part) : `${shapeOf(part.query)}|${daysKey(part)}`;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()].map((group) => ({ call: toCall(group), parts: group }));
}

/** What a metric can be refused in, whatever it is broken down by. */
export const kindOf = ({ period, metricType, timeframe }: CanonicalQuery): string =>
  [period, metricType, timeframe].join('|');

/** What the metrics of one call have in common, their days aside. */
export const shapeOf = (query: CanonicalQuery): string => [kindOf(query), query.breakdown.join('+')].join('|');

const daysKey = ({ window }: QueryPart): string => `${window?.since}|${window?.until}`;

/** One text for equal parts. */
export const partKey = (part: QueryPart): string => [part.query.metric, shapeOf(part.query), daysKey(part)].join('|');

function toCall(parts: readonly QueryPart[]): GraphCall {
  const [{ query, window }] = parts as [QueryPart];
  const asked = metricNames.filter((name) => parts.some((part) => part.query.metric === name)).map(wireName);
  const seconds = window && windowSeconds(window);
  return {
    edge: 'insights',
    params: {
      metric: asked.join(','),
      period: query.period,
      metric_type: query.metricType,
      ...(query.timeframe && { timeframe: query.timeframe }),
      ...(query.breakdown.length > 0 && { breakdown: query.breakdown.join(',') }),
      ...(seconds && { since: String(seconds.since), until: String(seconds.until) }),
    },
  };
}
