/** Which metric of a merged call spoils it: found by asking in groups. Most pages never need it. */
import type { InsightsError } from '../spec/index.js';
import type { GraphCall } from './call.js';
import { type CallAnswer, isSpoilt, metricsOf, refusalOf, type Send, sourceOf } from './merged-calls.js';

/** What the metrics gave when they were asked apart, and those that spoil a call: refused, or empty, alone. */
export interface Found extends CallAnswer {
  readonly bad: readonly string[];
}

/**
 * Asks the metrics of a spoilt call in groups, until the groups that are spoilt hold one metric. An empty call whose
 * halves are both empty is taken for what it says: that there is nothing.
 */
export const searchMetrics = (call: GraphCall, spoilt: CallAnswer, send: Send): Promise<Found> =>
  search(call, spoilt, send, refusalOf(spoilt) !== undefined);

/** @param isCertain whether one of the metrics is known to spoil the call */
async function search(call: GraphCall, spoilt: CallAnswer, send: Send, isCertain: boolean): Promise<Found> {
  const metrics = metricsOf(call);
  const refusal = refusalOf(spoilt);
  const blamed = metrics.filter((metric) => refusal && isToBlame(metric, refusal));
  const others = metrics.filter((metric) => !blamed.includes(metric));
  const middle = Math.ceil(others.length / 2);
  const groups = (blamed.length > 0 ? [others] : [others.slice(0, middle), others.slice(middle)])
    .filter((group) => group.length > 0)
    .map((group): GraphCall => ({ ...call, params: { ...call.params, metric: group.join(',') } }));
  const answers = await Promise.all(groups.map(send));
  const isNothing = !isCertain && answers.every(({ outcomes }) => outcomes.size === 0);
  const found = await Promise.all(
    answers.map(async (answer, index): Promise<Found> => {
      const group = groups[index] as GraphCall;
      // Nothing is what a metric may have to say, where others are refused.
      if (refusal ? !refusalOf(answer) : !isSpoilt(answer)) return { ...answer, bad: [] };
      const isFound = isNothing || metricsOf(group).length === 1;
      return isFound ? { ...answer, bad: metricsOf(group) } : search(group, answer, send, true);
    }),
  );
  return {
    outcomes: new Map([
      ...blamed.map((metric) => [metric, refusal as InsightsError] as const),
      ...found.flatMap(({ outcomes }) => [...outcomes]),
    ]),
    source: sourceOf([spoilt, ...found]),
    bad: [...blamed, ...found.flatMap(({ bad }) => bad)],
  };
}

/** By the API's own words, or by the issues of a backend that did not ask it. */
const isToBlame = (metric: string, { metrics, allowedMetrics, issues }: InsightsError): boolean =>
  metrics.includes(metric) ||
  (allowedMetrics.length > 0 && !allowedMetrics.includes(metric)) ||
  issues.some(({ severity, attribute, value }) => severity === 'error' && attribute === 'metric' && value === metric);
