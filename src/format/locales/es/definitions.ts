/** What each metric counts, in Spanish. */
import type { LanguageWords } from '../language-words.js';

export const definitions: LanguageWords['definitions'] = {
  impressions: 'Cuántas veces aparecieron en pantalla publicaciones, historias, reels y videos, anuncios incluidos.',
  reach: 'Cuántas cuentas distintas vieron algo de esta cuenta al menos una vez, anuncios incluidos.',
  total_interactions:
    'Todas las interacciones con publicaciones, historias, reels, videos y videos en directo, también las de contenido promocionado.',
  accounts_engaged:
    'Cuántas cuentas distintas indicaron «Me gusta», guardaron, comentaron, compartieron o respondieron.',
  likes: '«Me gusta» en publicaciones, reels y videos.',
  comments: 'Comentarios en publicaciones, reels, videos y videos en directo.',
  saved: 'Cuántas veces se guardaron publicaciones, reels y videos.',
  shares: 'Cuántas veces se compartieron publicaciones, historias, reels, videos y videos en directo.',
  replies: 'Respuestas a historias, reacciones rápidas incluidas. No se cuentan las de Europa y Japón.',
  follows_and_unfollows: 'Cuántas cuentas empezaron a seguir, y cuántas dejaron de hacerlo o abandonaron Instagram.',
  profile_links_taps: 'Toques en los botones de dirección, llamada, correo y mensaje de texto del perfil.',
  website_clicks: 'Toques en el enlace al sitio web del perfil.',
  profile_views: 'Cuántas veces se visitó el perfil.',
  engaged_audience_demographics: 'Quiénes interactuaron con esta cuenta, hasta donde Instagram sabe.',
  reached_audience_demographics: 'Quiénes vieron algo de esta cuenta, hasta donde Instagram sabe.',
  follower_demographics: 'Quiénes siguen esta cuenta, hasta donde Instagram sabe.',
  views: 'Cuántas veces se reprodujeron o se mostraron publicaciones, historias, reels y videos.',
  reposts: 'Cuántas veces se republicaron publicaciones y reels.',
  follower_count: 'Cuántas cuentas empezaron a seguir cada día. No es el número de seguidores.',
  online_followers: 'Cuántos seguidores estaban en Instagram en cada hora del día.',
};
