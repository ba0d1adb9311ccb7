/** Every sentence and label that a visitor reads, in English. Numbers and dates arrive formatted. */
export const en = {
  /** Notes under a number. */
  versus: (base: string, days: string) => `vs ${base} · ${days}`,
  estimated: 'estimated',
  provisional: 'last days provisional',
  sample: 'sample data',
  stale: (moment: string) => `as of ${moment}; a newer answer could not be had`,
  net: (value: string) => `net ${value}, derived`,
  onDay: (day: string) => `on ${day}`,
  sumOfDays: (days: string) => `sum of ${days} days, derived`,
  asOf: (day: string) => `as of ${day}`,
  timeframe: {
    last_14_days: 'last 14 days',
    last_30_days: 'last 30 days',
    last_90_days: 'last 90 days',
    prev_month: 'previous month',
    // The reference: "this_month returns the data in the last 30 days and this_week returns data in the last 7 days".
    this_month: 'last 30 days',
    this_week: 'last 7 days',
  },
  ofListed: (listed: string) => `shares of the ${listed} people listed`,
  topRows: (cap: string) => `Instagram lists at most ${cap} rows`,
  covers: (share: string) => `covers ${share} of followers`,
  unspecified: (share: string) => `gender not specified: ${share}`,
  overlap: 'one account can be in several rows',
  shownOf: (shown: string, all: string) => `${shown} of ${all} shown; the table has all`,
  /** Changes. */
  change: {
    up: (share: string) => `▲ ${share}`,
    down: (share: string) => `▼ ${share}`,
    same: 'no change',
    fromNothing: 'new',
    noBase: 'nothing to compare with',
    outOfMemory: 'Instagram does not remember the days before',
    spoken: { up: (share: string) => `up ${share}`, down: (share: string) => `down ${share}` },
  },
  gained: 'gained',
  lost: 'lost',
  /** Column heads and accessible names. */
  table: {
    open: 'Show as a table',
    people: 'People',
    share: 'Share',
    noNumber: 'not reported',
  },
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
  /** Titles and sentences. */
  demographicTitle: (metric: string, dimensions: string) => `${metric} by ${dimensions.toLowerCase()}`,
  largest: (name: string, share: string) => `Largest group: ${name}, ${share} of the people listed.`,
  /** Why there is no number: a head, and what to do. */
  empty: {
    'too-few-followers': ['Not shown below 100 followers', 'Instagram gives this number from 100 followers on.'],
    'not-yet': ['Not reported yet', 'Instagram reports within 48 hours. Nothing is wrong.'],
    'no-permission': ['Not shared by the account', 'The account owner has to connect again and allow insights.'],
    'not-offered': ['Not offered by Instagram', 'Instagram does not give this number in the version that is asked.'],
    'not-returned': ['No number for these days', 'Instagram gave none and did not say why.'],
    'window-too-long': [
      'Not counted over so many days',
      'Instagram does not count unique accounts over more than 30 days. Choose 28 days or fewer.',
    ],
  },
  /** What a visitor reads when nothing can be shown, by error code: a head, and what to do. */
  errors: {
    'invalid-query': ['This number is set up wrongly', 'The owner of this page can correct it.'],
    'no-client': ['This number is not connected yet', 'The owner of this page has to say where its numbers come from.'],
    secret: [
      'An access token was found on this page',
      'It was not used. The owner of this page has to remove it and revoke it.',
    ],
    'malformed-response': [
      'The answer could not be read',
      'The owner of this page can check the address it came from.',
    ],
    network: ['No connection', 'The numbers could not be reached. Try again in a moment.'],
    'server-error': ['Instagram did not answer', 'This passes, as a rule. Try again in a few minutes.'],
    'rate-limited': ['Asked too often', 'Instagram asks to wait before it answers again.'],
    'token-expired': ['The connection to Instagram has ended', 'The account owner has to connect again.'],
    'no-permission': ['Not shared by the account', 'The account owner has to connect again and allow insights.'],
    'not-offered': ['Not offered by Instagram', 'Instagram does not give this number in the version that is asked.'],
    rejected: ['Instagram refused the question', 'The owner of this page can correct it.'],
    'not-found': ['No such account here', 'The owner of this page can check the name of the account.'],
    blocked: ['Instagram has paused this account', 'The account owner has to log in at Instagram.'],
    unauthorized: ['This page may not ask', 'The owner of this page has to renew its access.'],
    closed: ['This page may not ask', 'The operator of the backend has to open it for this page.'],
    unknown: ['Something went wrong', 'The owner of this page can look into the log of the backend.'],
  },
  retryAt: (moment: string) => `Again from ${moment}.`,
  retry: 'Try again',
  issues: {
    meant: 'Did you mean',
    allowed: 'Allowed here',
  },
} as const;

export type Words = typeof en;
