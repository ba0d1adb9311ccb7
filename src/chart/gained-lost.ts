/** Gained and lost -> two bars that leave one line in opposite directions, each number at its bar's end. */
import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import { barData, barStyle, baseOptions, lengthAxis, sideOf, textAxis } from './axes.js';
import { canvasFont, endRoom, endTexts } from './row-marks.js';
import type { ChartTheme } from './theme.js';

/** One side: what it is called, how many, and that as it is said. */
export interface Side {
  readonly label: string;
  /** undefined where the API did not report it. */
  readonly value: number | undefined;
  readonly text: string;
}

/** How high a row is at most, and how thick its bar, in CSS pixels. */
const pitch = 56;
const thickness = 28;

export function gainedAndLostConfig(gained: Side, lost: Side, theme: ChartTheme): ChartConfiguration<'bar'> {
  const sides = [gained, lost] as const;
  const max = Math.max(gained.value ?? 0, lost.value ?? 0);
  const colors = [theme.series[0] ?? theme.text, theme.series[1] ?? theme.text];
  const font = canvasFont(theme, 13, 600);
  const texts = sides.map(({ text }) => text);
  const [ahead, back] = [barStyle(colors[0] ?? '', theme), barStyle(colors[1] ?? '', theme, 'start')];
  const [up] = barData([gained.value ?? 0]);
  const [down] = barData([lost.value ?? 0]);
  const y = textAxis({ texts: ['', ''], at: 'start', color: theme.text }, theme);
  return {
    type: 'bar',
    data: {
      labels: sides.map(({ label }) => label),
      datasets: [
        {
          data: [up ?? null, down ? -down : null],
          xAxisID: 'x',
          yAxisID: 'y',
          ...ahead,
          backgroundColor: colors,
          hoverBackgroundColor: colors,
          borderRadius: [ahead.borderRadius, back.borderRadius],
          barPercentage: 0.6,
          maxBarThickness: thickness,
        },
      ],
    },
    options: {
      ...baseOptions(theme),
      borderColor: theme.quiet,
      color: theme.text,
      indexAxis: 'y',
      layout: { padding: ({ chart }: { chart: Chart }) => roomAround(chart, sides, font, theme), autoPadding: false },
      scales: {
        x: { ...lengthAxis(max, theme), min: -Math.max(1, max) },
        // The names stand at the line: the column beside the bars is empty, and takes nothing.
        y: { ...y, afterFit: (scale) => Object.assign(scale, { width: 0, paddingTop: 0, paddingBottom: 0 }) },
      },
      plugins: {
        [endTexts.id]: { texts: [texts], color: theme.text, font, backwards: [1] },
        [middleLine.id]: { color: theme.muted, font: canvasFont(theme, 13) },
      },
    },
    plugins: [endTexts, middleLine],
  };
}

/** What a side needs that has no bar: its text has the bar's room. */
const barelyRoom = 24;

/** Two rows in the middle of the height, the numbers inside the width. */
function roomAround(chart: Chart, [gained, lost]: readonly [Side, Side], font: string, theme: ChartTheme) {
  const rest = Math.max(0, chart.height - 2 * pitch) / 2;
  const room = ({ value, text }: Side): number => (value ? endRoom(chart, [text], font) : barelyRoom);
  return { top: rest, bottom: rest, [sideOf('start', theme)]: room(lost), [sideOf('end', theme)]: room(gained) };
}

const nameGap = 10;

/** The line that both sides leave, and the name of each on the side where its bar is not. */
const middleLine: Plugin<'bar', { readonly color: string; readonly font: string }> = {
  id: 'insights-middle',
  afterDatasetsDraw(
    { ctx, chartArea: { top, bottom }, data: { labels = [] }, options, scales: { x, y } },
    _args,
    { color, font },
  ) {
    if (!x || !y) return;
    const middle = x.getPixelForValue(0);
    ctx.save();
    ctx.fillStyle = color;
    ctx.fillRect(middle - 0.5, top, 1, bottom - top);
    ctx.fillStyle = options.color as string;
    ctx.font = font;
    ctx.textBaseline = 'middle';
    for (const [index, label] of labels.entries()) {
      const isLeft = (index === 0) !== x.options.reverse;
      ctx.textAlign = isLeft ? 'right' : 'left';
      ctx.fillText(String(label), middle + (isLeft ? -nameGap : nameGap), y.getPixelForTick(index));
    }
    ctx.restore();
  },
};
