/** The names of what the API calls by codes, in Spanish, and what is said of rows by them. */
import type { NameWords } from '../en/names.js';

export const names: NameWords = {
  rowsBy: (dimensions) => `Por ${dimensions.toLowerCase()}`,
  together: (values) => values.join(', '),
  overlap: 'una cuenta puede estar en varias filas',
  dimensions: {
    age: 'Edad',
    gender: 'Género',
    city: 'Ciudad',
    country: 'País',
    media_product_type: 'Tipo de contenido',
    // Followers or not: one noun, that «por» can stand before.
    follow_type: 'Tipo de público',
    contact_button_type: 'Botón',
    hour: 'Hora',
    day: 'Día',
  },
  values: {
    gender: { F: 'Mujeres', M: 'Hombres', U: 'Sin especificar' },
    follow_type: { FOLLOWER: 'Seguidores', NON_FOLLOWER: 'No seguidores', UNKNOWN: 'Desconocido' },
    media_product_type: {
      AD: 'Anuncios',
      FEED: 'Publicaciones',
      POST: 'Publicaciones',
      CAROUSEL_CONTAINER: 'Carruseles',
      REEL: 'Reels',
      REELS: 'Reels',
      STORY: 'Historias',
      IGTV: 'IGTV',
    },
    contact_button_type: {
      BOOK_NOW: 'Reservar',
      CALL: 'Llamar',
      DIRECTION: 'Cómo llegar',
      EMAIL: 'Correo electrónico',
      INSTANT_EXPERIENCE: 'Experiencia instantánea',
      TEXT: 'Mensaje de texto',
      UNDEFINED: 'Otro',
    },
  },
};
