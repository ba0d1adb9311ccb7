/** What each metric is called, in Japanese: as Instagram's own app calls it, where it does. */
import type { LanguageWords } from '../language-words.js';

export const metrics: LanguageWords['metrics'] = {
  impressions: 'インプレッション',
  reach: 'リーチ',
  total_interactions: 'インタラクション',
  accounts_engaged: 'アクションしたアカウント',
  likes: 'いいね！',
  comments: 'コメント',
  saved: '保存数',
  shares: 'シェア数',
  replies: 'ストーリーズへの返信',
  follows_and_unfollows: 'フォロワーの増減',
  profile_links_taps: '連絡先ボタンのタップ',
  website_clicks: 'ウェブサイトのタップ',
  profile_views: 'プロフィールへのアクセス',
  engaged_audience_demographics: 'アクションしたオーディエンス',
  reached_audience_demographics: 'リーチしたオーディエンス',
  follower_demographics: 'フォロワー',
  views: '閲覧数',
  reposts: '再投稿数',
  follower_count: '新規フォロワー',
  online_followers: 'オンラインのフォロワー',
};
