/** How an answer's number came about, in the words of its locale. */
import { derivationText, derivationWordsFor, type Formats } from '../format/index.js';
import type { InsightsResult } from '../spec/index.js';

/** @returns undefined for what is the API's own */
export const derivationOf = (result: InsightsResult, formats: Formats): string | undefined =>
  derivationText(result, derivationWordsFor(formats.locale), formats);
