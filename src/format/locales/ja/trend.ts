/** The words of a chart over days, in Japanese. Numbers and dates arrive formatted. */
import type { ChangeSaying, PeriodSaying, TrendWords } from '../en/trend.js';

const within = ({ days: { text, value }, until }: PeriodSaying): string =>
  value === 1 ? until : `${until}までの${text}日間`;

/** The particle that goes with {@link within}: に of a day, で of a span. */
const particle = ({ days }: PeriodSaying): string => (days.value === 1 ? 'に' : 'で');

const changed = ({ direction, share, isMoving }: ChangeSaying, { days: { text, value } }: PeriodSaying): string => {
  const before = value === 1 ? '前日' : `その前の${text}日間`;
  if (direction === 'same') return `${before}と同じ`;
  return `${isMoving ? '現時点では' : ''}${before}と比べて${share}${direction === 'up' ? '増' : '減'}`;
};

export const trend: TrendWords = {
  title: (metrics) => `${metrics}（日別）`,
  later: (label) => label,
  total: ({ label, number, change, ...period }) =>
    `${label}は、${within(period)}${particle(period)}${number}${change ? `、${changed(change, period)}` : ''}です。`,
  best: (day, number) => `最も多かった日は${day}（${number}）です。`,
  bestDays: (days, number) => `最も多かった日は${days}（各${number}）です。`,
  bestOf: (label, day, number) => `${label}が最も多かった日は${day}（${number}）です。`,
  bestSoFar: (day, number) => `現時点で最も多い日は${day}（${number}）です。`,
  bestDaysSoFar: (days, number) => `現時点で最も多い日は${days}（各${number}）です。`,
  bestOfSoFar: (label, day, number) => `${label}が現時点で最も多い日は${day}（${number}）です。`,
  flow: ({ gained, lost, net, known, ...period }) =>
    `${within(period)}は、増加${gained}、減少${lost}、純増減${net}（算出値${
      known ? `、${period.days.text}日中${known.text}日分のみ判明` : ''
    }）です。`,
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
};
