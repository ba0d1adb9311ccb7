/**
 * The words of a breakdown chart, in Arabic. Numbers and dates arrive formatted.
 *
 * Here and in the files beside: a phrase begins with a word of Arabic, never with Instagram, a share or a sign, since its
 * first letter decides which way it runs (`unicode-bidi: plaintext`), and Intl puts marks of Latin into shares.
 */
import type { BreakdownWords } from '../en/breakdown.js';

export const breakdown: BreakdownWords = {
  title: (metric, dimensions) => `${metric} حسب ${dimensions}`,
  most: {
    media_product_type: (metric, name, value, share) =>
      `${metric}: أكثر من النصف من ${name}، بواقع ${value} (${share} من الإجمالي).`,
  },
  largest: (name, value) => `الأكبر: ${name}، ${value}.`,
  largestOf: (name, value, share) => `الأكبر: ${name}، ${value} (${share} من الإجمالي).`,
  largestAlike: (names, value) => `الأكبر: ${names}، ${value} لكل صف.`,
  nothing: 'لم يتم احتساب أي شيء في هذه الأيام.',
  noRows: 'لم يقدم Instagram أي صفوف.',
  unlisted: (share) => `غير مدرج: ${share}`,
  incomplete: 'أحد الصفوف بلا رقم',
  noTotal: 'بلا نسب: لم يقدم Instagram إجماليًا',
  tooMuch: 'بلا نسب: مجموع الصفوف أكبر من الإجمالي',
  derivedTotals: 'إجماليات الصفوف قيم محسوبة',
  shownOf: (shown, all) => `المعروض ${shown.text} من ${all.text}، والجدول يضم الكل`,
  thinMark: (days) => `علامة رفيعة: ${days}`,
  others: ({ text }) => `أخرى (${text})`,
  total: 'الإجمالي',
  gained: 'الزيادة',
  lost: 'النقص',
  net: 'الصافي، قيمة محسوبة',
  gainedAndLost: (gained, lost, net) => `الزيادة ${gained} والنقص ${lost}: الصافي ${net}، قيمة محسوبة.`,
  oneSide: (side, value, other) => `${side}: ${value}. ${other}: العدد غير مبلغ عنه.`,
  table: { share: 'النسبة' },
};
