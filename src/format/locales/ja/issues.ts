/** What is wrong with how an element is set up, in Japanese, for the author of a page. Code stays as it is. */
import type { IssuePhrases } from '../../../spec/issue-phrases.js';

export const issues: IssuePhrases = {
  unknownValue: (value, attribute) => [`"${value}"は${attribute}の値ではありません。`],
  oneValue: (attribute) => [`${attribute}に指定できる値は1つです。`],
  notOffered: (metrics, attribute, value) => [`${metrics.join('と')}に${attribute} "${value}"はありません。`],
  duplicate: (value, attribute) => [
    `${attribute}に"${value}"が2回指定されています。`,
    'どちらか1つを削除してください。',
  ],
  renamed: (value, attribute, meant) => [
    `"${value}"は"${meant}"として解釈されます。`,
    `${attribute}="${meant}"と書いてください。`,
  ],
  secret: (attribute) => [
    `${attribute}にアクセストークンと思われる値が含まれています。`,
    'ページを見る人なら誰でも読み取れます。値を削除してトークンを無効にし、新しいトークンはバックエンドに保管してください。',
  ],

  noMetric: (first) => ['どの数値ですか？', `metric="${first}"または別の指標を指定してください。`],
  nothingShared: (metrics) => [
    `${metrics.join('、')}に共通するperiodとmetric-typeがありません。`,
    'それぞれ別に問い合わせてください。',
  ],
  seriesOfRows: () => [
    'Instagramの時系列データに内訳はありません。',
    'breakdownを削除するか、metric-type="total_value"を指定してください。',
  ],
  noBreakdown: () => [
    'Instagramのオーディエンス属性は、内訳としてのみ提供されます。',
    'breakdown="age"を指定してください。',
  ],

  takesTimeframe: (metrics, attribute) => [
    `${metrics.join('、')}に使うのはtimeframeで、期間を自由に指定することはできません。`,
    `${attribute}を削除し、代わりにtimeframeを指定してください。`,
  ],
  rangeAndDays: () => ['rangeと、sinceおよびuntilの指定が食い違っています。', 'どちらか一方だけを残してください。'],
  noDay: (attribute) => [`${attribute}には日付を指定します。`, '2026-03-31のように書いてください。'],
  oneDayOnly: (given, missing) => [
    `${given}には${missing}も必要です。`,
    '両方を指定するか、range="last_28_days"を使ってください。',
  ],
  daysReversed: () => ['sinceがuntilより後になっています。', '入れ替えてください。'],
  notYet: (since, today) => [
    `${since}のデータはまだありません。Instagramでの今日の日付は${today}です。`,
    'より前の日付を指定してください。',
  ],
  forgotten: (since, oldest) => [
    `このデータがInstagramに残っているのは${oldest}以降で、${since}の分はありません。`,
    'より後の日付を指定してください。',
  ],
  untilToCome: (today) => [`untilが今日（Instagramでは${today}）より後のため、未来の日は除外されます。`, ''],
  forgottenBefore: (oldest) => [
    `このデータがInstagramに残っているのは${oldest}以降のため、前の期間と比較できません。`,
    '日数を減らしてください。',
  ],
  dayless: (metrics) => [
    `${metrics.join('、')}に使うのはtimeframeで、日別の数値はありません。`,
    'dailyを削除してください。',
  ],
  dailyAlready: () => ['時系列データにはすでに日別の数値があります。', 'dailyを削除してください。'],

  retired: (metric, version, since, everywhere, instead) => [
    retired(metric, version, since, everywhere),
    askFor(instead),
  ],
  retiredValue: (metric, attribute, value, version, since, everywhere, instead) => [
    retired(`${metric}の${attribute} "${value}"`, version, since, everywhere),
    askFor(instead),
  ],
  added: (metric, since, instead) => [
    `${metric}は${since}にInstagramに追加されたため、使用しているGraphのバージョンがまだ対応していない可能性があります。`,
    askFor(instead),
  ],

  oneMetric: () => ['1つの要素に表示できる指標は1つです。', '指標ごとに別の要素を使ってください。'],
  notForAny: (metric) => [
    `${metric}を表示する要素はありません。`,
    'スクリプトでclient.get()を使って取得してください。',
  ],
  notForCard: (metric) => [
    notForThis(metric),
    'カードに表示されるのは1つの数値です。オーディエンス属性には<insights-demographics-chart>を使ってください。',
  ],
  notForTrend: (metric) => [
    notForThis(metric),
    'このグラフに表示されるのは日別の数値です。オーディエンス属性には<insights-demographics-chart>を使ってください。',
  ],
  notForBreakdown: (metric) => [
    notForThis(metric),
    'このグラフに表示されるのは、Instagramが内訳を提供する指標です。その他の指標には<insights-metric-card>を、オーディエンス属性には<insights-demographics-chart>を使ってください。',
  ],
  notForDemographics: (metric) => [
    notForThis(metric),
    'このグラフに表示されるのはオーディエンス属性です。その他の指標には<insights-metric-card>を使ってください。',
  ],
  tooManyMetrics: (most) => [
    `1つのグラフに表示できる指標は${most}個までです。`,
    '残りの指標には別のグラフを使ってください。',
  ],
  bothSides: (metric) => [`${metric}は0を挟んで両側に描画されます。`, 'この指標だけのグラフを使ってください。'],
  byDayOnly: () => [
    'このグラフに表示されるのは日別の数値です。',
    'breakdownを削除するか、<insights-breakdown-chart>を使ってください。',
  ],
};

/** The second day can be to come: no tense. */
const retired = (what: string, version: string, since: string, everywhere: string): string =>
  `${what}は、Graph ${version}（${since}）で廃止されました。全バージョンでの廃止日は${everywhere}です。`;

const askFor = (instead: readonly string[]): string =>
  instead.length > 0 ? `代わりに${instead.map((name) => `"${name}"`).join('または')}を指定してください。` : '';

const notForThis = (metric: string): string => `${metric}はこの要素では使えません。`;
