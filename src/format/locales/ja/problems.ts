/** What a visitor reads when there is no number, in Japanese. */
import type { ProblemWords } from '../en/problems.js';
import { card } from './card.js';
import { issues } from './issues.js';

export const problems: ProblemWords = {
  empty: {
    'too-few-followers': [
      'フォロワー100人未満では表示されません',
      'Instagramがこの数値を提供するのは、フォロワーが100人以上の場合です。',
    ],
    'not-yet': [
      'まだ報告されていません',
      'Instagramからの提供はまだありません。直近の日の数値は48時間かかることがあります。',
    ],
    'not-returned': ['この期間の数値はありません', 'Instagramから提供されず、理由も示されませんでした。'],
    'window-too-long': ['この日数では集計されません', '日数を減らせば数値があります。'],
  },
  conditions: {
    engaged_audience_demographics:
      'この指標のドキュメントでは、この期間に100件以上のエンゲージメントが必要とされています。',
  },
  errors: {
    'invalid-query': ['この数値の設定に誤りがあります', 'このページの管理者が修正できます。'],
    'no-client': ['この数値はまだ接続されていません', 'このページの管理者が、数値の取得元を指定する必要があります。'],
    secret: [
      'このページにアクセストークンが見つかりました',
      'トークンは使用されませんでした。このページの管理者が削除し、無効にする必要があります。',
    ],
    'malformed-response': ['応答を読み取れませんでした', 'このページの管理者が、応答元のアドレスを確認できます。'],
    network: [card.offline, '数値を取得できませんでした。しばらくしてからもう一度お試しください。'],
    'server-error': ['Instagramから応答がありませんでした', '通常は一時的なものです。数分後にもう一度お試しください。'],
    'rate-limited': ['問い合わせの回数が多すぎます', '次の応答まで待つよう、Instagramが求めています。'],
    'token-expired': ['Instagramとの接続が切れました', 'アカウントの所有者がもう一度接続する必要があります。'],
    'no-permission': [
      'アカウントから共有されていません',
      'アカウントの所有者がもう一度接続し、インサイトを許可する必要があります。',
    ],
    'not-offered': [
      'Instagramでは提供されていません',
      '使用しているバージョンでは、Instagramはこの数値を提供していません。',
    ],
    rejected: ['Instagramが問い合わせを拒否しました', 'このページの管理者が修正できます。'],
    misconfigured: [
      'Instagramとの接続の設定に誤りがあります',
      'バックエンドの運用者が、アプリのシークレットを設定する必要があります。',
    ],
    'not-found': ['このアカウントは見つかりません', 'このページの管理者が、アカウントの名前とアドレスを確認できます。'],
    blocked: [
      'Instagramがこのアカウントを一時停止しています',
      'アカウントの所有者がInstagramにログインする必要があります。',
    ],
    unauthorized: [
      'このページには問い合わせの権限がありません',
      'このページの管理者が、アクセス権を更新する必要があります。',
    ],
    closed: [
      'このページには問い合わせの権限がありません',
      'バックエンドの運用者が、このページからのアクセスを許可する必要があります。',
    ],
    'not-in-snapshot': ['このスナップショットにはありません', 'ページの管理者が次の質問を追加できます。'],
    'no-sound': ['このブラウザでは音を再生できません', 'もう一度試すか、このページの音声を許可してください。'],
    'not-ready': ['まだ準備ができていません', 'しばらくしてからもう一度お試しください。'],
    unknown: ['問題が発生しました', 'このページの管理者が、バックエンドのログを確認できます。'],
  },
  tooLong: ({ text }, isHourMore) =>
    `Instagramは、${text}日を超える期間では、重複を除いたアカウント数を集計しません。${
      isHourMore ? 'この期間には時計の切り替えがあるため、1時間超過しています。' : ''
    }`,
  fewerDays: ({ text }) => `過去${text}日間を表示`,
  findings: {
    gaps: (days) => `${days}：取得できませんでした。`,
    unreported: (days) => `${days}：Instagramから合計が提供されませんでした。`,
    strays: (days) => `問い合わせていない${days}の数値もInstagramから返されたため、除外しました。`,
    daily: '1日ごとに問い合わせた数値のため、日別の和が合計と一致するとは限りません。',
    sumOfDays: 'この合計は日別の数値の和のため、同じアカウントが日ごとに1回ずつ数えられている可能性があります。',
    paused: (moment) =>
      `${moment}まで更新を停止しています。Instagramで許可されている呼び出し回数をほぼ使い切りました。`,
  },
  retryAt: (moment) => `${moment}以降に再試行できます。`,
  retry: card.retry,
  sentences: (all) => all.join(''),
  issues: {
    meant: (code) => `もしかして：${code}`,
    allowed: 'ここで使用できる値',
    remove: (attribute) => `${attribute}を削除してください。`,
    phrases: issues,
  },
};
