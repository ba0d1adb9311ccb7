/** The words for demographics, apart from those of a card: who shows none does not load them. */
import { wordsOf } from './languages.js';
import { enPeople, type PeopleWords } from './locales/en/people.js';

/** The words of a locale, English where there are none. */
export const peopleWordsFor: (locale: string) => PeopleWords = wordsOf('people', enPeople);

export type { PeopleWords };
