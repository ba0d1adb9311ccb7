/**
 * The answer to one question -> one result that explains itself. Pure.
 *
 * Knows an answer in one piece. One in parts, which most pages never see, is put together by stitch-parts.ts.
 */
import {
  type CanonicalQuery,
  type DayWindow,
  daysOf,
  InsightsError,
  type InsightsResult,
  isInsightsError,
  isWithin,
  provisionalDays,
  type SeriesPoint,
  specOf,
} from '../spec/index.js';
import type { AnswerFacts } from './answer-facts.js';
import { loadLate } from './load-late.js';

/** What one call gave for a query: a result, an error, or nothing at all. */
export interface AnswerPart {
  readonly window: DayWindow | undefined;
  readonly outcome: InsightsResult | InsightsError | undefined;
}

/**
 * One result from the parts of an answer, in any order.
 * @throws InsightsError when no part could be had
 */
export async function stitchAnswer(
  query: CanonicalQuery,
  parts: readonly AnswerPart[],
  facts: AnswerFacts,
): Promise<InsightsResult> {
  const [{ outcome } = {}] = parts;
  if (parts.length === 1 && !query.daily && !hasStrays(query, outcome)) {
    if (isInsightsError(outcome)) throw outcome;
    return stitchOne(query, outcome, facts);
  }
  const { stitchParts } = await loadLate();
  return stitchParts(query, parts, facts);
}

/** What an answer can hold of numbers. */
type Numbers = { readonly [Field in 'total' | 'breakdowns' | 'series']?: InsightsResult[Field] | undefined };

/** The result of an answer in one piece: the API's numbers, and what they are about. */
export function stitchOne(
  query: CanonicalQuery,
  { total, series = [], breakdowns }: Numbers = {},
  { fetchedAt, source, stale }: AnswerFacts,
): InsightsResult {
  return {
    metric: query.metric,
    period: query.period,
    ...(total !== undefined && { total }),
    ...(breakdowns && { breakdowns }),
    ...(series.length > 0 && { series: fillDays(query, series) }),
    ...(query.window && { range: query.window, provisional: provisionalDays(query.window, fetchedAt) }),
    fetchedAt,
    source,
    ...(stale && { stale: true, staleError: stale }),
  };
}

/** Every day of the window, `null` where the API gave nothing. */
function fillDays({ window }: CanonicalQuery, points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  if (!window) return points;
  const values = new Map(points.map(({ day, value }) => [day, value]));
  return daysOf(window).map((day) => ({ day, value: values.get(day) ?? null }));
}

/** Whether an answer is labelled with days that nobody asked for. */
function hasStrays({ window }: CanonicalQuery, outcome: AnswerPart['outcome']): boolean {
  const { series = [], breakdowns = [] }: Partial<InsightsResult> = isInsightsError(outcome) ? {} : (outcome ?? {});
  return [...series, ...breakdowns].some(({ day }) => window && day && !isWithin(window, day));
}

/** Whether a result holds no number at all. A breakdown without rows says zero, except of people: there it says nothing. */
export const isEmptyResult = (
  query: CanonicalQuery,
  { total, parts, series, breakdowns = [] }: InsightsResult,
): boolean =>
  total === undefined &&
  !parts &&
  !series?.some(({ value }) => value !== null) &&
  (specOf(query.metric).counts === 'people' || specOf(query.metric).impliedBreakdown
    ? breakdowns.every(({ rows }) => rows.length === 0)
    : breakdowns.length === 0);
