/** How a number stands to the one before it, in Arabic. Numbers and dates arrive formatted. */
import type { ChangeWords } from '../en/change.js';

export const change: ChangeWords = {
  up: (share) => `▲ ${share}`,
  down: (share) => `▼ ${share}`,
  provisional: {
    up: (share) => `△ ${share} · قيمة أولية`,
    down: (share) => `▽ ${share} · قيمة أولية`,
  },
  spoken: {
    up: (share) => `زيادة ${share}`,
    down: (share) => `انخفاض ${share}`,
    provisional: (said) => `${said}، قيمة أولية`,
  },
  same: 'بلا تغيير',
  lessThan: (least) => `أقل من ${least}`,
  fromNothing: 'جديد',
  noBase: 'لا توجد قيمة للمقارنة',
  notWhole: 'بعض الأيام غير معروفة: لا مقارنة',
  baseNotWhole: 'بعض الأيام السابقة غير معروفة: لا مقارنة',
  outOfMemory: 'لا يحتفظ Instagram ببيانات الأيام السابقة',
  notOne: 'أكثر من رقم: لا مقارنة',
  uncounted: 'لا يحتسب Instagram إجماليًا للأيام السابقة',
  notHad: 'تعذر الحصول على بيانات الأيام السابقة',
  versus: (base, days) => `مقابل ${base} · ${days}`,
  versusDays: (days) => `مقابل ${days}`,
};
