/** The words of a chart over days, in Spanish. Numbers and dates arrive formatted. */

import type { BestSaying, ChangeSaying, PeriodSaying, TrendWords } from '../en/trend.js';
import { pluralIn } from '../plural.js';
import type { Quantity } from '../wording.js';

const plural = pluralIn('es');

const within = ({ days: { text, value }, until }: PeriodSaying): string =>
  value === 1 ? `el ${until}` : `en los ${text} días hasta el ${until}`;

const changed = ({ direction, share, isMoving }: ChangeSaying, { days: { text, value } }: PeriodSaying): string => {
  const before = value === 1 ? 'el día anterior' : `en los ${text} días anteriores`;
  if (direction === 'same') return `igual que ${before}`;
  return `${isMoving ? 'por ahora ' : ''}${share} ${direction === 'up' ? 'más' : 'menos'} que ${before}`;
};

/** The days with the highest number, as a list; of three, each with its own comma. */
const bestDays = ({ days, list }: BestSaying): string => (days.length > 2 ? days.join('; ') : list);

const soFar = (isMoving: boolean): string => (isMoving ? ' hasta ahora' : '');

/** A sentence does not begin with a small number in digits. */
const small = ['Cero', 'Un', 'Dos', 'Tres', 'Cuatro', 'Cinco', 'Seis', 'Siete', 'Ocho', 'Nueve'];
const daysOf = ({ text, value }: Quantity): string =>
  `${small[value] ?? text} ${plural(value, { one: 'día', other: 'días' })}`;

export const trend: TrendWords = {
  title: (metrics) => `${metrics} por día`,
  // Instagram writes it large wherever it stands.
  later: (label) => (label === 'Me gusta' ? label : label.toLowerCase()),
  // Without a verb, which would have to agree with the metric; in brackets, for «1, 3 más» would be read as 1.3.
  total: ({ label, number, change, ...period }) =>
    `${label} ${within(period)}: ${number}${change ? ` (${changed(change, period)})` : ''}.`,
  best: (best) =>
    best.days.length === 1
      ? `Mejor día${soFar(best.isMoving)}: ${bestDays(best)} (${best.number}).`
      : `Mejores días${soFar(best.isMoving)}: ${bestDays(best)} (${best.number} cada uno).`,
  // One day or several.
  bestOf: (label, best) => `${label}: máximo${soFar(best.isMoving)} de ${best.number} (${bestDays(best)}).`,
  highest: ({ number, days, of, isMoving }) =>
    `Máximo${soFar(isMoving)}: ${number}, en ${days.text} de ${of.text} días.`,
  highestOf: (label, { number, days, of, isMoving }) =>
    `${label}: máximo${soFar(isMoving)} de ${number}, en ${days.text} de ${of.text} días.`,
  daysNotYet: (days) => `${daysOf(days)} aún no ${plural(days.value, { one: 'informado', other: 'informados' })}.`,
  daysNotReported: (days) => `${daysOf(days)} no ${plural(days.value, { one: 'informado', other: 'informados' })}.`,
  flow: ({ gained, lost, net, known, ...period }) => {
    const place = within(period);
    const partly = known
      ? `, con datos de ${known.text} de ${period.days.text} ${plural(period.days.value, { one: 'día', other: 'días' })}`
      : '';
    return `Ganados ${place}: ${gained}. Perdidos: ${lost}. Saldo: ${net}, cálculo propio${partly}.`;
  },
  sentences: (all) => all.join(' '),
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
  ofDay: (label, day) => `${label} el ${day}`,
};
