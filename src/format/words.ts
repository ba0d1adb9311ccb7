/** The words of a locale, and the names of what the API calls by codes. */
import { type Breakdown, readSpec } from '../spec/index.js';
import type { Formats } from './formats.js';
import { en, type Words } from './locales/en.js';

/** The words of a locale. English is the only one so far. */
export const wordsFor = (_locale: string): Words => en;

/** A metric's name for a visitor, also by its name on the wire; what we have no record of keeps the API's name. */
export const metricLabel = (metric: string): string => readSpec(metric)?.label ?? clip(metric);

/** A dimension's name for a visitor. */
export const dimensionLabel = (dimension: string, words: Words): string =>
  own(words.dimensions, dimension) ?? clip(dimension);

/** The name of one value of a dimension: `F` -> Women, `DE` -> Germany. An unknown value is shown as it came. */
export function valueLabel(dimension: string, value: string, words: Words, formats: Formats): string {
  if (dimension === ('country' satisfies Breakdown)) return clip(formats.country(value) ?? value);
  if (dimension === ('age' satisfies Breakdown)) return clip(value.replace(/^(\d+)-(\d+)$/, '$1–$2'));
  const names: Readonly<Record<string, string>> = own(words.values, dimension) ?? {};
  return own(names, value) ?? clip(value);
}

/** A member by a key that came from an answer: only the object's own. */
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** A text from the API, no longer than a line can be; never half a character. */
const clip = (text: string): string =>
  text.length > 120 ? `${text.slice(0, 119).replace(/\p{Surrogate}$/u, '')}…` : text;
