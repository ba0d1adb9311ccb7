/** What an answer says of itself beside its numbers: whether they are samples, when Instagram gave them, why there are no newer ones. */
import { type InsightsError } from '../spec/index.js';
import { memberOf } from '../spec/records.js';
import { loadLate } from './load-late.js';

export interface AnswerFacts {
  readonly source: 'api' | 'demo';
  /** When the API gave the oldest number that still moves: milliseconds since the epoch. */
  readonly fetchedAt: number;
  /** Why there is no newer answer, where one was due and could not be had. */
  readonly stale?: InsightsError | undefined;
}

/**
 * Reads what a transport has put beside the numbers: see Transport.
 * @param now of the arrival; nothing was given later than that, whatever another machine's clock says
 */
export async function readFacts(json: unknown, now: number): Promise<AnswerFacts> {
  const source = memberOf(json, 'source') === 'demo' ? 'demo' : 'api';
  const fetchedAt = Math.min(now, Number(memberOf(json, 'fetched_at') ?? now) * 1000 || now);
  const stale = memberOf(json, 'stale');
  return { source, fetchedAt, ...(stale !== undefined && { stale: (await loadLate()).readStale(stale) }) };
}
