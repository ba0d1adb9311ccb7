/** The words for what goes wrong, apart from the others: see elements/late-message.ts. */
import { enProblems, type ProblemWords } from './locales/en-problems.js';

/** The words of a locale. English is the only one so far. */
export const problemWordsFor = (_locale: string): ProblemWords => enProblems;

export type { ProblemWords };
