/** Ages by gender -> a pyramid: two sides mirrored around the ages, each share at its outer end. */
import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import type { Formats, Pyramid } from '../format/index.js';
import { barData, barStyle, baseOptions, lengthAxis, textAxis } from './axes.js';
import type { ChartTheme } from './theme.js';

/** Half the width that the ages take between the sides, in CSS pixels. */
const halfGap = 34;

/** @param pyramid people by age; shares are of all people listed, the unspecified included */
export function pyramidConfig(pyramid: Pyramid, theme: ChartTheme, formats: Formats): ChartConfiguration<'bar'> {
  const [start, end] = pyramid.sides;
  const ages = [...pyramid.ages];
  const shares = (people: readonly number[]): string[] =>
    people.map((value) => formats.percent(pyramid.listed > 0 ? value / pyramid.listed : 0));
  const max = Math.max(0, ...start.people, ...end.people);
  return {
    type: 'bar',
    data: {
      labels: ages,
      datasets: [
        {
          label: start.label,
          data: barData(start.people),
          xAxisID: 'start',
          yAxisID: 'y',
          ...barStyle(theme.series[0] ?? theme.text, 'left'),
        },
        {
          label: end.label,
          data: barData(end.people),
          xAxisID: 'end',
          yAxisID: 'y',
          ...barStyle(theme.series[1] ?? theme.muted, 'right'),
        },
      ],
    },
    options: {
      ...baseOptions(theme, ages.length),
      color: theme.text,
      indexAxis: 'y',
      scales: {
        start: lengthAxis(max, true),
        end: lengthAxis(max),
        y: textAxis({ texts: shares(start.people), position: 'left', color: theme.muted }, theme),
        endShares: textAxis({ texts: shares(end.people), position: 'right', color: theme.muted }, theme),
      },
    },
    plugins: [mirrored],
  };
}

/** Parts the sides: each length axis gets its half of the plot, and the ages stand between, in the chart's own colour. */
const mirrored: Plugin<'bar'> = {
  id: 'insights-mirrored',
  afterLayout(chart) {
    const middle = middleOf(chart);
    place(chart, 'start', chart.chartArea.left, middle - halfGap);
    place(chart, 'end', middle + halfGap, chart.chartArea.right);
  },
  afterDatasetsDraw(chart) {
    const { ctx, options } = chart;
    const rows = chart.scales.y;
    if (!rows) return;
    ctx.save();
    ctx.fillStyle = options.color as string;
    ctx.font = `12px ${options.font?.family}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    chart.data.labels?.forEach((label, index) => {
      ctx.fillText(String(label), middleOf(chart), rows.getPixelForTick(index));
    });
    ctx.restore();
  },
};

const middleOf = ({ chartArea: { left, right } }: Chart): number => (left + right) / 2;

function place(chart: Chart, id: string, left: number, right: number): void {
  const scale = chart.scales[id];
  if (!scale) return;
  Object.assign(scale, { left, right, width: Math.max(0, right - left) });
  scale.configure();
}
