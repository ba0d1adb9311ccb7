/** What each metric is called, in Brazilian Portuguese: as Instagram calls it, where it has a name for it. */
import type { LanguageWords } from '../language-words.js';

export const metrics: LanguageWords['metrics'] = {
  impressions: 'Impressões',
  reach: 'Alcance',
  total_interactions: 'Interações',
  accounts_engaged: 'Contas com engajamento',
  likes: 'Curtidas',
  comments: 'Comentários',
  saved: 'Salvamentos',
  shares: 'Compartilhamentos',
  replies: 'Respostas a stories',
  follows_and_unfollows: 'Seguidores ganhos e perdidos',
  profile_links_taps: 'Toques nos botões de contato',
  website_clicks: 'Toques no site',
  profile_views: 'Visitas ao perfil',
  engaged_audience_demographics: 'Público engajado',
  reached_audience_demographics: 'Público alcançado',
  follower_demographics: 'Seguidores',
  views: 'Visualizações',
  reposts: 'Reposts',
  follower_count: 'Novos seguidores',
  online_followers: 'Seguidores on-line',
};
