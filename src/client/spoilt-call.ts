/** Which metric of a merged call spoils it: found by asking in groups. Most pages never need it. */
import { InsightsError } from '../spec/index.js';
import { type GraphCall, metricsOf } from './call.js';
import { factsOf } from './joint-facts.js';
import { type CallAnswer, isRefusal, isSpoilt, type Send, type Spoilt } from './merged-calls.js';

/** What the metrics gave when they were asked apart, and those that spoil a call: refused, or empty, alone. */
export interface Found extends CallAnswer {
  readonly bad: readonly string[];
}

/** For how long a call that no metric spoils, or all do, is not searched again. */
const believedMs = 900_000;

/**
 * The answers of a spoilt call after all. Calls that differ in days or breakdown only are searched once: what spoils one of
 * them spoils the others.
 */
export async function divideCall(
  call: GraphCall,
  kind: string,
  answer: CallAnswer,
  send: Send,
  { apart, found }: Spoilt,
): Promise<CallAnswer> {
  const metrics = metricsOf(call);
  // Days without numbers, or that are not open to this page, say nothing of other days.
  const refusal = refusalOf(answer);
  const isOfKind = refusal !== undefined && refusal.code !== 'closed' && refusal.code !== 'not-in-snapshot';
  const key = isOfKind ? `${metrics.join()}|${kind}` : JSON.stringify(call.params);
  const known = found.get(key);
  const like = known && Date.now() < known.until ? await known.verdict : undefined;
  if (like && like.bad.length > 0) return answerLike(call, answer, like, send);
  const verdict = searchMetrics(call, answer, send);
  found.set(key, { verdict, until: Date.now() + believedMs });
  const first = await verdict;
  if (first.bad.length < metrics.length) for (const metric of first.bad) apart.add(`${metric}|${kind}`);
  return first;
}

/** The answers of a call, by what was found of one of its kind. */
async function answerLike(
  call: GraphCall,
  spoilt: CallAnswer,
  { bad, outcomes }: Found,
  send: Send,
): Promise<CallAnswer> {
  const good = metricsOf(call).filter((metric) => !bad.includes(metric));
  const answer = good.length > 0 ? await send(withMetrics(call, good)) : spoilt;
  // It was another one after all.
  if (good.length > 1 && (refusalOf(spoilt) ? refusalOf(answer) : isSpoilt(answer)))
    return searchMetrics(call, spoilt, send);
  const refused = bad.flatMap((metric) => {
    const outcome = outcomes.get(metric);
    return outcome ? [[metric, outcome] as const] : [];
  });
  return {
    outcomes: new Map([...(good.length > 0 ? answer.outcomes : []), ...refused]),
    ...factsOf([spoilt, answer]),
  };
}

/**
 * Asks the metrics of a spoilt call in groups, until the groups that are spoilt hold one metric. An empty call whose
 * halves are both empty is asked metric by metric: it is nothing, as a rule.
 */
const searchMetrics = (call: GraphCall, spoilt: CallAnswer, send: Send): Promise<Found> =>
  search(call, spoilt, send, refusalOf(spoilt) !== undefined);

/** @param isCertain whether one of the metrics is known to spoil the call */
async function search(call: GraphCall, spoilt: CallAnswer, send: Send, isCertain: boolean): Promise<Found> {
  const metrics = metricsOf(call);
  const refusal = refusalOf(spoilt);
  const accused = metrics.filter((metric) => refusal && isNamed(metric, refusal));
  const named = refusal?.code === 'rejected' && accused.length === metrics.length ? [] : accused;
  // What is not offered is not offered alone either; what is refused beside others may well be.
  const blamed = refusal?.code === 'rejected' ? [] : named;
  const others = metrics.filter((metric) => !named.includes(metric));
  const middle = Math.ceil(others.length / 2);
  const groups = (
    named.length > 0 ? [others, ...(blamed.length > 0 ? [] : [named])] : [others.slice(0, middle), others.slice(middle)]
  )
    .filter((group) => group.length > 0)
    .map((group) => withMetrics(call, group));
  const answers = await Promise.all(groups.map(send));
  const isNothing = !isCertain && answers.every(({ outcomes }) => outcomes.size === 0);
  // Nothing in either half: there is nothing, or one in each empties it. Each is asked once, and that is believed.
  if (isNothing && metrics.length > 2) return searchOneByOne(call, spoilt, send);
  const found = await Promise.all(
    answers.map(async (answer, index): Promise<Found> => {
      const group = groups[index] as GraphCall;
      // Nothing is what a metric may have to say, where others are refused.
      if (refusal ? !refusalOf(answer) : !isSpoilt(answer)) return { ...answer, bad: [] };
      const isFound = metricsOf(group).length === 1;
      return isFound ? { ...answer, bad: metricsOf(group) } : search(group, answer, send, true);
    }),
  );
  return {
    outcomes: new Map([
      ...blamed.map((metric) => [metric, ofMetric(metric, refusal as InsightsError)] as const),
      ...found.flatMap(({ outcomes }) => [...outcomes]),
    ]),
    ...factsOf([spoilt, ...found]),
    bad: [...blamed, ...found.flatMap(({ bad }) => bad)],
  };
}

async function searchOneByOne(call: GraphCall, spoilt: CallAnswer, send: Send): Promise<Found> {
  const metrics = metricsOf(call);
  const answers = await Promise.all(metrics.map((metric) => send(withMetrics(call, [metric]))));
  return {
    outcomes: new Map(answers.flatMap(({ outcomes }) => [...outcomes])),
    ...factsOf([spoilt, ...answers]),
    bad: metrics.filter((_, index) => isSpoilt(answers[index] as CallAnswer)),
  };
}

/** A backend lists the issues of all metrics of a call. */
function ofMetric(metric: string, refusal: InsightsError): InsightsError {
  const { code, status, metrics, allowedMetrics, graph, issues } = refusal;
  const own = issues.filter(({ attribute, value }) => attribute !== 'metric' || value === metric);
  if (own.length === issues.length) return refusal;
  return new InsightsError(code, { status, metrics, allowedMetrics, graph, issues: own, cause: refusal });
}

const withMetrics = (call: GraphCall, metrics: readonly string[]): GraphCall => ({
  ...call,
  params: { ...call.params, metric: metrics.join(',') },
});

/** By the API's own words, or by the issues of a backend that did not ask it. */
const isNamed = (metric: string, { metrics, allowedMetrics, issues }: InsightsError): boolean =>
  metrics.includes(metric) ||
  (allowedMetrics.length > 0 && !allowedMetrics.includes(metric)) ||
  issues.some(({ severity, attribute, value }) => severity === 'error' && attribute === 'metric' && value === metric);

const refusalOf = ({ outcomes }: CallAnswer): InsightsError | undefined => [...outcomes.values()].find(isRefusal);
