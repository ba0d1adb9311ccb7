/** The words for derivations, apart from those of a card: whose numbers are all Instagram's own does not load them. */
import { wordsOf } from './languages.js';
import { type DerivationWords, enDerivation } from './locales/en/derivation.js';

/** The words of a locale, English where there are none. */
export const derivationWordsFor: (locale: string) => DerivationWords = wordsOf('derivation', enDerivation);

export type { DerivationWords };
