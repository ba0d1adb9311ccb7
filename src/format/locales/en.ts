/** The words of a card, and the names of what the API calls by codes, in English. Numbers and dates arrive formatted. */
export const en = {
  /** Notes under a number. */
  estimated: 'estimated',
  provisional: 'last days provisional',
  sample: 'sample data',
  stale: (moment: string) => `as of ${moment}; a newer answer could not be had`,
  /** Of an answer from an earlier visit. */
  stored: (moment: string) => `as of ${moment}`,
  net: (value: string) => `net ${value}, derived`,
  onDay: (day: string) => `on ${day}`,
  sumOfDays: (days: string) => `sum of ${days} days, derived`,
  sumOfParts: (count: string) => `sum of ${count} totals by Instagram, not of all days`,
  atLeast: (value: string) => `≥\u2009${value}`,
  overlap: 'one account can be in several rows',
  gained: 'gained',
  lost: 'lost',
  noNumber: 'not reported',
  noTotal: 'no total',
  /** What opens the rows of a breakdown. */
  rowsBy: (dimensions: string) => `By ${dimensions.toLowerCase()}`,
  /** Of all problems the one in which the words for problems cannot be loaded. */
  offline: 'No connection',
  retry: 'Try again',
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

export type Words = typeof en;
