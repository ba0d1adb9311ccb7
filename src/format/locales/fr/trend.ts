/** The words of a chart over days, in French. Numbers and dates arrive formatted. */
import type { ChangeSaying, PeriodSaying, TrendWords } from '../en/trend.js';
import type { Quantity } from '../wording.js';

const within = ({ days: { text, value }, until }: PeriodSaying): string =>
  value === 1 ? `le ${until}` : `pendant les ${text} jours jusqu’au ${until}`;

const changed = ({ direction, share, isMoving }: ChangeSaying, { days: { text, value } }: PeriodSaying): string => {
  const before = value === 1 ? 'la veille' : `sur les ${text} jours précédents`;
  if (direction === 'same') return `autant que ${before}`;
  return `${isMoving ? 'pour l’instant ' : 'soit '}${share} de ${direction === 'up' ? 'plus' : 'moins'} que ${before}`;
};

/** Zero and one are singular. */
const days = ({ text, value }: Quantity): string => `${text} jour${value < 2 ? '' : 's'}`;

export const trend: TrendWords = {
  title: (metrics) => `${metrics} par jour`,
  // Only the first letter: “mentions J’aime”; and none of a name like IGTV.
  later: (label) => label.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase()),
  // No sentence ends in a date: “3 janv.” has a full stop of its own.
  total: ({ label, number, change, ...period }) =>
    `${label} ${within(period)}\u202f: ${number}${change ? `, ${changed(change, period)}` : ''}.`,
  best: (day, number) => `Meilleur jour\u202f: ${day} (${number}).`,
  bestDays: (days, number) => `Meilleurs jours\u202f: ${days} (${number} chacun).`,
  bestOf: (label, day, number) => `${label}\u202f: maximum le ${day} (${number}).`,
  bestSoFar: (day, number) => `Meilleur jour pour l’instant\u202f: ${day} (${number}).`,
  bestDaysSoFar: (days, number) => `Meilleurs jours pour l’instant\u202f: ${days} (${number} chacun).`,
  bestOfSoFar: (label, day, number) => `${label}\u202f: maximum pour l’instant le ${day} (${number}).`,
  flow: ({ gained, lost, net, known, ...period }) =>
    `${gained} en plus, ${lost} en moins ${within(period)}\u202f: solde ${net}, calculé${
      known ? `, connu pour ${days(known)} sur ${period.days.text}` : ''
    }.`,
  severalDays: 'un compte peut compter sur plusieurs jours',
  severalDaysNoSum: 'un compte peut compter sur plusieurs jours\u202f: la somme des jours n’est pas le total',
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
};
