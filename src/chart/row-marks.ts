/** What is drawn over rows of bars: thin marks of the window before, and numbers at the ends of bars. Plug-ins of ours only. */
import type { BarElement, Chart, Plugin } from 'chart.js';
import { textFont } from './axes.js';
import type { ChartTheme } from './theme.js';

/** Where the window before stood: one per row, null where that is not known. */
export interface EarlierMarks {
  readonly values: readonly (number | null)[];
  readonly color: string;
  /** The surface, around a mark on a bar. */
  readonly halo: string;
}

/** Half of what a mark is high, in CSS pixels: a little more than a bar. */
const halfMark = 10;

/** A thin mark on each row, where the length axis `x` has the number of the window before. */
export const earlierMarks: Plugin<'bar', EarlierMarks> = {
  id: 'insights-earlier',
  afterDatasetsDraw({ ctx, scales: { x, y } }, _args, { values, color, halo }) {
    if (!x || !y) return;
    ctx.save();
    for (const [index, value] of values.entries()) {
      if (value === null) continue;
      const [left, middle] = [x.getPixelForValue(value), y.getPixelForTick(index)];
      ctx.fillStyle = halo;
      ctx.fillRect(left - 2, middle - halfMark, 4, 2 * halfMark);
      ctx.fillStyle = color;
      ctx.fillRect(left - 1, middle - halfMark, 2, 2 * halfMark);
    }
    ctx.restore();
  },
};

/** A text at the end of each bar. */
export interface EndTexts {
  /** One list per dataset, one text per row. */
  readonly texts: readonly (readonly string[])[];
  readonly color: string;
  readonly font: string;
  /** The rows whose bars go towards where rows begin. */
  readonly backwards?: readonly number[];
}

const endGap = 6;

/** Below this height of a bar, in CSS pixels, its number would lie on the next one's. */
const leastPitch = 11.5;

/** Numbers at the ends of bars, where no column of numbers can say which bar they are of. */
export const endTexts: Plugin<'bar', EndTexts> = {
  id: 'insights-ends',
  afterDatasetsDraw(chart, _args, { texts, color, font, backwards = [] }) {
    const { ctx } = chart;
    ctx.save();
    ctx.fillStyle = color;
    ctx.font = font;
    ctx.textBaseline = 'middle';
    const isReversed = chart.scales.x?.options.reverse === true;
    for (const [dataset, ofDataset] of texts.entries()) {
      const bars = chart.getDatasetMeta(dataset).data as unknown as readonly BarElement[];
      // Bars that are thinner than a line of text leave their numbers to the tip and the table.
      const pitch = pitchOf(chart) / texts.length;
      for (const [index, text] of ofDataset.entries()) {
        const bar = bars[index];
        if (!bar || pitch < leastPitch) continue;
        const { x, y } = bar.getProps(['x', 'y'], true) as Place;
        const isLeftward = backwards.includes(index) !== isReversed;
        ctx.textAlign = isLeftward ? 'right' : 'left';
        ctx.fillText(text, x + (isLeftward ? -endGap : endGap), y);
      }
    }
    ctx.restore();
  },
};

type Place = Readonly<Record<'x' | 'y', number>>;

/** The height of a row, in CSS pixels. */
const pitchOf = ({ chartArea: { height }, data: { labels = [] } }: Chart): number =>
  height / Math.max(1, labels.length);

/** The room that the widest text at an end takes, in CSS pixels. */
export function endRoom({ ctx }: Chart, texts: readonly string[], font: string): number {
  ctx.save();
  ctx.font = font;
  const widest = Math.max(0, ...texts.map((text) => ctx.measureText(text).width));
  ctx.restore();
  return Math.ceil(widest) + endGap;
}

/** The font of the chart as a canvas takes it. */
export const canvasFont = (theme: ChartTheme, size: number, weight: 400 | 500 | 600 = 400): string =>
  `${weight} ${size}px ${textFont(theme).family}`;
