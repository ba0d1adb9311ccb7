/**
 * The registry: one record per metric of `GET /{ig-user-id}/insights`.
 *
 * Decides what may be asked of each metric and how its numbers behave.
 * Does not know versions (lifecycle.ts), days (days.ts) or how anything is shown (format/).
 *
 * Source: Instagram's reference, "Metrics" tables as of Graph v19 (`source: 'reference'`);
 * metrics the live API has gained since are marked `source: 'live'`.
 */
import { readText } from './texts.js';

export const periods = ['day', 'lifetime'] as const;
export type Period = (typeof periods)[number];

export const timeframes = [
  'last_14_days',
  'last_30_days',
  'last_90_days',
  'prev_month',
  'this_month',
  'this_week',
] as const;
export type Timeframe = (typeof timeframes)[number];

export const breakdowns = [
  'media_product_type',
  'follow_type',
  'contact_button_type',
  'age',
  'city',
  'country',
  'gender',
] as const;
export type Breakdown = (typeof breakdowns)[number];

export const metricTypes = ['total_value', 'time_series'] as const;
export type MetricType = (typeof metricTypes)[number];

/** What one unit of a metric is: something that happened, an account counted once, or a person. */
export type Counts = 'events' | 'unique accounts' | 'people';

/** One metric as Instagram documents it, and how its numbers behave. */
export interface MetricSpec {
  /** English name, in our words: Instagram's `title` follows the token owner's language. */
  readonly label: string;
  readonly kind: 'interaction' | 'demographic';
  readonly periods: readonly [Period, ...Period[]];
  readonly timeframes: readonly Timeframe[];
  readonly breakdowns: readonly Breakdown[];
  readonly metricTypes: readonly [MetricType, ...MetricType[]];
  readonly counts: Counts;
  /** Breakdowns whose rows add up to the total. Where one is missing here, a row can share people with another. */
  readonly partitions: readonly Breakdown[];
  /** Whether Instagram calls the metric estimated. */
  readonly estimated: boolean;
  readonly betterWhen: 'higher' | 'lower' | 'neither';
  /** The name the API takes, where it is not the reference's. */
  readonly wireName?: string;
  /** Below this many followers Instagram does not return the metric. */
  readonly minFollowers?: number;
  /** Below this many engagements in the timeframe Instagram does not return the metric. */
  readonly minEngagements?: number;
  /** Asked for when the author names none: without it the API answers nothing. */
  readonly impliedBreakdown?: Breakdown;
  /** What the rows of the implied breakdown mean, by API value. */
  readonly rowMeanings?: Readonly<Record<string, 'gained' | 'lost'>>;
  /** Asked for when the author names none. Every Graph version so far takes it. */
  readonly defaultTimeframe?: Timeframe;
  /** At most this many rows come back. */
  readonly cap?: number;
  /** What the rows are a part of: the account's `followers_count`. */
  readonly partOf?: 'followers';
  /** How many days back the API remembers, where it is less than the two years of the others. */
  readonly memoryDays?: number;
  /** Whether lifecycle.ts has something to say of what this record allows. */
  readonly lifecycle?: 'retired' | 'added';
  readonly source: 'reference' | 'live';
  /** The page the record was read from, and the day of that copy. */
  readonly doc: { readonly url: string; readonly date: string };
}

/** Breakdowns whose set of values Instagram extends without notice: an unknown value must still be shown. */
export const openBreakdowns: readonly Breakdown[] = ['media_product_type', 'contact_button_type', 'city', 'country'];

const url = 'https://developers.facebook.com/docs/instagram-api/reference/ig-user/insights';
const reference = { source: 'reference', doc: { url, date: '2024-02-01' } } as const;
const live = {
  source: 'live',
  doc: {
    url: 'https://developers.facebook.com/docs/instagram-platform/api-reference/instagram-user/insights',
    date: '2026-09-11',
  },
} as const;

const interaction = {
  kind: 'interaction',
  periods: ['day'],
  timeframes: [],
  breakdowns: [],
  metricTypes: ['total_value'],
  counts: 'events',
  partitions: [],
  estimated: false,
  betterWhen: 'higher',
} as const;

const byMedia = { breakdowns: ['media_product_type'], partitions: ['media_product_type'] } as const;

const demographic = {
  kind: 'demographic',
  periods: ['lifetime'],
  timeframes,
  breakdowns: ['age', 'city', 'country', 'gender'],
  metricTypes: ['total_value'],
  counts: 'people',
  partitions: ['age', 'gender'],
  estimated: false,
  betterWhen: 'neither',
  minFollowers: 100,
  cap: 45,
  // "Required for demographics-related metrics". The API does without for followers; asked alike, all share a call.
  defaultTimeframe: 'this_month',
} as const;

