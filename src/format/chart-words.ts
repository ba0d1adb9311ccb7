/** The words around every chart, apart from those of a card. */
import { wordsOf } from './languages.js';
import { type ChartWords, enChart } from './locales/en/chart.js';

/** The words of a locale, English where there are none. */
export const chartWordsFor: (locale: string) => ChartWords = wordsOf('chart', enChart);

export type { ChartWords };
