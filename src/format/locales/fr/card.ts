/** The words of a card, in French. Numbers and dates arrive formatted. */
import type { Words } from '../en/card.js';
import { pluralIn } from '../plural.js';

const plural = pluralIn('fr');

export const card: Words = {
  // A noun: what is estimated can be of either gender.
  estimated: 'estimation',
  provisional: 'derniers jours provisoires',
  sample: 'données fictives',
  stale: (moment) => `données au ${moment}\u202f; impossible d’en obtenir de plus récentes`,
  stored: (moment) => `données au ${moment}`,
  net: (value) => `solde ${value}, calculé`,
  onDay: (day) => `le ${day}`,
  sumOfDays: ({ text, value }) =>
    `somme de ${text} ${plural(value, { one: 'jour', many: 'de jours', other: 'jours' })}, calculée`,
  sumOfParts: ({ text, value }) =>
    `somme de ${text} ${plural(value, { one: 'total', many: 'de totaux', other: 'totaux' })} d’Instagram qui ne couvre pas tous les jours`,
  atLeast: (value) => `≥\u202f${value}`,
  // What is not known has to fit as well: “en plus : non communiqué”.
  gainedAndLost: (gained, lost) => `en plus\u202f: ${gained}, en moins\u202f: ${lost}`,
  noNumber: 'non communiqué',
  noTotal: 'pas de total',
  offline: 'Pas de connexion',
  retry: 'Réessayer',
  // After a colon no metric needs an article.
  more: (label) => `Plus d’options\u202f: ${label}`,
};
