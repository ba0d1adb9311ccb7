/** The words of a chart over days, apart from those of a card: who shows none does not load them. */
import { wordsOf } from './languages.js';
import { enTrend, type TrendWords } from './locales/en/trend.js';

/** The words of a locale, English where there are none. */
export const trendWordsFor: (locale: string) => TrendWords = wordsOf('trend', enTrend);

export type { TrendWords };
