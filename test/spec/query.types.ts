/**
 * An illegal question does not compile. `tsc` holds this file: each `@ts-expect-error` fails where nothing is wrong.
 *
 * One illegal line per rule; what each metric allows is data, and held by metrics.test.ts.
 */
import type {
  BreakdownOf,
  InsightsQuery,
  MetricName,
  MetricTypeOf,
  PeriodOf,
  QueryOf,
  TimeframeOf,
} from '../../src/spec/index.js';

type Equal<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

/** A legal example of every metric: one that is missing does not compile. */
export const legal: { readonly [M in MetricName]: readonly InsightsQuery[] & readonly QueryOf<M>[] } = {
  impressions: [{ metric: 'impressions' }, { metric: 'impressions', period: 'day', metricType: 'time_series' }],
  reach: [
    { metric: 'reach' },
    { metric: 'reach', period: 'day', breakdown: 'follow_type' },
    { metric: 'reach', breakdown: ['media_product_type', 'follow_type'], metricType: 'total_value' },
    { metric: 'reach', metricType: 'time_series', range: 'last_7_days', compare: 'previous_period' },
    { metric: 'reach', since: '2024-01-01', until: '2024-01-31' },
    { metric: 'reach', daily: true },
    { metric: 'reach', metricType: 'total_value', breakdown: 'follow_type', daily: true },
  ],
  total_interactions: [{ metric: 'total_interactions', breakdown: 'media_product_type' }],
  accounts_engaged: [
    { metric: 'accounts_engaged', period: 'day', metricType: 'total_value' },
    { metric: 'accounts_engaged', daily: true, range: 'last_7_days' },
  ],
  likes: [
    { metric: 'likes', range: 'prev_month' },
    { metric: 'likes', daily: true },
    { metric: 'likes', daily: false },
  ],
  comments: [
    { metric: 'comments', breakdown: ['media_product_type'] },
    { metric: 'comments', breakdown: 'media_product_type', daily: true, since: '2024-01-01', until: '2024-01-31' },
  ],
  saved: [{ metric: 'saved' }],
  shares: [{ metric: 'shares' }],
  replies: [{ metric: 'replies', since: '2024-01-01', until: '2024-01-31' }],
  follows_and_unfollows: [{ metric: 'follows_and_unfollows', breakdown: 'follow_type' }],
  profile_links_taps: [{ metric: 'profile_links_taps', breakdown: 'contact_button_type' }],
  website_clicks: [{ metric: 'website_clicks' }],
  profile_views: [{ metric: 'profile_views' }],
  engaged_audience_demographics: [
    { metric: 'engaged_audience_demographics', period: 'lifetime', timeframe: 'this_week', breakdown: 'age' },
  ],
  reached_audience_demographics: [
    { metric: 'reached_audience_demographics', timeframe: 'last_90_days', breakdown: ['city'] },
  ],
  follower_demographics: [{ metric: 'follower_demographics', breakdown: ['age', 'gender'], metricType: 'total_value' }],
  views: [{ metric: 'views', breakdown: 'follow_type' }],
  reposts: [{ metric: 'reposts' }],
  follower_count: [{ metric: 'follower_count' }, { metric: 'follower_count', metricType: 'time_series' }],
  online_followers: [{ metric: 'online_followers', period: 'lifetime', range: 'last_7_days' }],
};

export const illegal: readonly InsightsQuery[] = [
  // @ts-expect-error no such metric
  { metric: 'reech' },
  // @ts-expect-error the name on the wire is not the reference's
  { metric: 'saves' },
  // @ts-expect-error a question is about one metric
  { metric: ['reach', 'likes'] },
  // @ts-expect-error no metric
  { period: 'day' },
  // @ts-expect-error no such period
  { metric: 'reach', period: 'week' },
  // @ts-expect-error a period of demographics
  { metric: 'reach', period: 'lifetime' },
  // @ts-expect-error a period of interactions
  { metric: 'follower_demographics', period: 'day' },
  // @ts-expect-error a timeframe of demographics
  { metric: 'likes', timeframe: 'this_week' },
  // @ts-expect-error no such timeframe
  { metric: 'follower_demographics', timeframe: 'last_28_days' },
  // @ts-expect-error demographics take a timeframe, not days
  { metric: 'follower_demographics', since: '2024-01-01', until: '2024-01-31' },
  // @ts-expect-error demographics take a timeframe, not a range
  { metric: 'follower_demographics', range: 'last_28_days' },
  // @ts-expect-error demographics have no previous period
  { metric: 'engaged_audience_demographics', compare: 'previous_period' },
  // @ts-expect-error likes have no time series
  { metric: 'likes', metricType: 'time_series' },
  // @ts-expect-error demographics have no time series
  { metric: 'follower_demographics', metricType: 'time_series' },
  // @ts-expect-error new followers have no total
  { metric: 'follower_count', metricType: 'total_value' },
  // @ts-expect-error a breakdown of another metric
  { metric: 'likes', breakdown: 'follow_type' },
  // @ts-expect-error a breakdown of another metric, in a list
  { metric: 'reach', breakdown: ['follow_type', 'age'] },
  // @ts-expect-error a breakdown of a metric that has none
  { metric: 'impressions', breakdown: 'media_product_type' },
  // @ts-expect-error a breakdown of a time series
  { metric: 'reach', breakdown: 'follow_type', metricType: 'time_series' },
  // @ts-expect-error since without until
  { metric: 'reach', since: '2024-01-01' },
  // @ts-expect-error until without since
  { metric: 'reach', until: '2024-01-31' },
  // @ts-expect-error days and a range
  { metric: 'reach', since: '2024-01-01', until: '2024-01-31', range: 'last_7_days' },
  // @ts-expect-error no such range
  { metric: 'reach', range: 'last_60_days' },
  // @ts-expect-error demographics take a timeframe, and have no days
  { metric: 'follower_demographics', daily: true },
  // @ts-expect-error demographics by breakdown have no days either
  { metric: 'engaged_audience_demographics', breakdown: 'age', daily: true },
  // @ts-expect-error a time series has a number for each day already
  { metric: 'reach', metricType: 'time_series', daily: true },
  // @ts-expect-error new followers have no total, not even of a day
  { metric: 'follower_count', daily: true },
  // @ts-expect-error a map by hour is for each day already
  { metric: 'online_followers', daily: true },
  // @ts-expect-error daily is true or false
  { metric: 'likes', daily: 'true' },
  // @ts-expect-error no such comparison
  { metric: 'reach', compare: 'previous_year' },
];

/** The types that derive from the registry, spelled out for one metric of each kind. */
export const derived: readonly [
  Equal<PeriodOf<'reach'>, 'day'>,
  Equal<MetricTypeOf<'reach'>, 'total_value' | 'time_series'>,
  Equal<MetricTypeOf<'likes'>, 'total_value'>,
  Equal<BreakdownOf<'reach'>, 'media_product_type' | 'follow_type'>,
  Equal<BreakdownOf<'impressions'>, never>,
  Equal<TimeframeOf<'reach'>, never>,
  Equal<BreakdownOf<'follower_demographics'>, 'age' | 'city' | 'country' | 'gender'>,
  Equal<
    TimeframeOf<'follower_demographics'>,
    'last_14_days' | 'last_30_days' | 'last_90_days' | 'prev_month' | 'this_month' | 'this_week'
  >,
] = [true, true, true, true, true, true, true, true];
