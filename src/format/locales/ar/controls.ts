/** The words of what a visitor sets, and of whose numbers they are, in Arabic. Numbers and dates arrive formatted. */
import type { ControlWords } from '../en/controls.js';
import { plural } from './counted.js';

export const controls: ControlWords = {
  days: 'الفترة',
  ranges: {
    last_7_days: 'آخر 7 أيام',
    last_14_days: 'آخر 14 يومًا',
    last_28_days: 'آخر 28 يومًا',
    last_30_days: 'آخر 30 يومًا',
    last_90_days: 'آخر 90 يومًا',
    this_month: 'هذا الشهر',
    prev_month: 'الشهر السابق',
  },
  custom: 'فترة مخصصة',
  chooseCustom: 'تحديد فترة…',
  choose: 'اختيار الفترة',
  firstDay: 'اليوم الأول',
  lastDay: 'اليوم الأخير',
  pacific: 'أيام Instagram: بتوقيت المحيط الهادئ في الولايات المتحدة',
  wrongDays: {
    incomplete: () => 'يرجى إدخال اليومين كاملين.',
    order: () => 'اليوم الأول بعد اليوم الأخير.',
    unknown: (oldest, today) => `يجيب Instagram عن الأيام من ${oldest} إلى ${today}.`,
  },
  timeframe: 'البيانات الديموغرافية',
  timeframes: {
    last_14_days: 'آخر 14 يومًا',
    last_30_days: 'آخر 30 يومًا',
    last_90_days: 'آخر 90 يومًا',
    prev_month: 'الشهر السابق',
    // As in people.ts: the reference means the last 30 and 7 days by these.
    this_month: 'آخر 30 يومًا',
    this_week: 'آخر 7 أيام',
  },
  compare: 'مقارنة بالأيام السابقة',
  metrics: 'المقاييس',
  noMetrics: 'لم يتم اختيار أي مقياس.',
  moreForAll: 'خيارات أخرى لكل هذه الأرقام',
  account: {
    topic: 'حساب Instagram',
    // The number stands before it whatever it is, so one and two take the singular.
    followers: (count) => ['', plural(count, { few: ' متابعين', many: ' متابعًا', other: ' متابع' })],
    posts: (count) => ['', plural(count, { few: ' منشورات', many: ' منشورًا', other: ' منشور' })],
    nothing: ['لا توجد معلومات عن هذا الحساب', 'لم يقدم Instagram اسمًا ولا رقمًا، ولم يذكر السبب.'],
    kept: (moment) => `من ${moment} أو قبل ذلك؛ تعذر الحصول على إجابة أحدث`,
  },
};
