/** The names of what the API calls by codes, in Arabic, and what is said of rows by them. */
import type { NameWords } from '../en/names.js';

export const names: NameWords = {
  rowsBy: (dimensions) => `حسب ${dimensions}`,
  together: (values) => values.join('، '),
  overlap: 'قد يرد الحساب الواحد في عدة صفوف',
  dimensions: {
    age: 'العمر',
    gender: 'الجنس',
    city: 'المدينة',
    country: 'البلد',
    media_product_type: 'نوع المحتوى',
    follow_type: 'حالة المتابعة',
    contact_button_type: 'الزر',
    hour: 'الساعة',
    day: 'اليوم',
  },
  values: {
    gender: { F: 'النساء', M: 'الرجال', U: 'غير محدد' },
    follow_type: { FOLLOWER: 'المتابعون', NON_FOLLOWER: 'غير المتابعين', UNKNOWN: 'غير معروف' },
    // Instagram's own app writes Reels in Arabic letters.
    media_product_type: {
      AD: 'الإعلانات',
      FEED: 'المنشورات',
      POST: 'المنشورات',
      CAROUSEL_CONTAINER: 'منشورات العرض الدوار',
      REEL: 'ريلز',
      REELS: 'ريلز',
      STORY: 'القصص',
      IGTV: 'IGTV',
    },
    contact_button_type: {
      BOOK_NOW: 'احجز الآن',
      CALL: 'الاتصال',
      DIRECTION: 'الاتجاهات',
      EMAIL: 'البريد الإلكتروني',
      INSTANT_EXPERIENCE: 'التجربة الفورية',
      TEXT: 'الرسائل النصية',
      UNDEFINED: 'أخرى',
    },
  },
};
