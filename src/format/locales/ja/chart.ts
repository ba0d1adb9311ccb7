/** The words around every chart, in Japanese. Numbers and dates arrive formatted. */
import type { ChartWords } from '../en/chart.js';

export const chart: ChartWords = {
  sample: (sentence) => `サンプルデータです。${sentence}`,
  table: '表で表示',
  legendHint: 'クリックで表示と非表示を切り替え、ダブルクリックでこれだけを表示します。',
  plot: 'グラフ',
  keys: '矢印キーで値を移動、Enterキーで選択、Escキーで終了します。',
  keysByDay: '左右の矢印キーで日を、上下で系列を移動します。Enterキーで選択、Escキーで終了します。',
  keysByRow: '上下の矢印キーで項目を、左右で系列を移動します。Enterキーで選択、Escキーで終了します。',
  keysOfLine: '矢印キーで日を移動、Escキーで終了します。',
  point: (title, numbers, place, of) =>
    `${title}：${numbers.map(({ label, value }) => `${label}は${value}`).join('、')}。${of}件中${place}件目。`,
  tableOpened: (rows, columns) => `表は${rows.text}行${columns.text}列です。`,
  dataTo: (day) => `データは${day}まで`,
  noNumber: '数値なし',
  labelled: (label, fact) => `${label}：${fact}`,
  pieces: (facts) => facts.join('、'),
  notDrawn: 'グラフを読み込めませんでした',
};
