/** The metrics of one chart, as its author lists them, and what is wrong with the list as a whole. Pure. */
import { type Issue, maskSecret, readMetric, readSpec } from '../../spec/index.js';
import { readList } from '../../spec/query.js';

/** There are as many colours. */
const mostMetrics = 8;

/** The names of an attribute, or of a list that a page sets. */
export const readNames = (given: unknown): string[] => readList(given).filter(Boolean);

/** What no metric can say of itself: that it stands twice, beside one that it cannot stand beside, or beside too many. */
export function listIssues(metrics: readonly string[], breakdown: unknown): Issue[] {
  const text = metrics.join();
  const refuse = (code: Issue['code'], value: string, message: string): Issue => ({
    severity: 'error',
    code,
    attribute: 'metric',
    value: maskSecret(value),
    message,
    allowed: [],
  });
  const idOf = (name: string): string => readMetric(name) ?? name;
  const twice = metrics.filter((name, at) => metrics.slice(0, at).some((earlier) => idOf(earlier) === idOf(name)));
  const flow = metrics.find((name) => readSpec(name)?.rowMeanings);
  return [
    ...[...new Set(twice)].map((name) =>
      refuse('duplicate', name, `"${maskSecret(name)}" stands twice in metric. Remove one.`),
    ),
    ...(metrics.length > mostMetrics
      ? [refuse('not-allowed', text, `One chart shows up to ${mostMetrics} metrics. Use another chart for the others.`)]
      : []),
    ...(flow !== undefined && metrics.length > 1
      ? [refuse('conflict', text, `${flow} is drawn to both sides of zero. Use a chart of its own for it.`)]
      : []),
    ...breakdownIssue(metrics, readNames(breakdown)),
  ];
}

function breakdownIssue(metrics: readonly string[], breakdown: readonly string[]): Issue[] {
  const implied = metrics.map((name) => readSpec(name)?.impliedBreakdown).filter((name) => name !== undefined);
  if (breakdown.length === 0 || (implied.length > 0 && implied.join() === breakdown.join())) return [];
  return [
    {
      severity: 'error',
      code: 'not-allowed',
      attribute: 'breakdown',
      value: maskSecret(breakdown.join()),
      message: 'This chart shows numbers by day. Remove breakdown, or use <insights-breakdown-chart>.',
      allowed: implied,
    },
  ];
}

/** What is wrong with each metric and with the list, once: what all metrics share is the same for each. */
export function mergedIssues(lists: readonly (readonly Issue[])[]): Issue[] {
  const all = lists.flatMap(relevant);
  return [
    ...new Map(all.map((issue) => [JSON.stringify([issue.attribute, issue.value, issue.message]), issue])).values(),
  ];
}

/** Of a metric that is not for this chart nothing else has to be right. */
const relevant = (issues: readonly Issue[]): readonly Issue[] => {
  const refused = issues.filter(({ attribute, code }) => attribute === 'metric' && code === 'not-allowed');
  return refused.length > 0 ? refused : issues;
};
