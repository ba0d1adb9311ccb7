/** What each metric is called, in Italian: as Instagram calls it, where it has a name for it. */
import type { LanguageWords } from '../language-words.js';

export const metrics: LanguageWords['metrics'] = {
  impressions: 'Impression',
  reach: 'Copertura',
  total_interactions: 'Interazioni',
  accounts_engaged: 'Account che hanno interagito',
  likes: 'Mi piace',
  comments: 'Commenti',
  saved: 'Salvataggi',
  shares: 'Condivisioni',
  replies: 'Risposte alle storie',
  follows_and_unfollows: 'Follower acquisiti e persi',
  profile_links_taps: 'Tocchi sui pulsanti di contatto',
  website_clicks: 'Tocchi sul sito web',
  profile_views: 'Visite al profilo',
  engaged_audience_demographics: 'Pubblico coinvolto',
  reached_audience_demographics: 'Pubblico raggiunto',
  follower_demographics: 'Follower',
  views: 'Visualizzazioni',
  reposts: 'Repost',
  follower_count: 'Nuovi follower',
  online_followers: 'Follower online',
};
