/** The names of dimensions and of their values, apart from the words of a card: who breaks nothing down does not load them. */

import type { Breakdown } from '../spec/index.js';
import type { Formats } from './formats.js';
import { countryName } from './further-formats.js';
import { wordsOf } from './languages.js';
import { enNames, type NameWords } from './locales/en/names.js';
import { clip } from './words.js';

/** The names of a locale, English where there are none. */
export const namesFor: (locale: string) => NameWords = wordsOf('names', enNames);

/** A dimension's name for a visitor. */
export const dimensionLabel = (dimension: string, names: NameWords): string =>
  own(names.dimensions, dimension) ?? clip(dimension);

/**
 * A name of the API's within a sentence or a list, where it turns nothing around it. Its own marks of the kind go, since
 * they could end ours. Not for a canvas, a cell of a table, or what stands in `<bdi>`.
 */
export const isolated = (name: string): string => `\u2068${name.replaceAll(/[\u2066-\u2069]/g, '')}\u2069`;

/** A dimension's name within a title. */
export const dimensionInText = (dimension: string, names: NameWords): string =>
  own(names.dimensions, dimension) ?? isolated(clip(dimension));

/** The name of one value of a dimension: `F` -> Women, `DE` -> Germany. An unknown value is shown as it came. */
export function valueLabel(dimension: string, value: string, names: NameWords, formats: Formats): string {
  if (dimension === ('country' satisfies Breakdown)) return clip(countryName(value, formats) ?? value);
  if (dimension === ('age' satisfies Breakdown)) return clip(ageText(value, formats));
  const labels: Readonly<Record<string, string>> = own(names.values, dimension) ?? {};
  return own(labels, value) ?? clip(value);
}

/** `25-34` -> 25–34, in the digits of the locale; what is no age is shown as it came. */
const ageText = (value: string, { number }: Formats): string =>
  /^\d{1,3}(-\d{1,3}|\+)$/.test(value)
    ? value.replace('-', '–').replaceAll(/\d+/g, (years) => number(Number(years)))
    : value;

/** A member by a key that came from an answer: only the object's own. */
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

export type { NameWords };
