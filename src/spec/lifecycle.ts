/**
 * What each Graph API version retired and added: data, and the one question asked of it.
 *
 * Knows versions and dates. Does not know what a legal query is (validate.ts).
 * Source: Instagram Platform changelog as of 2026-09-11, Graph API version pages, and live error texts.
 */
import type { MetricName, MetricType, Timeframe } from './metrics.js';

/** When a change came, and what to ask instead. */
interface ChangeDates {
  /** The first Graph version that was released with the change, and the day on which the change began (YYYY-MM-DD). */
  readonly version: number;
  readonly since: string;
  /** The day on which the change reached every older version too. */
  readonly everywhere: string;
  /** What to ask instead: a metric, or timeframes. */
  readonly replacement: readonly string[];
}

/** A change to what may be asked. Without `timeframes` and `metricTypes` it is about the whole metric. */
export interface LifecycleChange extends ChangeDates {
  readonly change: 'retired' | 'added';
  readonly metrics: readonly MetricName[];
  readonly timeframes?: readonly Timeframe[];
  readonly metricTypes?: readonly MetricType[];
}

/** Metrics that the reference no longer has. They have no record, but old pages still name them. */
export interface FormerMetrics extends ChangeDates {
  readonly names: readonly string[];
}

/** Graph versions with user insights, oldest first. `until`: the day after which Meta answers with a newer one. */
export const graphVersions = [
  { version: 18, since: '2023-09-12', until: '2026-01-26' },
  { version: 19, since: '2024-01-23', until: '2026-05-21' },
  { version: 20, since: '2024-05-21', until: '2026-09-24' },
  { version: 21, since: '2024-10-02', until: '2027-01-21' },
  { version: 22, since: '2025-01-21', until: '2027-05-20' },
  { version: 23, since: '2025-05-29', until: '2027-10-08' },
  { version: 24, since: '2025-10-08', until: '2028-02-18' },
  { version: 25, since: '2026-02-18', until: '2028-07-29' },
  { version: 26, since: '2026-07-29', until: undefined },
] as const;

export const lifecycle: readonly LifecycleChange[] = [
  {
    change: 'added',
    metrics: ['total_interactions'],
    version: 18,
    since: '2023-09-12',
    everywhere: '2023-12-11',
    replacement: [],
  },
  {
    change: 'retired',
    metrics: ['engaged_audience_demographics', 'reached_audience_demographics'],
    timeframes: ['last_14_days', 'last_30_days', 'last_90_days', 'prev_month'],
    version: 20,
    since: '2024-05-21',
    everywhere: '2024-08-19',
    replacement: ['this_month', 'this_week'],
  },
  {
    change: 'retired',
    metrics: ['website_clicks', 'profile_views'],
    metricTypes: ['time_series'],
    version: 21,
    since: '2024-10-02',
    everywhere: '2025-01-08',
    replacement: ['total_value'],
  },
  {
    change: 'retired',
    metrics: ['impressions'],
    version: 22,
    since: '2025-01-21',
    everywhere: '2025-04-21',
    replacement: ['views'],
  },
  {
    change: 'added',
    metrics: ['views'],
    version: 22,
    since: '2025-01-21',
    everywhere: '2025-01-21',
    replacement: ['impressions'],
  },
  {
    change: 'added',
    metrics: ['reposts'],
    version: 25,
    since: '2025-12-03',
    everywhere: '2025-12-03',
    replacement: [],
  },
];

export const formerMetrics: readonly FormerMetrics[] = [
  {
    names: ['audience_city', 'audience_country', 'audience_gender_age'],
    version: 18,
    since: '2023-09-12',
    everywhere: '2023-12-11',
    replacement: ['follower_demographics'],
  },
  { names: ['audience_locale'], version: 18, since: '2023-09-12', everywhere: '2023-12-11', replacement: [] },
  {
    names: [
      'email_contacts',
      'get_direction_clicks',
      'get_directions_clicks',
      'phone_call_clicks',
      'text_message_clicks',
    ],
    version: 21,
    since: '2024-10-02',
    everywhere: '2025-01-08',
    replacement: ['profile_links_taps'],
  },
];

export interface LifecycleSubject {
  readonly metric: MetricName;
  readonly timeframe?: Timeframe | undefined;
  readonly metricType?: MetricType | undefined;
}

/** The changes that touch a question, whichever version it is asked of. */
export const changesFor = ({ metric, timeframe, metricType }: LifecycleSubject): readonly LifecycleChange[] =>
  lifecycle.filter(
    (change) =>
      change.metrics.includes(metric) &&
      (!change.timeframes || (timeframe !== undefined && change.timeframes.includes(timeframe))) &&
      (!change.metricTypes || (metricType !== undefined && change.metricTypes.includes(metricType))),
  );

/**
 * Whether the API refuses a question because of a change.
 * @param version Graph version, as {@link readVersion} gives it
 * @param today the day of asking (YYYY-MM-DD): a change reaches every older version on its `everywhere` day
 */
export const refusedBy = (change: LifecycleChange, version: number, today: string): boolean =>
  (change.change === 'retired') === (version >= change.version || today >= change.everywhere);
