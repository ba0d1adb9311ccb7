/** The numbers of a chart as a tune: the same spots that can be pointed at, in the order in which keys go. Pure. */
import type { Tune, TuneSeries } from '../sound/index.js';
import type { ChartSpot } from './chart-parts.js';
import { inKeyOrder } from './spot-list.js';

export interface SpotTune extends Tune {
  /** For each point of the tune, the index of its spot. */
  readonly places: readonly number[];
}

/** What is to be heard of some spots, in the order of their drawing. */
export function tuneOf(spots: readonly ChartSpot[]): SpotTune {
  const walk = inKeyOrder(spots).map((found) => ({ ...found, values: valuesOf(found.spot) }));
  const count = Math.max(0, ...walk.map(({ values }) => values.length));
  return {
    places: walk.map(({ place }) => place),
    series: Array.from({ length: count }, (_, at): TuneSeries => {
      const first = walk.find(({ values }) => at < values.length);
      return { name: first ? nameOf(first.spot, at) : '', values: walk.map(({ values }) => values[at] ?? null) };
    }),
  };
}

/** Whether there is a number in it. */
export const isAudible = ({ series }: Tune): boolean =>
  series.some(({ values }) => values.some((value) => value !== null));

/** A value for each series at a spot. */
function valuesOf(spot: ChartSpot): (number | null)[] {
  const values = spot.points.map(({ value }) => (Number.isFinite(value) ? value : null));
  // Several rows as one part of a ring, which is drawn only of what may be added up: one value, as one is drawn.
  if (values.length > 1 && spot.points.every((point) => isNamedBy(spot, point.dimensions)))
    return [values.reduce((sum: number, value) => sum + (value ?? 0), 0)];
  return values;
}

/** Whether the spot is of all that the dimensions say: nothing is left by which its points are series. */
function isNamedBy({ key }: ChartSpot, dimensions: readonly string[] = []): boolean {
  const named = key.split('&').map((part) => part.split('=', 1)[0]);
  return dimensions.length > 0 && dimensions.every((dimension) => named.includes(dimension));
}

/** What stands beside the number in the tip: the lines of the window before go with no point. */
const nameOf = ({ lines }: ChartSpot, at: number): string =>
  lines.filter(({ swatch, value }) => swatch !== 'past' && swatch !== 'dotted' && value !== '')[at]?.label ?? '';
