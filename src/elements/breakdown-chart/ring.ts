/** The parts of a ring: the largest ones, and all others as one. Pure. */
import type { Ring } from '../../chart/index.js';
import { type BreakdownItem, type BreakdownTable, type Formats, inOrder } from '../../format/index.js';
import type { SeriesNumber } from '../chart-parts.js';
import type { Wording } from './drawn.js';

export interface RingPart {
  readonly label: string;
  readonly value: number;
  readonly share: number;
  readonly before: number | undefined;
  readonly series: SeriesNumber;
  readonly rows: readonly BreakdownItem[];
}

/** How many parts have a name of their own; one more is not made an other of. */
const maxParts = 6;

/** @returns undefined where the rows are no parts of a total, or there is nothing to part */
export function ringOf(
  { dimensions, rows, unshared, total = 0 }: BreakdownTable,
  { names, words, formats }: Wording,
): readonly RingPart[] | undefined {
  const [dimension = ''] = dimensions;
  if (dimensions.length !== 1 || unshared !== undefined || rows.length === 0) return undefined;
  const named = rows.length > maxParts + 1 ? rows.slice(0, maxParts) : rows;
  const others = rows.slice(named.length);
  const order = inOrder(
    dimension,
    named.slice(0, maxParts).map(({ values: [value = ''] }) => value),
    names,
  );
  const parts = named.map(
    (row): RingPart => ({
      label: row.label,
      value: row.value,
      share: row.value / total,
      before: row.before,
      series: (order.indexOf(row.values[0] ?? '') + 1) as SeriesNumber,
      rows: [row],
    }),
  );
  if (others.length === 0) return parts;
  const value = others.reduce((sum, row) => sum + row.value, 0);
  const before = others.every((row) => row.before !== undefined)
    ? others.reduce((sum, row) => sum + (row.before ?? 0), 0)
    : undefined;
  const label = words.others(formats.quantity(others.length));
  return [...parts, { label, value, share: value / total, before, series: 0, rows: others }];
}

/** The ring as it is drawn: what is in the total and in no row stays open. */
export function wholeRing(
  { rows, total = 0 }: BreakdownTable,
  segments: readonly RingPart[],
  label: string,
  formats: Formats,
): Ring {
  const listed = rows.reduce((sum, { value }) => sum + value, 0);
  return { segments, open: total - listed, total: formats.number(total), label };
}
