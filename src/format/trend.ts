/**
 * Answers by day as something to draw and to read: one axis of days, a number or nothing for each.
 *
 * Knows that missing is not zero. Does not know how they are drawn, nor what is said of them (trend-sentence.ts).
 */
import { addDays, type Day, type DayWindow, daysOf, type InsightsResult, isWithin } from '../spec/index.js';
import { gainedAndLost } from './headline.js';

/** A number for each day of an axis; null where there is none. */
export type DayValues = readonly (number | null)[];

export interface TrendSeries {
  /** Tells it from the other series: a metric, or a side of one. */
  readonly key: string;
  readonly metric: string;
  readonly label: string;
  /** Which of the eight colours is its own, from 1 on. */
  readonly color: number;
  readonly values: DayValues;
  /** Of the window before, day by day; undefined where it is not known, or not compared with. */
  readonly before: DayValues | undefined;
  /** The days whose numbers still move. */
  readonly moving: ReadonlySet<Day>;
  /** The days that were answered without a number. One that could not be had, or was not asked for, is none of them. */
  readonly silent?: readonly Day[];
}

export interface Trend {
  readonly days: readonly Day[];
  /** The days of the window before; none where nothing is compared. */
  readonly daysBefore: readonly Day[];
  readonly series: readonly TrendSeries[];
  /** Whether the two series are what came and what went. */
  readonly isFlow: boolean;
  /** Whether one metric is asked for, which goes without saying. */
  readonly isSingle: boolean;
}

/** What is known of one metric. */
export interface TrendAnswer {
  readonly metric: string;
  readonly label: string;
  readonly color: number;
  /** Not there while it is on its way. */
  readonly result: InsightsResult | undefined;
  /** Whether it could not be had. */
  readonly isMissing: boolean;
  /** The window before: undefined where it is not compared with, null while, or where, it is not known. */
  readonly before: InsightsResult | null | undefined;
}

/** The words for the two sides of a flow. */
export interface FlowLabels {
  readonly gained: string;
  readonly lost: string;
}

export const noTrend: Trend = { days: [], daysBefore: [], series: [], isFlow: false, isSingle: false };

/** Answers on one axis: the widest days that they say. One without a number is left out. */
export function trendOf(answers: readonly TrendAnswer[], labels: FlowLabels): Trend {
  const drawn = answers.filter(({ result, isMissing }) => (result ? hasDailyNumbers(result) : !isMissing));
  const window = widest(drawn.flatMap(({ result }) => (result && windowOf(result)) ?? []));
  const days = window ? daysOf(window) : [];
  if (days.length === 0) return noTrend;
  const [first] = drawn;
  if (first?.result && hasFlow(first.result)) return flowOf(first, days, labels);
  const compared = drawn.filter(({ before }) => before !== undefined);
  const earlier = days.map((day) => addDays(day, -distanceOf(compared, days)));
  const beforeOf = ({ before }: TrendAnswer): DayValues | undefined => {
    const values = before ? valuesOf(before, earlier) : [];
    return values.some((value) => value !== null) ? values : undefined;
  };
  const hasBefore = compared.some((answer) => answer.before === null || beforeOf(answer));
  return {
    days,
    daysBefore: hasBefore ? earlier : [],
    isFlow: false,
    isSingle: answers.length === 1,
    series: drawn.map((answer) => ({
      key: answer.metric,
      metric: answer.metric,
      label: answer.label,
      color: answer.color,
      values: valuesOf(answer.result, days),
      before: beforeOf(answer),
      moving: new Set(answer.result?.provisional),
      silent: answer.result ? silentDays(answer.result) : [],
    })),
  };
}

/** From the first day of all windows to the last. */
function widest(windows: readonly DayWindow[]): DayWindow | undefined {
  const since = windows.map((window) => window.since).sort()[0];
  const until = windows
    .map((window) => window.until)
    .sort()
    .at(-1);
  return since !== undefined && until !== undefined ? { since, until } : undefined;
}

