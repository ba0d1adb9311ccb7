/** The words of a demographics chart, in French. Numbers and dates arrive formatted. */
import type { PeopleWords } from '../en/people.js';
import { pluralIn } from '../plural.js';

const plural = pluralIn('fr');

export const people: PeopleWords = {
  // One piece: where a title wraps, it wraps before this.
  asOf: (day) => `données au ${day}`.replaceAll(' ', '\u00a0'),
  lastDays: ({ text }) => `${text} derniers jours`,
  prevMonth: 'mois précédent',
  ofListed: ({ text, value }) =>
    `parts sur ${text} ${plural(value, { one: 'personne listée', many: 'de personnes listées', other: 'personnes listées' })}`,
  topRows: ({ text }) =>
    `top ${text} seulement\u202f: ce qui n’y figure pas est en dessous du top ${text}, et non à zéro`,
  covers: (share) => `couvre ${share} des followers`,
  unspecified: (share) => `genre non précisé\u202f: ${share}`,
  otherGender: (share) => `autre genre\u202f: ${share}`,
  shownOf: (shown, all) => `${shown.text} sur ${all.text} à l’écran\u202f; le tableau contient tout`,
  notListed: 'hors liste',
  between: (least, most) => `${least}–${most}`,
  notOnMap: (names) => `pas sur la carte\u202f: ${names}`,
  demographicTitle: (metric, dimensions) => `${metric} par ${dimensions.toLowerCase()}`,
  datedTitle: (title, asOf) => `${title}, ${asOf}`,
  largest: (name, share) => `Groupe le plus important\u202f: ${name}, ${share} des personnes listées.`,
  nobody: 'Personne n’est listé.',
  table: { people: 'Personnes', share: 'Part' },
};
