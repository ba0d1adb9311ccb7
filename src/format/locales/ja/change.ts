/** How a number stands to the one before it, in Japanese. Numbers and dates arrive formatted. */
import type { ChangeWords } from '../en/change.js';

// Arrows, since ▲ and △ before a number mean minus in Japanese accounts.
export const change: ChangeWords = {
  up: (share) => `↑ ${share}`,
  down: (share) => `↓ ${share}`,
  provisional: {
    up: (share) => `↑ ${share}（暫定値）`,
    down: (share) => `↓ ${share}（暫定値）`,
  },
  spoken: {
    up: (share) => `${share}増`,
    down: (share) => `${share}減`,
    provisional: (said) => `${said}（暫定値）`,
  },
  same: '変化なし',
  lessThan: (least) => `${least}未満`,
  fromNothing: '新規',
  noBase: '比較できる数値なし',
  notWhole: '不明な日があるため比較なし',
  baseNotWhole: '前の期間に不明な日があるため比較なし',
  outOfMemory: 'Instagramに前の期間の記録なし',
  notOne: '単一の数値ではないため比較なし',
  uncounted: 'Instagramは前の期間の合計を集計せず',
  notHad: '前の期間は取得できず',
  versus: (base, days) => `前の期間は${base}（${days}）`,
  versusDays: (days) => `前の期間（${days}）`,
};
