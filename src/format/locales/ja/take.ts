/** The words for what a visitor takes out of the page, in Japanese. */
import type { TakeWords } from '../en/take.js';

export const take: TakeWords = {
  copyText: 'テキストとしてコピー',
  csv: 'CSVをダウンロード',
  png: 'PNGをダウンロード',
  copied: 'コピーしました',
  notCopied: 'コピーできません：このページには許可されていません',
  given: 'ダウンロードを開始しました',
  drawing: '画像を作成しています…',
  notDone: 'うまくいきませんでした。もう一度お試しください。',
};
