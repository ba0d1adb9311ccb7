/** The words of a chart over days, in Japanese. Numbers and dates arrive formatted. */
import type { BestSaying, ChangeSaying, PeriodSaying, TrendWords } from '../en/trend.js';

const within = ({ days: { text, value }, until }: PeriodSaying): string =>
  value === 1 ? until : `${until}までの${text}日間`;

/** The particle that goes with {@link within}: に of a day, で of a span. */
const particle = ({ days }: PeriodSaying): string => (days.value === 1 ? 'に' : 'で');

const changed = ({ direction, share, isMoving }: ChangeSaying, { days: { text, value } }: PeriodSaying): string => {
  const before = value === 1 ? '前日' : `その前の${text}日間`;
  if (direction === 'same') return `${before}と同じ`;
  return `${isMoving ? '現時点では' : ''}${before}と比べて${share}${direction === 'up' ? '増' : '減'}`;
};

/** What is said of the days with the highest number, and those days. */
const most = ({ isMoving }: BestSaying): string => (isMoving ? '現時点で最も多い日' : '最も多かった日');
const numbered = ({ days: { length }, list, number }: BestSaying): string =>
  `${list}（${length === 1 ? number : `各${number}`}）`;

export const trend: TrendWords = {
  title: (metrics) => `${metrics}（日別）`,
  later: (label) => label,
  total: ({ label, number, change, ...period }) =>
    `${label}は、${within(period)}${particle(period)}${number}${change ? `、${changed(change, period)}` : ''}です。`,
  best: (best) => `${most(best)}は${numbered(best)}です。`,
  bestOf: (label, best) => `${label}が${most(best)}は${numbered(best)}です。`,
  highest: ({ number, days, of, isMoving }) =>
    `${isMoving ? '現時点での' : ''}最大値は${number}（${of.text}日中${days.text}日）です。`,
  highestOf: (label, { number, days, of, isMoving }) =>
    `${label}の${isMoving ? '現時点での' : ''}最大値は${number}（${of.text}日中${days.text}日）です。`,
  daysNotYet: ({ text }) => `${text}日分はまだ報告されていません。`,
  daysNotReported: ({ text }) => `${text}日分は報告されていません。`,
  flow: ({ gained, lost, net, known, ...period }) =>
    `${within(period)}は、増加${gained}、減少${lost}、純増減${net}（算出値${
      known ? `、${period.days.text}日中${known.text}日分のみ判明` : ''
    }）です。`,
  sentences: (all) => all.join(''),
  severalDays: '1つのアカウントが複数の日に数えられる場合あり',
  severalDaysNoSum: '1つのアカウントが複数の日に数えられる場合あり：日別の和は合計と一致しない',
  sumOfDays: ({ text }) => `合計は${text}日分の和（算出値）`,
  failed: (metrics) => `${metrics}：取得できず`,
  notReported: (metrics) => `${metrics}：報告なし`,
  silentBefore: '前の期間の日別の数値：報告なし',
  sumOfSome: (number, known, all) => `${number}（${all.text}日中${known.text}日分）`,
  provisional: '暫定値',
  provisionalDay: (day) => `${day}（暫定値）`,
  gained: '増加',
  lost: '減少',
  netName: '純増減',
  day: '日付',
  before: '前の期間の日付',
  ofBefore: (label) => `${label}（前の期間）`,
  ofDay: (label, day) => `${day}の${label}`,
};
