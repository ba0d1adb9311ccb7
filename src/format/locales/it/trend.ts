/** The words of a chart over days, in Italian. Numbers and dates arrive formatted. */

import type { ChangeSaying, PeriodSaying, TrendWords } from '../en/trend.js';
import { pluralIn } from '../plural.js';
import type { Quantity } from '../wording.js';
import { withArticle } from './with-article.js';

const plural = pluralIn('it');

const within = ({ days: { text, value }, until }: PeriodSaying): string =>
  value === 1 ? withArticle('il', until) : `${withArticle('nei', text)} giorni fino ${withArticle('al', until)}`;

const changed = ({ direction, share, isMoving }: ChangeSaying, { days: { text, value } }: PeriodSaying): string => {
  if (direction === 'same')
    return value === 1 ? 'come il giorno precedente' : `come ${withArticle('nei', text)} giorni precedenti`;
  const before = value === 1 ? 'al giorno precedente' : `${withArticle('ai', text)} giorni precedenti`;
  return `${isMoving ? 'per ora ' : ''}${share} in ${direction === 'up' ? 'più' : 'meno'} rispetto ${before}`;
};

const soFar = (isMoving: boolean): string => (isMoving ? ' finora' : '');

/** A sentence does not begin with a small number in digits. */
const small = ['Zero', 'Un', 'Due', 'Tre', 'Quattro', 'Cinque', 'Sei', 'Sette', 'Otto', 'Nove'];
const daysOf = ({ text, value }: Quantity): string =>
  `${small[value] ?? text} ${plural(value, { one: 'giorno', other: 'giorni' })}`;

export const trend: TrendWords = {
  title: (metrics) => `${metrics} per giorno`,
  // Instagram writes it large wherever it stands.
  later: (label) => (label === 'Mi piace' ? label : label.toLowerCase()),
  // Without a verb, which would have to agree with the metric; in brackets, for «1, 3 in più» would be read as 1.3.
  total: ({ label, number, change, ...period }) =>
    `${label} ${within(period)}: ${number}${change ? ` (${changed(change, period)})` : ''}.`,
  best: ({ days: { length }, list, number, isMoving }) =>
    length === 1
      ? `Giorno migliore${soFar(isMoving)}: ${list} (${number}).`
      : `Giorni migliori${soFar(isMoving)}: ${list} (${number} ciascuno).`,
  // One day or several.
  bestOf: (label, { list, number, isMoving }) => `${label}: massimo${soFar(isMoving)} di ${number} (${list}).`,
  highest: ({ number, days, of, isMoving }) =>
    `Massimo${soFar(isMoving)}: ${number}, in ${days.text} ${plural(days.value, { one: 'giorno', other: 'giorni' })} su ${of.text}.`,
  highestOf: (label, { number, days, of, isMoving }) =>
    `${label}: massimo${soFar(isMoving)} di ${number}, in ${days.text} ${plural(days.value, { one: 'giorno', other: 'giorni' })} su ${of.text}.`,
  daysNotYet: (days) => `${daysOf(days)} non ancora ${plural(days.value, { one: 'comunicato', other: 'comunicati' })}.`,
  daysNotReported: (days) => `${daysOf(days)} non ${plural(days.value, { one: 'comunicato', other: 'comunicati' })}.`,
  flow: ({ gained, lost, net, known, ...period }) => {
    const place = within(period);
    const partly = known
      ? `, con dati per ${known.text} ${plural(known.value, { one: 'giorno', other: 'giorni' })} su ${period.days.text}`
      : '';
    return `Acquisiti ${place}: ${gained}. Persi: ${lost}. Saldo: ${net}, nostro calcolo${partly}.`;
  },
  sentences: (all) => all.join(' '),
  severalDays: 'uno stesso account può contare in più giorni',
  severalDaysNoSum: 'uno stesso account può contare in più giorni: la somma dei giorni non dà il totale',
  sumOfDays: ({ text, value }) =>
    `il totale è la somma di ${text} ${plural(value, { one: 'giorno', other: 'giorni' })}, nostro calcolo`,
  failed: (metrics) => `impossibile ottenere: ${metrics}`,
  notReported: (metrics) => `${metrics}: dato non comunicato`,
  silentBefore: 'giorni precedenti: dato non comunicato',
  sumOfSome: (number, known, all) =>
    `${number} (${known.text} ${plural(known.value, { one: 'giorno', other: 'giorni' })} su ${all.text})`,
  provisional: 'provvisorio',
  provisionalDay: (day) => `${day} · provvisorio`,
  gained: 'Acquisiti',
  lost: 'Persi',
  netName: 'Saldo',
  day: 'Giorno',
  // Of the window before: «giorno precedente» would be yesterday.
  before: 'Giorno (prima)',
  ofBefore: (label) => `${label} (prima)`,
  // In brackets: a day with its weekday would need another article.
  ofDay: (label, day) => `${label} (${day})`,
};
