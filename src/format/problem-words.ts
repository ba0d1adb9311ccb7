/** The words for what goes wrong, apart from the others: see elements/late-message.ts. */
import { wordsOf } from './languages.js';
import { enProblems, type ProblemWords } from './locales/en/problems.js';

/** The words of a locale, English where there are none. */
export const problemWordsFor: (locale: string) => ProblemWords = wordsOf('problems', enProblems);

export type { ProblemWords };
