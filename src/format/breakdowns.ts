/**
 * The rows of a breakdown as something to draw and to read: the largest first, with a share where they are parts of a
 * total, and beside them the rows of the window before.
 *
 * Knows that one account can be in several rows: what the record does not call a partition is never added up.
 */
import { type BreakdownRow, type InsightsResult, type ResultBreakdown, readSpec } from '../spec/index.js';
import type { Formats } from './formats.js';
import type { NameWords } from './locales/en/names.js';
import { valueLabel } from './names.js';
import { clip } from './words.js';

/** One number of the window before. */
export interface Earlier {
  /** undefined where the API did not report it. */
  readonly before?: number | undefined;
}

export interface BreakdownItem extends Earlier {
  /** The API's own values, one per dimension. */
  readonly values: readonly string[];
  readonly label: string;
  readonly value: number;
  /** Of the total, 0 to 1; undefined where the rows are no parts of one. */
  readonly share: number | undefined;
}

/** Why rows have no shares. */
export type Unshared =
  /** One account can be in several rows. */
  | 'overlap'
  /** Instagram gave no total. */
  | 'noTotal'
  /** The rows are more than the total. */
  | 'tooMuch'
  /** Nothing is known of how the rows stand to a total, or there is nothing to share. */
  | 'unknown';

export interface BreakdownTable {
  readonly dimensions: readonly string[];
  /** The largest first. */
  readonly rows: readonly BreakdownItem[];
  readonly total: number | undefined;
  /** undefined where the rows have shares. */
  readonly unshared: Unshared | undefined;
  /** What the API counted in the total and in no row, as a share of the total. */
  readonly unlisted: number;
  /** Whether the API named a row without its number. */
  readonly isIncomplete: boolean;
  /** Whether nothing was counted: the API leaves out a row of nothing, and with it the total. */
  readonly isZero: boolean;
}

/** Two dimensions: a row for each value of the first, a column for each of the second. */
export interface BreakdownMatrix {
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  /** Whether the columns add up within a row. */
  readonly isStacked: boolean;
}

export interface MatrixRow extends Earlier {
  /** The API's value of the first dimension. */
  readonly value: string;
  readonly label: string;
  /** One per column; undefined where the API did not report it. */
  readonly cells: readonly (number | undefined)[];
  /** The window before, one per column. */
  readonly earlier: readonly (number | undefined)[];
}

export interface MatrixColumn {
  /** The API's value of the second dimension. */
  readonly value: string;
  readonly label: string;
}

const none: ResultBreakdown = { dimensions: [], rows: [] };
const breakdownOf = (result: InsightsResult | undefined): ResultBreakdown => result?.breakdowns?.[0] ?? none;
const sumOf = (numbers: readonly number[]): number => numbers.reduce((all, value) => all + value, 0);

/** The first breakdown of an answer as rows, also what Instagram calls by names that nobody knows. */
export function breakdownTable(
  result: InsightsResult,
  before: InsightsResult | undefined,
  names: NameWords,
  formats: Formats,
): BreakdownTable {
  const { dimensions, rows, incomplete } = breakdownOf(result);
  const { total } = result;
  const listed = sumOf(rows.map(({ value }) => value));
  const unshared = unsharedOf(result, dimensions, listed);
  const whole = total ?? 0;
  const earlier = lookUp(before);
  const labels = labelsOf(rows, dimensions, names, formats);
  return {
    dimensions,
    total,
    unshared,
    unlisted: unshared === undefined ? 1 - listed / whole : 0,
    isIncomplete: incomplete ?? false,
    isZero: !incomplete && listed === 0 && (total === 0 || (total === undefined && saysZero(result))),
    rows: rows
      .map(({ values, value }, at) => ({
        values,
        label: labels[at] ?? '',
        value,
        share: unshared === undefined ? value / whole : undefined,
        before: earlier(values),
      }))
      .sort((a, b) => b.value - a.value),
  };
}

/** What no row tells of did not happen, or nobody did it; of people, and where rows have a meaning, nothing is known then. */
function saysZero({ metric, breakdowns = [] }: InsightsResult): boolean {
  const { kind, rowMeanings } = readSpec(metric) ?? {};
  return breakdowns.length > 0 && kind === 'interaction' && !rowMeanings;
}

function unsharedOf(
  { metric, total }: InsightsResult,
  dimensions: readonly string[],
  listed: number,
): Unshared | undefined {
  const { counts } = readSpec(metric) ?? {};
  if (!dimensions.every((dimension) => isPartition(metric, dimension)))
    return counts === 'unique accounts' ? 'overlap' : 'unknown';
  if (dimensions.length === 0 || total === 0) return listed > 0 ? 'tooMuch' : 'unknown';
  if (total === undefined) return 'noTotal';
  return listed > total ? 'tooMuch' : undefined;
}

