/**
 * One metric that the API refuses fails a merged call, on some hosts by an empty answer. Notices that, and remembers
 * which metric it was; finding it is spoilt-call.ts's.
 *
 * Does not know queries or transports: it asks by a function, and is asked about metrics by the plan.
 */
import { type InsightsError, type InsightsErrorCode, type InsightsResult, isInsightsError } from '../spec/index.js';
import type { AnswerFacts } from './answer-facts.js';
import { type GraphCall, metricsOf } from './call.js';
import { loadLate } from './load-late.js';
import type { Found } from './spoilt-call.js';

/** What a call gave for each of its metrics, by wire name: nothing for one that the answer left out. */
export interface CallAnswer extends AnswerFacts {
  readonly outcomes: ReadonlyMap<string, InsightsResult | InsightsError>;
}

export type Send = (call: GraphCall) => Promise<CallAnswer>;

/** What is remembered of calls that were spoilt. */
export interface Spoilt {
  /** Metrics that spoilt a call for others, with the kind of the call: `likes|day|total_value|`. */
  readonly apart: Set<string>;
  /** What was found, by metrics and kind; and until when that is believed of all such calls. */
  readonly found: Map<string, { readonly verdict: Promise<Found>; until: number }>;
}

export interface MergedCalls {
  /** Whether a metric, by wire name, was refused beside others that were not: it is asked alone from then on. */
  isApart(metric: string, kind: string): boolean;
  /**
   * Asks a call, and its metrics in groups where one of them spoils it.
   * @param kind what its metrics have in common, days and breakdown aside: see kindOf in plan.ts
   */
  ask(call: GraphCall, kind: string, send: Send): Promise<CallAnswer>;
  /** Forgets what was found of calls as a whole: they are searched again. */
  forget(): void;
}

export function createMergedCalls(): MergedCalls {
  const spoilt: Spoilt = { apart: new Set(), found: new Map() };
  return {
    isApart: (metric, kind) => spoilt.apart.has(`${metric}|${kind}`),
    ask: async (call, kind, send) => {
      const answer = await send(call);
      const [metric, ...others] = metricsOf(call);
      if (!isSpoilt(answer) || others.length === 0) {
        // Another failure, or a call that was given up, says nothing of a metric.
        if (!isAnswered(answer)) return answer;
        if (others.length === 0) spoilt.apart.delete(`${metric}|${kind}`);
        else spoilt.found.delete(`${call.params.metric}|${kind}`);
        return answer;
      }
      const { divideCall } = await loadLate();
      return divideCall(call, kind, answer, send, spoilt);
    },
    forget: () => spoilt.found.clear(),
  };
}

/** Failures that can be about one metric of several. */
const refusals: readonly InsightsErrorCode[] = ['rejected', 'not-offered', 'invalid-query'];

/** Refused, also by who answers for some metrics only and names the others; or given in a row that cannot be read. */
export const isRefusal = (outcome: unknown): outcome is InsightsError =>
  isInsightsError(outcome) &&
  (refusals.includes(outcome.code) || outcome.metrics.length > 0 || outcome.path?.includes('[') === true);

const isAnswered = ({ outcomes }: CallAnswer): boolean =>
  outcomes.size > 0 && ![...outcomes.values()].some(isInsightsError);

/** Refused, or empty. */
export const isSpoilt = ({ outcomes }: CallAnswer): boolean => [...outcomes.values()].every(isRefusal);
