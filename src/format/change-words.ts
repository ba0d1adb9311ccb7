/** The words for changes, apart from those of a card: who compares nothing does not load them. */
import { type ChangeWords, enChange } from './locales/en-change.js';

/** The words of a locale. English is the only one so far. */
export const changeWordsFor = (_locale: string): ChangeWords => enChange;

export type { ChangeWords };
