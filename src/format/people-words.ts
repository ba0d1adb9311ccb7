/** The words for demographics, apart from those of a card: who shows none does not load them. */
import { enPeople, type PeopleWords } from './locales/en-people.js';

/** The words of a locale. English is the only one so far. */
export const peopleWordsFor = (_locale: string): PeopleWords => enPeople;

export type { PeopleWords };
