/** The words for what a visitor takes out of the page: who takes nothing does not load them. */
import { wordsOf } from './languages.js';
import { enTake, type TakeWords } from './locales/en/take.js';

/** The words of a locale, English where there are none. */
export const takeWordsFor: (locale: string) => TakeWords = wordsOf('take', enTake);

export type { TakeWords };
