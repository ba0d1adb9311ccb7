/** A series as the path of a sparkline. Pure. Gaps are gaps; days that still move are a path of their own. */
import type { SeriesPoint } from '../../spec/index.js';

export const sparklineBox = { width: 120, height: 32, margin: 3 } as const;

export interface Sparkline {
  /** Where each day stands; one without a number at no height. */
  readonly points: readonly { readonly x: number; readonly y: number | null }[];
  readonly settled: string;
  readonly provisional: string;
  /** Where the last known day stands. */
  readonly last: { readonly x: number; readonly y: number };
}

/** What makes it a stop of the tab key, loaded when there is time, and a picture of the card: members, so that a test can break them. */
export const lateSparkline = {
  load: () => import('./sparkline-stop.js'),
  picture: () => Promise.all([import('./card-picture.js'), import('../../chart/picture.js')]),
};

/** @returns undefined for fewer than two known days: that is no line */
export function sparklineOf(
  series: readonly SeriesPoint[],
  provisional: readonly string[] = [],
): Sparkline | undefined {
  const values = series.flatMap(({ value }) => value ?? []);
  if (values.length < 2) return undefined;
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  const { width, height, margin } = sparklineBox;
  const points = series.map(({ day, value }, index) => ({
    moving: provisional.includes(day),
    x: round(margin + ((width - 2 * margin) * index) / (series.length - 1)),
    // Days that are all alike lie in the middle: at the bottom they would look like none.
    y: value === null ? null : round(height - margin - (height - 2 * margin) * (span > 0 ? (value - low) / span : 0.5)),
  }));
  const known = points.flatMap(({ x, y }) => (y === null ? [] : { x, y }));
  // The dashed path starts at the last settled day, so that the two meet.
  const from = points.findIndex(({ moving }) => moving);
  const meet = from < 0 ? points.length : Math.max(0, from - 1);
  return {
    points,
    settled: pathOf(points.slice(0, from < 0 ? undefined : from)),
    provisional: pathOf(points.slice(meet)),
    last: known.at(-1) as { x: number; y: number },
  };
}

function pathOf(points: readonly { x: number; y: number | null }[]): string {
  let pen = 'M';
  let path = '';
  for (const { x, y } of points) {
    if (y !== null) path += `${pen}${x} ${y}`;
    pen = y === null ? 'M' : 'L';
  }
  return path;
}

const round = (value: number): number => Math.round(value * 10) / 10;
