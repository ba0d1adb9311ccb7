/** The metrics of one chart, as its author lists them, and what is wrong with the list as a whole. Pure. */
import { type Issue, readMetric, readSpec } from '../../spec/index.js';
import type { Rules } from '../../spec/rules.js';
import { readList } from '../../spec/texts.js';

/** There are as many colours. */
const mostMetrics = 8;

/** The names of an attribute, or of a list that a page sets. */
export const readNames = (given: unknown): string[] => readList(given).filter(Boolean);

/** What the rules make an issue of. */
type Fault = Parameters<Rules['worded']>;

/**
 * What no metric can say of itself: that it stands twice, beside one that it cannot stand beside, or beside too many.
 * @returns undefined where something is wrong, and the rules that word it are still to be loaded
 */
export function listIssues(
  metrics: readonly string[],
  breakdown: unknown,
  rules: Rules | undefined,
): readonly Issue[] | undefined {
  const faults = [...listFaults(metrics), ...breakdownFaults(metrics, readNames(breakdown))];
  return faults.length === 0 ? [] : rules && faults.map((fault) => rules.worded(...fault));
}

function listFaults(metrics: readonly string[]): Fault[] {
  const text = metrics.join();
  const idOf = (name: string): string => readMetric(name) ?? name;
  const twice = metrics.filter((name, at) => metrics.slice(0, at).some((earlier) => idOf(earlier) === idOf(name)));
  const flow = metrics.find((name) => readSpec(name)?.rowMeanings);
  const faults = [...new Set(twice)].map(
    (name): Fault => ['duplicate', 'metric', name, { id: 'duplicate', args: [name, 'metric'] }],
  );
  if (metrics.length > mostMetrics)
    faults.push(['not-allowed', 'metric', text, { id: 'tooManyMetrics', args: [mostMetrics] }]);
  if (flow !== undefined && metrics.length > 1)
    faults.push(['conflict', 'metric', text, { id: 'bothSides', args: [flow] }]);
  return faults;
}

function breakdownFaults(metrics: readonly string[], breakdown: readonly string[]): Fault[] {
  const implied = metrics.map((name) => readSpec(name)?.impliedBreakdown).filter((name) => name !== undefined);
  if (breakdown.length === 0 || (implied.length > 0 && implied.join() === breakdown.join())) return [];
  return [['not-allowed', 'breakdown', breakdown.join(), { id: 'byDayOnly', args: [] }, { allowed: implied }]];
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
