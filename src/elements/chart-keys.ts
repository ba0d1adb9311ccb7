/** Where keys lead in a chart: from spot to spot, and within a spot from all series to a single one. Pure. */
import type { ChartSpot } from './chart-parts.js';

/** How spots follow each other: days to the right on any page, rows downwards, parts of a ring or a map one after another. */
export type KeyOrder = 'days' | 'rows' | 'parts';

/** What is pointed at: a spot, and where keys have gone that far one series of it. */
export interface Place {
  readonly key: string;
  readonly series?: string | undefined;
}

export interface KeyWalk {
  readonly order: KeyOrder;
  /** In the order in which keys come by. */
  readonly spots: readonly ChartSpot[];
  /** Whether rows begin at the right. */
  readonly isRightToLeft: boolean;
}

/** `along`: to another spot; `across`: to another series of the same one. */
type Step = readonly ['along' | 'across', number];

const week = 7;
const [back, on]: readonly [Step, Step] = [
  ['along', -1],
  ['along', 1],
];
const [before, after]: readonly [Step, Step] = [
  ['across', -1],
  ['across', 1],
];
const far: Readonly<Record<string, Step>> = {
  Home: ['along', Number.NEGATIVE_INFINITY],
  End: ['along', Number.POSITIVE_INFINITY],
  PageUp: ['along', -week],
  PageDown: ['along', week],
};
const arrows: Readonly<Record<KeyOrder, Readonly<Record<string, Step>>>> = {
  days: { ArrowLeft: back, ArrowRight: on, ArrowUp: before, ArrowDown: after },
  rows: { ArrowUp: back, ArrowDown: on, ArrowLeft: before, ArrowRight: after },
  parts: { ArrowLeft: back, ArrowRight: on, ArrowUp: back, ArrowDown: on },
};
const mirrored: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/** The series of a spot that can be reached one by one: of a single one nothing is left to choose. */
export const seriesWithin = ({ series = [] }: ChartSpot): readonly string[] =>
  series.length > 1 ? series.map(({ key }) => key) : [];

/** Where whoever comes by keyboard begins: at the newest day, at the first row or part. */
export function firstPlace({ order, spots }: KeyWalk): Place | undefined {
  const spot = spots.at(order === 'days' ? -1 : 0);
  return spot && { key: spot.key };
}

/** @returns where a key leads; at an end where it already is. undefined for a key that leads nowhere, or in a chart of nothing */
export function placeAfter(pressed: string, from: Place | undefined, walk: KeyWalk): Place | undefined {
  const { order, spots, isRightToLeft } = walk;
  const key = (order === 'rows' && isRightToLeft && mirrored[pressed]) || pressed;
  const step = { ...far, ...arrows[order] };
  if (!Object.hasOwn(step, key)) return undefined;
  const [way, count] = step[key] as Step;
  const at = spots.findIndex((spot) => spot.key === from?.key);
  const spot = spots[at];
  if (!spot) return Number.isFinite(count) ? firstPlace(walk) : placeAt(count, undefined, spots);
  const series = seriesWithin(spot);
  // Without others beside it a series leaves all arrows to the spots.
  if (way === 'along' || series.length === 0) return placeAt(at + count, from?.series, spots);
  const next = series.indexOf(from?.series ?? '') + count;
  return { key: spot.key, series: series[Math.min(series.length - 1, next)] };
}

/** The spot at an index or at the end beyond it, and the series where it has that. */
function placeAt(index: number, series: string | undefined, spots: readonly ChartSpot[]): Place | undefined {
  const spot = spots[Math.min(spots.length - 1, Math.max(0, index))];
  return spot && { key: spot.key, series: seriesWithin(spot).find((key) => key === series) };
}
