/**
 * The short way for the answers that pages meet most: numbers by day, totals, and breakdowns in which nothing is missing.
 *
 * Without the reader that knows every shape and names the fault of what is none (result.ts), so that a page loads that
 * only when it needs it. Errs on the side of not recognising.
 */
import { readEndTime } from './days.js';
import type { InsightsResult, ResultBreakdown, SeriesPoint } from './result.js';

/** An answer as it is taken to be: what is otherwise throws where it is used. */
interface GivenAnswer {
  readonly data: readonly GivenRow[];
  readonly error?: unknown;
}

interface GivenRow {
  readonly name: unknown;
  readonly period: unknown;
  readonly values?: readonly { readonly value: unknown; readonly end_time: unknown }[];
  readonly total_value?: { readonly value?: unknown; readonly breakdowns?: readonly GivenBreakdown[] };
}

interface GivenBreakdown {
  readonly dimension_keys: readonly unknown[];
  readonly results: readonly { readonly dimension_values: readonly unknown[]; readonly value: unknown }[];
}

/**
 * What readRows reads, of an answer in which nothing is out of the ordinary.
 * @returns undefined where only readResults can tell
 */
export function plainRows(json: unknown): InsightsResult[] | undefined {
  try {
    const { data, error } = json as GivenAnswer;
    return error === undefined ? data.map(readRow) : undefined;
  } catch {
    return undefined;
  }
}

function readRow({ name, period, values = [], total_value: given }: GivenRow): InsightsResult {
  const series = values.map(readPoint);
  const breakdowns = given?.breakdowns?.map(readBreakdown) ?? [];
  const hasTotal = given?.value !== undefined;
  ensure(name !== '' && series.every(({ day }, index) => index === 0 || day > (series[index - 1] as SeriesPoint).day));
  ensure(given === undefined || hasTotal || breakdowns.length > 0);
  return {
    metric: readText(name),
    period: readText(period),
    ...(hasTotal && { total: readCount(given.value) }),
    ...(series.length > 0 && { series }),
    ...(breakdowns.length > 0 && { breakdowns }),
  };
}

function readPoint({ value, end_time: endTime }: NonNullable<GivenRow['values']>[number]): SeriesPoint {
  const day = readEndTime(readText(endTime));
  ensure(day !== undefined);
  return { day, value: readCount(value) };
}

function readBreakdown({ dimension_keys: keys, results }: GivenBreakdown): ResultBreakdown {
  const pick = (texts: readonly unknown[]): string[] =>
    texts.map(readText).filter((_, index) => keys[index] !== 'timeframe');
  const dimensions = pick(keys);
  ensure(dimensions.length > 0);
  const rows = results.map(({ dimension_values: values, value }) => {
    ensure(values.length === keys.length);
    return { values: pick(values), value: readCount(value) };
  });
  return { dimensions, rows };
}

function readText(value: unknown): string {
  ensure(typeof value === 'string');
  return value;
}

function readCount(value: unknown): number {
  ensure(typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER);
  return value;
}

/** Nobody sees the error: it ends the short way. */
function ensure(isOrdinary: boolean): asserts isOrdinary {
  if (!isOrdinary) throw new TypeError();
}
