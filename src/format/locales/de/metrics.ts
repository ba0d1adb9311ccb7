/** What each metric is called, in German: where it is short enough, as in Instagram's own app. */
import type { LanguageWords } from '../language-words.js';

export const metrics: LanguageWords['metrics'] = {
  impressions: 'Impressionen',
  reach: 'Reichweite',
  total_interactions: 'Interaktionen',
  accounts_engaged: 'Interagierende Konten',
  likes: 'Likes',
  comments: 'Kommentare',
  saved: 'Gespeicherte Inhalte',
  shares: 'Geteilte Inhalte',
  replies: 'Story-Antworten',
  follows_and_unfollows: 'Neue und verlorene Follower',
  profile_links_taps: 'Kontaktbutton-Klicks',
  website_clicks: 'Website-Klicks',
  profile_views: 'Profilaufrufe',
  engaged_audience_demographics: 'Interagierende Zielgruppe',
  reached_audience_demographics: 'Erreichte Zielgruppe',
  follower_demographics: 'Follower',
  views: 'Aufrufe',
  reposts: 'Reposts',
  follower_count: 'Neue Follower',
  online_followers: 'Follower online',
};
