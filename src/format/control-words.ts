/** The words of controls and of the account, apart from those of a card: who shows neither does not load them. */
import { wordsOf } from './languages.js';
import { type ControlWords, enControls } from './locales/en/controls.js';

/** The words of a locale, English where there are none. */
export const controlWordsFor: (locale: string) => ControlWords = wordsOf('controls', enControls);

export type { ControlWords };
