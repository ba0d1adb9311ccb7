/** The words of a demographics chart, in Arabic. Numbers and dates arrive formatted. */
import type { PeopleWords } from '../en/people.js';
import { listedPeople, rows } from './counted.js';

export const people: PeopleWords = {
  asOf: (day) => `بتاريخ ${day}`.replaceAll(' ', '\u00a0'),
  timeframe: {
    last_14_days: 'آخر 14 يومًا',
    last_30_days: 'آخر 30 يومًا',
    last_90_days: 'آخر 90 يومًا',
    prev_month: 'الشهر السابق',
    // The reference: "this_month returns the data in the last 30 days and this_week returns data in the last 7 days".
    this_month: 'آخر 30 يومًا',
    this_week: 'آخر 7 أيام',
  },
  ofListed: (quantity) => `النسب من أصل ${listedPeople(quantity)}`,
  topRows: (quantity) => `أعلى ${rows(quantity)} فقط: غير المدرج يقع دون ذلك، وليس صفرًا`,
  covers: (share) => `يغطي ${share} من المتابعين`,
  unspecified: (share) => `الجنس غير محدد: ${share}`,
  otherGender: (share) => `جنس آخر: ${share}`,
  shownOf: (shown, all) => `المعروض ${shown.text} من ${all.text}، والجدول يضم الكل`,
  notListed: 'غير مدرج',
  between: (least, most) => `${least}–${most}`,
  notOnMap: (names) => `خارج الخريطة: ${names}`,
  demographicTitle: (metric, dimensions) => `${metric} حسب ${dimensions}`,
  datedTitle: (title, asOf) => `${title}، ${asOf}`,
  largest: (name, share) => `المجموعة الأكبر: ${name}، بنسبة ${share} من الأشخاص المدرجين.`,
  nobody: 'لا أحد مدرج.',
  table: { people: 'الأشخاص', share: 'النسبة' },
};
