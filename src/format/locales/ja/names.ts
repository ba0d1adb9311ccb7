/** The names of what the API calls by codes, in Japanese, and what is said of rows by them. */
import type { NameWords } from '../en/names.js';

export const names: NameWords = {
  // Names that end in 別 ("by") already do not get another.
  rowsBy: (dimensions) => (dimensions.endsWith('別') ? dimensions : `${dimensions}別`),
  // Not a comma: a row stands within sentences that have commas.
  together: (values) => values.join('・'),
  overlap: '1つのアカウントが複数の項目に含まれる場合あり',
  dimensions: {
    age: '年齢層',
    gender: '性別',
    city: '都市',
    country: '国',
    media_product_type: 'コンテンツタイプ',
    follow_type: 'フォロワー種別',
    contact_button_type: 'ボタン',
    hour: '時間帯',
    day: '日',
  },
  values: {
    gender: { F: '女性', M: '男性', U: '指定なし' },
    follow_type: { FOLLOWER: 'フォロワー', NON_FOLLOWER: 'フォロワー以外', UNKNOWN: '不明' },
    // Instagram's own app writes Reels in katakana in Japanese.
    media_product_type: {
      AD: '広告',
      FEED: '投稿',
      POST: '投稿',
      CAROUSEL_CONTAINER: 'カルーセル',
      REEL: 'リール',
      REELS: 'リール',
      STORY: 'ストーリーズ',
      IGTV: 'IGTV',
    },
    contact_button_type: {
      BOOK_NOW: '予約する',
      CALL: '電話する',
      DIRECTION: '道順を見る',
      EMAIL: 'メール',
      INSTANT_EXPERIENCE: 'インスタントエクスペリエンス',
      TEXT: 'テキスト',
      UNDEFINED: 'その他',
    },
  },
};
