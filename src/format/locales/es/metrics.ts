/** What each metric is called, in Spanish: as Instagram calls it, where it has a name for it. */
import type { LanguageWords } from '../language-words.js';

export const metrics: LanguageWords['metrics'] = {
  impressions: 'Impresiones',
  reach: 'Alcance',
  total_interactions: 'Interacciones',
  accounts_engaged: 'Cuentas que interactuaron',
  likes: 'Me gusta',
  comments: 'Comentarios',
  saved: 'Guardados',
  shares: 'Compartidos',
  replies: 'Respuestas a historias',
  follows_and_unfollows: 'Seguidores ganados y perdidos',
  profile_links_taps: 'Toques en botones de contacto',
  website_clicks: 'Toques en el sitio web',
  profile_views: 'Visitas al perfil',
  engaged_audience_demographics: 'Público con interacciones',
  reached_audience_demographics: 'Público alcanzado',
  follower_demographics: 'Seguidores',
  views: 'Visualizaciones',
  reposts: 'Republicaciones',
  follower_count: 'Nuevos seguidores',
  online_followers: 'Seguidores en línea',
};
