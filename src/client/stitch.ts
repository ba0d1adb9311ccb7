/**
 * The parts of an answer -> one result that explains itself. Pure.
 *
 * Knows what may be added up and what may not. Does not know where the parts came from.
 */
import {
  type BreakdownRow,
  type CanonicalQuery,
  type DayWindow,
  daysOf,
  type Gap,
  type InsightsError,
  type InsightsResult,
  isInsightsError,
  provisionalDays,
  type ResultBreakdown,
  type SeriesPoint,
  specOf,
} from '../spec/index.js';

/** What one call gave for a query: a result, an error, or nothing at all. */
export interface AnswerPart {
  readonly window: DayWindow | undefined;
  readonly outcome: InsightsResult | InsightsError | undefined;
}

export interface AnswerFacts {
  /** When the answer came: milliseconds since the epoch. */
  readonly fetchedAt: number;
  readonly source: 'api' | 'demo';
}

interface Answered {
  readonly window: DayWindow | undefined;
  readonly outcome: InsightsResult;
}

/** The numbers that are about all days of a query at once. */
type Counts = Pick<InsightsResult, 'total' | 'breakdowns' | 'derivation'>;

/**
 * One result from the parts of its days, in any order. Events are added up, and the result says so; unique accounts
 * never are. A part that failed becomes a gap, and leaves no sum.
 * @throws InsightsError when no part could be had
 */
export function stitchAnswer(query: CanonicalQuery, given: readonly AnswerPart[], facts: AnswerFacts): InsightsResult {
  const parts = [...given].sort((a, b) => ((a.window?.since ?? '') < (b.window?.since ?? '') ? -1 : 1));
  const answered = parts.filter(isAnswered);
  const failure = parts.map(({ outcome }) => outcome).find(isInsightsError);
  if (answered.length === 0 && failure) throw failure;

  const counts = parts.length === 1 ? countsOf(answered[0]?.outcome) : addCounts(query, parts.length, answered);
  const series = fillDays(query, answered);
  const gaps = parts.flatMap(toGap);
  return {
    metric: query.metric,
    period: query.period,
    ...counts,
    ...(series && { series }),
    ...(query.window && { range: query.window, provisional: provisionalDays(query.window, facts.fetchedAt) }),
    ...(gaps.length > 0 && { gaps }),
    fetchedAt: facts.fetchedAt,
    source: facts.source === 'demo' ? 'demo' : counts.derivation === undefined ? 'api' : 'derived',
  };
}

/** Whether a result holds no number at all. A breakdown without rows says zero, except of people: there it says nothing. */
export const isEmptyResult = (query: CanonicalQuery, { total, series, breakdowns = [] }: InsightsResult): boolean =>
  total === undefined &&
  !series?.some(({ value }) => value !== null) &&
  (specOf(query.metric).counts === 'people'
    ? breakdowns.every(({ rows }) => rows.length === 0)
    : breakdowns.length === 0);

const isAnswered = (part: AnswerPart): part is Answered => part.outcome !== undefined && !isInsightsError(part.outcome);

const toGap = ({ window, outcome }: AnswerPart): Gap[] =>
  window && isInsightsError(outcome) ? [{ since: window.since, until: window.until, error: outcome }] : [];

const countsOf = ({ total, breakdowns }: Partial<InsightsResult> = {}): Counts => ({
  ...(total !== undefined && { total }),
  ...(breakdowns && { breakdowns }),
});

function addCounts(query: CanonicalQuery, count: number, answered: readonly Answered[]): Counts {
  const results = answered.map(({ outcome }) => outcome);
  // A breakdown of one day stands for itself, as a point of a series does.
  const daily = results.flatMap(({ breakdowns = [] }) => breakdowns).filter(({ day }) => day !== undefined);
  if (daily.length > 0) return { breakdowns: daily };
  if (specOf(query.metric).counts !== 'events' || results.length < count) return {};
  const counts = countsOf({ ...addTotals(results), ...addBreakdowns(results) });
  return Object.keys(counts).length > 0 ? { ...counts, derivation: `sum of ${count} totals by Instagram` } : {};
}

function addTotals(results: readonly InsightsResult[]): Pick<Counts, 'total'> {
  const totals = results.flatMap(({ total }) => total ?? []);
  if (totals.length < results.length || totals.length === 0) return {};
  return { total: totals.reduce((sum, total) => sum + total, 0) };
}

/** Rows of the same values together. Where one part has no breakdown, another one or half of one, there is nothing to say of all. */
function addBreakdowns(results: readonly InsightsResult[]): Pick<Counts, 'breakdowns'> {
  const [first, ...others] = results.map(({ breakdowns }) => breakdowns?.[0]);
  const fits = (other: ResultBreakdown | undefined): boolean =>
    other?.dimensions.join() === first?.dimensions.join() && !other?.incomplete;
  if (!first || ![first, ...others].every(fits)) return {};
  const rows = new Map<string, BreakdownRow>();
  for (const { values, value } of [first, ...others].flatMap((breakdown) => breakdown?.rows ?? [])) {
    const key = JSON.stringify(values);
    rows.set(key, { values, value: value + (rows.get(key)?.value ?? 0) });
  }
  return { breakdowns: [{ dimensions: first.dimensions, rows: [...rows.values()] }] };
}

/** Every day of the window, `null` where the API gave nothing. A part speaks of its own days only. */
function fillDays(query: CanonicalQuery, answered: readonly Answered[]): SeriesPoint[] | undefined {
  const points = answered.flatMap(({ window, outcome: { series = [] } }) =>
    series.filter(({ day }) => !window || (window.since <= day && day <= window.until)),
  );
  if (points.length === 0 || !query.window) return points.length > 0 ? points : undefined;
  const values = new Map(points.map(({ day, value }) => [day, value]));
  return daysOf(query.window).map((day) => ({ day, value: values.get(day) ?? null }));
}
