/** The shape of the box, which depends on what is asked for and on what came: see breakdown-chart.styles.ts. */
import type { Drawn } from './drawn.js';

/** How many rows are drawn; the table has all. */
export const maxRows = 8;

export interface BoxOptions {
  /** What is on the canvas; undefined where there is none. */
  readonly drawn: Drawn | undefined;
  /** Whether a ring is wanted, and how many dimensions: both are known before the answer, so that nothing moves. */
  readonly wantsRing: boolean;
  readonly dimensions: number;
}

/** The classes of the body of a chart. The more rows there are, the higher may it be. */
export function boxOf({ drawn, wantsRing, dimensions }: BoxOptions): string {
  const { matrix, ring, sides, table } = drawn ?? {};
  const count = ring || sides ? undefined : (matrix ?? table)?.rows.length;
  return [
    'body',
    ring && 'ring',
    wantsRing && 'round',
    dimensions > 1 && 'deep',
    count !== undefined && `rows-${Math.min(count, maxRows)}`,
  ]
    .filter(Boolean)
    .join(' ');
}