/** Every metric by the reference's name. Shapes: {@link MetricSpec}; lists hold the API's own values. */
export const metrics = {
  impressions: {
    ...interaction,
    ...reference,
    lifecycle: 'retired',
    label: 'Impressions',
    metricTypes: ['total_value', 'time_series'],
  },
  reach: {
    ...interaction,
    ...reference,
    label: 'Reach',
    breakdowns: ['media_product_type', 'follow_type'],
    metricTypes: ['total_value', 'time_series'],
    counts: 'unique accounts',
    estimated: true,
  },
  total_interactions: {
    ...interaction,
    ...reference,
    ...byMedia,
    lifecycle: 'added',
    label: 'Interactions',
  },
  accounts_engaged: {
    ...interaction,
    ...reference,
    label: 'Accounts engaged',
    counts: 'unique accounts',
    estimated: true,
  },
  likes: {
    ...interaction,
    ...reference,
    ...byMedia,
    label: 'Likes',
  },
  comments: {
    ...interaction,
    ...reference,
    ...byMedia,
    label: 'Comments',
  },
  saved: {
    ...interaction,
    ...reference,
    ...byMedia,
    label: 'Saves',
    wireName: 'saves',
  },
  shares: {
    ...interaction,
    ...reference,
    ...byMedia,
    label: 'Shares',
  },
  replies: {
    ...interaction,
    ...reference,
    label: 'Story replies',
  },
  follows_and_unfollows: {
    ...interaction,
    ...reference,
    label: 'Followers gained and lost',
    breakdowns: ['follow_type'],
    impliedBreakdown: 'follow_type',
    rowMeanings: { FOLLOWER: 'gained', NON_FOLLOWER: 'lost' },
    betterWhen: 'neither',
    minFollowers: 100,
  },
  profile_links_taps: {
    ...interaction,
    ...reference,
    label: 'Contact button taps',
    breakdowns: ['contact_button_type'],
    partitions: ['contact_button_type'],
  },
  website_clicks: {
    ...interaction,
    ...reference,
    label: 'Website taps',
  },
  profile_views: {
    ...interaction,
    ...reference,
    label: 'Profile views',
  },
  engaged_audience_demographics: {
    ...demographic,
    ...reference,
    lifecycle: 'retired',
    label: 'Engaged audience',
    minEngagements: 100,
  },
  reached_audience_demographics: {
    ...demographic,
    ...reference,
    lifecycle: 'retired',
    label: 'Reached audience',
  },
  follower_demographics: {
    ...demographic,
    ...reference,
    label: 'Followers',
    partOf: 'followers',
  },
  views: {
    ...interaction,
    ...live,
    lifecycle: 'added',
    label: 'Views',
    breakdowns: ['media_product_type', 'follow_type'],
    partitions: ['media_product_type', 'follow_type'],
  },
  reposts: {
    ...interaction,
    ...live,
    ...byMedia,
    lifecycle: 'added',
    label: 'Reposts',
  },
  follower_count: {
    ...interaction,
    ...live,
    label: 'New followers',
    metricTypes: ['time_series'],
    minFollowers: 100,
    memoryDays: 30,
  },
  online_followers: {
    ...interaction,
    ...live,
    label: 'Followers online',
    periods: ['lifetime'],
    metricTypes: ['time_series'],
    counts: 'people',
    betterWhen: 'neither',
    minFollowers: 100,
    memoryDays: 30,
  },
} as const satisfies Record<string, MetricSpec>;

export type MetricName = keyof typeof metrics;
type ListOf<
  M extends MetricName,
  K extends 'periods' | 'timeframes' | 'breakdowns' | 'metricTypes',
> = (typeof metrics)[M][K][number];
export type PeriodOf<M extends MetricName> = ListOf<M, 'periods'>;
export type TimeframeOf<M extends MetricName> = ListOf<M, 'timeframes'>;
export type BreakdownOf<M extends MetricName> = ListOf<M, 'breakdowns'>;
export type MetricTypeOf<M extends MetricName> = ListOf<M, 'metricTypes'>;

export const metricNames = Object.keys(metrics) as readonly MetricName[];

/** Whether a text is the reference's name of a metric. */
export const isMetricName = (name: string): name is MetricName => Object.hasOwn(metrics, name);

/** The record of a metric, by its widest type. */
export const specOf = (metric: MetricName): MetricSpec => metrics[metric];

/** The name a metric has in a request and in an answer: `saved` goes by `saves`. */
export const wireName = (metric: MetricName): string => specOf(metric).wireName ?? metric;

/** The reference's name of what the API calls `wire`, or undefined for a metric we have no record of. */
export const metricByWireName = (wire: string): MetricName | undefined =>
  isMetricName(wire) ? wire : metricNames.find((name) => wireName(name) === wire);

/** The metric that a text means: `saves`, the name on the wire, is `saved`. */
export const readMetric = (value: unknown): MetricName | undefined => metricByWireName(readText(value));

/** The record of the metric that a text means; undefined where we have none. */
export function readSpec(value: unknown): MetricSpec | undefined {
  const metric = readMetric(value);
  return metric && specOf(metric);
}
