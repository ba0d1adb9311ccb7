/** The words for derivations, apart from those of a card: whose numbers are all Instagram's own does not load them. */
import { type DerivationWords, enDerivation } from './locales/en-derivation.js';

/** The words of a locale. English is the only one so far. */
export const derivationWordsFor = (_locale: string): DerivationWords => enDerivation;

export type { DerivationWords };
