/** What each metric counts, in Japanese. */
import type { LanguageWords } from '../language-words.js';

export const definitions: LanguageWords['definitions'] = {
  impressions: '投稿、ストーリーズ、リール、動画が画面に表示された回数（広告を含む）。',
  reach: 'このアカウントのコンテンツを1回以上見たアカウント数（重複を除く、広告を含む）。',
  total_interactions:
    '投稿、ストーリーズ、リール、動画、ライブ動画に対するすべてのインタラクション（宣伝したものを含む）。',
  accounts_engaged: 'いいね！、保存、コメント、シェア、返信のいずれかを行ったアカウント数（重複を除く）。',
  likes: '投稿、リール、動画に対するいいね！の数。',
  comments: '投稿、リール、動画、ライブ動画に対するコメントの数。',
  saved: '投稿、リール、動画が保存された回数。',
  shares: '投稿、ストーリーズ、リール、動画、ライブ動画がシェアされた回数。',
  replies: 'ストーリーズへの返信の数（クイックリアクションを含む）。ヨーロッパと日本からの返信はカウントされません。',
  follows_and_unfollows:
    'フォローしたアカウントの数と、フォローをやめた、またはInstagramの利用をやめたアカウントの数。',
  profile_links_taps: 'プロフィールの住所、電話、メール、テキストの各ボタンがタップされた回数。',
  website_clicks: 'プロフィールのウェブサイトのリンクがタップされた回数。',
  profile_views: 'プロフィールにアクセスがあった回数。',
  engaged_audience_demographics: 'このアカウントに対してアクションした人の属性（Instagramが把握している範囲）。',
  reached_audience_demographics: 'このアカウントのコンテンツを見た人の属性（Instagramが把握している範囲）。',
  follower_demographics: 'このアカウントのフォロワーの属性（Instagramが把握している範囲）。',
  views: '投稿、ストーリーズ、リール、動画が再生または表示された回数。',
  reposts: '投稿とリールが再投稿された回数。',
  follower_count: '各日に新しくフォローしたアカウントの数。フォロワー数ではありません。',
  online_followers: '1日の各時間帯にInstagramを利用していたフォロワーの数。',
};
