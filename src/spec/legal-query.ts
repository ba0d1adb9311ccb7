/** A question with nothing left out, or the error that says why it is none: for who asks it, and shows no issues. */
import { InsightsError } from './errors.js';
import { hasErrors } from './issue.js';
import { type CanonicalQuery, canonicalQuery, type QueryInput } from './query.js';
import { validateQuery } from './validate.js';

export interface LegalOptions {
  /** Graph version that will be asked: see validateQuery. */
  readonly apiVersion?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Whether who answers keeps a history: see ValidateOptions. */
  readonly history?: boolean | undefined;
  /** Whether a total for each day may be asked for, by a call for each. */
  readonly dailyTotals?: boolean;
}

/**
 * The canonical form of a question.
 * @throws InsightsError `invalid-query`, with the issues
 */
export function legalQuery(query: QueryInput, { apiVersion, now, history, dailyTotals }: LegalOptions): CanonicalQuery {
  const issues = validateQuery(query, { apiVersion, now, history });
  if (hasErrors(issues)) throw new InsightsError('invalid-query', { issues });
  let asked: CanonicalQuery;
  try {
    asked = canonicalQuery(query, now);
  } catch {
    throw new InsightsError('invalid-query', { detail: 'A query is about one metric.', issues });
  }
  if (asked.daily && !dailyTotals) {
    const detail = 'A total for each day costs a call for each. Ask a backend, or set `dailyTotals` of the client.';
    throw new InsightsError('invalid-query', { detail });
  }
  return asked;
}
