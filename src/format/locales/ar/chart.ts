/** The words around every chart, in Arabic. Numbers and dates arrive formatted. */
import type { ChartWords } from '../en/chart.js';

export const chart: ChartWords = {
  sample: (sentence) => `بيانات توضيحية. ${sentence}`,
  table: 'عرض كجدول',
  legendHint: 'نقرة: إظهار أو إخفاء. نقرتان: إظهار هذا فقط.',
  keys: 'مفاتيح الأسهم للتنقل بين القيم، ومفتاح Enter للاختيار.',
  dataTo: (day) => `البيانات حتى ${day}`,
  noNumber: 'بلا رقم',
  notDrawn: 'تعذر تحميل الرسم البياني',
};
