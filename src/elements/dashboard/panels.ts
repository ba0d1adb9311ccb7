/** What a dashboard shows of each metric, as data: numbers first, then what there is to draw. */
import { type Breakdown, type MetricName, type MetricSpec, readMetric, readSpec, specOf } from '../../spec/index.js';

/** The metrics of a dashboard whose author names none, in their order. */
export const defaultMetrics: readonly MetricName[] = [
  'reach',
  'views',
  'accounts_engaged',
  'follows_and_unfollows',
  'total_interactions',
  'likes',
  'comments',
  'saved',
  'shares',
  'reposts',
  'replies',
  'profile_views',
  'website_clicks',
  'profile_links_taps',
  'follower_demographics',
];

/** A chart of a dashboard, and how much room it wants beside others. */
export interface Panel {
  readonly kind: 'trend' | 'breakdown' | 'demographics';
  readonly metric: MetricName;
  readonly size: 'wide' | 'narrow';
  readonly breakdown?: Breakdown | 'age,gender';
  readonly display?: 'doughnut' | 'map';
}

const panels: readonly Panel[] = [
  { kind: 'trend', metric: 'reach', size: 'wide' },
  { kind: 'breakdown', metric: 'views', size: 'narrow', breakdown: 'follow_type', display: 'doughnut' },
  { kind: 'breakdown', metric: 'total_interactions', size: 'narrow', breakdown: 'media_product_type' },
  { kind: 'breakdown', metric: 'follows_and_unfollows', size: 'narrow', breakdown: 'follow_type' },
  { kind: 'demographics', metric: 'follower_demographics', size: 'narrow', breakdown: 'age,gender' },
  { kind: 'breakdown', metric: 'profile_links_taps', size: 'narrow', breakdown: 'contact_button_type' },
  { kind: 'demographics', metric: 'follower_demographics', size: 'wide', breakdown: 'country', display: 'map' },
  { kind: 'demographics', metric: 'follower_demographics', size: 'narrow', breakdown: 'city' },
];

/**
 * The charts of the chosen metrics. One that a dashboard has none of gets its own: of demographics always, of numbers that
 * can be broken down where the page has named it.
 */
export const panelsOf = (metrics: readonly string[], isNamed = true): readonly Panel[] => {
  const names = metrics.flatMap((name) => readMetric(name) ?? []);
  const known = panels.filter(({ metric }) => names.includes(metric));
  const others = names.filter((metric) => !known.some((panel) => panel.metric === metric));
  return [...known, ...others.flatMap((metric) => panelOf(metric, isNamed) ?? [])];
};

function panelOf(metric: MetricName, isNamed: boolean): Panel | undefined {
  const spec = specOf(metric);
  if (isPeople(spec)) return { kind: 'demographics', metric, size: 'narrow', breakdown: 'age,gender' };
  const [breakdown] = spec.breakdowns;
  return isNamed && breakdown ? { kind: 'breakdown', metric, size: 'narrow', breakdown } : undefined;
}

/** The metrics that have a card: every name but those of demographics, so that a wrong one says so itself. */
export const cardsOf = (metrics: readonly string[]): readonly string[] =>
  metrics.filter((name) => !isPeople(readSpec(name)));

const isPeople = (spec: MetricSpec | undefined): boolean => spec?.kind === 'demographic';
