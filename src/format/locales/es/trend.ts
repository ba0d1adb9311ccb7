/** The words of a chart over days, in Spanish. Numbers and dates arrive formatted. */

import type { ChangeSaying, PeriodSaying, TrendWords } from '../en/trend.js';
import { pluralIn } from '../plural.js';

const plural = pluralIn('es');

const within = ({ days: { text, value }, until }: PeriodSaying): string =>
  value === 1 ? `el ${until}` : `en los ${text} días hasta el ${until}`;

const changed = ({ direction, share, isMoving }: ChangeSaying, { days: { text, value } }: PeriodSaying): string => {
  const before = value === 1 ? 'el día anterior' : `en los ${text} días anteriores`;
  if (direction === 'same') return `igual que ${before}`;
  return `${isMoving ? 'por ahora ' : ''}${share} ${direction === 'up' ? 'más' : 'menos'} que ${before}`;
};

export const trend: TrendWords = {
  title: (metrics) => `${metrics} por día`,
  // Instagram writes it large wherever it stands.
  later: (label) => (label === 'Me gusta' ? label : label.toLowerCase()),
  // Without a verb, which would have to agree with the metric; in brackets, for «1, 3 más» would be read as 1.3.
  total: ({ label, number, change, ...period }) =>
    `${label} ${within(period)}: ${number}${change ? ` (${changed(change, period)})` : ''}.`,
  best: (day, number) => `Mejor día: ${day} (${number}).`,
  bestDays: (days, number) => `Mejores días: ${days} (${number} cada uno).`,
  // One day or several.
  bestOf: (label, day, number) => `${label}: máximo de ${number} (${day}).`,
  bestSoFar: (day, number) => `Mejor día hasta ahora: ${day} (${number}).`,
  bestDaysSoFar: (days, number) => `Mejores días hasta ahora: ${days} (${number} cada uno).`,
  bestOfSoFar: (label, day, number) => `${label}: máximo hasta ahora de ${number} (${day}).`,
  flow: ({ gained, lost, net, known, ...period }) => {
    const place = within(period);
    const partly = known
      ? `, con datos de ${known.text} de ${period.days.text} ${plural(period.days.value, { one: 'día', other: 'días' })}`
      : '';
    return `Ganados ${place}: ${gained}. Perdidos: ${lost}. Saldo: ${net}, cálculo propio${partly}.`;
  },
  severalDays: 'una cuenta puede contar en varios días',
  severalDaysNoSum: 'una cuenta puede contar en varios días: los días no suman el total',
  sumOfDays: ({ text, value }) =>
    `el total es la suma de ${text} ${plural(value, { one: 'día', other: 'días' })}, cálculo propio`,
  failed: (metrics) => `no se pudo obtener: ${metrics}`,
  notReported: (metrics) => `${metrics}: no informado`,
  silentBefore: 'días anteriores: no informado',
  sumOfSome: (number, known, all) =>
    `${number} (${known.text} de ${all.text} ${plural(all.value, { one: 'día', other: 'días' })})`,
  provisional: 'provisional',
  provisionalDay: (day) => `${day} · provisional`,
  gained: 'Ganados',
  lost: 'Perdidos',
  netName: 'Saldo',
  day: 'Día',
  // Of the window before: «día anterior» would be yesterday.
  before: 'Día (antes)',
  ofBefore: (label) => `${label} (antes)`,
};
