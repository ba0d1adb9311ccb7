/** What stands beside the drawing of a chart over days: legend and table. Pure. */
import { arrived, netAt } from '../../format/index.js';
import { flowSum } from '../../format/trend.js';
import type { Day } from '../../spec/index.js';
import type { ChartTable, LegendEntry } from '../chart-parts.js';
import { type DayParts, seriesNumber } from '../day-spots.js';

export interface TrendParts extends DayParts {
  readonly today: Day;
}

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
