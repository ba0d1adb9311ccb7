/** The spots of a chart, made once for each rendering: a pointer asks for them with every step. */
import { type Place, seriesWithin } from './chart-keys.js';
import type { Pointed } from './chart-marks.js';
import type { ChartSpot } from './chart-parts.js';

export class SpotList {
  readonly #make: () => readonly ChartSpot[];
  #all: readonly ChartSpot[] | undefined;

  /** @param make makes those of the moment, in the order of the drawing */
  constructor(make: () => readonly ChartSpot[]) {
    this.#make = make;
  }

  /** Forgets them: others are about to be drawn. */
  forget(): void {
    this.#all = undefined;
  }

  get all(): readonly ChartSpot[] {
    this.#all ??= this.#make();
    return this.#all;
  }

  /** In the order in which keys come by. */
  get inOrder(): readonly ChartSpot[] {
    return inKeyOrder(this.all).map(({ spot }) => spot);
  }

  /** What is at a place, and the one series of it where it still has that. */
  at(place: Place | undefined): Pointed | undefined {
    const index = place ? this.all.findIndex(({ key }) => key === place.key) : -1;
    const spot = this.all[index];
    return spot && { spot, index, series: seriesWithin(spot).find((key) => key === place?.series) };
  }
}

/** Spots, and their places in the drawing, in the order in which keys come by, and in which they sound. */
export const inKeyOrder = (spots: readonly ChartSpot[]): { readonly spot: ChartSpot; readonly place: number }[] =>
  spots
    .map((spot, place) => ({ spot, place, rank: spot.rank === undefined ? place : spot.rank }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
