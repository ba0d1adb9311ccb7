/** Ages by gender -> a pyramid: two sides mirrored around the ages, each share at its outer end. */
import type { Chart, ChartConfiguration, Plugin, Scale } from 'chart.js';
import type { Formats, Pyramid, PyramidSide } from '../format/index.js';
import { barData, barStyle, lengthAxis, type RowEnd, rowOptions, textAxis } from './axes.js';
import type { ChartTheme } from './theme.js';

/** Half the width that the ages take between the sides, in CSS pixels. */
const halfGap = 34;

/**
 * @param pyramid people by age; shares are of all people listed, the unspecified included
 * @param hidden genders that are not drawn
 */
export function pyramidConfig(
  pyramid: Pyramid,
  theme: ChartTheme,
  formats: Formats,
  hidden: ReadonlySet<string> = new Set(),
): ChartConfiguration<'bar'> {
  const [start, end] = pyramid.sides;
  const { unspecified } = pyramid;
  const ages = [...pyramid.ages];
  const isShown = ({ gender }: PyramidSide): boolean => !hidden.has(gender);
  const peopleOf = (side: PyramidSide): readonly number[] => (isShown(side) ? side.people : ages.map(() => 0));
  const shares = (side: PyramidSide): string[] =>
    side.people.map((value) => (isShown(side) ? formats.percent(pyramid.listed > 0 ? value / pyramid.listed : 0) : ''));
  const max = Math.max(0, ...peopleOf(start), ...peopleOf(end));
  const bars = (side: PyramidSide, towards: RowEnd, color: string | undefined) => ({
    label: side.label,
    data: barData(peopleOf(side)),
    xAxisID: towards,
    yAxisID: 'y',
    ...barStyle(color ?? theme.text, theme, towards),
  });
  return {
    type: 'bar',
    data: {
      labels: ages,
      datasets: [bars(start, 'start', theme.series[0]), bars(end, 'end', theme.series[1])],
    },
    options: {
      ...rowOptions(theme, ages.length),
      color: theme.text,
      scales: {
        start: lengthAxis(max, theme, 'start'),
        end: lengthAxis(max, theme),
        y: textAxis({ texts: shares(start), at: 'start', color: theme.muted }, theme),
        endShares: textAxis({ texts: shares(end), at: 'end', color: theme.muted }, theme),
      },
      plugins: { [mirrored.id]: { unspecified: peopleOf(unspecified), max, color: theme.muted } },
    },
    plugins: [mirrored],
  };
}

/** What the plug-in is told: people who are on neither side, by age, and the number that fills a side. */
interface Middle {
  readonly unspecified: readonly number[];
  readonly max: number;
  readonly color: string;
}

/** Parts the sides: each length axis gets its half of the plot, and the ages stand between, in the chart's own colour. */
const mirrored: Plugin<'bar', Middle> = {
  id: 'insights-mirrored',
  afterLayout(chart) {
    for (const id of ['start', 'end']) place(chart, id);
  },
  afterDatasetsDraw(chart, _args, middle) {
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
    drawUnspecified(chart, middle, rows);
    ctx.restore();
  },
};

/** Whoever is on neither side: a thin line under the age, as long as a bar of as many, half of it to each side. */
function drawUnspecified(chart: Chart, { unspecified, max, color }: Middle, rows: Scale): void {
  const { ctx } = chart;
  const side = chart.scales.end?.width ?? 0;
  ctx.fillStyle = color;
  for (const [index, people] of unspecified.entries()) {
    if (people === 0 || max === 0) continue;
    const length = Math.max(2, Math.min(2, people / max) * side);
    ctx.beginPath();
    ctx.roundRect(middleOf(chart) - length / 2, rows.getPixelForTick(index) + 8, length, 3, 1.5);
    ctx.fill();
  }
}

const middleOf = ({ chartArea: { left, right } }: Chart): number => (left + right) / 2;

/** A side that runs to the left has the left half. */
function place(chart: Chart, id: string): void {
  const scale = chart.scales[id];
  if (!scale) return;
  const middle = middleOf(chart);
  const [left, right] = scale.options.reverse
    ? [chart.chartArea.left, middle - halfGap]
    : [middle + halfGap, chart.chartArea.right];
  Object.assign(scale, { left, right, width: Math.max(0, right - left) });
  scale.configure();
}
