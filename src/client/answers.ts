/**
 * One question -> its answer, with all that a reader has to know of it: where there is no number, or not all of it, that
 * is looked into (second-look.ts).
 *
 * Does not know how calls are merged (batch.ts) or kept (answer-cache.ts).
 */
import { type CanonicalQuery, type InsightsError, type InsightsResult, isInsightsError } from '../spec/index.js';
import type { Batch } from './batch.js';
import { loadLate } from './load-late.js';
import { isBeyondOneCount, partsOf } from './plan.js';
import { isEmptyResult } from './stitch.js';

export interface AnswersOptions {
  readonly batch: Batch;
  readonly apiVersion: string | undefined;
  readonly maxWindowSeconds: number | undefined;
  /** How often a gap that can heal is asked again. */
  readonly retries: number;
  readonly now: () => number;
  /** How many followers the account has; undefined where that is not known. */
  readonly followers: (signal: AbortSignal) => Promise<number | undefined>;
}

export type Answer = (query: CanonicalQuery, signal: AbortSignal) => Promise<InsightsResult>;

export function createAnswers({
  batch,
  apiVersion,
  maxWindowSeconds,
  retries,
  now,
  followers,
}: AnswersOptions): Answer {
  const ask: Answer = async (query, signal) => {
    let answer: InsightsResult | InsightsError;
    try {
      answer = await batch.ask(query, signal);
      if (!answer.gaps && !isEmptyResult(query, answer)) return answer;
    } catch (thrown) {
      if (!isInsightsError(thrown) || !['rejected', 'not-offered'].includes(thrown.code)) throw thrown;
      answer = thrown;
    }
    const { lookAgain } = await loadLate();
    return lookAgain(query, answer, {
      ask: () => batch.ask(query, signal),
      signal,
      retries,
      apiVersion,
      now: now(),
      followers: () => followers(signal),
    });
  };

  return async (query, signal) => {
    if (!isBeyondOneCount(query, maxWindowSeconds)) return ask(query, signal);
    const { metric, period, window } = query;
    const answer =
      partsOf(query, maxWindowSeconds).length > 0
        ? await ask(query, signal)
        : { metric, period, ...(window && { range: window }), fetchedAt: now() };
    return { ...answer, reason: 'window-too-long' };
  };
}
