/** The words of a card, in German. Numbers and dates arrive formatted. */
import type { Words } from '../en/card.js';
import { pluralIn } from '../plural.js';

const plural = pluralIn('de');

export const card: Words = {
  estimated: 'geschätzt',
  provisional: 'letzte Tage vorläufig',
  sample: 'Beispieldaten',
  stale: (moment) => `Stand ${moment}; neuere Daten nicht abrufbar`,
  stored: (moment) => `Stand ${moment}`,
  net: (value) => `netto ${value}, errechnet`,
  onDay: (day) => `am ${day}`,
  sumOfDays: ({ text, value }) => `Summe aus ${text} ${plural(value, { one: 'Tag', other: 'Tagen' })}, errechnet`,
  sumOfParts: ({ text, value }) =>
    `Summe aus ${text} ${plural(value, { one: 'Gesamtzahl', other: 'Gesamtzahlen' })} von Instagram, nicht für alle Tage`,
  atLeast: (value) => `≥\u2009${value}`,
  // What is not known has to fit as well: “neu: nicht gemeldet”.
  gainedAndLost: (gained, lost) => `neu: ${gained}, verloren: ${lost}`,
  noNumber: 'nicht gemeldet',
  noTotal: 'keine Gesamtzahl',
  offline: 'Keine Verbindung',
  retry: 'Erneut versuchen',
  // After a colon no metric needs a case.
  more: (label) => `Weitere Optionen: ${label}`,
};
