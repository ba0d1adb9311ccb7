/** The names of what the API calls by codes, in French, and what is said of rows by them. */
import type { NameWords } from '../en/names.js';

export const names: NameWords = {
  rowsBy: (dimensions) => `Par ${dimensions.toLowerCase()}`,
  together: (values) => values.join(', '),
  overlap: 'un compte peut figurer dans plusieurs lignes',
  dimensions: {
    age: 'Âge',
    gender: 'Genre',
    city: 'Ville',
    country: 'Pays',
    media_product_type: 'Type de publication',
    follow_type: 'Follower ou non',
    contact_button_type: 'Bouton',
    hour: 'Heure',
    day: 'Jour',
  },
  values: {
    gender: { F: 'Femmes', M: 'Hommes', U: 'Non précisé' },
    follow_type: { FOLLOWER: 'Followers', NON_FOLLOWER: 'Non-followers', UNKNOWN: 'Inconnu' },
    media_product_type: {
      AD: 'Publicités',
      FEED: 'Publications',
      POST: 'Publications',
      CAROUSEL_CONTAINER: 'Carrousels',
      REEL: 'Reels',
      REELS: 'Reels',
      STORY: 'Stories',
      IGTV: 'IGTV',
    },
    contact_button_type: {
      BOOK_NOW: 'Réserver',
      CALL: 'Appeler',
      DIRECTION: 'Itinéraire',
      EMAIL: 'E-mail',
      INSTANT_EXPERIENCE: 'Expérience instantanée',
      TEXT: 'SMS',
      UNDEFINED: 'Autre',
    },
  },
};
