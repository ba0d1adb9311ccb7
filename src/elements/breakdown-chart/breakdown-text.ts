/** A breakdown in words: its sentence, what is to be known of its rows, and its table. Pure. */
import { rowTotal } from '../../format/breakdowns.js';
import {
  type BreakdownItem,
  type BreakdownMatrix,
  type BreakdownTable,
  dimensionLabel,
  listText,
} from '../../format/index.js';
import { isolated } from '../../format/names.js';
import type { ChartTable } from '../chart-parts.js';
import { maxRows } from './box.js';
import type { Drawn, SaidSide, Wording } from './drawn.js';

/** The largest row in a sentence, or that there is none. */
export function sentenceOf(
  { dimensions, rows, isZero }: BreakdownTable,
  metric: string,
  { words, formats }: Wording,
): string {
  const [first, second] = rows;
  if (isZero) return words.nothing;
  if (!first) return words.noRows;
  const { value, share, values } = first;
  const label = isolated(first.label);
  if (value === 0) return '';
  const alike = rows.filter((row) => row.value === value).map((row) => isolated(row.label));
  const number = formats.number(value);
  if (second?.value === value) return words.largestAlike(listText(alike, formats), number);
  if (share === undefined) return words.largest(label, number);
  const [dimension = ''] = dimensions;
  if (share > 0.5 && values.length === 1 && Object.hasOwn(words.most, dimension))
    return words.most[dimension as keyof Wording['words']['most']](metric, label, number, formats.percent(share));
  return words.largestOf(label, number, formats.percent(share));
}

/** What a reader has to know of a canvas of rows: that its totals are ours, and that there are more rows. */
export function canvasFacts(
  { table, matrix, shown, ring, sides }: Drawn,
  hidden: ReadonlySet<string>,
  { words, formats }: Wording,
): (string | undefined)[] {
  if (ring || sides) return [];
  const { length } = (matrix ?? table).rows;
  return [
    shown.matrix && hasTotals(shown.matrix, hidden) ? words.derivedTotals : undefined,
    length > maxRows ? words.shownOf(formats.quantity(maxRows), formats.quantity(length)) : undefined,
  ];
}

/** What a reader has to know of the rows. */
export function rowFacts(
  { unshared, unlisted, isIncomplete, rows }: BreakdownTable,
  { words, names, formats }: Wording,
): (string | undefined)[] {
  const isShown = rows.length > 0;
  return [
    unlisted > 0 && isShown ? words.unlisted(formats.percent(unlisted)) : undefined,
    isIncomplete ? words.incomplete : undefined,
    !isShown || unshared === undefined || unshared === 'unknown'
      ? undefined
      : unshared === 'overlap'
        ? names.overlap
        : words[unshared],
  ];
}

/** Whether the rows of a drawing have totals of ours: sums of columns that are parts, where each of them is known. */
function hasTotals({ rows, columns, isStacked }: BreakdownMatrix, hidden: ReadonlySet<string>): boolean {
  const places = columns.flatMap(({ value }, at) => (hidden.has(value) ? [] : at));
  return isStacked && places.length > 1 && rows.some((row) => rowTotal(row, places) !== undefined);
}

export interface TableParts extends Wording {
  /** What a number is of: the metric, or the days where two windows are on screen. */
  readonly label: string;
  /** The days before, where they are on screen. */
  readonly earlier: string | undefined;
  readonly noNumber: string;
}

/** All rows, with their shares where they have any. */
export function tableOf(
  { dimensions, rows, unshared, total }: BreakdownTable,
  { words, names, formats, label, earlier, noNumber }: TableParts,
): ChartTable {
  const hasShares = unshared === undefined;
  const name = listText(
    dimensions.map((dimension) => dimensionLabel(dimension, names)),
    formats,
  );
  const cells = ({ label: title, value, share, before }: BreakdownItem): string[] => [
    title,
    formats.number(value),
    ...(hasShares ? [formats.percent(share ?? 0)] : []),
    ...(earlier === undefined ? [] : [before === undefined ? noNumber : formats.number(before)]),
  ];
  const columns = [name, label, ...(hasShares ? [words.table.share] : []), ...(earlier === undefined ? [] : [earlier])];
  if (rows.length > 0) return { columns, rows: rows.map(cells) };
  // Without a row the total is what there is to read.
  return { columns: [name, label], rows: total === undefined ? [] : [[words.total, formats.number(total)]] };
}

/** Gained and lost in a sentence; what they come to only where both are known. */
export function sidesSentence([gained, lost]: readonly [SaidSide, SaidSide], { words, formats }: Wording): string {
  const known = [gained, lost].filter(({ value }) => value !== undefined);
  if (gained.value !== undefined && lost.value !== undefined)
    return words.gainedAndLost(
      formats.number(gained.value),
      formats.number(lost.value),
      formats.signed(gained.value - lost.value),
    );
  const [side] = known;
  return side ? words.oneSide(side.label, side.text, side === gained ? lost.label : gained.label) : '';
}

/** Gained and lost, what they come to, and rows that mean neither. */
export function sidesTable(
  sides: readonly [SaidSide, SaidSide],
  { rows }: BreakdownTable,
  { words, names, formats, label }: TableParts,
): ChartTable {
  const [gained, lost] = sides;
  const net = gained.value === undefined || lost.value === undefined ? undefined : gained.value - lost.value;
  const others = rows.filter(({ values: [value] }) => !sides.some(({ apiValue }) => apiValue === value));
  return {
    columns: [dimensionLabel('follow_type', names), label],
    rows: [
      ...sides.map((side) => [side.label, side.text]),
      ...(net === undefined ? [] : [[words.net, formats.signed(net)]]),
      ...others.map((row) => [row.label, formats.number(row.value)]),
    ],
  };
}
