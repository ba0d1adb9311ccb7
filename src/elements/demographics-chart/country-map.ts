/** The map of countries: its code and its atlas are loaded with the first map. Does not know whose people they are. */
import type { ChartConfiguration, ChartTheme } from '../../chart/index.js';
import { countryName, type Formats, type PeopleRow } from '../../format/index.js';
import { InsightsError } from '../../spec/index.js';
import { type ChartSpot, keyOf, type LegendEntry } from '../chart-parts.js';
import { rowSpots } from './people-spots.js';

type MapModule = typeof import('../../chart/map.js');

/** Words that the element has. */
export interface MapWords {
  readonly people: string;
  readonly notListed: string;
  readonly between: (least: string, most: string) => string;
}

/** The theme as a stylesheet knows it: for the legend, which is no canvas. */
const styled = { series: ['var(--_series-1)'], surface: 'var(--_surface)', text: 'var(--_text)', grid: 'var(--_grid)' };

export class CountryMap {
  /** Where the map comes from; a bundler finds its chunk here. */
  static load = (): Promise<MapModule> => import('../../chart/map.js');

  readonly #onLoad: () => void;
  #code: MapModule | undefined;
  #loading: Promise<void> | undefined;
  /** Why there is no map, until it is tried again. */
  failure: InsightsError | undefined;

  /** @param onLoad called when it is there, or could not be had */
  constructor(onLoad: () => void) {
    this.#onLoad = onLoad;
  }

  /** Loads the map, once; after a failure once it is forgotten. @returns whether it is there */
  load(): boolean {
    if (!this.#code && !this.failure) this.#loading ??= this.#load();
    return this.#code !== undefined;
  }

  /** Settles, and never rejects, when the map that is being loaded is there, or could not be had. */
  get loading(): Promise<void> | undefined {
    return this.#loading;
  }

  config(rows: readonly PeopleRow[], theme: ChartTheme, formats: Formats): ChartConfiguration | undefined {
    return this.#code?.mapConfig(rows, theme, formats);
  }

  /** A spot for each shape; keys go through the countries that are listed, the largest first. */
  spots(
    rows: readonly PeopleRow[],
    { metric, formats, words }: { readonly metric: string; readonly formats: Formats; readonly words: MapWords },
  ): ChartSpot[] {
    const dimensions = ['country'];
    const codes = this.#code?.mapCodes() ?? [];
    const found = (this.#code?.mapRows(rows) ?? []).map((row, at) => ({ row, code: codes[at] ?? '' }));
    return found.map(({ row, code }) => {
      const [spot] = row ? rowSpots([row], { metric, formats, dimensions, people: words.people }) : [];
      if (spot && row) return { ...spot, rank: rows.indexOf(row) };
      const title = (code && countryName(code, formats)) || '';
      return {
        key: keyOf(dimensions, [code]),
        title,
        lines: [{ label: words.notListed, value: '' }],
        points: [],
        rank: null,
      };
    });
  }

  /** The steps of colour, fewest people first. */
  legend(rows: readonly PeopleRow[], formats: Formats, { notListed, between }: MapWords): LegendEntry[] {
    if (!this.#code) return [];
    const theme = { ...styled, muted: '', quiet: '', fontFamily: '' };
    const steps = this.#code.mapScale(theme, rows).map(({ from, to, color }): LegendEntry => {
      const [least, most] = [formats.number(from), formats.number(to)];
      const label = from === to ? least : between(least, most);
      return { label, series: 1, color };
    });
    return [{ label: notListed, series: 0, color: this.#code.mapLand(theme) }, ...steps];
  }

  /** Rows that have no shape. */
  unmapped(rows: readonly PeopleRow[]): readonly PeopleRow[] {
    return this.#code?.unmapped(rows) ?? [];
  }

  /** Makes another attempt possible. */
  forget(): void {
    this.failure = undefined;
  }

  async #load(): Promise<void> {
    try {
      this.#code = await CountryMap.load();
    } catch (cause) {
      this.failure = new InsightsError('network', { detail: 'The map could not be loaded.', cause });
    }
    this.#loading = undefined;
    this.#onLoad();
  }
}
