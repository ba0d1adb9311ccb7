/** The names of what the API calls by codes, in Italian, and what is said of rows by them. */
import type { NameWords } from '../en/names.js';

export const names: NameWords = {
  rowsBy: (dimensions) => `Per ${dimensions.toLowerCase()}`,
  together: (values) => values.join(', '),
  overlap: 'uno stesso account può essere in più righe',
  dimensions: {
    age: 'Età',
    gender: 'Genere',
    city: 'Città',
    country: 'Paese',
    media_product_type: 'Tipo di contenuto',
    // Followers or not: one noun, that «per» can stand before.
    follow_type: 'Tipo di pubblico',
    contact_button_type: 'Pulsante',
    hour: 'Ora',
    day: 'Giorno',
  },
  values: {
    gender: { F: 'Donne', M: 'Uomini', U: 'Non specificato' },
    follow_type: { FOLLOWER: 'Follower', NON_FOLLOWER: 'Non follower', UNKNOWN: 'Sconosciuto' },
    media_product_type: {
      AD: 'Inserzioni',
      FEED: 'Post',
      POST: 'Post',
      CAROUSEL_CONTAINER: 'Caroselli',
      REEL: 'Reels',
      REELS: 'Reels',
      STORY: 'Storie',
      IGTV: 'IGTV',
    },
    contact_button_type: {
      BOOK_NOW: 'Prenota',
      CALL: 'Chiama',
      DIRECTION: 'Indicazioni',
      EMAIL: 'E-mail',
      INSTANT_EXPERIENCE: 'Esperienza interattiva',
      TEXT: 'SMS',
      UNDEFINED: 'Altro',
    },
  },
};
