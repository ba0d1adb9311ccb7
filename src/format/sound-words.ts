/** The words around tones: only charts have them. */
import { enSound, type SoundWords } from './locales/en-sound.js';

/** The words of a locale. English is the only one so far. */
export const soundWordsFor = (_locale: string): SoundWords => enSound;

export type { SoundWords };