const isPartition = (metric: string, dimension: string): boolean =>
  readSpec(metric)?.partitions.some((partition) => partition === dimension) ?? false;

/** The numbers of the window before, by values: beside other rows one that is missing is zero, unless its number is. */
function lookUp(before: InsightsResult | undefined): (values: readonly string[]) => number | undefined {
  const { rows, incomplete } = breakdownOf(before);
  const known = new Map(rows.map(({ values, value }) => [keyOfValues(values), value]));
  const rest = before?.breakdowns?.[0] && !incomplete ? 0 : undefined;
  return (values) => known.get(keyOfValues(values)) ?? rest;
}

const keyOfValues = (values: readonly string[]): string => JSON.stringify(values);

/** A name for each row. Where the API has two values for what has one name here, both stand beside it. */
function labelsOf(
  rows: readonly Pick<BreakdownRow, 'values'>[],
  dimensions: readonly string[],
  names: NameWords,
  formats: Formats,
): string[] {
  const labels = rows.map(({ values }) =>
    values.map((text, at) => valueLabel(dimensions[at] ?? '', text, names, formats)).join(' · '),
  );
  return labels.map((label, at) =>
    labels.indexOf(label) === labels.lastIndexOf(label)
      ? label
      : clip(`${label} (${rows[at]?.values.join(' · ') ?? ''})`),
  );
}

/** Two dimensions as rows and columns; undefined for an answer with another number of them. */
export function matrixOf(
  result: InsightsResult,
  before: InsightsResult | undefined,
  names: NameWords,
  formats: Formats,
): BreakdownMatrix | undefined {
  const { dimensions, rows, incomplete } = breakdownOf(result);
  const [first, second] = dimensions;
  if (dimensions.length !== 2 || first === undefined || second === undefined) return undefined;
  const valuesAt = (place: number): string[] => [...new Set(rows.map(({ values }) => values[place] ?? ''))];
  const columnValues = inOrder(second, valuesAt(1), names);
  const rowValues = valuesAt(0);
  const labelsAt = (dimension: string, values: readonly string[]): string[] =>
    labelsOf(
      values.map((value) => ({ values: [value] })),
      [dimension],
      names,
      formats,
    );
  const rowLabels = labelsAt(first, rowValues);
  const columnLabels = labelsAt(second, columnValues);
  const cells = new Map(rows.map(({ values, value }) => [keyOfValues(values), value]));
  const earlier = lookUp(before);
  const unsure = incomplete ? undefined : 0;
  const isStacked =
    isPartition(result.metric, second) &&
    unsharedOf(result, dimensions, sumOf(rows.map(({ value }) => value))) !== 'tooMuch';
  const size = (row: MatrixRow): number => {
    const known = row.cells.map((cell) => cell ?? 0);
    return isStacked ? sumOf(known) : Math.max(0, ...known);
  };
  return {
    isStacked,
    columns: columnValues.map((value, at) => ({ value, label: columnLabels[at] ?? '' })),
    rows: rowValues
      .map((value, at) => {
        const past = columnValues.map((column) => earlier([value, column]));
        return {
          value,
          label: rowLabels[at] ?? '',
          cells: columnValues.map((column) => cells.get(keyOfValues([value, column])) ?? unsure),
          earlier: past,
          before: isStacked && past.every((cell) => cell !== undefined) ? sumOf(past) : undefined,
        };
      })
      .sort((a, b) => size(b) - size(a)),
  };
}

/** What a row comes to in the columns at these places; undefined where one of its numbers was not reported. */
export function rowTotal({ cells }: Pick<MatrixRow, 'cells'>, places: readonly number[]): number | undefined {
  const known = places.flatMap((at) => cells[at] ?? []);
  return known.length === places.length ? sumOf(known) : undefined;
}

/** What comes first where colours are given: the values that most accounts have. */
const first: readonly string[] = ['REEL', 'REELS', 'POST', 'FEED', 'CAROUSEL_CONTAINER', 'STORY'];

/** Values in an order that does not depend on their numbers: those with a name as the names stand, then the others. */
export function inOrder(dimension: string, values: readonly string[], names: NameWords): string[] {
  const named = Object.hasOwn(names.values, dimension)
    ? Object.keys(names.values[dimension as keyof NameWords['values']])
    : [];
  const order = [...first, ...named];
  const place = (value: string): number => (order.includes(value) ? order.indexOf(value) : order.length);
  return [...values].sort((a, b) => place(a) - place(b) || (a < b ? -1 : Number(a > b)));
}
