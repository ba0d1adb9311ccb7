/** How a number came about, in German. Numbers arrive formatted. */
import type { DerivationWords } from '../en/derivation.js';
import { pluralIn } from '../plural.js';

const plural = pluralIn('de');

export const derivation: DerivationWords = {
  totals: ({ text, value }) =>
    `Summe aus ${text} ${plural(value, { one: 'Gesamtzahl', other: 'Gesamtzahlen' })} von Instagram`,
  someTotals: (known, { text, value }) =>
    `Summe aus ${known.text} von ${text} ${plural(value, { one: 'Gesamtzahl', other: 'Gesamtzahlen' })} von Instagram`,
  days: 'eine Abfrage pro Tag; die Tage ergeben zusammen nicht unbedingt die Gesamtzahl',
};
