/** The names of what the API calls by codes, in German, and what is said of rows by them. */
import type { NameWords } from '../en/names.js';

export const names: NameWords = {
  rowsBy: (dimensions) => `Nach ${dimensions}`,
  together: (values) => values.join(', '),
  overlap: 'ein Konto kann in mehreren Zeilen vorkommen',
  dimensions: {
    age: 'Alter',
    gender: 'Geschlecht',
    city: 'Stadt',
    country: 'Land',
    media_product_type: 'Beitragsart',
    follow_type: 'Follower-Status',
    contact_button_type: 'Button',
    hour: 'Stunde',
    day: 'Tag',
  },
  values: {
    gender: { F: 'Frauen', M: 'Männer', U: 'Keine Angabe' },
    follow_type: { FOLLOWER: 'Follower', NON_FOLLOWER: 'Nicht-Follower', UNKNOWN: 'Unbekannt' },
    media_product_type: {
      AD: 'Werbeanzeigen',
      FEED: 'Beiträge',
      POST: 'Beiträge',
      CAROUSEL_CONTAINER: 'Karussells',
      REEL: 'Reels',
      REELS: 'Reels',
      STORY: 'Stories',
      IGTV: 'IGTV',
    },
    contact_button_type: {
      BOOK_NOW: 'Jetzt buchen',
      CALL: 'Anrufen',
      DIRECTION: 'Wegbeschreibung',
      EMAIL: 'E-Mail',
      INSTANT_EXPERIENCE: 'Instant Experience',
      TEXT: 'SMS',
      UNDEFINED: 'Sonstige',
    },
  },
};
