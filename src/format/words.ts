/** The words of a locale, and the names of metrics. */
import { readSpec } from '../spec/index.js';
import { en, type Words } from './locales/en.js';

/** The words of a locale. English is the only one so far. */
export const wordsFor = (_locale: string): Words => en;

/** A metric's name for a visitor, also by its name on the wire; what we have no record of keeps the API's name. */
export const metricLabel = (metric: string): string => readSpec(metric)?.label ?? clip(metric);

/** A text from the API, no longer than a line can be; never half a character. */
export const clip = (text: string): string =>
  text.length > 120 ? `${text.slice(0, 119).replace(/\p{Surrogate}$/u, '')}…` : text;
