/** The words of a demographics chart, in Japanese. Numbers and dates arrive formatted. */
import type { PeopleWords } from '../en/people.js';

export const people: PeopleWords = {
  asOf: (day) => `${day}時点`,
  lastDays: ({ text }) => `過去${text}日間`,
  prevMonth: '先月',
  ofListed: ({ text }) => `割合は記載された${text}人に対する値`,
  topRows: ({ text }) => `上位${text}件のみ：記載のないものは0ではなく、それより下位`,
  covers: (share) => `フォロワーの${share}をカバー`,
  unspecified: (share) => `性別の指定なし：${share}`,
  otherGender: (share) => `その他の性別：${share}`,
  shownOf: (shown, all) => `${all.text}件中${shown.text}件を表示、表には全件を記載`,
  notListed: '記載なし',
  between: (least, most) => `${least}～${most}`,
  notOnMap: (names) => `地図にないもの：${names}`,
  // Not as in breakdown.ts: a date in brackets follows.
  demographicTitle: (metric, dimensions) => `${metric}の${dimensions}`,
  datedTitle: (title, asOf) => `${title}（${asOf}）`,
  largest: (name, share) => `最も多いのは${name}で、記載された人の${share}です。`,
  nobody: '記載された人はいません。',
  table: { people: '人数', share: '割合' },
};
