/** The words of a breakdown chart, in Japanese. Numbers and dates arrive formatted. */
import type { BreakdownWords } from '../en/breakdown.js';
import { names } from './names.js';

export const breakdown: BreakdownWords = {
  title: (metric, dimensions) => `${metric}（${names.rowsBy(dimensions)}）`,
  most: {
    media_product_type: (metric, name, value, share) =>
      `${metric}は、${name}によるものが半数を超えています（${value}、全体の${share}）。`,
  },
  largest: (name, value) => `最も多いのは${name}（${value}）です。`,
  largestOf: (name, value, share) => `最も多いのは${name}（${value}、全体の${share}）です。`,
  largestAlike: (all, value) => `最も多いのは${all}（各${value}）です。`,
  nothing: 'この期間には何もカウントされませんでした。',
  noRows: 'Instagramから内訳が提供されませんでした。',
  unlisted: (share) => `内訳に記載のない分：${share}`,
  incomplete: '数値のない項目あり',
  noTotal: '割合なし：Instagramから合計の提供なし',
  tooMuch: '割合なし：内訳の和が合計を超過',
  derivedTotals: '各項目の合計は算出値',
  shownOf: (shown, all) => `${all.text}件中${shown.text}件を表示、表には全件を記載`,
  thinMark: (days) => `細いマーク：${days}`,
  others: ({ text }) => `その他（${text}）`,
  total: '合計',
  gained: '増加',
  lost: '減少',
  net: '純増減（算出値）',
  gainedAndLost: (gained, lost, net) => `増加${gained}、減少${lost}、純増減${net}（算出値）です。`,
  oneSide: (side, value, other) => `${side}は${value}、${other}は報告なしです。`,
  table: { share: '割合' },
};
