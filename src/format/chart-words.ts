/** The words around every chart, apart from those of a card. */
import { type ChartWords, enChart } from './locales/en-chart.js';

/** The words of a locale. English is the only one so far. */
export const chartWordsFor = (_locale: string): ChartWords => enChart;

export type { ChartWords };
