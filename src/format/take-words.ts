/** The words for what a visitor takes out of the page, apart from those of a card: loaded with the menu. */
import { enTake, type TakeWords } from './locales/en-take.js';

/** The words of a locale. English is the only one so far. */
export const takeWordsFor = (_locale: string): TakeWords => enTake;

export type { TakeWords };
