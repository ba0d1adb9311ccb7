/** Numbers by day -> lines: the days before thin and grey behind, days that still move dashed, gaps as gaps. */
import type { Chart, ChartConfiguration, ChartDataset, Plugin } from 'chart.js';
import type { DayValues, Formats, Trend, TrendSeries } from '../format/index.js';
import { baseOptions } from './axes.js';
import type { ChartTheme } from './theme.js';
import { dayAxis, valueAxis, valueSteps } from './value-axis.js';

/** Room for a mark at the edge of the plot, in CSS pixels. */
const padding = { top: 8, right: 6, bottom: 0, left: 0 };

/** @param hidden keys of the series that are not drawn */
export function trendConfig(
  trend: Trend,
  theme: ChartTheme,
  formats: Formats,
  hidden: ReadonlySet<string> = new Set(),
): ChartConfiguration<'line'> {
  const { days } = trend;
  const shown = trend.series.filter(({ key }) => !hidden.has(key));
  const isAlone = trend.isSingle;
  const numbers = shown.flatMap(({ values, before = [] }) => [...values, ...before]).filter((value) => value !== null);
  const colorOf = ({ color }: TrendSeries): string => theme.series[color - 1] ?? theme.text;
  const [only] = trend.series;
  return {
    type: 'line',
    data: {
      labels: [...days],
      // The first is drawn last, above the others.
      datasets: [
        ...shown.map((series) => lineOf(series, trend, colorOf(series), theme)),
        ...shown.flatMap(({ before, ...series }) => {
          // Of several each in its own colour, which a tint would make too faint: dotted.
          if (!before) return [];
          if (!isAlone) return { ...ghostOf(before, colorOf({ before, ...series }), theme), borderDash: [1, 4] };
          return ghostOf(before, `color-mix(in srgb, ${theme.muted} 70%, ${theme.surface})`, theme);
        }),
      ],
    },
    options: {
      ...baseOptions(theme),
      layout: { padding, autoPadding: false },
      showLine: true,
      spanGaps: false,
      scales: {
        x: dayAxis(days, false, theme, formats),
        y: valueAxis(valueSteps(0, Math.max(0, ...numbers)), theme, formats),
      },
      plugins: {
        [area.id]: {
          isFilled: isAlone,
          settled: only ? settledValues(only, trend) : [],
          color: only ? colorOf(only) : '',
        },
      },
    },
    plugins: [area],
  };
}

function lineOf(
  { label, values, moving }: TrendSeries,
  { days }: Trend,
  color: string,
  theme: ChartTheme,
): ChartDataset<'line'> {
  const isMoving = (at: number): boolean => moving.has(days[at] ?? '');
  return {
    ...lineStyle(values, color, theme),
    label,
    borderWidth: 2,
    pointRadius: values.map((_, at) => (isLone(values, at) ? 3 : 0)),
    pointHoverRadius: 4,
    pointHoverBorderWidth: 2,
    segment: {
      borderDash: ({ p1DataIndex }) => (isMoving(p1DataIndex) ? [4, 4] : undefined),
      borderCapStyle: ({ p1DataIndex }) => (isMoving(p1DataIndex) ? 'butt' : undefined),
    },
  };
}

const ghostOf = (values: DayValues, color: string, theme: ChartTheme): ChartDataset<'line'> => ({
  ...lineStyle(values, color, theme),
  label: '',
  borderWidth: 1.5,
  pointRadius: values.map((_, at) => (isLone(values, at) ? 2 : 0)),
  pointHoverRadius: 3,
  pointHoverBorderWidth: 1.5,
  segment: { borderDash: () => undefined },
});

/** Every option of a line that is alike for all. */
const lineStyle = (values: DayValues, color: string, theme: ChartTheme) => ({
  data: [...values],
  xAxisID: 'x',
  yAxisID: 'y',
  borderColor: color,
  hoverBorderColor: color,
  backgroundColor: color,
  hoverBackgroundColor: color,
  borderJoinStyle: 'round' as const,
  borderCapStyle: 'round' as const,
  borderDash: [],
  borderDashOffset: 0,
  capBezierPoints: false,
  tension: 0,
  cubicInterpolationMode: 'default' as const,
  stepped: false as const,
  fill: false as const,
  showLine: true,
  spanGaps: false,
  hidden: false,
  clip: false as const,
  order: 0,
  stack: '',
  indexAxis: 'x' as const,
  pointStyle: 'circle' as const,
  pointRotation: 0,
  pointHitRadius: 0,
  pointBackgroundColor: color,
  pointBorderColor: color,
  pointBorderWidth: 0,
  pointHoverBackgroundColor: color,
  pointHoverBorderColor: theme.surface,
  drawActiveElementsOnTop: true,
});

/** Whether a day is known and its neighbours are not: no line would show it. */
const isLone = (values: DayValues, at: number): boolean =>
  values[at] !== null && (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;

const settledValues = ({ values, moving }: TrendSeries, { days }: Trend): DayValues =>
  values.map((value, at) => (moving.has(days[at] ?? '') ? null : value));

/** What is told to the plug-in: the values under which the ground is filled. */
interface Area {
  readonly isFilled: boolean;
  readonly settled: DayValues;
  readonly color: string;
}

/** A light ground below the only line. Chart.js' own is a plug-in that a host may have changed. */
const area: Plugin<'line', Area> = {
  id: 'insights-area',
  beforeDatasetsDraw(chart, _args, { isFilled, settled, color }) {
    if (!isFilled) return;
    const { ctx } = chart;
    ctx.save();
    ctx.fillStyle = color;
    ctx.globalAlpha = 0.08;
    for (const run of runsOf(settled)) fillRun(chart, run);
    ctx.restore();
  },
};

/** Stretches of days in a row that are known. */
function runsOf(values: DayValues): number[][] {
  const runs: number[][] = [];
  for (const [at, value] of values.entries()) {
    if (value === null) continue;
    if (at > 0 && values[at - 1] !== null) runs.at(-1)?.push(at);
    else runs.push([at]);
  }
  return runs;
}

function fillRun(chart: Chart<'line'>, run: readonly number[]): void {
  const { ctx, chartArea } = chart;
  const points = run.flatMap((at) => chart.getDatasetMeta(0).data[at] ?? []);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return;
  ctx.beginPath();
  ctx.moveTo(first.x, chartArea.bottom);
  for (const { x, y } of points) ctx.lineTo(x, y);
  ctx.lineTo(last.x, chartArea.bottom);
  ctx.fill();
}
