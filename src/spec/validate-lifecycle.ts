/** What the Graph version in use refuses, and what a newer one will: the issues of lifecycle.ts. */
import type { Issue } from './issue.js';
import type { IssuePhrase } from './issue-phrases.js';
import { issue } from './issue-words.js';
import { changesFor, type FormerMetrics, formerMetrics, type LifecycleChange, refusedBy } from './lifecycle.js';
import type { MetricName, MetricType, Timeframe } from './metrics.js';
import type { QueryTexts } from './query.js';
import { oneText } from './texts.js';

/** @param today the day of asking (YYYY-MM-DD) */
export function validateLifecycle(
  given: QueryTexts,
  metrics: readonly MetricName[],
  version: number | undefined,
  today: string,
): Issue[] {
  const timeframe = oneText(given.timeframe) as Timeframe;
  const metricType = oneText(given.metricType) as MetricType;
  return metrics.flatMap((metric) =>
    changesFor({ metric, timeframe, metricType }).flatMap((change) => {
      const attribute = change.timeframes ? 'timeframe' : change.metricTypes ? 'metric-type' : 'metric';
      const value = change.timeframes ? timeframe : change.metricTypes ? metricType : metric;
      if (change.change === 'added') {
        return version !== undefined && refusedBy(change, version, today)
          ? [
              issue('too-new', attribute, value, addedPhrase(change, metric), {
                severity: 'warning',
                ...instead(change),
              }),
            ]
          : [];
      }
      const severity = version !== undefined && version >= change.version ? 'error' : 'warning';
      const dates = datesOf(change);
      const phrase: IssuePhrase =
        attribute === 'metric'
          ? { id: 'retired', args: [metric, ...dates] }
          : { id: 'retiredValue', args: [metric, attribute, value, ...dates] };
      return [issue('retired', attribute, value, phrase, { severity, ...instead(change) })];
    }),
  );
}

/** The issue of a metric that was there once. */
export function formerMetric(name: string): Issue | undefined {
  const former = formerMetrics.find(({ names }) => names.includes(name));
  const phrase = former && ({ id: 'retired', args: [name, ...datesOf(former)] } as const);
  return phrase && issue('retired', 'metric', name, phrase, instead(former));
}

type Change = LifecycleChange | FormerMetrics;

const instead = ({ replacement }: Change) => ({
  allowed: replacement,
  ...(replacement[0] !== undefined && { suggestion: replacement[0] }),
});

/** Since when it is gone, and what to ask for instead. */
const datesOf = ({ version, since, everywhere, replacement }: Change) =>
  [`v${version}.0`, since, everywhere, replacement] as const;

const addedPhrase = ({ since, replacement }: Change, metric: MetricName): IssuePhrase => ({
  id: 'added',
  args: [metric, since, replacement],
});
