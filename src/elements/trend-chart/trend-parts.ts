/** What stands beside the drawing of a chart over days: legend, what can be pointed at, table. Pure. */
import {
  arrived,
  type Formats,
  netAt,
  type Trend,
  type TrendSeries,
  type TrendWords,
  weekday,
} from '../../format/index.js';
import { flowSum } from '../../format/trend.js';
import { type Day, readSpec } from '../../spec/index.js';
import {
  type ChartSpot,
  type ChartTable,
  keyOf,
  type LegendEntry,
  type SeriesNumber,
  type TipLine,
} from '../chart-parts.js';
import type { InsightsPoint } from '../visitor-events.js';

export interface TrendParts {
  readonly trend: Trend;
  readonly words: TrendWords;
  readonly formats: Formats;
  /** What stands for a number that is not there. */
  readonly none: string;
  readonly today: Day;
}

const seriesNumber = ({ color }: TrendSeries): SeriesNumber => color as SeriesNumber;

const windowText = (days: readonly Day[], { formats, today }: Pick<TrendParts, 'formats' | 'today'>): string =>
  formats.window({ since: days[0] ?? '', until: days.at(-1) ?? '' }, today);

/** The days of the axis, in words; undefined where there are none, or the legend says them already. */
export const daysText = (parts: Pick<TrendParts, 'trend' | 'formats' | 'today'>): string | undefined =>
  parts.trend.isSingle || parts.trend.days.length === 0 ? undefined : windowText(parts.trend.days, parts);

export function trendLegend(parts: TrendParts): LegendEntry[] {
  const { trend, words } = parts;
  const { series, daysBefore, isFlow, isSingle } = trend;
  const hasMoving = series.some(({ values, moving }) =>
    trend.days.some((day, at) => moving.has(day) && values[at] !== null),
  );
  if (isFlow)
    return [
      ...series.map(
        (side, at): LegendEntry => ({
          key: side.key,
          label: side.label,
          value: sideText(at === 0 ? 'gained' : 'lost', parts),
          series: seriesNumber(side),
        }),
      ),
      ...(hasMoving ? [{ label: words.provisional, series: 0, swatch: 'pale' } as const] : []),
    ];
  return [
    ...series.map(
      (line): LegendEntry =>
        isSingle
          ? { label: windowText(trend.days, parts), series: 1, swatch: 'line' }
          : { key: line.key, label: line.label, series: seriesNumber(line), swatch: 'line' },
    ),
    ...(daysBefore.length > 0
      ? [{ label: windowText(daysBefore, parts), series: 0, swatch: isSingle ? 'past' : 'dotted' } as const]
      : []),
    ...(hasMoving ? [{ label: words.provisional, series: isSingle ? 1 : 0, swatch: 'dashed' } as const] : []),
  ];
}

/** What a side comes to, by the same sum as the sentence; of some days, it says of how many. */
function sideText(side: 'gained' | 'lost', { trend, words, formats }: TrendParts): string | undefined {
  const sum = flowSum(trend);
  if (!sum) return undefined;
  const text = formats.signed(side === 'gained' ? sum.gained : -sum.lost);
  const all = trend.days.length;
  return sum.days < all ? words.sumOfSome(text, formats.quantity(sum.days), formats.quantity(all)) : text;
}

/** A spot for each day, with what is drawn of it. */
export function trendSpots(parts: TrendParts, hidden: ReadonlySet<string>): ChartSpot[] {
  const { trend, words, formats } = parts;
  const shown = arrived(trend).filter(({ key }) => !hidden.has(key));
  return trend.days.map((day, at) => {
    const isMoving = shown.some(({ moving, values }) => moving.has(day) && values[at] !== null);
    const title = weekday(day, formats);
    return {
      key: keyOf(['day'], [day]),
      title: isMoving ? words.provisionalDay(title) : title,
      lines: trend.isFlow ? flowLines(at, shown, parts) : dayLines(at, shown, parts),
      points: shown.map(
        (series): InsightsPoint => ({ ...pointOf(series, trend), day, value: series.values[at] ?? null }),
      ),
    };
  });
}

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

function dayLines(at: number, shown: readonly TrendSeries[], { trend, formats, none }: TrendParts): TipLine[] {
  const day = trend.days[at] ?? '';
  const dayBefore = trend.daysBefore[at] ?? '';
  const say = (value: number | null | undefined): string => (value == null ? none : formats.number(value));
  const current = shown.map(
    (series): TipLine => ({
      label: series.label,
      value: say(series.values[at]),
      series: seriesNumber(series),
      swatch: series.moving.has(day) ? 'dashed' : 'line',
    }),
  );
  const compared = shown.filter(({ before }) => before !== undefined);
  if (compared.length === 0) return current;
  const date = weekday(dayBefore, formats);
  if (trend.isSingle)
    return [...current, { label: date, value: say(compared[0]?.before?.[at]), series: 0, swatch: 'past' }];
  return [
    ...current,
    { label: date, value: '' },
    ...compared.map(
      (series): TipLine => ({
        label: series.label,
        value: say(series.before?.[at]),
        series: seriesNumber(series),
        swatch: 'dotted',
      }),
    ),
  ];
}

function flowLines(at: number, shown: readonly TrendSeries[], { trend, words, formats, none }: TrendParts): TipLine[] {
  const [gained] = trend.series;
  const net = netAt(trend, at);
  return [
    ...shown.map((side): TipLine => {
      const value = side.values[at];
      const signed = value == null ? none : formats.signed(side.key === gained?.key ? value : -value);
      return { label: side.label, value: signed, series: seriesNumber(side) };
    }),
    ...(net === undefined ? [] : [{ label: words.netName, value: formats.signed(net) }]),
  ];
}

/** A row for each day; every series has its column, also one that is not drawn. */
export function trendTable({ trend, words, formats, none }: TrendParts): ChartTable {
  const { days, daysBefore, isFlow } = trend;
  const series = arrived(trend);
  const say = (value: number | null | undefined): string => (value == null ? none : formats.number(value));
  const compared = series.filter(({ before }) => before !== undefined);
  return {
    columns: [
      words.day,
      ...series.map(({ label }) => label),
      ...(isFlow ? [words.netName] : []),
      ...(compared.length > 0 ? [words.before, ...compared.map(({ label }) => words.ofBefore(label))] : []),
    ],
    rows: days.map((day, at) => {
      const net = netAt(trend, at);
      return [
        formats.day(day),
        ...series.map(({ values }) => say(values[at])),
        ...(isFlow ? [net === undefined ? none : formats.signed(net)] : []),
        ...(compared.length > 0
          ? [formats.day(daysBefore[at] ?? ''), ...compared.map(({ before }) => say(before?.[at]))]
          : []),
      ];
    }),
  };
}
