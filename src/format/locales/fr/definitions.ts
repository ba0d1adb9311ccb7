/** What each metric counts, in French: one sentence for a page's visitor, by metric. */
import type { LanguageWords } from '../language-words.js';

export const definitions: LanguageWords['definitions'] = {
  impressions: 'Nombre d’affichages à l’écran des publications, stories, reels et vidéos, publicités comprises.',
  reach: 'Nombre de comptes différents ayant vu au moins une fois un contenu de ce compte, publicités comprises.',
  total_interactions:
    'Toutes les interactions avec les publications, stories, reels, vidéos et vidéos en direct, contenus boostés compris.',
  accounts_engaged: 'Nombre de comptes différents ayant aimé, enregistré, commenté, partagé ou répondu.',
  likes: 'Mentions J’aime sur les publications, reels et vidéos.',
  comments: 'Commentaires sur les publications, reels, vidéos et vidéos en direct.',
  saved: 'Nombre de fois où des publications, reels et vidéos ont été enregistrés.',
  shares: 'Nombre de fois où des publications, stories, reels, vidéos et vidéos en direct ont été partagés.',
  replies:
    'Réponses aux stories, réactions rapides comprises. Les réponses depuis l’Europe et le Japon ne sont pas comptées.',
  follows_and_unfollows:
    'Nombre de comptes qui se sont mis à suivre, et nombre de ceux qui ne suivent plus ou ont quitté Instagram.',
  profile_links_taps: 'Clics sur les boutons d’adresse, d’appel, d’e-mail et de SMS du profil.',
  website_clicks: 'Clics sur le lien du profil vers le site web.',
  profile_views: 'Nombre de visites du profil.',
  engaged_audience_demographics: 'Qui a interagi avec ce compte, pour autant qu’Instagram le sache.',
  reached_audience_demographics: 'Qui a vu un contenu de ce compte, pour autant qu’Instagram le sache.',
  follower_demographics: 'Qui suit ce compte, pour autant qu’Instagram le sache.',
  views: 'Nombre de lectures ou d’affichages des publications, stories, reels et vidéos.',
  reposts: 'Nombre de fois où des publications et des reels ont été republiés.',
  follower_count: 'Nombre de comptes qui se sont mis à suivre, jour par jour. Ce n’est pas le nombre de followers.',
  online_followers: 'Nombre de followers présents sur Instagram à chaque heure d’une journée.',
};
