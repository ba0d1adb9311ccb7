/** Remembers the parts of answers that no longer change, so that nothing is asked twice about days long past. */
import {
  dayCount,
  type InsightsError,
  type InsightsResult,
  isInsightsError,
  isWithin,
  provisionalDays,
} from '../spec/index.js';
import type { AnswerFacts } from './answer-facts.js';
import { partKey, type QueryPart } from './plan.js';

/** What came of a part: an answer, a failure, or nothing at all. */
export interface PartAnswer extends AnswerFacts {
  readonly outcome: InsightsResult | InsightsError | undefined;
}

export interface SettledParts {
  get(part: QueryPart): PartAnswer | undefined;
  /** Keeps an answer of which all days are older than Instagram's delay: for good, or for hours where a number is missing. */
  keep(part: QueryPart, answer: PartAnswer): void;
  forget(part: QueryPart): void;
}

/** For how long days long past that have no number are not asked for again. */
const emptyMs = 6 * 3_600_000;

/** @param most how many are remembered; the oldest go first */
export function createSettledParts(most = 2_000): SettledParts {
  const kept = new Map<string, { readonly answer: PartAnswer; readonly until: number }>();
  return {
    get: (part) => {
      const known = kept.get(partKey(part));
      return known && Date.now() < known.until ? known.answer : undefined;
    },
    keep: (part, answer) => {
      const { outcome, fetchedAt } = answer;
      if (isMoving(part, fetchedAt) || isInsightsError(outcome)) return;
      const isSettled = outcome !== undefined && isWhole(part, outcome);
      kept.set(partKey(part), { answer, until: isSettled ? Number.POSITIVE_INFINITY : Date.now() + emptyMs });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
    forget: (part) => void kept.delete(partKey(part)),
  };
}

/** Whether numbers given at a moment were still to change. */
export const isMoving = ({ window }: QueryPart, fetchedAt: number): boolean =>
  !window || provisionalDays(window, fetchedAt).length > 0;

function isWhole({ query, window }: QueryPart, { total, series = [], breakdowns = [] }: InsightsResult): boolean {
  if (query.metricType === 'time_series') {
    if (!window) return false;
    // A label of another day does not stand in for a day that is missing.
    const known = series.filter(({ day, value }) => value !== null && isWithin(window, day));
    return known.length === dayCount(window);
  }
  return query.breakdown.length === 0
    ? total !== undefined
    : breakdowns.length > 0 && breakdowns.every(({ incomplete }) => !incomplete);
}
