/**
 * Why a query is wrong: every reason at once, what is allowed instead, and what was probably meant.
 *
 * A pure function of (input, version, now). Never throws, never asks anything.
 */
import { dayOf } from './days.js';
import { readVersion } from './graph-version.js';
import type { Issue, QueryAttribute } from './issue.js';
import { duplicate, issue, renamed, unknownValue } from './issue-words.js';
import {
  breakdowns,
  isMetricName,
  type MetricName,
  type MetricSpec,
  metricNames,
  metricTypes,
  periods,
  readMetric,
  specOf,
  timeframes,
} from './metrics.js';
import { type CanonicalQuery, type QueryInput, readBreakdown, readTexts } from './query.js';
import { oneText } from './texts.js';
import { validateDaily, validateDays } from './validate-days.js';
import { formerMetric, validateLifecycle } from './validate-lifecycle.js';

export interface ValidateOptions {
  /** Graph version that will be asked, such as `v22.0`. What it refuses is then an error, else a warning. */
  readonly apiVersion?: string | number | undefined;
  /** Milliseconds since the epoch, or a Date. @default the clock */
  readonly now?: number | Date | undefined;
  /** Whether who answers keeps a history: days that Instagram has forgotten are then asked for, with a warning. */
  readonly history?: boolean | undefined;
  /** The metrics to suggest where none, or one that is none, is named. @default all */
  readonly metrics?: readonly MetricName[] | undefined;
}

/**
 * All issues of a query; an empty list when there is none. The order is that of the attributes.
 * @param input lists as arrays or as the comma text of an attribute; anything at all is accepted
 */
export function validateQuery(input: QueryInput, options: ValidateOptions = {}): Issue[] {
  const given = readTexts(input);
  const now = readNow(options.now);
  const known = [...new Set(given.metric.map(readMetric))].filter((name) => name !== undefined);
  const apart = validateTogether(known);
  // Metrics that no one question can ask for allow nothing together: what each allows has to wait until they are apart.
  const metrics = apart.length > 0 ? [] : known;
  const specs = metrics.map(specOf);
  const lifecycle = validateLifecycle(given, known, readVersion(options.apiVersion), dayOf(now));
  const issues = [
    ...validateMetric(given.metric, options.metrics ?? metricNames),
    ...apart,
    ...validateList('period', given.period, periods, sharedBy(specs, 'periods'), metrics),
    ...validateList('timeframe', given.timeframe, timeframes, sharedBy(specs, 'timeframes'), metrics),
    ...validateBreakdown(given.breakdown, oneText(given.metricType), specs, metrics),
    ...validateList('metric-type', given.metricType, metricTypes, sharedBy(specs, 'metricTypes'), metrics),
    ...validateDays(given, specs, metrics, { now, history: options.history === true }),
    ...validateDaily(given, metrics),
  ];
  // That a value was there once says more than that it is not.
  const isSaidBetter = ({ code, attribute, value }: Issue): boolean =>
    code === 'not-allowed' && lifecycle.some((past) => past.attribute === attribute && past.value === value);
  return [
    ...issues.filter((found) => !isSaidBetter(found)),
    ...lifecycle.map(
      (past): Issue =>
        issues.some((found) => isSaidBetter(found) && found.attribute === past.attribute)
          ? { ...past, severity: 'error' }
          : past,
    ),
  ];
}

/**
 * The issues of a question that the API has refused, where a version retired or added what it asks for: as errors, since
 * the answer has proved them.
 */
export function refusedByLifecycle(query: CanonicalQuery, options: ValidateOptions): Issue[] {
  const version = readVersion(options.apiVersion);
  return validateLifecycle(readTexts(query), [query.metric], version, dayOf(readNow(options.now))).map((found) => ({
    ...found,
    severity: 'error',
  }));
}

/** What is no time of our age counts as none given. */
function readNow(now: unknown): number {
  const time = now instanceof Date ? now.getTime() : now;
  return typeof time === 'number' && time >= 0 && time < 1e14 ? time : Date.now();
}

function validateMetric(names: readonly string[], allowed: readonly MetricName[]): Issue[] {
  if (names.every((name) => name === '')) {
    const first = allowed.find((name) => specOf(name).lifecycle !== 'retired') ?? '';
    return [issue('missing', 'metric', '', { id: 'noMetric', args: [first] }, { allowed })];
  }
  return names.flatMap((name, index) => {
    const metric = readMetric(name);
    if (!metric) return [formerMetric(name) ?? unknownValue('metric', name, allowed)];
    if (names.slice(0, index).some((earlier) => readMetric(earlier) === metric)) return [duplicate('metric', name)];
    return isMetricName(name) ? [] : [renamed('metric', name, metric)];
  });
}

/** One call answers the metrics of a question, and it has one period and one metric type. */
function validateTogether(metrics: readonly MetricName[]): Issue[] {
  const specs = metrics.map(specOf);
  const canShare = sharedBy(specs, 'periods').length > 0 && sharedBy(specs, 'metricTypes').length > 0;
  if (canShare || metrics.length === 0) return [];
  return [issue('conflict', 'metric', metrics.join(','), { id: 'nothingShared', args: [metrics] })];
}

function validateBreakdown(
  values: readonly string[],
  metricType: string,
  specs: readonly MetricSpec[],
  metrics: readonly MetricName[],
): Issue[] {
  if (values.length > 0 && metricType === 'time_series')
    return [issue('conflict', 'breakdown', oneText(values), { id: 'seriesOfRows', args: [] })];
  const asked = values.map((value) => readBreakdown(value) ?? value);
  return [
    ...validateList('breakdown', asked, breakdowns, sharedBy(specs, 'breakdowns'), metrics, 'many'),
    ...values.flatMap((value, index) =>
      asked[index] === value ? [] : [renamed('breakdown', value, asked[index] as string)],
    ),
    ...(asked.length === 0 && specs.length > 0 && specs.every(({ kind }) => kind === 'demographic')
      ? [
          issue(
            'missing',
            'breakdown',
            '',
            { id: 'noBreakdown', args: [] },
            { severity: 'warning', allowed: sharedBy(specs, 'breakdowns') },
          ),
        ]
      : []),
  ];
}

/** The rule that period, timeframe, metric type and breakdown share: known at all, allowed here, not twice. */
function validateList(
  attribute: QueryAttribute,
  values: readonly string[],
  all: readonly string[],
  allowed: readonly string[],
  metrics: readonly MetricName[],
  count: 'one' | 'many' = 'one',
): Issue[] {
  const legal = metrics.length > 0 ? allowed : all;
  if (count === 'one' && values.length > 1)
    return [
      issue('not-allowed', attribute, oneText(values), { id: 'oneValue', args: [attribute] }, { allowed: legal }),
    ];
  return values.flatMap((value, index) => {
    if (!all.includes(value)) return [unknownValue(attribute, value, legal)];
    if (!legal.includes(value)) {
      const phrase = { id: 'notOffered', args: [metrics, attribute, value] } as const;
      return [issue('not-allowed', attribute, value, phrase, { allowed: legal })];
    }
    return values.indexOf(value) < index ? [duplicate(attribute, value)] : [];
  });
}

/** What every metric of a list allows. */
function sharedBy<K extends 'periods' | 'timeframes' | 'breakdowns' | 'metricTypes'>(
  specs: readonly MetricSpec[],
  key: K,
): readonly string[] {
  const [first, ...rest] = specs.map((spec): readonly string[] => spec[key]);
  return (first ?? []).filter((value) => rest.every((values) => values.includes(value)));
}
