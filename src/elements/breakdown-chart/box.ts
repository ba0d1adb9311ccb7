/** The shape of the box, which depends on what is asked for and on what came: see breakdown-chart.styles.ts. */
import type { Drawn } from './drawn.js';

/** How many rows are drawn; the table has all. */
export const maxRows = 8;

/** The most that a row takes, in CSS pixels: see chart/axes.ts. */
const rowHeight = 44;

export interface BoxOptions {
  /** What is on the canvas; undefined where there is none. */
  readonly drawn: Drawn | undefined;
  /** Whether a ring is wanted, and how many dimensions: both are known before the answer, so that nothing moves. */
  readonly wantsRing: boolean;
  readonly dimensions: number;
}

/** Shapes the body of a chart. */
export function shapeBox(body: HTMLElement | null, { drawn, wantsRing, dimensions }: BoxOptions): void {
  if (!body) return;
  const { matrix, ring, sides, table } = drawn ?? {};
  body.classList.toggle('ring', ring !== undefined);
  body.classList.toggle('round', wantsRing);
  body.classList.toggle('deep', dimensions > 1);
  const count = ring || sides ? undefined : (matrix ?? table)?.rows.length;
  if (count === undefined) body.style.removeProperty('--_rows');
  else body.style.setProperty('--_rows', `${Math.min(count, maxRows) * rowHeight}px`);
}
