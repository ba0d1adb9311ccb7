/** What each metric counts, in German: one sentence for a page's visitor, by metric. */
import type { LanguageWords } from '../language-words.js';

export const definitions: LanguageWords['definitions'] = {
  impressions: 'Wie oft Beiträge, Stories, Reels und Videos auf dem Bildschirm zu sehen waren, auch als Werbeanzeigen.',
  reach: 'Wie viele verschiedene Konten mindestens einmal etwas von diesem Konto gesehen haben, auch in Werbeanzeigen.',
  total_interactions: 'Alle Interaktionen mit Beiträgen, Stories, Reels, Videos und Live-Videos, auch mit beworbenen.',
  accounts_engaged: 'Wie viele verschiedene Konten gelikt, gespeichert, kommentiert, geteilt oder geantwortet haben.',
  likes: 'Likes für Beiträge, Reels und Videos.',
  comments: 'Kommentare zu Beiträgen, Reels, Videos und Live-Videos.',
  saved: 'Wie oft Beiträge, Reels und Videos gespeichert wurden.',
  shares: 'Wie oft Beiträge, Stories, Reels, Videos und Live-Videos geteilt wurden.',
  replies: 'Antworten auf Stories, auch Schnellreaktionen. Antworten aus Europa und Japan werden nicht gezählt.',
  follows_and_unfollows: 'Wie viele Konten neu folgen, und wie viele nicht mehr folgen oder Instagram verlassen haben.',
  profile_links_taps: 'Klicks auf die Buttons für Adresse, Anruf, E-Mail und SMS im Profil.',
  website_clicks: 'Klicks auf den Website-Link im Profil.',
  profile_views: 'Wie oft das Profil aufgerufen wurde.',
  engaged_audience_demographics: 'Wer mit diesem Konto interagiert hat, soweit Instagram bekannt.',
  reached_audience_demographics: 'Wer etwas von diesem Konto gesehen hat, soweit Instagram bekannt.',
  follower_demographics: 'Wer diesem Konto folgt, soweit Instagram bekannt.',
  views: 'Wie oft Beiträge, Stories, Reels und Videos abgespielt oder angezeigt wurden.',
  reposts: 'Wie oft Beiträge und Reels repostet wurden.',
  follower_count: 'Wie viele Konten an jedem Tag neu dazukamen. Nicht die Zahl der Follower.',
  online_followers: 'Wie viele Follower in jeder Stunde eines Tages auf Instagram waren.',
};
