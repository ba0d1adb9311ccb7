/** The names of what the API calls by codes, in Brazilian Portuguese, and what is said of rows by them. */
import type { NameWords } from '../en/names.js';

export const names: NameWords = {
  rowsBy: (dimensions) => `Por ${dimensions.toLowerCase()}`,
  together: (values) => values.join(', '),
  overlap: 'uma conta pode estar em várias linhas',
  dimensions: {
    age: 'Idade',
    gender: 'Gênero',
    city: 'Cidade',
    country: 'País',
    media_product_type: 'Tipo de conteúdo',
    // Followers or not: one noun, that "por" can stand before.
    follow_type: 'Tipo de público',
    contact_button_type: 'Botão',
    hour: 'Hora',
    day: 'Dia',
  },
  values: {
    gender: { F: 'Mulheres', M: 'Homens', U: 'Não especificado' },
    follow_type: { FOLLOWER: 'Seguidores', NON_FOLLOWER: 'Não seguidores', UNKNOWN: 'Desconhecido' },
    media_product_type: {
      AD: 'Anúncios',
      FEED: 'Publicações',
      POST: 'Publicações',
      CAROUSEL_CONTAINER: 'Carrosséis',
      REEL: 'Reels',
      REELS: 'Reels',
      STORY: 'Stories',
      IGTV: 'IGTV',
    },
    contact_button_type: {
      BOOK_NOW: 'Reservar',
      CALL: 'Ligar',
      DIRECTION: 'Como chegar',
      EMAIL: 'E-mail',
      INSTANT_EXPERIENCE: 'Experiência instantânea',
      TEXT: 'Mensagem de texto',
      UNDEFINED: 'Outro',
    },
  },
};
