/** The words of a chart over days, in Brazilian Portuguese. Numbers and dates arrive formatted. */

import type { BestSaying, ChangeSaying, PeriodSaying, TrendWords } from '../en/trend.js';
import { pluralIn } from '../plural.js';
import type { Quantity } from '../wording.js';

// By the rules of pt-BR 0 is a singular; Brazilians write "0 dias" all the same.
const plural = pluralIn('pt-PT');

const within = ({ days: { text, value }, until }: PeriodSaying): string =>
  value === 1 ? `em ${until}` : `nos ${text} dias até ${until}`;

const changed = ({ direction, share, isMoving }: ChangeSaying, { days: { text, value } }: PeriodSaying): string => {
  const before = value === 1 ? 'no dia anterior' : `nos ${text} dias anteriores`;
  if (direction === 'same') return `o mesmo que ${before}`;
  return `${isMoving ? 'por enquanto ' : ''}${share} a ${direction === 'up' ? 'mais' : 'menos'} que ${before}`;
};

/** The days with the highest number, as a list; of three, each with its own comma. */
const bestDays = ({ days, list }: BestSaying): string => (days.length > 2 ? days.join('; ') : list);

const soFar = (isMoving: boolean): string => (isMoving ? ' até agora' : '');

/** A sentence does not begin with a small number in digits. */
const small = ['Zero', 'Um', 'Dois', 'Três', 'Quatro', 'Cinco', 'Seis', 'Sete', 'Oito', 'Nove'];
const daysOf = ({ text, value }: Quantity): string =>
  `${small[value] ?? text} ${plural(value, { one: 'dia', other: 'dias' })}`;

export const trend: TrendWords = {
  title: (metrics) => `${metrics} por dia`,
  later: (label) => label.toLowerCase(),
  // No verb, which would have to agree with the metric; in brackets, for "1, 3 a mais" would be read as 1.3.
  total: ({ label, number, change, ...period }) =>
    `${label} ${within(period)}: ${number}${change ? ` (${changed(change, period)})` : ''}.`,
  best: (best) =>
    best.days.length === 1
      ? `Melhor dia${soFar(best.isMoving)}: ${bestDays(best)} (${best.number}).`
      : `Melhores dias${soFar(best.isMoving)}: ${bestDays(best)} (${best.number} cada).`,
  // One day or several.
  bestOf: (label, best) => `${label}: máximo${soFar(best.isMoving)} de ${best.number} (${bestDays(best)}).`,
  highest: ({ number, days, of, isMoving }) =>
    `Máximo${soFar(isMoving)}: ${number}, em ${days.text} de ${of.text} dias.`,
  highestOf: (label, { number, days, of, isMoving }) =>
    `${label}: máximo${soFar(isMoving)} de ${number}, em ${days.text} de ${of.text} dias.`,
  daysNotYet: (days) => `${daysOf(days)} ainda não ${plural(days.value, { one: 'informado', other: 'informados' })}.`,
  daysNotReported: (days) => `${daysOf(days)} não ${plural(days.value, { one: 'informado', other: 'informados' })}.`,
  flow: ({ gained, lost, net, known, ...period }) => {
    const place = within(period);
    const partly = known
      ? `, com dados de ${known.text} de ${period.days.text} ${plural(period.days.value, { one: 'dia', other: 'dias' })}`
      : '';
    return `Ganhos ${place}: ${gained}. Perdidos: ${lost}. Saldo: ${net}, cálculo próprio${partly}.`;
  },
  sentences: (all) => all.join(' '),
  severalDays: 'uma conta pode contar em vários dias',
  severalDaysNoSum: 'uma conta pode contar em vários dias: a soma dos dias não dá o total',
  sumOfDays: ({ text, value }) =>
    `o total é a soma de ${text} ${plural(value, { one: 'dia', other: 'dias' })}, cálculo próprio`,
  failed: (metrics) => `não foi possível obter: ${metrics}`,
  notReported: (metrics) => `${metrics}: não informado`,
  silentBefore: 'dias anteriores: não informado',
  sumOfSome: (number, known, all) =>
    `${number} (${known.text} de ${all.text} ${plural(all.value, { one: 'dia', other: 'dias' })})`,
  provisional: 'provisório',
  provisionalDay: (day) => `${day} · provisório`,
  gained: 'Ganhos',
  lost: 'Perdidos',
  netName: 'Saldo',
  day: 'Dia',
  // Of the window before: "dia anterior" would be yesterday.
  before: 'Dia (antes)',
  ofBefore: (label) => `${label} (antes)`,
  // In brackets: a day with its weekday would need another article.
  ofDay: (label, day) => `${label} (${day})`,
};
