/** How a number came about, in Japanese. Numbers arrive formatted. */
import type { DerivationWords } from '../en/derivation.js';

export const derivation: DerivationWords = {
  totals: ({ text }) => `Instagramの合計値${text}件の和`,
  someTotals: (known, all) => `Instagramの合計値${all.text}件中${known.text}件の和`,
  days: '1日ごとに問い合わせた数値：日別の和が合計と一致するとは限らない',
};
