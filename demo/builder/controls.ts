/**
 * The controls of the builder, in the order in which they bind each other: what is chosen above decides what is open below.
 *
 * Knows values and names. Does not know what is legal: that the element itself is asked (judge.ts).
 */
import { metricLabel } from '../../src/format/index.js';
import {
  type Breakdown,
  breakdowns,
  metricNames,
  metricTypes,
  periods,
  rangeNames,
  readSpec,
  timeframes,
} from '../../src/spec/index.js';
import { tongues } from '../gallery/view.js';
import type { Attributes, Tag } from './selection.js';

export interface Control {
  /** The attribute that it sets. */
  readonly name: string;
  readonly label: string;
  /** One of the values, several with commas between, or a flag. */
  readonly kind: 'one' | 'many' | 'flag' | 'text';
  /** The API's own; of a text none. */
  readonly values: readonly string[];
  /** What leaving it out means; without it there has to be a value. */
  readonly leftOut?: string;
  /** A value in words. */
  readonly say?: (value: string) => string;
  /** The language that a value is said in, where it is not the page's. */
  readonly langOf?: (value: string) => string;
  /** Why a value that is no mistake would still change nothing. */
  readonly idle?: (value: string, chosen: Attributes) => string | undefined;
}

const words = (value: string): string => value.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase());

const days = (value: string): string => words(value.replace('prev_', 'previous_'));

/** Instagram's own word for followers gained and lost, and for who follows already, is one. */
const dimension = (value: string): string =>
  value === 'media_product_type'
    ? 'Kind of post'
    : value === 'follow_type'
      ? 'Follower or not'
      : value === 'contact_button_type'
        ? 'Button'
        : words(value);

const listed = (chosen: Attributes): readonly string[] => (chosen['breakdown'] ?? '').split(',').filter(Boolean);

/** A drawing that the element would replace by bars. */
function idleDisplay(value: string, chosen: Attributes): string | undefined {
  const [only = '', ...more] = listed(chosen);
  if (value === 'map') {
    return only === 'country' && more.length === 0
      ? undefined
      : 'A map shows countries: choose the breakdown "country".';
  }
  if (value !== 'doughnut') return undefined;
  if (more.length > 0) return 'A doughnut shows one dimension.';
  const isPartition = readSpec(chosen['metric'])?.partitions.includes(only as Breakdown);
  return isPartition
    ? undefined
    : `The rows of ${chosen['metric']} by ${only} are no parts of one total: an account may be in several.`;
}

export const controls: readonly Control[] = [
  {
    name: 'metric',
    label: 'Metric',
    kind: 'one',
    values: metricNames,
    say: (value) => metricLabel(value, 'en'),
  },
  { name: 'period', label: 'Period', kind: 'one', values: periods, leftOut: 'Automatic', say: words },
  { name: 'breakdown', label: 'Breakdown', kind: 'many', values: breakdowns, leftOut: 'None', say: dimension },
  {
    name: 'metric-type',
    label: 'Metric type',
    kind: 'one',
    values: metricTypes,
    leftOut: 'Automatic',
    say: (value) => (value === 'total_value' ? 'One total' : 'A number for each day'),
  },
  {
    name: 'timeframe',
    label: 'Timeframe',
    kind: 'one',
    values: timeframes,
    leftOut: 'Default: last 30 days',
    say: days,
  },
  { name: 'range', label: 'Range', kind: 'one', values: rangeNames, leftOut: 'Default: last 28 days', say: days },
  {
    name: 'compare',
    label: 'Compared',
    kind: 'one',
    values: ['previous_period'],
    leftOut: 'With nothing',
    say: () => 'With the days before',
  },
  {
    name: 'daily',
    label: 'Days',
    kind: 'flag',
    values: ['true'],
    say: () => 'Draw the days of a total, by a question for each',
  },
  {
    name: 'display',
    label: 'Drawn as',
    kind: 'one',
    values: ['doughnut', 'map'],
    leftOut: 'Bars',
    say: words,
    idle: idleDisplay,
  },
  {
    name: 'choosable',
    label: 'Visitors',
    kind: 'flag',
    values: ['true'],
    say: () => 'Let them choose among the metrics',
  },
  { name: 'heading', label: 'Heading', kind: 'text', values: [], leftOut: 'The name of the metric' },
  {
    name: 'locale',
    label: 'Language',
    kind: 'one',
    values: tongues.map(({ value }) => value),
    leftOut: 'That of the page',
    langOf: (value) => value,
    say: (value) => tongues.find((tongue) => tongue.value === value)?.label ?? value,
  },
  {
    name: 'no-menu',
    label: 'Menu',
    kind: 'flag',
    values: ['true'],
    say: () => 'Hide the menu that takes numbers away',
  },
];

/** Attributes that every element has, and one has no use for: who an account is has no days. */
const unused: Partial<Record<Tag, readonly string[]>> = { 'insights-account-header': ['range', 'compare'] };

/** A trend draws several metrics over the same days. */
const ofSeveral: Partial<Record<Tag, string>> = { 'insights-trend-chart': 'metric' };

/**
 * The controls of an element: those whose attribute it has.
 * @param observed its attributes
 */
export const controlsOf = (tag: Tag, observed: readonly string[]): readonly Control[] =>
  controls
    .filter(({ name }) => observed.includes(name) && !unused[tag]?.includes(name))
    .map((control) => (control.name === ofSeveral[tag] ? { ...control, kind: 'many' } : control));
