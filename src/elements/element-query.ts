/** An element's attributes, and what its provider hands down, as one question; or why it is none. Pure. */
import {
  hasErrors,
  type Issue,
  type MetricSpec,
  metricNames,
  plainQuery,
  type QueryInput,
  readSpec,
  specOf,
} from '../spec/index.js';
import type { OtherwisePhrase } from '../spec/issue-phrases.js';
import { rulesAtHand } from '../spec/rules.js';
import type { QueryDefaults } from './context.js';

export interface ElementQuery {
  readonly query: QueryInput;
  readonly issues: readonly Issue[];
}

export interface QuestionOptions {
  readonly defaults: QueryDefaults;
  readonly apiVersion: string | undefined;
  readonly now: number;
  readonly history: boolean | undefined;
  /** Whether the element can show a metric at all. */
  readonly accepts: (spec: MetricSpec) => boolean;
  /** Says what can, when this element cannot. */
  readonly otherwise: OtherwisePhrase;
}

/**
 * Only the element's own attributes make issues. A provider's days are taken over where the element has none of its own
 * and they are legal for its metric; where they are not, they are ignored without a word.
 * @returns undefined while the rules that can tell are still to be loaded
 */
export function readElementQuery(own: QueryInput, options: QuestionOptions): ElementQuery | undefined {
  const { defaults, apiVersion, now, history, accepts, otherwise } = options;
  const metrics = metricNames.filter((name) => accepts(specOf(name)));
  const rules = rulesAtHand();
  const judge = (query: QueryInput): readonly Issue[] | undefined =>
    plainQuery(query, { apiVersion, now }) ? [] : rules?.validateQuery(query, { apiVersion, now, history, metrics });
  const isSet = (value: unknown): boolean => (value ?? '') !== '';

  // A list that a page sets is read as its comma text.
  const metric = [own.metric].flat().join();
  const spec = readSpec(metric);
  // What a metric's record does not know: which element shows it, and that an element shows one.
  const isShown = spec ? accepts(spec) : !metric.includes(',');
  const refused = isShown ? [] : rules && [rules.notShown(metric, otherwise, metrics)];
  const ofOwn = judge(own);
  if (!refused || !ofOwn) return undefined;
  const issues = [...refused, ...ofOwn];
  if (hasErrors(issues)) return { query: own, issues };

  const { since, until, range, compare, timeframe } = defaults;
  const isDated = [own.since, own.until, own.range].some(isSet);
  // Such a metric has no days that could be compared either.
  const isTimed = Boolean(spec?.timeframes.length);
  const dated = isTimed
    ? { ...own, timeframe: isSet(own.timeframe) ? own.timeframe : timeframe }
    : { ...own, ...(!isDated && { since, until, range }) };
  // An empty `compare` of an element's own takes the provider's back.
  const compared = { ...dated, ...(!isTimed && { compare: own.compare ?? compare }) };
  for (const query of [compared, dated]) {
    const found = judge(query);
    if (!found) return undefined;
    if (!hasErrors(found)) return { query, issues };
  }
  return { query: own, issues };
}
