/** A point that keys have reached, as a sentence for whoever listens. Pure. */
import { type ChartWords, changeWordsFor, type Formats, inWords } from '../format/index.js';
import type { Pointed } from './chart-marks.js';

/** A point that keys have reached. */
export interface Reached extends Pointed {
  /** Its place in the order of keys, from 1 on, and how many there are. */
  readonly place: number;
  readonly count: number;
}

/** Its name, its numbers or the one of the series that is reached, and its place among all. */
export function pointText({ spot, series, place, count }: Reached, words: ChartWords, formats: Formats): string {
  const { number, locale } = formats;
  const change = changeWordsFor(locale);
  const lines = spot.lines.filter(({ of, said }) => said !== '' && (series === undefined || of === series));
  const numbers = lines.map(({ label, said = label, value }) => ({ label: said, value: inWords(value, change) }));
  return words.point(spot.title, numbers, number(place), number(count));
}
