/** The words of a demographics chart, in German. Numbers and dates arrive formatted. */
import type { PeopleWords } from '../en/people.js';
import { pluralIn } from '../plural.js';

const plural = pluralIn('de');

export const people: PeopleWords = {
  // One piece: where a title wraps, it wraps before this.
  asOf: (day) => `Stand ${day}`.replaceAll(' ', '\u00a0'),
  lastDays: ({ text }) => `letzte ${text} Tage`,
  prevMonth: 'Vormonat',
  ofListed: ({ text, value }) =>
    `Anteile an ${plural(value, { one: `der ${text} aufgeführten Person`, other: `den ${text} aufgeführten Personen` })}`,
  topRows: ({ text }) => `nur Top ${text}: was nicht aufgeführt ist, liegt unter den Top ${text}, nicht bei 0`,
  covers: (share) => `deckt ${share} der Follower ab`,
  unspecified: (share) => `Geschlecht ohne Angabe: ${share}`,
  otherGender: (share) => `anderes Geschlecht: ${share}`,
  shownOf: (shown, all) => `${shown.text} von ${all.text} angezeigt; alle in der Tabelle`,
  notListed: 'nicht aufgeführt',
  between: (least, most) => `${least}–${most}`,
  notOnMap: (names) => `nicht auf der Karte: ${names}`,
  demographicTitle: (metric, dimensions) => `${metric} nach ${dimensions}`,
  datedTitle: (title, asOf) => `${title}, ${asOf}`,
  largest: (name, share) => `Stärkste Gruppe: ${name}, ${share} der aufgeführten Personen.`,
  nobody: 'Niemand ist aufgeführt.',
  table: { people: 'Personen', share: 'Anteil' },
};
