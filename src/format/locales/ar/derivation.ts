/** How a number came about, in Arabic. Numbers arrive formatted. */
import type { DerivationWords } from '../en/derivation.js';
import { totals } from './counted.js';

export const derivation: DerivationWords = {
  totals: (quantity) => `مجموع ${totals(quantity)} من Instagram`,
  someTotals: (known, all) => `مجموع ${known.text} من أصل ${totals(all)} من Instagram`,
  days: 'طلب واحد لكل يوم؛ قد لا يساوي مجموع الأيام الإجمالي',
};
