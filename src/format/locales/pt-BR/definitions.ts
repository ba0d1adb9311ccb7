/** What each metric counts, in Brazilian Portuguese. */
import type { LanguageWords } from '../language-words.js';

export const definitions: LanguageWords['definitions'] = {
  impressions: 'Quantas vezes publicações, stories, reels e vídeos apareceram na tela, anúncios incluídos.',
  reach: 'Quantas contas diferentes viram algo desta conta pelo menos uma vez, anúncios incluídos.',
  total_interactions:
    'Todas as interações com publicações, stories, reels, vídeos e vídeos ao vivo, inclusive em conteúdo turbinado.',
  accounts_engaged: 'Quantas contas diferentes curtiram, salvaram, comentaram, compartilharam ou responderam.',
  likes: 'Curtidas em publicações, reels e vídeos.',
  comments: 'Comentários em publicações, reels, vídeos e vídeos ao vivo.',
  saved: 'Quantas vezes publicações, reels e vídeos foram salvos.',
  shares: 'Quantas vezes publicações, stories, reels, vídeos e vídeos ao vivo foram compartilhados.',
  replies: 'Respostas a stories, reações rápidas incluídas. As da Europa e do Japão não são contadas.',
  follows_and_unfollows: 'Quantas contas começaram a seguir, e quantas deixaram de seguir ou saíram do Instagram.',
  profile_links_taps: 'Toques nos botões de endereço, ligação, e-mail e mensagem de texto do perfil.',
  website_clicks: 'Toques no link do site no perfil.',
  profile_views: 'Quantas vezes o perfil foi visitado.',
  engaged_audience_demographics: 'Quem interagiu com esta conta, até onde o Instagram sabe.',
  reached_audience_demographics: 'Quem viu algo desta conta, até onde o Instagram sabe.',
  follower_demographics: 'Quem segue esta conta, até onde o Instagram sabe.',
  views: 'Quantas vezes publicações, stories, reels e vídeos foram reproduzidos ou exibidos.',
  reposts: 'Quantas vezes publicações e reels foram repostados.',
  follower_count: 'Quantas contas começaram a seguir em cada dia. Não é o número de seguidores.',
  online_followers: 'Quantos seguidores estavam no Instagram em cada hora do dia.',
};
