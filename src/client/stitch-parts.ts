/**
 * The parts of an answer -> one result. Pure.
 *
 * Knows what may be added up and what may not. Does not know where the parts came from.
 */
import {
  addDays,
  type BreakdownRow,
  type CanonicalQuery,
  type Day,
  type DayWindow,
  type Derivation,
  type Gap,
  type InsightsResult,
  isInsightsError,
  isWithin,
  type ResultBreakdown,
  specOf,
} from '../spec/index.js';
import type { AnswerFacts } from './answer-facts.js';
import { type AnswerPart, stitchOne } from './stitch.js';

interface Answered {
  readonly window: DayWindow | undefined;
  readonly outcome: InsightsResult;
}

/** The numbers that are about all days of a query at once. */
type Counts = Pick<InsightsResult, 'total' | 'parts' | 'breakdowns' | 'derivedFrom'>;

/**
 * One result from the parts of an answer, in any order. Events are added up, and the result says so; unique accounts
 * never are. A part that failed becomes a gap, and leaves no sum. A label outside the days that were asked is left out,
 * and told.
 * @throws InsightsError when no part could be had
 */
export function stitchParts(query: CanonicalQuery, given: readonly AnswerPart[], facts: AnswerFacts): InsightsResult {
  const parts = [...given].sort((a, b) => ((a.window?.since ?? '') < (b.window?.since ?? '') ? -1 : 1));
  const all = parts.filter(isAnswered);
  const failure = parts.map(({ outcome }) => outcome).find(isInsightsError);
  if (all.length === 0 && failure) throw failure;

  const answered = query.daily ? all.map(toDay) : all.map(withoutStrays);
  const results = answered.map(({ outcome }) => outcome);
  const counts = parts.length > 1 || query.daily ? addCounts(query, parts.length, answered) : (results[0] ?? {});
  const { total, breakdowns, parts: known } = counts;
  const derivedFrom = counts.derivedFrom ?? (query.daily && ({ kind: 'days' } as const));
  const series = results.flatMap((result) => result.series ?? []);
  const gaps = gapsOf(parts);
  // A total has no label.
  const strays = query.daily ? [] : straysOf(query, all);
  return {
    ...stitchOne(query, { total, breakdowns, series }, facts),
    ...(known && { parts: known }),
    ...(derivedFrom && { derivation: englishOf(derivedFrom), derivedFrom }),
    ...(counts.derivedFrom && facts.source === 'api' && { source: 'derived' }),
    ...(gaps.length > 0 && { gaps }),
    ...(strays.length > 0 && { strays }),
  };
}

/** For who reads a result; a page says it by words of its language (format/derivation-text.ts). */
function englishOf(from: Derivation): string {
  if (from.kind === 'days') return 'one question per day; days need not add up to the total';
  const { known, of } = from;
  return `sum of ${known < of ? `${known} of ${of}` : of} totals by Instagram`;
}

const isAnswered = (part: AnswerPart): part is Answered => part.outcome !== undefined && !isInsightsError(part.outcome);

/** Neighbours that failed alike are one gap. */
function gapsOf(parts: readonly AnswerPart[]): Gap[] {
  const gaps: Gap[] = [];
  for (const { window, outcome } of parts) {
    if (!window || !isInsightsError(outcome)) continue;
    const last = gaps.at(-1);
    const goesOn = last?.error.code === outcome.code && addDays(last.until, 1) === window.since;
    if (goesOn) gaps.pop();
    gaps.push({ since: goesOn ? last.since : window.since, until: window.until, error: outcome });
  }
  return gaps;
}

/** The days of labels where nobody asked for them: outside the days of their part, unless the part that has them says so too. */
function straysOf({ window }: CanonicalQuery, answered: readonly Answered[]): Day[] {
  if (!window) return [];
  const labels = answered.flatMap(({ window: own, outcome: { series = [], breakdowns = [] } }) =>
    [...series, ...breakdowns].flatMap(({ day }) =>
      day === undefined ? [] : { day, isOwn: !own || isWithin(own, day) },
    ),
  );
  const own = new Set(labels.flatMap(({ day, isOwn }) => (isOwn ? day : [])));
  return [...new Set(labels.flatMap(({ day }) => (own.has(day) ? [] : day)))].sort();
}

/** A part speaks of its own days only. */
function withoutStrays({ window, outcome }: Answered): Answered {
  const isOwn = ({ day }: { readonly day?: Day }): boolean => !window || day === undefined || isWithin(window, day);
  const { series = [], breakdowns = [], ...others } = outcome;
  const own = breakdowns.filter(isOwn);
  return {
    window,
    outcome: { ...others, series: series.filter(isOwn), ...(own.length > 0 && { breakdowns: own }) },
  };
}

/** The total of one day as the point of a series, its rows as those of the day. */
function toDay({ window, outcome: { metric, period, total, breakdowns } }: Answered): Answered {
  const day = window?.since ?? '';
  return {
    window,
    outcome: {
      metric,
      period,
      ...(total !== undefined && { series: [{ day, value: total }] }),
      ...(breakdowns && { breakdowns: breakdowns.map((breakdown) => ({ ...breakdown, day })) }),
    },
  };
}

function addCounts(query: CanonicalQuery, count: number, answered: readonly Answered[]): Counts {
  const results = answered.map(({ outcome }) => outcome);
  // A breakdown of one day stands for itself, as a point of a series does.
  const daily = results.flatMap(({ breakdowns = [] }) => breakdowns).filter(({ day }) => day !== undefined);
  if (daily.length > 0) return { breakdowns: daily };
  if (specOf(query.metric).counts !== 'events') return {};
  const known = answered.filter(({ outcome }) => hasCount(query, outcome));
  const counted = known.map(({ outcome }) => outcome);
  const counts = known.length < count ? {} : { ...addTotals(counted), ...addBreakdowns(counted) };
  if (Object.keys(counts).length > 0) return { ...counts, derivedFrom: { kind: 'totals', known: count, of: count } };
  if (known.length === 0) return {};
  const parts = known.flatMap(({ window, outcome: { total } }) =>
    window ? { ...window, ...(total !== undefined && { total }) } : [],
  );
  if (parts.some(({ total }) => total !== undefined)) return { parts };
  const { breakdowns: [rows] = [] } = addBreakdowns(counted);
  const derivedFrom = { kind: 'totals', known: known.length, of: count } as const;
  return rows ? { parts, breakdowns: [{ ...rows, incomplete: true }], derivedFrom } : {};
}

/** Whether a part says how many there were. Rows are the whole of a metric that has no number of its own. */
const hasCount = (query: CanonicalQuery, { total, breakdowns: [breakdown] = [] }: InsightsResult): boolean =>
  total !== undefined ||
  (specOf(query.metric).impliedBreakdown ? Boolean(breakdown?.rows.length) : breakdown !== undefined);

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
