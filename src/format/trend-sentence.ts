/** A chart over days in words: the total, how it stands to the one before, the best day. Only what is known is said. */
import type { Day, InsightsResult, MetricSpec } from '../spec/index.js';
import { changeWordsFor } from './change-words.js';
import { compareTotals, inWords } from './comparison.js';
import type { Formats } from './formats.js';
import { listText, shortDay, weekday } from './further-formats.js';
import type { BestSaying, ChangeSaying, HighestSaying, PeriodSaying, TrendWords } from './locales/en/trend.js';
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
        const highest = highestOf(series, trend);
        if (!highest) return [];
        if (highest.isBest) return words.bestOf(series.label, bestSaying(highest, formats));
        return trend.days.length > 1
          ? words.highestOf(series.label, highestSaying(highest, trend, formats))
          : onlyDaySentence(series, highest, trend, saying);
      }),
    );
  const [series] = trend.series;
  return words.sentences([
    ...(totals ? [totalSentence(trend, totals, saying)] : []),
    ...(series ? bestSentences(series, trend, totals !== undefined, saying) : []),
    ...(series ? silenceSentences(series, saying) : []),
  ]);
}

/** The best days; where there are none that stand out, the highest number, unless the total has been told. */
function bestSentences(series: TrendSeries, trend: Trend, isTotalTold: boolean, saying: TrendSaying): string[] {
  const { words, formats } = saying;
  const highest = highestOf(series, trend);
  if (!highest) return [];
  if (highest.isBest) return [words.best(bestSaying(highest, formats))];
  if (isTotalTold) return [];
  if (trend.days.length > 1) return [words.highest(highestSaying(highest, trend, formats))];
  return [onlyDaySentence(series, highest, trend, saying)];
}

/** Of one day, its number is the total. */
const onlyDaySentence = ({ label }: TrendSeries, { value }: Highest, { days }: Trend, saying: TrendSaying): string =>
  saying.words.total({ label, number: saying.formats.number(value), ...periodOf(days, saying) });

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
  const { direction, share = '', isMoving = false } = compareTotals(current, before, spec, change, formats);
  return direction === 'none' ? undefined : { direction, share: inWords(share, change), isMoving };
}

function periodOf(days: readonly Day[], { formats, today }: TrendSaying): PeriodSaying {
  const until = days.at(-1) ?? '';
  const isThisYear = until.slice(0, 4) === today.slice(0, 4);
  return {
    days: formats.quantity(days.length),
    until: isThisYear ? shortDay(until, formats) : formats.day(until),
  };
}

/** The highest number of a day. */
interface Highest {
  readonly value: number;
  readonly days: readonly Day[];
  /** Whether the number of one of them may still rise. */
  readonly isMoving: boolean;
  /** Whether they are the best days: of one day, of nothing and of too many alike none is. */
  readonly isBest: boolean;
}

/** undefined where no number is known. */
function highestOf({ values, moving }: TrendSeries, { days }: Trend): Highest | undefined {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return undefined;
  const value = Math.max(...known);
  const highest = days.filter((_, at) => values[at] === value);
  return {
    value,
    days: highest,
    isMoving: highest.some((day) => moving.has(day)),
    isBest: value > 0 && highest.length <= mostBest && highest.length < known.length,
  };
}

function bestSaying({ value, days, isMoving }: Highest, formats: Formats): BestSaying {
  const names = days.map((day) => weekday(day, formats));
  return { days: names, list: listText(names, formats), number: formats.number(value), isMoving };
}

const highestSaying = ({ value, days, isMoving }: Highest, trend: Trend, formats: Formats): HighestSaying => ({
  number: formats.number(value),
  days: formats.quantity(days.length),
  of: formats.quantity(trend.days.length),
  isMoving,
});

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
    gained: formats.number(gained),
    lost: formats.number(lost),
    net: formats.signed(gained - lost),
    known: days < trend.days.length ? formats.quantity(days) : undefined,
    ...periodOf(trend.days, saying),
  });
}
