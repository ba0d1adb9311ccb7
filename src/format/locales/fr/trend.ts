/** The words of a chart over days, in French. Numbers and dates arrive formatted. */
import type { ChangeSaying, PeriodSaying, TrendWords } from '../en/trend.js';
import type { Quantity } from '../wording.js';
import { dated } from './dated.js';

const within = ({ days: { text, value }, until }: PeriodSaying): string =>
  value === 1 ? `le ${dated(until)}` : `pendant les ${text} jours jusqu’au ${dated(until)}`;

const changed = ({ direction, share, isMoving }: ChangeSaying, { days: { text, value } }: PeriodSaying): string => {
  const before = value === 1 ? 'la veille' : `sur les ${text} jours précédents`;
  if (direction === 'same') return `autant que ${before}`;
  return `${isMoving ? 'pour l’instant ' : 'soit '}${share} de ${direction === 'up' ? 'plus' : 'moins'} que ${before}`;
};

/** Zero and one are singular. */
const days = ({ text, value }: Quantity): string => `${text} jour${value < 2 ? '' : 's'}`;

/** A sentence does not begin with a small number in digits. */
const small = ['Aucun', 'Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf'];
const daysHave = ({ text, value }: Quantity, yet = ''): string =>
  `${small[value] ?? text} ${value < 2 ? `jour n’a pas${yet} été communiqué` : `jours n’ont pas${yet} été communiqués`}`;

/** Several days, each with its article. */
const onDays = (all: readonly string[]): string => new Intl.ListFormat('fr').format(all.map((day) => `le ${day}`));

export const trend: TrendWords = {
  title: (metrics) => `${metrics} par jour`,
  // Only the first letter: “mentions J’aime”; and none of a name like IGTV.
  later: (label) => label.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase()),
  // No sentence ends in a date: “3 janv.” has a full stop of its own.
  total: (saying) =>
    `${saying.label} ${within(saying)}\u202f: ${saying.number}${saying.change ? `, ${changed(saying.change, saying)}` : ''}.`,
  best: ({ days: { length }, list, number, isMoving }) => {
    const when = isMoving ? ' pour l’instant' : '';
    return length > 1
      ? `Meilleurs jours${when}\u202f: ${list} (${number} chacun).`
      : `Meilleur jour${when}\u202f: ${list} (${number}).`;
  },
  bestOf: (label, { days: all, list, number, isMoving }) =>
    `${label}\u202f: maximum${isMoving ? ' pour l’instant' : ''} ${all.length > 1 ? onDays(all) : `le ${list}`} (${number}).`,
  highest: ({ number, days: on, of, isMoving }) =>
    `Maximum${isMoving ? ' pour l’instant' : ''}\u202f: ${number}, ${days(on)} sur ${of.text}.`,
  highestOf: (label, { number, days: on, of, isMoving }) =>
    `${label}\u202f: maximum${isMoving ? ' pour l’instant' : ''} de ${number}, ${days(on)} sur ${of.text}.`,
  daysNotYet: (all) => `${daysHave(all, ' encore')}.`,
  daysNotReported: (all) => `${daysHave(all)}.`,
  flow: (saying) => {
    const { gained, lost, net, known, days: all } = saying;
    const partly = known ? `, connu pour ${days(known)} sur ${all.text}` : '';
    return `${gained} en plus, ${lost} en moins ${within(saying)}\u202f: solde ${net}, calculé${partly}.`;
  },
  sentences: (all) => all.join(' '),
  severalDays: 'un compte peut compter sur plusieurs jours',
  severalDaysNoSum: 'un compte peut compter sur plusieurs jours, la somme des jours n’est donc pas le total',
  sumOfDays: (all) => `total calculé\u202f: somme de ${days(all)}`,
  failed: (metrics) => `${metrics}\u202f: chiffres impossibles à obtenir`,
  notReported: (metrics) => `${metrics}\u202f: chiffres non communiqués`,
  silentBefore: 'jours précédents\u202f: chiffres non communiqués',
  sumOfSome: (number, known, all) => `${number} (${days(known)} sur ${all.text})`,
  provisional: 'provisoire',
  provisionalDay: (day) => `${day} · provisoire`,
  gained: 'En plus',
  lost: 'En moins',
  netName: 'Solde',
  day: 'Jour',
  before: 'Jour de comparaison',
  ofBefore: (label) => `${label}, jour de comparaison`,
  ofDay: (label, day) => `${label} le ${day}`,
};
