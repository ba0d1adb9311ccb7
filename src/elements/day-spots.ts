/** What can be pointed at over days: each day, and at each the lines or columns that are drawn. Pure. */
import {
  arrived,
  type Formats,
  netAt,
  type Trend,
  type TrendSeries,
  type TrendWords,
  weekday,
} from '../format/index.js';
import { readSpec } from '../spec/index.js';
import { type ChartSpot, keyOf, type SeriesNumber, type SpotSeries, type TipLine } from './chart-parts.js';
import type { InsightsPoint } from './visitor-events.js';

export interface DayParts {
  readonly trend: Trend;
  readonly words: TrendWords;
  readonly formats: Formats;
  /** What stands for a number that is not there. */
  readonly none: string;
}

export const seriesNumber = ({ color }: Pick<TrendSeries, 'color'>): SeriesNumber => color as SeriesNumber;

/** A spot for each day, with what is drawn of it. */
export function daySpots(parts: DayParts, hidden: ReadonlySet<string>): ChartSpot[] {
  const { trend, words, formats } = parts;
  const shown = arrived(trend).filter(({ key }) => !hidden.has(key));
  const compared = comparedOf(shown);
  return trend.days.map((day, at) => {
    const pointAt = (series: TrendSeries): InsightsPoint => ({
      ...pointOf(series, trend),
      day,
      value: series.values[at] ?? null,
    });
    const isMoving = shown.some(({ moving, values }) => moving.has(day) && values[at] !== null);
    const title = weekday(day, formats);
    return {
      key: keyOf(['day'], [day]),
      title: isMoving ? words.provisionalDay(title) : title,
      lines: trend.isFlow ? flowLines(at, shown, parts) : dayLines(at, shown, parts),
      points: shown.map(pointAt),
      series: [
        ...shown.map((line): SpotSeries => ({ key: line.key, points: [pointAt(line)], drawnAs: line.label })),
        ...compared.map(
          ({ key, metric, before }): SpotSeries => ({
            key: beforeKey(key),
            points: [{ metric, day: trend.daysBefore[at] ?? '', value: before?.[at] ?? null }],
          }),
        ),
      ],
    };
  });
}

/** The lines that have the days before under them, as lines of their own. */
const comparedOf = (shown: readonly TrendSeries[]): TrendSeries[] => shown.filter(({ before }) => before !== undefined);
const beforeKey = (key: string): string => `before ${key}`;

/** A side of a flow goes by the API's own value of its rows. */
function pointOf(
  { metric, key }: TrendSeries,
  { isFlow }: Trend,
): Pick<InsightsPoint, 'metric' | 'dimensions' | 'values'> {
  const { rowMeanings = {}, impliedBreakdown } = readSpec(metric) ?? {};
  const value = Object.entries(rowMeanings).find(([, meaning]) => meaning === key)?.[0];
  return isFlow && impliedBreakdown && value !== undefined
    ? { metric, dimensions: [impliedBreakdown], values: [value] }
    : { metric };
}

function dayLines(at: number, shown: readonly TrendSeries[], { trend, words, formats, none }: DayParts): TipLine[] {
  const day = trend.days[at] ?? '';
  const dayBefore = trend.daysBefore[at] ?? '';
  const say = (value: number | null | undefined): string => (value == null ? none : formats.number(value));
  const current = shown.map(
    (series): TipLine => ({
      label: series.label,
      value: say(series.values[at]),
      series: seriesNumber(series),
      swatch: series.moving.has(day) ? 'dashed' : 'line',
      of: series.key,
    }),
  );
  const compared = comparedOf(shown);
  if (compared.length === 0) return current;
  const date = weekday(dayBefore, formats);
  const past = compared.map(
    ({ key, label, before, ...series }): TipLine => ({
      label: trend.isSingle ? date : label,
      value: say(before?.[at]),
      series: trend.isSingle ? 0 : seriesNumber(series),
      swatch: trend.isSingle ? 'past' : 'dotted',
      of: beforeKey(key),
      said: words.ofDay(label, date),
    }),
  );
  return [...current, ...(trend.isSingle ? [] : [{ label: date, value: '', said: '' }]), ...past];
}

function flowLines(at: number, shown: readonly TrendSeries[], { trend, words, formats, none }: DayParts): TipLine[] {
  const [gained] = trend.series;
  const net = netAt(trend, at);
  return [
    ...shown.map((side): TipLine => {
      const value = side.values[at];
      const signed = value == null ? none : formats.signed(side.key === gained?.key ? value : -value);
      return { label: side.label, value: signed, series: seriesNumber(side), of: side.key };
    }),
    ...(net === undefined ? [] : [{ label: words.netName, value: formats.signed(net) }]),
  ];
}
