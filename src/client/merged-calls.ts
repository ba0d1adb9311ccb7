/**
 * One metric that the API refuses fails a merged call, on some hosts by an empty answer. Finds the one, asks the rest
 * again, and remembers.
 *
 * Does not know queries or transports: it asks by a function, and is asked about metrics by the plan.
 */
import {
  type InsightsError,
  type InsightsErrorCode,
  type InsightsResult,
  isInsightsError,
  loadPart,
} from '../spec/index.js';
import type { GraphCall } from './call.js';

/** What a call gave for each of its metrics, by wire name: nothing for one that the answer left out. */
export interface CallAnswer {
  readonly outcomes: ReadonlyMap<string, InsightsResult | InsightsError>;
  readonly source: 'api' | 'demo';
}

export type Send = (call: GraphCall) => Promise<CallAnswer>;

export interface MergedCalls {
  /** Whether a metric, by wire name, was refused beside others that were not: it is asked alone from then on. */
  isApart(metric: string, shape: string): boolean;
  /**
   * Asks a call, and its metrics in groups where one of them spoils it.
   * @param shape what the metrics have in common, their days aside
   */
  ask(call: GraphCall, shape: string, send: Send): Promise<CallAnswer>;
  clear(): void;
}

export function createMergedCalls(): MergedCalls {
  const apart = new Set<string>();
  /** What was found of calls that are refused, or empty, whichever of their metrics are asked. */
  const hopeless = new Map<string, CallAnswer>();
  return {
    isApart: (metric, shape) => apart.has(`${metric}|${shape}`),
    ask: async (call, shape, send) => {
      const answer = await send(call);
      const metrics = metricsOf(call);
      const key = JSON.stringify(call.params);
      if (!isSpoilt(answer)) {
        // Another failure, or a call that was given up, says nothing of a metric.
        if ([...answer.outcomes.values()].some(isInsightsError)) return answer;
        hopeless.delete(key);
        if (metrics.length === 1) apart.delete(`${metrics[0]}|${shape}`);
        return answer;
      }
      if (metrics.length === 1) return answer;
      const known = hopeless.get(key);
      if (known?.outcomes.size === answer.outcomes.size) return known;
      const { searchMetrics } = await loadPart(() => import('./late.js'));
      const found = await searchMetrics(call, answer, send);
      if (found.bad.length === metrics.length) hopeless.set(key, found);
      else for (const metric of found.bad) apart.add(`${metric}|${shape}`);
      return found;
    },
    clear: () => {
      apart.clear();
      hopeless.clear();
    },
  };
}

export const metricsOf = ({ params }: GraphCall): string[] => (params.metric ?? '').split(',');

/** Failures that can be about one metric of several. */
const refusals: readonly InsightsErrorCode[] = ['rejected', 'not-offered', 'invalid-query'];

/** Refused, or given in a row that cannot be read. */
const isRefusal = (outcome: unknown): outcome is InsightsError =>
  isInsightsError(outcome) && (refusals.includes(outcome.code) || outcome.path?.includes('[') === true);

/** Refused, or empty. */
export const isSpoilt = ({ outcomes }: CallAnswer): boolean => [...outcomes.values()].every(isRefusal);

export const refusalOf = ({ outcomes }: CallAnswer): InsightsError | undefined =>
  [...outcomes.values()].find(isRefusal);

/** One sample makes the whole a sample. */
export const sourceOf = (answers: readonly Pick<CallAnswer, 'source'>[]): CallAnswer['source'] =>
  answers.some(({ source }) => source === 'demo') ? 'demo' : 'api';
