/** The words for changes, apart from those of a card: who compares nothing does not load them. */
import { wordsOf } from './languages.js';
import { type ChangeWords, enChange } from './locales/en/change.js';

/** The words of a locale, English where there are none. */
export const changeWordsFor: (locale: string) => ChangeWords = wordsOf('change', enChange);

export type { ChangeWords };
