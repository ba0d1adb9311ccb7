/**
 * Every question there is about a metric, as TypeScript: what the rules refuse has to be an error, what they do not has to
 * compile. Text for test/built/types.test.ts; the registry, the rules and the elements are the source.
 */
import { attributesOf, issuesOf } from '../../src/check/judge.js';
import {
  breakdowns,
  hasErrors,
  type Issue,
  metricNames,
  metricTypes,
  periods,
  rangeNames,
  specOf,
  timeframes,
  validateQuery,
} from '../../src/spec/index.js';

type Fields = Readonly<Record<string, string | boolean | readonly string[]>>;

/** Days that a type cannot know: whether Instagram remembers them. */
const isTyped = ({ code }: Issue): boolean => code !== 'out-of-range';
const isLegal = (issues: readonly Issue[]): boolean => !hasErrors(issues.filter(isTyped));

/** Each choice of one of `options` for every field, or none. */
const product = (options: Readonly<Record<string, readonly Fields[string][]>>): Fields[] =>
  Object.entries(options).reduce<Fields[]>(
    (all, [name, values]) => [...all, ...all.flatMap((one) => values.map((value) => ({ ...one, [name]: value })))],
    [{}],
  );

/** Each list of some of these, in one order. */
const subsets = <T>(values: readonly T[]): T[][] =>
  values
    .reduce<T[][]>((all, value) => [...all, ...all.map((one) => [...one, value])], [[]])
    .filter(({ length }) => length > 0);

/** What differs from it in one field or in two. */
function near(options: Readonly<Record<string, readonly Fields[string][]>>): Fields[] {
  const all = Object.entries(options).flatMap(([name, values]) => values.map((value) => ({ [name]: value })));
  return all.flatMap((one, at) => [one, ...all.slice(at + 1).map((other) => ({ ...one, ...other }))]);
}

const unique = (all: readonly Fields[]): Fields[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
];

/** Lines that have to compile, and lines that must not. */
export interface TypedLines {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

const linesOf = (
  judged: readonly { readonly call: string; readonly one: Fields; readonly isRight: boolean }[],
): TypedLines => {
  const lines = (isRight: boolean): string[] =>
    judged.filter((each) => each.isRight === isRight).map(({ call, one }) => `${call}(${JSON.stringify(one)});`);
  return { right: lines(true), wrong: lines(false).map((line) => `// @ts-expect-error\n${line}`) };
};

/** Of every metric all that is legal, and what is wrong in one way or in two; lines that call `ask`. */
export function askedQuestions(): TypedLines {
  const days = { since: ['2024-01-01'], until: ['2024-01-31'], compare: ['previous_period'] };
  const questions = metricNames.flatMap((metric) => {
    const spec = specOf(metric);
    const whole = product({
      period: spec.periods,
      metricType: spec.metricTypes,
      timeframe: spec.timeframes,
      breakdown: subsets(spec.breakdowns).map((list) => (list.length === 1 ? (list[0] ?? '') : list)),
      compare: days.compare,
      daily: [true],
    });
    const dated = whole.flatMap((one) => [
      one,
      { ...one, since: '2024-01-01', until: '2024-01-31' },
      ...rangeNames.map((range) => ({ ...one, range })),
    ]);
    const legal = dated.filter((one) => isLegal(validateQuery({ metric, ...one })));
    const slips = near({
      period: [...periods, 'week'],
      metricType: metricTypes,
      timeframe: [...timeframes, 'last_7_days'],
      breakdown: [...breakdowns, 'hour', ['age', 'gender'], ['follow_type', 'media_product_type']],
      range: ['last_28_days', 'last_28_day'],
      ...days,
      daily: [true],
    });
    return unique([...legal, ...slips]).map((one) => ({ metric, ...one }));
  });
  return linesOf(questions.map((one) => ({ call: 'ask', one, isRight: isAccepted(one) })));
}

/** That a question has its answer in days already is a warning on a page; who writes TypeScript can leave the word out. */
const isAccepted = (one: Fields): boolean => {
  const issues = validateQuery(one);
  return isLegal(issues) && !issues.some(({ attribute }) => attribute === 'daily');
};

const tags = [
  'insights-metric-card',
  'insights-trend-chart',
  'insights-breakdown-chart',
  'insights-demographics-chart',
] as const;

const attributeOf: Readonly<Record<string, string>> = { metricType: 'metric-type' };

/** What an element takes and does not, of each metric that it shows in one way or in two; lines that call `show`. */
export function shownQuestions(): TypedLines {
  const judged = tags.flatMap((tag) => {
    const slips = near({
      period: [...periods, 'week'],
      metricType: metricTypes,
      timeframe: ['this_week', 'last_7_days'],
      breakdown: [...breakdowns, 'hour', 'gender,age', 'age,city,country,gender', 'follow_type,media_product_type'],
      range: ['last_28_days'],
      compare: ['previous_period', 'last_year'],
      ...(attributesOf(tag).includes('display') && { display: ['bars', 'doughnut', 'map'] }),
    });
    const judge = (one: Fields) => {
      const named = Object.entries(one).map(([name, value]) => [attributeOf[name] ?? name, String(value)]);
      return { call: `show<'${tag}'>`, one, isRight: isLegal(issuesOf(tag, Object.fromEntries(named))) };
    };
    return metricNames.flatMap((metric) => {
      const isShown = isLegal(issuesOf(tag, { metric }));
      return [{}, ...(isShown ? slips : [])].map((one) => judge({ metric, ...one }));
    });
  });
  return linesOf(judged);
}
