/** The words of a card, and the names of metrics. */
import { maskSecret, readMetric, specOf } from '../spec/index.js';
import { languageOf, spokenWords, wordsOf } from './languages.js';
import { en, type Words } from './locales/en/card.js';

/** The words of a locale, English where there are none. */
export const wordsFor: (locale: string) => Words = wordsOf('card', en);

/** A metric's name for a visitor, also by its name on the wire; what we have no record of keeps the API's name. */
export function metricLabel(metric: string, locale: string): string {
  const name = readMetric(metric);
  // What a page sets need not be a text.
  if (!name) return clip(maskSecret([metric].join()));
  // English names are in the records themselves.
  return spokenWords(languageOf(locale))?.metrics?.[name] ?? specOf(name).label;
}

/** A text from the API, no longer than a line can be; never half a character. */
export const clip = (text: string): string =>
  text.length > 120 ? `${text.slice(0, 119).replace(/\p{Surrogate}$/u, '')}…` : text;
