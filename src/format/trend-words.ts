/** The words of a chart over days, apart from those of a card: who shows none does not load them. */
import { enTrend, type TrendWords } from './locales/en-trend.js';

/** The words of a locale. English is the only one so far. */
export const trendWordsFor = (_locale: string): TrendWords => enTrend;

export type { TrendWords };
