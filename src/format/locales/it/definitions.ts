/** What each metric counts, in Italian. */
import type { LanguageWords } from '../language-words.js';

export const definitions: LanguageWords['definitions'] = {
  impressions: 'Quante volte post, storie, reel e video sono apparsi sullo schermo, inserzioni incluse.',
  reach: 'Quanti account diversi hanno visto qualcosa di questo account almeno una volta, inserzioni incluse.',
  total_interactions:
    'Tutte le interazioni con post, storie, reel, video e video in diretta, anche su contenuti messi in evidenza.',
  accounts_engaged: 'Quanti account diversi hanno messo Mi piace, salvato, commentato, condiviso o risposto.',
  likes: 'Mi piace a post, reel e video.',
  comments: 'Commenti a post, reel, video e video in diretta.',
  saved: 'Quante volte post, reel e video sono stati salvati.',
  shares: 'Quante volte post, storie, reel, video e video in diretta sono stati condivisi.',
  replies: 'Risposte alle storie, reazioni rapide incluse. Quelle dall’Europa e dal Giappone non sono conteggiate.',
  follows_and_unfollows:
    'Quanti account hanno iniziato a seguire, e quanti hanno smesso di seguire o lasciato Instagram.',
  profile_links_taps: 'Tocchi sui pulsanti indirizzo, chiamata, e-mail e SMS del profilo.',
  website_clicks: 'Tocchi sul link al sito web del profilo.',
  profile_views: 'Quante volte il profilo è stato visitato.',
  engaged_audience_demographics: 'Chi ha interagito con questo account, per quanto ne sa Instagram.',
  reached_audience_demographics: 'Chi ha visto qualcosa di questo account, per quanto ne sa Instagram.',
  follower_demographics: 'Chi segue questo account, per quanto ne sa Instagram.',
  views: 'Quante volte post, storie, reel e video sono stati riprodotti o mostrati.',
  reposts: 'Quante volte post e reel sono stati ripubblicati.',
  follower_count: 'Quanti account hanno iniziato a seguire in ogni giorno. Non è il numero di follower.',
  online_followers: 'Quanti follower erano su Instagram in ogni ora del giorno.',
};
