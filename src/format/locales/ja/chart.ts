/** The words around every chart, in Japanese. Numbers and dates arrive formatted. */
import type { ChartWords } from '../en/chart.js';

export const chart: ChartWords = {
  sample: (sentence) => `サンプルデータです。${sentence}`,
  table: '表で表示',
  legendHint: 'クリックで表示と非表示を切り替え、ダブルクリックでこれだけを表示します。',
  keys: '矢印キーで値を移動し、Enterキーで選択します。',
  dataTo: (day) => `データは${day}まで`,
  noNumber: '数値なし',
  notDrawn: 'グラフを読み込めませんでした',
};
