/** The words of controls and of the account, apart from those of a card: who shows neither does not load them. */
import { type ControlWords, enControls } from './locales/en-controls.js';

/** The words of a locale. English is the only one so far. */
export const controlWordsFor = (_locale: string): ControlWords => enControls;

export type { ControlWords };
