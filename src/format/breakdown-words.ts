/** The words for breakdowns, apart from those of a card: who draws none does not load them. */
import { wordsOf } from './languages.js';
import { type BreakdownWords, enBreakdown } from './locales/en/breakdown.js';

/** The words of a locale, English where there are none. */
export const breakdownWordsFor: (locale: string) => BreakdownWords = wordsOf('breakdown', enBreakdown);

export type { BreakdownWords };
