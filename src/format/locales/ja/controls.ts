/** The words of what a visitor sets, and of whose numbers they are, in Japanese. Numbers and dates arrive formatted. */
import type { ControlWords } from '../en/controls.js';

export const controls: ControlWords = {
  days: '期間',
  lastDays: ({ text }) => `過去${text}日間`,
  thisMonth: '今月',
  prevMonth: '先月',
  custom: 'カスタム期間',
  chooseCustom: '期間を指定…',
  choose: '期間を選択',
  firstDay: '開始日',
  lastDay: '終了日',
  pacific: '日付はInstagram基準（米国太平洋時間）',
  wrongDays: {
    incomplete: () => '開始日と終了日を最後まで入力してください。',
    order: () => '開始日が終了日より後になっています。',
    unknown: (oldest, today) => `Instagramで取得できるのは、${oldest}から${today}までの日付です。`,
  },
  timeframe: 'オーディエンス属性',
  compare: '前の期間と比較',
  metrics: '指標',
  noMetrics: '指標が選択されていません。',
  moreForAll: 'これらの数値全体のその他の操作',
  account: {
    topic: 'Instagramアカウント',
    followers: () => ['', ' フォロワー'],
    posts: () => ['', ' 投稿'],
    nothing: ['このアカウントの情報はありません', 'Instagramから名前も数値も提供されず、理由も示されませんでした。'],
    kept: (moment) => `${moment}以前のデータ（新しいデータは取得できず）`,
  },
};