/** How many days before each day is the one that it is compared with: as many as were asked for. */
function distanceOf(compared: readonly TrendAnswer[], days: readonly Day[]): number {
  const range = compared.map(({ before }) => before?.range).find((found) => found !== undefined);
  return range ? daysOf(range).length : days.length;
}

function flowOf({ metric, result }: TrendAnswer, days: readonly Day[], labels: FlowLabels): Trend {
  const byDay = new Map((result?.breakdowns ?? []).map((breakdown) => [breakdown.day, breakdown]));
  const sides = days.map((day) => {
    const breakdown = byDay.get(day);
    return breakdown && gainedAndLost({ metric, period: 'day', breakdowns: [breakdown] });
  });
  return {
    days,
    daysBefore: [],
    isFlow: true,
    isSingle: false,
    series: (['gained', 'lost'] as const).map((side, at) => ({
      key: side,
      metric,
      label: labels[side],
      color: at + 1,
      values: sides.map((known) => known?.[side] ?? null),
      before: undefined,
      moving: new Set(result?.provisional),
    })),
  };
}

const hasFlow = (result: InsightsResult): boolean =>
  (result.breakdowns ?? []).some(
    (breakdown) => breakdown.day !== undefined && gainedAndLost({ ...result, breakdowns: [breakdown] }),
  );

/** Whether an answer has a number for any day. */
export const hasDailyNumbers = (result: InsightsResult): boolean =>
  (result.series ?? []).some(({ value }) => value !== null) || hasFlow(result);

/** The days of an answer: those that were asked for or, where it does not say, from its first to its last. */
function windowOf({ range, series = [], breakdowns = [] }: InsightsResult): DayWindow | undefined {
  if (range) return range;
  const days = [...series, ...breakdowns].flatMap(({ day }) => day ?? []).sort();
  const [since, until] = [days[0], days.at(-1)];
  return since !== undefined && until !== undefined ? { since, until } : undefined;
}

/** Of a result that does not say its days, those that it lists. */
function silentDays({ range, series = [], gaps = [] }: InsightsResult): Day[] {
  const known = new Set(series.flatMap(({ day, value }) => (value === null ? [] : day)));
  const answered = range ? daysOf(range) : series.map(({ day }) => day);
  return answered.filter((day) => !known.has(day) && !gaps.some((gap) => isWithin(gap, day)));
}

function valuesOf(result: InsightsResult | undefined, days: readonly Day[]): DayValues {
  const values = new Map((result?.series ?? []).map(({ day, value }) => [day, value]));
  return days.map((day) => values.get(day) ?? null);
}

/** The series that have come: one on its way has no number, and none that is missing. */
export const arrived = ({ series }: Trend): TrendSeries[] =>
  series.filter(({ values }) => values.some((value) => value !== null));

/** What came less what went, where both are known. */
export const netAt = ({ series: [gained, lost] }: Trend, at: number): number | undefined => {
  const [came, went] = [gained?.values[at] ?? undefined, lost?.values[at] ?? undefined];
  return came === undefined || went === undefined ? undefined : came - went;
};

/** What came and what went, added up, and over how many days. */
export interface FlowSum {
  readonly gained: number;
  readonly lost: number;
  readonly days: number;
}

/** Over the days of which both are known; undefined where there is none. */
export function flowSum(trend: Trend): FlowSum | undefined {
  const known = trend.days.flatMap((_, at) => (netAt(trend, at) === undefined ? [] : at));
  if (known.length === 0) return undefined;
  const [gained = 0, lost = 0] = trend.series.map(({ values }) =>
    known.reduce((all, at) => all + (values[at] ?? 0), 0),
  );
  return { gained, lost, days: known.length };
}

/** The last day of which every series that has numbers has one. */
export function lastKnownDay({ days, series }: Trend): Day | undefined {
  const last = series
    .map(({ values }) => values.findLastIndex((value) => value !== null))
    .filter((index) => index >= 0);
  return last.length === 0 ? undefined : days[Math.min(...last)];
}
