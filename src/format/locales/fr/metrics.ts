/** What each metric is called, in French: as in Instagram's own app. */
import type { LanguageWords } from '../language-words.js';

export const metrics: LanguageWords['metrics'] = {
  impressions: 'Impressions',
  reach: 'Couverture',
  total_interactions: 'Interactions',
  accounts_engaged: 'Comptes ayant interagi',
  likes: 'Mentions J’aime',
  comments: 'Commentaires',
  saved: 'Enregistrements',
  shares: 'Partages',
  replies: 'Réponses aux stories',
  follows_and_unfollows: 'Followers en plus et en moins',
  profile_links_taps: 'Clics sur les boutons de contact',
  website_clicks: 'Clics vers le site web',
  profile_views: 'Visites du profil',
  engaged_audience_demographics: 'Audience ayant interagi',
  reached_audience_demographics: 'Audience touchée',
  follower_demographics: 'Followers',
  views: 'Vues',
  reposts: 'Republications',
  follower_count: 'Nouveaux followers',
  online_followers: 'Followers en ligne',
};
