/**
 * Which values an attribute of a tag takes: what editors offer, and what is checked of attributes that no rule judges.
 *
 * Decides nothing itself: each value of a question is put to the element, and is one where it has nothing against it.
 */
import { DisplayChartElement } from '../elements/display-chart.js';
import { QuestionElement } from '../elements/question-element.js';
import {
  breakdowns,
  hasErrors,
  type MetricName,
  metricNames,
  metricTypes,
  periods,
  rangeNames,
  timeframes,
} from '../spec/index.js';
import { attributesOf, classOf, elementOf, issuesOf } from './judge.js';

export interface AttributeValues {
  readonly values: readonly string[];
  /** Whether several may stand there, with commas between them. */
  readonly isList: boolean;
  /** Whether there are others that cannot be listed: the tags of languages, for one. */
  readonly isOpen: boolean;
}

const comparisons = ['previous_period'];

/** What goes with a metric: whether an element takes it is for the element to say. */
const questionFields: Readonly<Record<string, readonly string[]>> = {
  period: periods,
  timeframe: timeframes,
  breakdown: breakdowns,
  'metric-type': metricTypes,
  range: rangeNames,
  compare: comparisons,
};

/** Languages that the elements speak, as tags of an author's own words. */
const spoken = ['en', 'ar', 'de', 'es', 'fr', 'it', 'ja', 'pt-BR'];

/** What every tag takes alike, or one tag only. */
const plainFields: Readonly<Record<string, Partial<AttributeValues>>> = {
  timeframe: { values: timeframes },
  range: { values: rangeNames },
  compare: { values: comparisons },
  persist: { values: ['session', 'local'] },
  locale: { values: spoken, isOpen: true },
  presets: { values: rangeNames, isList: true },
  state: { values: ['idle', 'loading', 'ready', 'empty', 'error'] },
};

const isFine = (tag: string, attributes: Readonly<Record<string, string>>): boolean =>
  !hasErrors(issuesOf(tag, attributes));

const isQuestion = (tag: string): boolean => classOf(tag)?.prototype instanceof QuestionElement;

/** What was asked before. */
const known = new Map<string, AttributeValues | undefined>();

/** The metrics that an element shows; none for a tag that has no question. */
export const metricsOf = (tag: string): readonly MetricName[] =>
  isQuestion(tag) ? metricNames.filter((metric) => isFine(tag, { metric })) : [];

/** The metrics that some element of a dashboard shows: cards have the numbers, demographics people. */
const anywhere = (): readonly MetricName[] => {
  const shown = ['insights-metric-card', 'insights-demographics-chart'].flatMap(metricsOf);
  return metricNames.filter((metric) => shown.includes(metric));
};

/** Two metrics that an element takes together say that it takes a list. */
const takesMany = (tag: string): boolean => {
  const metrics = metricsOf(tag);
  return metrics.some((one) => metrics.some((other) => one !== other && isFine(tag, { metric: `${one},${other}` })));
};

/**
 * The values of an attribute: none in the list where the element refuses whatever stands there.
 * @returns undefined for an attribute that takes any text, or none
 */
export function valuesOf(tag: string, attribute: string): AttributeValues | undefined {
  const key = `${tag} ${attribute}`;
  if (!known.has(key)) known.set(key, askedValues(tag, attribute));
  return known.get(key);
}

function askedValues(tag: string, attribute: string): AttributeValues | undefined {
  if (!attributesOf(tag).includes(attribute)) return undefined;
  if (attribute === 'metrics') return { values: anywhere(), isList: true, isOpen: false };
  if (!isQuestion(tag)) return plainValues(attribute);
  if (attribute === 'metric') return { values: metricsOf(tag), isList: takesMany(tag), isOpen: false };
  if (attribute === 'display') return { values: displaysOf(tag), isList: false, isOpen: false };
  const all = questionFields[attribute];
  if (!all) return plainValues(attribute);
  const values = all.filter((value) => metricsOf(tag).some((metric) => isFine(tag, { metric, [attribute]: value })));
  return { values, isList: attribute === 'breakdown', isOpen: false };
}

function plainValues(attribute: string): AttributeValues | undefined {
  const { values, isList = false, isOpen = false } = plainFields[attribute] ?? {};
  return values && { values, isList, isOpen };
}

function displaysOf(tag: string): readonly string[] {
  const element = elementOf(tag, {});
  return element instanceof DisplayChartElement ? element['displays'] : [];
}
