/** The words for breakdowns, apart from those of a card: who draws none does not load them. */
import { type BreakdownWords, enBreakdown } from './locales/en-breakdown.js';

/** The words of a locale. English is the only one so far. */
export const breakdownWordsFor = (_locale: string): BreakdownWords => enBreakdown;

export type { BreakdownWords };
