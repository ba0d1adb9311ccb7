/** What is wrong with how an element is set up, in Arabic, for the author of a page. Code stays as it is. */
import type { IssuePhrases } from '../../../spec/issue-phrases.js';
import { plural } from './counted.js';

/** Isolated: the signs of code and the parts of an ISO day would change places among Arabic. */
const code = (text: string): string => `\u2066${text}\u2069`;
const all = (names: readonly string[]): string => code(names.join(', '));

export const issues: IssuePhrases = {
  unknownValue: (value, attribute) => [`القيمة ${code(`"${value}"`)} ليست من قيم ${code(attribute)}.`],
  oneValue: (attribute) => [`السمة ${code(attribute)} تقبل قيمة واحدة.`],
  notOffered: (metrics, attribute, value) => [
    `لا توجد ${code(`${attribute} "${value}"`)} مع ${code(metrics.join(' + '))}.`,
  ],
  duplicate: (value, attribute) => [
    `القيمة ${code(`"${value}"`)} مكررة في ${code(attribute)}.`,
    'يرجى إزالة إحدى القيمتين.',
  ],
  renamed: (value, attribute, meant) => [
    `القيمة ${code(`"${value}"`)} تفهم على أنها ${code(`"${meant}"`)}.`,
    `يرجى كتابة ${code(`${attribute}="${meant}"`)}.`,
  ],
  secret: (attribute) => [
    `السمة ${code(attribute)} تحتوي على ما يبدو أنه رمز وصول.`,
    'يمكن لكل من يرى الصفحة قراءته: يرجى إزالته وإبطاله، وحفظ الرمز الجديد في الخادم الخلفي.',
  ],

  noMetric: (first) => ['أي رقم؟', `يرجى تعيين ${code(`metric="${first}"`)} أو مقياس آخر.`],
  nothingShared: (metrics) => [
    `لا تشترك المقاييس ${all(metrics)} في أي ${code('period')} و${code('metric-type')}.`,
    'يرجى طلب كل مقياس على حدة.',
  ],
  seriesOfRows: () => [
    'يقدم Instagram السلاسل الزمنية بلا تقسيمات.',
    `يرجى إزالة ${code('breakdown')} أو تعيين ${code('metric-type="total_value"')}.`,
  ],
  noBreakdown: () => ['لا يقدم Instagram البيانات الديموغرافية إلا مقسمة.', `يرجى تعيين ${code('breakdown="age"')}.`],

  takesTimeframe: (metrics, attribute) => [
    `مع ${all(metrics)} يتم استخدام ${code('timeframe')}، لا أيام يتم اختيارها.`,
    `يرجى إزالة ${code(attribute)} وتعيين ${code('timeframe')} بدلًا من ذلك.`,
  ],
  rangeAndDays: () => [
    `تحدد ${code('range')} أيامًا غير التي تحددها ${code('since')} مع ${code('until')}.`,
    'يرجى الإبقاء على أحد التحديدين.',
  ],
  noDay: (attribute) => [`السمة ${code(attribute)} تقبل يومًا.`, `يرجى كتابته بهذا الشكل: ${code('2026-03-31')}.`],
  oneDayOnly: (given, missing) => [
    `تتطلب ${code(given)} تعيين ${code(missing)} أيضًا.`,
    `يرجى تعيينهما معًا أو استخدام ${code('range="last_28_days"')}.`,
  ],
  daysReversed: () => [`تاريخ ${code('since')} بعد تاريخ ${code('until')}.`, 'يرجى التبديل بينهما.'],
  notYet: (since, today) => [
    `لا توجد بيانات عن ${code(since)} بعد؛ تاريخ اليوم لدى Instagram هو ${code(today)}.`,
    'يرجى طلب أيام أقدم.',
  ],
  forgotten: (since, oldest) => [
    `يحتفظ Instagram بهذه البيانات ابتداءً من ${code(oldest)}، لا من ${code(since)}.`,
    'يرجى طلب أيام أحدث.',
  ],
  untilToCome: (today) => [
    `تاريخ ${code('until')} بعد تاريخ اليوم (${code(today)} لدى Instagram): يتم استبعاد الأيام القادمة.`,
    '',
  ],
  forgottenBefore: (oldest) => [
    `يحتفظ Instagram بهذه البيانات ابتداءً من ${code(oldest)}، فلا يمكن إجراء مقارنة بالأيام السابقة.`,
    'يرجى طلب أيام أقل.',
  ],
  dayless: (metrics) => [
    `مع ${all(metrics)} يتم استخدام ${code('timeframe')}، ولا تتوفر أرقام لكل يوم.`,
    `يرجى إزالة ${code('daily')}.`,
  ],
  dailyAlready: () => ['في السلسلة الزمنية رقم لكل يوم بالفعل.', `يرجى إزالة ${code('daily')}.`],

  retired: (metric, version, since, everywhere, instead) => [
    retired(code(metric), version, since, everywhere),
    askFor(instead),
  ],
  retiredValue: (metric, attribute, value, version, since, everywhere, instead) => [
    retired(`${code(`${attribute} "${value}"`)} من ${code(metric)}`, version, since, everywhere),
    askFor(instead),
  ],
  added: (metric, since, instead) => [
    `أضاف Instagram المقياس ${code(metric)} بتاريخ ${code(since)}: قد لا يدعمه إصدار Graph المستخدم بعد.`,
    askFor(instead),
  ],

  oneMetric: () => ['يعرض كل عنصر مقياسًا واحدًا.', 'يرجى استخدام عنصر لكل مقياس.'],
  notForAny: (metric) => [
    `لا يعرض أي عنصر ${code(metric)}.`,
    `يرجى طلبه في برنامج نصي باستخدام ${code('client.get()')}.`,
  ],
  notForCard: (metric) => [
    notForThis(metric),
    `تعرض البطاقة رقمًا واحدًا. للبيانات الديموغرافية يرجى استخدام ${code('<insights-demographics-chart>')}.`,
  ],
  notForTrend: (metric) => [
    notForThis(metric),
    `يعرض هذا الرسم البياني أرقامًا حسب اليوم. للبيانات الديموغرافية يرجى استخدام ${code('<insights-demographics-chart>')}.`,
  ],
  notForBreakdown: (metric) => [
    notForThis(metric),
    `يعرض هذا الرسم البياني صفوف مقياس يقسمه Instagram. للمقاييس الأخرى يرجى استخدام ${code('<insights-metric-card>')}، وللبيانات الديموغرافية ${code('<insights-demographics-chart>')}.`,
  ],
  notForDemographics: (metric) => [
    notForThis(metric),
    `يعرض هذا الرسم البياني بيانات ديموغرافية. للمقاييس الأخرى يرجى استخدام ${code('<insights-metric-card>')}.`,
  ],
  tooManyMetrics: (most) => [
    `يعرض الرسم البياني الواحد حتى ${most} ${plural(most, { few: 'مقاييس', many: 'مقياسًا', other: 'مقياس' })}.`,
    'يرجى استخدام رسم بياني آخر للبقية.',
  ],
  bothSides: (metric) => [`يتم رسم ${code(metric)} على جانبي الصفر.`, 'يرجى استخدام رسم بياني خاص بهذا المقياس.'],
  byDayOnly: () => [
    'يعرض هذا الرسم البياني أرقامًا حسب اليوم.',
    `يرجى إزالة ${code('breakdown')} أو استخدام ${code('<insights-breakdown-chart>')}.`,
  ],
};

/** The second day can be to come: no verb. */
const retired = (what: string, version: string, since: string, everywhere: string): string =>
  `أوقف Instagram العمل بما يلي: ${what}، مع ${code(`Graph ${version}`)} (${code(since)})، وفي كل الإصدارات بتاريخ ${code(everywhere)}.`;

const askFor = (instead: readonly string[]): string =>
  instead.length > 0 ? `يرجى طلب ${instead.map((name) => code(`"${name}"`)).join(' أو ')} بدلًا من ذلك.` : '';

const notForThis = (metric: string): string => `المقياس ${code(metric)} غير مخصص لهذا العنصر.`;
