/** The words of a card, in Japanese. Numbers and dates arrive formatted. */
import type { Words } from '../en/card.js';

export const card: Words = {
  estimated: '推定値',
  provisional: '直近の日は暫定値',
  sample: 'サンプルデータ',
  stale: (moment) => `${moment}時点（新しいデータは取得できず）`,
  stored: (moment) => `${moment}時点`,
  net: (value) => `純増減${value}（算出値）`,
  onDay: (day) => `${day}の数値`,
  sumOfDays: ({ text }) => `${text}日分の合計（算出値）`,
  sumOfParts: ({ text }) => `Instagramの合計値${text}件の和（全日分ではない）`,
  atLeast: (value) => `${value}以上`,
  gainedAndLost: (gained, lost) => `増加：${gained}、減少：${lost}`,
  noNumber: '報告なし',
  noTotal: '合計なし',
  offline: '接続できません',
  retry: '再試行',
  more: (label) => `${label}のその他の操作`,
};
