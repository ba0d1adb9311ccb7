/** A chart over days in words: the total, how it stands to the one before, the best day. Only what is known is said. */
import type { Day, InsightsResult, MetricSpec } from '../spec/index.js';
import { changeWordsFor } from './change-words.js';
import { compareTotals } from './comparison.js';
import type { Formats } from './formats.js';
import { listText, shortDay, weekday } from './further-formats.js';
import type { BestSaying, ChangeSaying, PeriodSaying, TrendWords } from './locales/en/trend.js';
import { flowSum, type Trend, type TrendSeries } from './trend.js';

export interface TrendSaying {
  readonly words: TrendWords;
  readonly formats: Formats;
  /** The API's day of reading: its year goes without saying. */
  readonly today: Day;
}

/** The total of one metric over days, and that of the days before. */
export interface TrendTotals {
  readonly label: string;
  readonly spec: MetricSpec;
  readonly total: number;
  /** What it is the total of. */
  readonly current: InsightsResult;
  readonly before: InsightsResult | undefined;
}

/** More days than these are no best ones. */
const mostBest = 3;
/** Of more series than these the best days are in the table. */
const mostSeries = 3;

/** @param totals of the only series; undefined where it is not known, or does not exist */
export function trendSentence(trend: Trend, totals: TrendTotals | undefined, saying: TrendSaying): string {
  if (trend.isFlow) return flowSentence(trend, saying);
  const { words, formats } = saying;
  if (!trend.isSingle)
    return words.sentences(
      trend.series.slice(0, mostSeries).flatMap((series) => {
        const best = bestOf(series, trend);
        return best ? words.bestOf(series.label, sayingOf(best, formats)) : [];
      }),
    );
  const [series] = trend.series;
  const best = series && bestOf(series, trend);
  return words.sentences([
    ...(totals ? [totalSentence(trend, totals, saying)] : []),
    ...(best ? [words.best(sayingOf(best, formats))] : []),
    ...(series ? silenceSentences(series, saying) : []),
  ]);
}

function totalSentence({ days }: Trend, totals: TrendTotals, saying: TrendSaying): string {
  const { words, formats } = saying;
  return words.total({
    label: totals.label,
    number: formats.number(totals.total),
    change: changeOf(totals, saying),
    ...periodOf(days, saying),
  });
}

/** undefined where there is nothing that it could be compared with. */
function changeOf({ current, before, spec }: TrendTotals, { formats }: TrendSaying): ChangeSaying | undefined {
  const change = changeWordsFor(formats.locale);
  const { direction, share = '', isMoving = false, text } = compareTotals(current, before, spec, change, formats);
  if (direction !== 'none') return { direction, share, isMoving };
  return text === change.same ? { direction: 'same', share: '', isMoving: false } : undefined;
}

function periodOf(days: readonly Day[], { formats, today }: TrendSaying): PeriodSaying {
  const until = days.at(-1) ?? '';
  const isThisYear = until.slice(0, 4) === today.slice(0, 4);
  return {
    days: formats.quantity(days.length),
    until: isThisYear ? shortDay(until, formats) : formats.day(until),
  };
}

interface Best {
  readonly value: number;
  readonly days: readonly Day[];
  /** Whether the number of one of them may still rise. */
  readonly isMoving: boolean;
}

/** The days with the highest number; of one day, of nothing and of too many alike there is none. */
function bestOf({ values, moving }: TrendSeries, { days }: Trend): Best | undefined {
  const known = values.filter((value) => value !== null);
  const value = Math.max(0, ...known);
  const best = days.filter((_, at) => values[at] === value);
  if (known.length < 2 || value === 0 || best.length > mostBest || best.length === known.length) return undefined;
  return { value, days: best, isMoving: best.some((day) => moving.has(day)) };
}

function sayingOf({ value, days, isMoving }: Best, formats: Formats): BestSaying {
  const names = days.map((day) => weekday(day, formats));
  return { days: names, list: listText(names, formats), number: formats.number(value), isMoving };
}

/** The days without a number: older ones, and those that may still get one. */
function silenceSentences({ moving, silent = [] }: TrendSeries, { words, formats }: TrendSaying): string[] {
  const late = silent.filter((day) => moving.has(day)).length;
  const never = silent.length - late;
  return [
    ...(never > 0 ? [words.daysNotReported(formats.quantity(never))] : []),
    ...(late > 0 ? [words.daysNotYet(formats.quantity(late))] : []),
  ];
}

/** Events: their days add up. */
function flowSentence(trend: Trend, saying: TrendSaying): string {
  const { words, formats } = saying;
  const sum = flowSum(trend);
  if (!sum) return '';
  const { gained, lost, days } = sum;
  return words.flow({
    gained: formats.signed(gained),
    lost: formats.signed(-lost),
    net: formats.signed(gained - lost),
    known: days < trend.days.length ? formats.quantity(days) : undefined,
    ...periodOf(trend.days, saying),
  });
}
