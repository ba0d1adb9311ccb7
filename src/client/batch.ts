/**
 * Questions of the same moment -> one plan -> calls -> an answer to each.
 *
 * Decides when a batch is full and when a call has nobody left to answer. Does not cache or retry (client.ts).
 */
import {
  type CanonicalQuery,
  type InsightsErrorCode,
  type InsightsResult,
  readResults,
  toInsightsError,
  wireName,
} from '../spec/index.js';
import type { GraphCall, Transport } from './call.js';
import { type CallPlan, planParts, separateCalls } from './plan.js';
import { type AnswerPart, stitchAnswer } from './stitch.js';

interface Asker {
  readonly query: CanonicalQuery;
  readonly signal: AbortSignal;
  readonly resolve: (result: InsightsResult) => void;
  readonly reject: (reason: unknown) => void;
}

/** What one call gave for each of its metrics, by wire name: nothing where the answer left it out. */
interface CallAnswer {
  readonly outcomeOf: (metric: string) => AnswerPart['outcome'];
  readonly source: 'api' | 'demo';
}

interface SentCall {
  readonly plan: CallPlan;
  /** Never rejects: a failure is an outcome. */
  readonly answer: Promise<CallAnswer>;
}

export interface BatchOptions {
  readonly transport: Transport;
  readonly maxWindowSeconds: number | undefined;
  readonly now: () => number;
}

/** Asks one question; those asked before the next task share their calls. */
export type Ask = (query: CanonicalQuery, signal: AbortSignal) => Promise<InsightsResult>;

export function createBatch({ transport, maxWindowSeconds, now }: BatchOptions): Ask {
  let waiting: Asker[] = [];

  const flush = (): void => {
    const askers = waiting.filter(({ signal }) => !signal.aborted);
    waiting = [];
    const plans = planParts(
      askers.map(({ query }) => query),
      maxWindowSeconds,
    );
    const sent = plans.map((plan): SentCall => ({ plan, answer: sendPlan(plan, askers) }));
    askers.forEach((asker, index) => {
      void answer(
        asker,
        sent.filter(({ plan }) => plan.queries.includes(index)),
      );
    });
  };

  /** One call, given up when every asker has gone. */
  const sendPlan = ({ call, queries }: CallPlan, askers: readonly Asker[]): Promise<CallAnswer> => {
    const controller = new AbortController();
    const signals = queries.map((index) => (askers[index] as Asker).signal);
    for (const signal of signals) {
      signal.addEventListener('abort', () => signals.every(({ aborted }) => aborted) && controller.abort(), {
        once: true,
      });
    }
    return send(call, controller.signal);
  };

  const send = async (call: GraphCall, signal: AbortSignal): Promise<CallAnswer> => {
    try {
      const json = await transport(call, { signal });
      const results = new Map(readResults(json).map((result) => [result.metric, result]));
      return {
        outcomeOf: (metric) => results.get(metric),
        source: (json as { source?: unknown }).source === 'demo' ? 'demo' : 'api',
      };
    } catch (thrown) {
      const error = toInsightsError(thrown);
      const calls = separateCalls(call);
      if (calls.length > 1 && refusals.includes(error.code) && !signal.aborted) {
        return separately(calls, await Promise.all(calls.map((single) => send(single, signal))));
      }
      return { outcomeOf: () => error, source: 'api' };
    }
  };

  const answer = async ({ query, resolve, reject }: Asker, calls: readonly SentCall[]): Promise<void> => {
    try {
      const answers = await Promise.all(calls.map((call) => call.answer));
      const metric = wireName(query.metric);
      const parts = calls.map(
        ({ plan: { window } }, index): AnswerPart => ({ window, outcome: answers[index]?.outcomeOf(metric) }),
      );
      resolve(stitchAnswer(query, parts, { fetchedAt: now(), source: sourceOf(answers) }));
    } catch (thrown) {
      reject(toInsightsError(thrown));
    }
  };

  return (query, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      // A macrotask: a microtask would end the batch between two elements' updates.
      if (waiting.length === 0) setTimeout(flush);
      waiting.push({ query, signal, resolve, reject });
    });
}

/** One refused metric fails a whole merged call: asked one by one, the others answer. */
const refusals: readonly InsightsErrorCode[] = ['rejected', 'not-offered', 'invalid-query'];

/** The answers of one call's metrics, asked one by one, as one answer. */
const separately = (calls: readonly GraphCall[], answers: readonly CallAnswer[]): CallAnswer => ({
  outcomeOf: (metric) => answers[calls.findIndex(({ params }) => params.metric === metric)]?.outcomeOf(metric),
  source: sourceOf(answers),
});

/** One sample makes the whole a sample. */
const sourceOf = (answers: readonly CallAnswer[]): CallAnswer['source'] =>
  answers.some(({ source }) => source === 'demo') ? 'demo' : 'api';
