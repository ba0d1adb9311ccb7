/** Reads the parameters of `/{id}/insights`, and refuses what the API refuses, in the order of its checks. */
import {
  type Breakdown,
  changesFor,
  type MetricName,
  type MetricSpec,
  type Period,
  refusedBy,
  specOf,
  type Timeframe,
  timeframes,
  wireName,
} from '../spec/index.js';
import { type AskedWindow, readWindow } from './asked-window.js';
import { type Era, readMetrics } from './offered-metrics.js';
import { refusals } from './refusal.js';

/** A question that the API answers. */
export interface InsightsCall {
  readonly metrics: readonly MetricName[];
  readonly period: Period;
  readonly asSeries: boolean;
  /** In the order asked. */
  readonly breakdown: readonly Breakdown[];
  readonly timeframe?: Timeframe;
  /** Whether the call is about days of its own choice: a timeframe overrides `since` and `until`. */
  readonly takesDays: boolean;
  readonly window: AskedWindow;
}

/** The API's own lists, as its errors print them: longer than what any metric here takes. */
const periodNames = ['day', 'week', 'days_28', 'month', 'lifetime', 'total_over_range'];
const metricTypeNames = ['default', 'time_series', 'total_value'];
const breakdownNames: readonly Breakdown[] = [
  'country',
  'city',
  'age',
  'gender',
  'follow_type',
  'media_product_type',
  'contact_button_type',
];

/**
 * @param now milliseconds since the epoch
 * @throws Refusal
 */
export function readInsightsCall(params: URLSearchParams, era: Era, now: number): InsightsCall {
  const text = (name: string): string => params.get(name)?.trim() ?? '';
  const metrics = readMetrics(text('metric'), era);
  const period = readPeriod(text('period'), metrics);
  const asSeries = readMetricType(text('metric_type'), metrics) === 'time_series';
  const asked = readBreakdowns(text('breakdown'), asSeries ? [] : metrics);
  // "If you request metric_type=time_series, breakdowns will not be included in the response."
  const breakdown = asSeries ? [] : asked;
  const timeframe = readTimeframe(text('timeframe'), metrics, era);
  const takesDays = metrics.every((metric) => specOf(metric).timeframes.length === 0);
  const window = readWindow(takesDays ? params : new URLSearchParams(), metrics, now);
  return { metrics, period, asSeries, breakdown, ...(timeframe && { timeframe }), takesDays, window };
}

function readPeriod(text: string, metrics: readonly MetricName[]): Period {
  if (text === '') throw refusals.missing('period');
  if (!periodNames.includes(text)) throw refusals.notOneOf('period', periodNames);
  const other = metrics.find((metric) => !includes(specOf(metric).periods, text));
  if (other) throw refusals.periods(text, wireName(other));
  return text as Period;
}

/** Without `metric_type` the API means a series, and says so where a metric has none. */
function readMetricType(text: string, metrics: readonly MetricName[]): 'time_series' | 'total_value' {
  if (text !== '' && !metricTypeNames.includes(text)) throw refusals.notOneOf('metric_type', metricTypeNames);
  const type = text === 'total_value' ? text : 'time_series';
  const others = metrics.filter((metric) => !specOf(metric).metricTypes.includes(type));
  if (others.length === 0) return type;
  throw refusals.metricType(others.map(wireName), type === 'total_value' ? 'time_series' : 'total_value');
}

function readBreakdowns(text: string, metrics: readonly MetricName[]): Breakdown[] {
  if (text === '') return [];
  const breakdowns = text.split(',').map((part, index) => {
    const known = breakdownNames.find((name) => name === part.trim());
    if (!known) throw refusals.notOneOf(`breakdown[${index}]`, breakdownNames);
    return known;
  });
  for (const metric of metrics) {
    const spec: MetricSpec = specOf(metric);
    const others = breakdowns.filter((breakdown) => !spec.breakdowns.includes(breakdown));
    if (others.length > 0) throw refusals.breakdowns(others, wireName(metric));
  }
  return [...new Set(breakdowns)];
}

/** What is asked of a metric that takes no timeframe is not looked at. The text for a retired one is not recorded. */
function readTimeframe(text: string, metrics: readonly MetricName[], era: Era): Timeframe | undefined {
  const taking = metrics.filter((metric) => specOf(metric).timeframes.length > 0);
  if (text === '' || taking.length === 0) return undefined;
  const allowed = timeframes.filter((timeframe) =>
    taking.every((metric) =>
      changesFor({ metric, timeframe }).every((change) => !refusedBy(change, era.version, era.today)),
    ),
  );
  const timeframe = allowed.find((name) => name === text);
  if (!timeframe) throw refusals.notOneOf('timeframe', allowed);
  return timeframe;
}

const includes = (list: readonly string[], text: string): boolean => list.includes(text);
