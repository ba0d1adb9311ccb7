/** The words of a demographics chart, in Japanese. Numbers and dates arrive formatted. */
import type { PeopleWords } from '../en/people.js';

export const people: PeopleWords = {
  asOf: (day) => `${day}時点`,
  timeframe: {
    last_14_days: '過去14日間',
    last_30_days: '過去30日間',
    last_90_days: '過去90日間',
    prev_month: '先月',
    // The reference: "this_month returns the data in the last 30 days and this_week returns data in the last 7 days".
    this_month: '過去30日間',
    this_week: '過去7日間',
  },
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
