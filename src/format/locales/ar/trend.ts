/** The words of a chart over days, in Arabic. Numbers and dates arrive formatted. */
import type { ChangeSaying, PeriodSaying, TrendWords } from '../en/trend.js';
import { days as daysText } from './counted.js';

const within = ({ days, until }: PeriodSaying): string =>
  days.value === 1 ? `في ${until}` : `خلال ${daysText(days)} حتى ${until}`;

const before = ({ days }: PeriodSaying): string => {
  if (days.value === 1) return 'اليوم السابق';
  return days.value === 2 ? 'اليومين السابقين' : `الأيام الـ${days.text} السابقة`;
};

const changed = ({ direction, share, isMoving }: ChangeSaying, period: PeriodSaying): string => {
  if (direction === 'same') return `بلا تغيير عن ${before(period)}`;
  return `${direction === 'up' ? 'بزيادة' : 'بانخفاض'} ${share}${isMoving ? ' حتى الآن' : ''} عن ${before(period)}`;
};

const soFar = (isMoving: boolean): string => (isMoving ? ' حتى الآن' : '');

export const trend: TrendWords = {
  title: (metrics) => `${metrics} حسب اليوم`,
  later: (label) => label,
  // A colon: a verb would have to agree with the gender and number of each metric.
  total: ({ label, number, change, ...period }) =>
    `${label}: ${number} ${within(period)}${change ? `، ${changed(change, period)}` : ''}.`,
  best: ({ days: { length }, list, number, isMoving }) => {
    if (length === 1) return `أفضل يوم${soFar(isMoving)}: ${list} (${number}).`;
    return length === 2
      ? `أفضل يومين${soFar(isMoving)}: ${list} (${number} لكل منهما).`
      : `أفضل الأيام${soFar(isMoving)}: ${list} (${number} لكل منها).`;
  },
  // Of one day or several.
  bestOf: (label, { list, number, isMoving }) => `${label}: الأفضل${soFar(isMoving)} ${list} (${number}).`,
  highest: ({ number, days, of, isMoving }) =>
    `أعلى قيمة${soFar(isMoving)}: ${number}، في ${daysText(days)} من أصل ${of.text}.`,
  highestOf: (label, { number, days, of, isMoving }) =>
    `${label}: أعلى قيمة${soFar(isMoving)} ${number}، في ${daysText(days)} من أصل ${of.text}.`,
  daysNotYet: (quantity) => `لم يتم الإبلاغ عن أرقام ${daysText(quantity)} بعد.`,
  daysNotReported: (quantity) => `لم يتم الإبلاغ عن أرقام ${daysText(quantity)}.`,
  flow: ({ gained, lost, net, known, ...period }) =>
    `الزيادة ${gained} والنقص ${lost} ${within(period)}: الصافي ${net}، قيمة محسوبة${
      known ? `، والمعروف ${known.text} من أصل ${daysText(period.days)}` : ''
    }.`,
  sentences: (all) => all.join(' '),
  severalDays: 'قد يتم احتساب الحساب الواحد في عدة أيام',
  severalDaysNoSum: 'قد يتم احتساب الحساب الواحد في عدة أيام: مجموع الأيام لا يساوي الإجمالي',
  sumOfDays: (quantity) => `الإجمالي هو مجموع ${daysText(quantity)}، قيمة محسوبة`,
  failed: (metrics) => `تعذر الحصول على أرقام: ${metrics}`,
  notReported: (metrics) => `أرقام غير مبلغ عنها: ${metrics}`,
  silentBefore: 'الأيام السابقة: أرقام غير مبلغ عنها',
  // Begins with a word of Arabic: see breakdown.ts.
  sumOfSome: (number, known, all) => `عن ${known.text} من ${daysText(all)}: ${number}`,
  provisional: 'قيم أولية',
  provisionalDay: (day) => `${day} · قيم أولية`,
  gained: 'الزيادة',
  lost: 'النقص',
  netName: 'الصافي',
  day: 'اليوم',
  before: 'اليوم المقابل',
  ofBefore: (label) => `${label} (الأيام السابقة)`,
  ofDay: (label, day) => `${label} يوم ${day}`,
};
