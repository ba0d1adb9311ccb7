/** The words around every chart, in Arabic. Numbers and dates arrive formatted. */
import type { ChartWords } from '../en/chart.js';
import { columns as columnsText, rows as rowsText } from './counted.js';

export const chart: ChartWords = {
  sample: (sentence) => `بيانات توضيحية. ${sentence}`,
  table: 'عرض كجدول',
  legendHint: 'نقرة: إظهار أو إخفاء. نقرتان: إظهار هذا فقط.',
  plot: 'رسم بياني',
  keys: 'مفاتيح الأسهم للتنقل بين القيم، ومفتاح Enter للاختيار، ومفتاح Escape للخروج.',
  keysByDay:
    'السهمان الأيسر والأيمن للتنقل بين الأيام، والعلوي والسفلي بين السلاسل. مفتاح Enter للاختيار، ومفتاح Escape للخروج.',
  keysByRow:
    'السهمان العلوي والسفلي للتنقل بين الصفوف، والأيسر والأيمن بين السلاسل. مفتاح Enter للاختيار، ومفتاح Escape للخروج.',
  keysOfLine: 'مفاتيح الأسهم للتنقل بين الأيام، ومفتاح Escape للخروج.',
  // Semicolons: a label can hold a date with a comma.
  point: (title, numbers, place, of) =>
    `${title}: ${numbers.map(({ label, value }) => `${label}: ${value}`).join('؛ ')}. ${place} من ${of}.`,
  tableOpened: (rows, columns) => `الجدول مكون من ${rowsText(rows)} و${columnsText(columns)}.`,
  dataTo: (day) => `البيانات حتى ${day}`,
  noNumber: 'بلا رقم',
  labelled: (label, fact) => `${label}: ${fact}`,
  pieces: (facts) => facts.join('، '),
  notDrawn: 'تعذر تحميل الرسم البياني',
};
