/** What the Graph version in use refuses, and what a newer one will: the issues of lifecycle.ts. */
import type { Issue } from './issue.js';
import { issue } from './issue-words.js';
import { changesFor, type FormerMetrics, formerMetrics, type LifecycleChange, refusedBy } from './lifecycle.js';
import type { MetricName, MetricType, Timeframe } from './metrics.js';
import { oneText, type QueryTexts } from './query.js';

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
      const what = attribute === 'metric' ? metric : `${attribute} "${value}" of ${metric}`;
      if (change.change === 'added') {
        return version !== undefined && refusedBy(change, version, today)
          ? [issue('too-new', attribute, value, addedText(change, what), { severity: 'warning', ...instead(change) })]
          : [];
      }
      const severity = version !== undefined && version >= change.version ? 'error' : 'warning';
      return [issue('retired', attribute, value, retiredText(change, what), { severity, ...instead(change) })];
    }),
  );
}

/** The issue of a metric that was there once. */
export function formerMetric(name: string): Issue | undefined {
  const former = formerMetrics.find(({ names }) => names.includes(name));
  return former && issue('retired', 'metric', name, retiredText(former, name), instead(former));
}

type Change = LifecycleChange | FormerMetrics;

const instead = ({ replacement }: Change) => ({
  allowed: replacement,
  ...(replacement[0] !== undefined && { suggestion: replacement[0] }),
});

const retiredText = (change: Change, what: string): string =>
  `Instagram retired ${what} with Graph v${change.version}.0 (${change.since}), in every version on ${change.everywhere}.${orText(change)}`;

const addedText = (change: Change, what: string): string =>
  `Instagram added ${what} on ${change.since}: the Graph version in use may not know it yet.${orText(change)}`;

const orText = ({ replacement }: Change): string =>
  replacement.length > 0 ? ` Ask for ${replacement.map((name) => `"${name}"`).join(' or ')} instead.` : '';
