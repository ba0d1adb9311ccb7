/** What can be pointed at in a breakdown: a row, a part of a ring, a side. Pure. */
import { rowTotal } from '../../format/breakdowns.js';
import { type BreakdownItem, type BreakdownMatrix, type Formats, metricLabel, type Words } from '../../format/index.js';
import { isolated } from '../../format/names.js';
import { type ChartSpot, keyOf, type SpotSeries, type TipLine } from '../chart-parts.js';
import { type SaidSide, seriesAt } from './drawn.js';
import type { RingPart } from './ring.js';

export interface SpotParts {
  readonly metric: string;
  readonly dimensions: readonly string[];
  /** The days of the numbers, where an answer says them. */
  readonly days: string | undefined;
  /** The days before, where they are on screen. */
  readonly earlier: string | undefined;
  readonly formats: Formats;
  readonly words: Words;
}

const said = (value: number, share: number | undefined, { formats }: SpotParts): string =>
  share === undefined ? formats.number(value) : `${formats.number(value)} · ${formats.percent(share)}`;

/** The line of the days before, where they are on screen; what they did not report is said so. */
const earlierLine = (
  { earlier, formats, words }: SpotParts,
  value: number | undefined,
  label = earlier,
): readonly TipLine[] =>
  earlier === undefined || label === undefined
    ? []
    : [{ label, value: value === undefined ? words.noNumber : formats.number(value), series: 0, swatch: 'past' }];

const pointOf = ({ metric, dimensions }: SpotParts, { values, value }: Pick<BreakdownItem, 'values' | 'value'>) => ({
  metric,
  dimensions,
  values,
  value,
});

/** What a number is of. */
const labelOf = ({ days, metric, formats }: SpotParts): string => days ?? metricLabel(metric, formats.locale);

/** A spot for each row, in their order. */
export const itemSpots = (rows: readonly BreakdownItem[], parts: SpotParts): ChartSpot[] =>
  rows.map((row) => ({
    key: keyOf(parts.dimensions, row.values),
    title: row.label,
    lines: [
      { label: labelOf(parts), value: said(row.value, row.share, parts), series: 1 },
      ...earlierLine(parts, row.before),
    ],
    points: [pointOf(parts, row)],
  }));

/** A spot for each part of a ring; that of the others tells of all of them. */
export const ringSpots = (ring: readonly RingPart[], parts: SpotParts): ChartSpot[] =>
  ring.map(({ label, value, share, before, series, rows: [first, ...more] }) => ({
    key: keyOf(parts.dimensions, more.length > 0 ? [label] : (first?.values ?? [])),
    title: label,
    lines: [{ label: labelOf(parts), value: said(value, share, parts), series }, ...earlierLine(parts, before)],
    points: [...(first ? [first] : []), ...more].map((row) => pointOf(parts, row)),
  }));

/** A spot for each row of two dimensions, with the columns that are drawn. */
export function matrixSpots(
  { rows, columns, isStacked }: BreakdownMatrix,
  parts: SpotParts & {
    readonly hidden: ReadonlySet<string>;
    readonly total: string;
    readonly whole: number | undefined;
  },
): ChartSpot[] {
  const shown = columns.map((column, at) => ({ ...column, at })).filter(({ value }) => !parts.hidden.has(value));
  const isAll = shown.length === columns.length && columns.length > 1;
  return rows.map((row) => {
    const lines = shown.flatMap(({ label, at, value: of }): readonly TipLine[] => {
      const cell = row.cells[at];
      const share = cell === undefined || !parts.whole ? undefined : cell / parts.whole;
      const value = cell === undefined ? parts.words.noNumber : said(cell, share, parts);
      const before = isStacked ? [] : earlierLine(parts, row.earlier[at]);
      return [{ label, value, series: seriesAt(at) }, ...before].map((line) => ({ ...line, of }));
    });
    const sum = isStacked && isAll ? rowTotal(row, [...columns.keys()]) : undefined;
    const share = sum === undefined || !parts.whole ? undefined : sum / parts.whole;
    const sums: TipLine[] =
      sum === undefined
        ? []
        : [{ label: parts.total, value: said(sum, share, parts) }, ...earlierLine(parts, row.before)];
    const [first = ''] = parts.dimensions;
    const series = shown.map(
      ({ value, label, at }): SpotSeries => ({
        key: value,
        points: [
          {
            metric: parts.metric,
            dimensions: parts.dimensions,
            values: [row.value, value],
            value: row.cells[at] ?? null,
          },
        ],
        drawnAs: label,
      }),
    );
    return {
      key: keyOf([first], [row.value]),
      title: parts.days === undefined ? row.label : `${isolated(row.label)} · ${parts.days}`,
      lines: [...lines, ...sums],
      points: series.flatMap(({ points }) => points),
      series,
    };
  });
}

/** A spot for each side. Their keys are no other chart's: a follower that was lost is no follower. */
export const sideSpots = (sides: readonly SaidSide[], parts: SpotParts): ChartSpot[] =>
  sides.map(({ label, value, text, apiValue }, at) => ({
    key: `gained-and-lost=${apiValue}`,
    title: label,
    lines: [{ label: labelOf(parts), value: text, series: seriesAt(at) }],
    points: [{ ...pointOf(parts, { values: [apiValue], value: value ?? 0 }), value: value ?? null }],
  }));
