/** The words for what a visitor takes out of the page, in Arabic. */
import type { TakeWords } from '../en/take.js';

export const take: TakeWords = {
  copyText: 'نسخ كنص',
  csv: 'تنزيل CSV',
  png: 'تنزيل PNG',
  copied: 'تم النسخ',
  notCopied: 'تعذر النسخ: لا يسمح للصفحة بذلك',
  given: 'بدأ التنزيل',
  drawing: 'جارٍ رسم الصورة…',
  notDone: 'لم ينجح ذلك. يرجى إعادة المحاولة.',
};
