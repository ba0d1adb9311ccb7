/** An answer as it is drawn: rows, and what else they are where they are more than that. Pure. */
import {
  type BreakdownMatrix,
  type BreakdownTable,
  type BreakdownWords,
  breakdownTable,
  type Formats,
  gainedAndLost,
  matrixOf,
  type NameWords,
  type Words,
} from '../../format/index.js';
import { type InsightsResult, readSpec } from '../../spec/index.js';
import type { LegendEntry, SeriesNumber } from '../chart-parts.js';
import { maxRows } from './box.js';
import { type RingPart, ringOf } from './ring.js';

export interface Wording {
  readonly words: BreakdownWords;
  readonly names: NameWords;
  readonly formats: Formats;
}

/** One side of gained and lost. */
export interface SaidSide {
  readonly label: string;
  /** undefined where the API did not report it. */
  readonly value: number | undefined;
  readonly text: string;
  /** The API's value for it. */
  readonly apiValue: string;
}

export interface Drawn {
  readonly table: BreakdownTable;
  /** Of two dimensions. */
  readonly matrix: BreakdownMatrix | undefined;
  /** What the canvas has room for. */
  readonly shown: Pick<Drawn, 'matrix'> & Pick<BreakdownTable, 'rows'>;
  /** Where a ring is wanted and its parts are one whole. */
  readonly ring: readonly RingPart[] | undefined;
  /** Of rows that mean gained and lost. */
  readonly sides: readonly [SaidSide, SaidSide] | undefined;
}

export interface DrawnOptions extends Wording {
  readonly isRing: boolean;
  /** The same rows of the window before. */
  readonly before: InsightsResult | undefined;
  readonly card: Words;
}

export function readDrawn(result: InsightsResult, options: DrawnOptions): Drawn {
  const { names, formats, before } = options;
  const table = breakdownTable(result, before, names, formats);
  const matrix = matrixOf(result, before, names, formats);
  return {
    table,
    matrix,
    shown: {
      rows: table.rows.slice(0, maxRows),
      matrix: matrix && { ...matrix, rows: matrix.rows.slice(0, maxRows) },
    },
    ring: options.isRing ? ringOf(table, options) : undefined,
    sides: sidesOf(result, options),
  };
}

function sidesOf(result: InsightsResult, { words, formats, card }: DrawnOptions): Drawn['sides'] {
  const pair = gainedAndLost(result);
  if (!pair) return undefined;
  const meanings = readSpec(result.metric)?.rowMeanings ?? {};
  const side = (meaning: 'gained' | 'lost', sign: 1 | -1): SaidSide => {
    const value = pair[meaning];
    return {
      label: words[meaning],
      value,
      text: value === undefined ? card.noNumber : formats.signed(sign * value),
      apiValue: Object.entries(meanings).find(([, found]) => found === meaning)?.[0] ?? meaning,
    };
  };
  return [side('gained', 1), side('lost', -1)];
}

/** Whether each row can have a mark for the window before. */
export const isMarked = ({ ring, matrix }: Drawn): boolean => !ring && (matrix?.isStacked ?? true);

/** The series of a column: its place, which no other column takes when it is hidden. */
export const seriesAt = (at: number): SeriesNumber => (at < 8 ? ((at + 1) as SeriesNumber) : 0);

/** The columns of two dimensions, each to be hidden; or the parts of a ring, of which none can be. */
export function legendOf({ matrix, ring, sides }: Drawn, formats: Formats): readonly LegendEntry[] {
  if (sides) return [];
  if (matrix) return matrix.columns.map(({ value: key, label }, at) => ({ key, label, series: seriesAt(at) }));
  return (ring ?? []).map(({ label, value, share, series }) => ({
    label,
    value: `${formats.number(value)} · ${formats.percent(share)}`,
    series,
  }));
}
