/** The names of what the API calls by codes, in English, and what is said of rows by them. */
import type { Wording } from '../wording.js';
export const enNames = {
  /** What opens the rows of a breakdown. */
  rowsBy: (dimensions: string) => `By ${dimensions.toLowerCase()}`,
  /** The values of one row, such as an age and a gender. */
  together: (values: readonly string[]) => values.join(', '),
  overlap: 'one account can be in several rows',
  dimensions: {
    age: 'Age',
    gender: 'Gender',
    city: 'City',
    country: 'Country',
    media_product_type: 'Kind of post',
    follow_type: 'Follower or not',
    contact_button_type: 'Button',
    hour: 'Hour',
    day: 'Day',
  },
  values: {
    gender: { F: 'Women', M: 'Men', U: 'Not specified' },
    follow_type: { FOLLOWER: 'Followers', NON_FOLLOWER: 'Not followers', UNKNOWN: 'Unknown' },
    media_product_type: {
      AD: 'Ads',
      FEED: 'Posts',
      POST: 'Posts',
      CAROUSEL_CONTAINER: 'Carousels',
      REEL: 'Reels',
      REELS: 'Reels',
      STORY: 'Stories',
      IGTV: 'IGTV',
    },
    contact_button_type: {
      BOOK_NOW: 'Book now',
      CALL: 'Call',
      DIRECTION: 'Directions',
      EMAIL: 'Email',
      INSTANT_EXPERIENCE: 'Instant experience',
      TEXT: 'Text',
      UNDEFINED: 'Other',
    },
  },
} as const;

export type NameWords = Wording<typeof enNames>;
