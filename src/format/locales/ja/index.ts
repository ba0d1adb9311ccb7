import type { LanguageWords } from '../language-words.js';

export const words = {} as LanguageWords;
