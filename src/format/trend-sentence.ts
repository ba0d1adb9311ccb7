/** A chart over days in words: the total, how it stands to the one before, the best day. Only what is known is said. */
import type { Day, InsightsResult, MetricSpec } from '../spec/index.js';
import { changeWordsFor } from './change-words.js';
import { compareTotals } from './comparison.js';
import type { Formats } from './formats.js';
import { listText, shortDay, weekday } from './further-formats.js';
import type { TrendWords } from './locales/en-trend.js';
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
    return trend.series
      .slice(0, mostSeries)
      .flatMap((series) => {
        const best = bestOf(series, trend);
        if (!best) return [];
        return (best.isMoving ? words.bestOfSoFar : words.bestOf)(
          series.label,
          listText(
            best.days.map((day) => weekday(day, formats)),
            formats,
          ),
          formats.number(best.value),
        );
      })
      .join(' ');
  const [series] = trend.series;
  const best = series && bestOf(series, trend);
  return [
    totals && totalSentence(trend, totals, saying),
    best && bestSentence(best, saying),
    ...(series ? silenceSentences(series, saying) : []),
  ]
    .filter(Boolean)
    .join(' ');
}

function totalSentence({ days }: Trend, totals: TrendTotals, saying: TrendSaying): string {
  const { words, formats } = saying;
  const change = changeText(totals, saying);
  const than = days.length === 1 ? words.dayBefore : words.daysBefore(formats.number(days.length));
  const total = words.total(totals.label, formats.number(totals.total), periodText(days, saying));
  return `${total}${change === undefined ? '' : `, ${change} ${than}`}.`;
}

/** undefined where there is nothing that it could be compared with. */
function changeText({ current, before, spec }: TrendTotals, { words, formats }: TrendSaying): string | undefined {
  const change = changeWordsFor(formats.locale);
  const spoken = { up: words.above, down: words.below, provisional: words.soFar };
  const found = compareTotals(current, before, spec, { ...change, spoken }, formats);
  if (found.direction !== 'none') return found.spoken;
  return found.text === change.same ? words.same : undefined;
}

function periodText(days: readonly Day[], { words, formats, today }: TrendSaying): string {
  const until = days.at(-1) ?? '';
  const day = until.slice(0, 4) === today.slice(0, 4) ? shortDay(until, formats) : formats.day(until);
  return days.length === 1 ? words.onDay(day) : words.inDays(formats.number(days.length), day);
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

function bestSentence({ value, days, isMoving }: Best, { words, formats }: TrendSaying): string {
  const names = listText(
    days.map((day) => weekday(day, formats)),
    formats,
  );
  const [one, several] = isMoving ? [words.bestSoFar, words.bestDaysSoFar] : [words.best, words.bestDays];
  return (days.length > 1 ? several : one)(names, formats.number(value));
}

/** The days without a number: older ones, and those that may still get one. */
function silenceSentences({ moving, silent = [] }: TrendSeries, { words, formats }: TrendSaying): string[] {
  const late = silent.filter((day) => moving.has(day)).length;
  const never = silent.length - late;
  return [
    ...(never > 0 ? [words.daysNotReported(never, formats.number(never))] : []),
    ...(late > 0 ? [words.daysNotYet(late, formats.number(late))] : []),
  ];
}

/** Events: their days add up. */
function flowSentence(trend: Trend, saying: TrendSaying): string {
  const { words, formats } = saying;
  const sum = flowSum(trend);
  if (!sum) return '';
  const { gained, lost, days } = sum;
  const all = trend.days.length;
  const facts = [
    words.net(formats.signed(gained - lost)),
    ...(days < all ? [words.knownDays(formats.number(days), formats.number(all))] : []),
  ];
  const sides = words.flow(formats.signed(gained), formats.signed(-lost), periodText(trend.days, saying));
  return `${sides}: ${facts.join(', ')}.`;
}
