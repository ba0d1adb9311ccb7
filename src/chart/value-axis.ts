/** The axes of charts over days: numbers beside a few quiet lines, and days below them. */
import type { Scale } from 'chart.js';
import { compact, type Formats, shortDay } from '../format/index.js';
import type { Day } from '../spec/index.js';
import { isolated, plainAxis, plainTicks, textFont } from './axes.js';
import type { ChartTheme } from './theme.js';

/** How many steps there are at most between the lines of a value axis. */
const mostSteps = 4;
/** How many days are named at most: a quiet axis. */
const mostDays = 7;
/** So many columns are as wide as their names. */
const mostWide = 8;
/** Between the names of two days, in CSS pixels. */
const dayGap = 20;

/** The lines of a value axis, evenly spaced, from at most the least number to at least the most; zero among them. */
export function valueSteps(least: number, most: number): number[] {
  const [low, high] = [Math.min(0, least), Math.max(0, most)];
  const endsOf = (size: number): readonly [number, number] => [Math.floor(low / size), Math.ceil(high / size)];
  // Each side of zero is rounded on its own.
  const limit = low < 0 && high > 0 ? mostSteps + 1 : mostSteps;
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(1, (high - low) / mostSteps)));
  const sizes = [...roundSizes, ...roundSizes.map((size) => 10 * size)].map((size) => size * magnitude);
  const isFit = (size: number): boolean => Number.isInteger(size) && endsOf(size)[1] - endsOf(size)[0] <= limit;
  const step = sizes.find(isFit) ?? 1;
  const [from, to] = endsOf(step);
  const lines = Array.from({ length: to - from + 1 }, (_, at) => (from + at) * step);
  // Of nothing but zeros there is an axis all the same.
  return lines.length > 1 ? lines : [0, 1];
}

const roundSizes = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/** Which of some days are named: the last, and others evenly before it as far as there is room; the first where that is even too. */
export function namedDays(count: number, width: number, nameWidth: number): number[] {
  const room = Math.floor((width + dayGap) / (nameWidth + dayGap));
  const most = Math.min(count, mostDays, room);
  if (most <= 1) return [Math.max(0, count - 1)];
  // A few less, where whole days are then evenly apart.
  const gaps = Array.from({ length: most - 1 }, (_, at) => most - 1 - at);
  const even = gaps.find((gap) => (count - 1) % gap === 0 && gap >= (most - 1) / 2);
  const step = even ? (count - 1) / even : Math.ceil((count - 1) / (most - 1));
  const first = (count - 1) % step;
  return Array.from({ length: Math.floor((count - 1) / step) + 1 }, (_, at) => first + at * step);
}

const smallFont = (theme: ChartTheme) => ({ ...textFont(theme), size: 11 });

const tickTexts = (theme: ChartTheme) =>
  ({ ...plainTicks, color: theme.muted, font: smallFont(theme), major: { enabled: false } }) as const;

/** Numbers from the first line to the last. */
export const valueAxis = (lines: readonly number[], theme: ChartTheme, formats: Formats) => ({
  ...plainAxis,
  type: 'linear' as const,
  axis: 'y' as const,
  position: 'left' as const,
  display: true,
  // Its ends are our own, whatever Chart.js would round them to.
  bounds: 'data' as const,
  min: lines[0] ?? 0,
  max: lines.at(-1) ?? 1,
  beginAtZero: true,
  grace: 0,
  stacked: false,
  offset: false,
  reverse: false,
  border: { display: false, width: 0, dash: [], dashOffset: 0 },
  grid: {
    display: true,
    // Where numbers go to both sides, zero is where they come from.
    color: ({ tick }: { tick?: { value: number } }) =>
      tick?.value === 0 && (lines[0] ?? 0) < 0 ? theme.muted : theme.grid,
    lineWidth: 1,
    drawOnChartArea: true,
    drawTicks: false,
    tickLength: 0,
    offset: false,
    z: -1,
  },
  ticks: {
    ...tickTexts(theme),
    align: 'center' as const,
    crossAlign: 'near' as const,
    padding: 8,
    callback: (value: number | string) => ownWay(compact(Number(value), formats).replace('-', '\u2212')),
  },
  afterBuildTicks(scale: Scale) {
    scale.ticks = lines.map((value) => ({ value }));
  },
});

/** A plot runs from left to right, and so would a text in it: “6 مايو” begins at the right. */
const ownWay = (text: string): string => (/[\u0590-\u08FF]/.test(text) ? isolated(text) : text);

/** @param between whether days are columns, with room of their own, and not places on a line */
export const dayAxis = (days: readonly Day[], between: boolean, theme: ChartTheme, formats: Formats) => {
  const nameOf = (at: number): string => ownWay(shortDay(days[at] ?? '', formats));
  return {
    ...plainAxis,
    type: 'category' as const,
    axis: 'x' as const,
    position: 'bottom' as const,
    display: true,
    min: 0,
    max: Math.max(0, days.length - 1),
    stacked: false,
    // A single day stands in the middle.
    offset: between || days.length < 2,
    reverse: false,
    grid: { display: false, drawTicks: false, tickLength: 0, offset: false },
    ticks: {
      ...tickTexts(theme),
      align: days.length < 2 || (between && days.length <= mostWide) ? ('center' as const) : ('inner' as const),
      crossAlign: 'near' as const,
      padding: 8,
      callback: (value: number | string) => nameOf(Number(value)),
    },
    afterBuildTicks(scale: Scale) {
      const { ctx } = scale;
      ctx.save();
      ctx.font = `11px ${theme.fontFamily}`;
      const width = Math.max(...days.map((_, at) => (at % 7 === 0 ? ctx.measureText(nameOf(at)).width : 0)));
      ctx.restore();
      // What the numbers beside the plot take is not known yet.
      scale.ticks = namedDays(days.length, scale.chart.width - valueRoom, width).map((value) => ({ value }));
    },
  };
};

const valueRoom = 48;
