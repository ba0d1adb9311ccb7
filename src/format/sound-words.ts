/** The words around tones: only charts have them. */
import { wordsOf } from './languages.js';
import { enSound, type SoundWords } from './locales/en/sound.js';

/** The words of a locale, English where there are none. */
export const soundWordsFor: (locale: string) => SoundWords = wordsOf('sound', enSound);

export type { SoundWords };
