/** The words of a card, in Arabic. Numbers and dates arrive formatted. */
import type { Words } from '../en/card.js';
import { days, totals } from './counted.js';

export const card: Words = {
  estimated: 'قيمة تقديرية',
  provisional: 'أرقام الأيام الأخيرة أولية',
  sample: 'بيانات توضيحية',
  stale: (moment) => `بتاريخ ${moment}؛ تعذر الحصول على إجابة أحدث`,
  stored: (moment) => `بتاريخ ${moment}`,
  net: (value) => `الصافي ${value}، قيمة محسوبة`,
  onDay: (day) => `يوم ${day}`,
  sumOfDays: (quantity) => `مجموع ${days(quantity)}، قيمة محسوبة`,
  sumOfParts: (quantity) => `مجموع ${totals(quantity)} من Instagram، لا يشمل كل الأيام`,
  // Isolated: the number of a card runs left to right in any language, and this is more than a number.
  atLeast: (value) => `\u2067${value} فأكثر\u2069`,
  gainedAndLost: (gained, lost) => `الزيادة: ${gained}، النقص: ${lost}`,
  noNumber: 'غير مبلغ عنه',
  noTotal: 'بلا إجمالي',
  offline: 'لا يوجد اتصال',
  retry: 'إعادة المحاولة',
  more: (label) => `خيارات أخرى: ${label}`,
};
