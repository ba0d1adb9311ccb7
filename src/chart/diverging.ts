/** What came and what went by day -> columns to both sides of a line at zero. */
import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { Formats, Trend, TrendSeries } from '../format/index.js';
import { baseOptions } from './axes.js';
import type { ChartTheme } from './theme.js';
import { dayAxis, valueAxis, valueSteps } from './value-axis.js';

/**
 * @param trend two series: what came, drawn upwards, and what went, drawn downwards
 * @param hidden keys of the series that are not drawn
 */
export function divergingConfig(
  trend: Trend,
  theme: ChartTheme,
  formats: Formats,
  hidden: ReadonlySet<string> = new Set(),
): ChartConfiguration<'bar'> {
  const { days } = trend;
  const sides = trend.series.flatMap((series, at) =>
    hidden.has(series.key) ? [] : [columns(series, at === 0 ? 1 : -1, trend, theme)],
  );
  const numbers = sides.flatMap(({ data }) => data as (number | null)[]).filter((value) => value !== null);
  return {
    type: 'bar',
    data: { labels: [...days], datasets: sides },
    options: {
      ...baseOptions(theme),
      indexAxis: 'x',
      layout: { padding: { top: 8, right: 6, bottom: 0, left: 0 }, autoPadding: false },
      scales: {
        x: { ...dayAxis(days, true, theme, formats), stacked: true },
        y: {
          ...valueAxis(valueSteps(Math.min(0, ...numbers), Math.max(0, ...numbers)), theme, formats),
          stacked: true,
        },
      },
    },
  };
}

function columns(
  { label, values, color: number, moving }: TrendSeries,
  sign: 1 | -1,
  { days }: Trend,
  theme: ChartTheme,
): ChartDataset<'bar'> {
  const color = theme.series[number - 1] ?? theme.text;
  // A column that still moves is an outline on a light ground.
  const ground = days.map((day) => (moving.has(day) ? `color-mix(in srgb, ${color} 30%, ${theme.surface})` : color));
  const width = days.map((day) => (moving.has(day) ? 1 : 0));
  const round = 2;
  return {
    label,
    // Nobody is no column: the least length is for the few.
    data: values.map((value) => (value ? sign * value : null)),
    xAxisID: 'x',
    yAxisID: 'y',
    backgroundColor: ground,
    hoverBackgroundColor: ground,
    borderColor: color,
    hoverBorderColor: color,
    borderWidth: width,
    hoverBorderWidth: width,
    borderSkipped: 'start',
    inflateAmount: 0,
    borderRadius:
      sign > 0
        ? { topLeft: round, topRight: round, bottomLeft: 0, bottomRight: 0 }
        : { topLeft: 0, topRight: 0, bottomLeft: round, bottomRight: round },
    pointStyle: 'rect',
    categoryPercentage: 1,
    barPercentage: 0.66,
    barThickness: 'flex',
    maxBarThickness: 24,
    ...placing,
  };
}

const placing = {
  minBarLength: 2,
  // Both sides of a day stand in one place.
  grouped: true,
  stack: 'day',
  skipNull: false,
  hidden: false,
  clip: false,
  base: 0,
  order: 0,
} as const;
