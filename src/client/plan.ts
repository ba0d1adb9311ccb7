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

/** A planned call with what is needed to put its answer back. */
export interface CallPlan extends PlannedCall {
  readonly window: DayWindow | undefined;
}

/**
 * Plans the calls of queries that are asked together.
 * @param queries legal ones: see validateQuery
 * @returns calls in the order in which a query first needs them. A query is in several when its days are more than one
 * call answers, and in none when no call can answer it: the total of unique accounts over more days than Instagram counts.
 */
export const planCalls = (
  queries: readonly InsightsQuery[],
  { maxWindowSeconds, now = Date.now() }: PlanOptions = {},
): PlannedCall[] =>
  planParts(
    queries.map((query) => canonicalQuery(query, now)),
    maxWindowSeconds,
  ).map(({ call, queries: answered }) => ({ call, queries: answered }));

/** As {@link planCalls}, for canonical queries. */
export function planParts(queries: readonly CanonicalQuery[], maxWindowSeconds = defaultMaxWindowSeconds): CallPlan[] {
  const groups = new Map<string, { query: CanonicalQuery; window: DayWindow | undefined; asked: Set<number> }>();
  queries.forEach((query, index) => {
    for (const window of windowsOf(query, maxWindowSeconds)) {
      const key = shapeOf(query, window);
      const group = groups.get(key) ?? { query, window, asked: new Set() };
      group.asked.add(index);
      groups.set(key, group);
    }
  });
  return [...groups.values()].map(({ query, window, asked }) => ({
    call: toCall(
      query,
      [...asked].map((index) => (queries[index] as CanonicalQuery).metric),
      window,
    ),
    queries: [...asked],
    window,
  }));
}

/** Whether no call can answer: Instagram counts no unique accounts over more days than one call takes. */
export const isBeyondOneCount = (query: CanonicalQuery, maxWindowSeconds = defaultMaxWindowSeconds): boolean =>
  query.window !== undefined &&
  query.metricType === 'total_value' &&
  specOf(query.metric).counts === 'unique accounts' &&
  splitWindow(query.window, maxWindowSeconds).length > 1;

function windowsOf(query: CanonicalQuery, maxWindowSeconds: number): readonly (DayWindow | undefined)[] {
  if (!query.window) return [undefined];
  return isBeyondOneCount(query, maxWindowSeconds) ? [] : splitWindow(query.window, maxWindowSeconds);
}

const shapeOf = (query: CanonicalQuery, window: DayWindow | undefined): string =>
  [query.period, query.metricType, query.timeframe, query.breakdown.join('+'), window?.since, window?.until].join('|');

function toCall(query: CanonicalQuery, metrics: readonly string[], window: DayWindow | undefined): GraphCall {
  const asked = metricNames.filter((name) => metrics.includes(name)).map(wireName);
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

/** The same call for one of its metrics at a time: what is asked when a metric poisons the others. */
export const separateCalls = ({ edge, params }: GraphCall): GraphCall[] =>
  (params.metric ?? '').split(',').map((metric) => ({ edge, params: { ...params, metric } }));
