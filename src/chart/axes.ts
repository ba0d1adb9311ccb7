/** The parts that our charts share: quiet axes, and every option that a host's `Chart.defaults` could change. */
import type { Chart, ChartOptions, Scale } from 'chart.js';
import type { ChartTheme } from './theme.js';

/** What every chart of ours is: no host default decides its size, motion, font or events. */
export const baseOptions = (theme: ChartTheme) =>
  ({
    responsive: false,
    resizeDelay: 0,
    maintainAspectRatio: false,
    animation: false,
    events: [],
    font: textFont(theme),
    color: theme.muted,
    // The mark behind what is pointed at: see pointed.ts.
    borderColor: theme.grid,
    interaction: { mode: 'index', intersect: false },
    hover: { mode: 'index', intersect: false },
    layout: { padding: 0, autoPadding: false },
    clip: false,
  }) satisfies ChartOptions;

/** What every chart of rows is. */
export const rowOptions = (theme: ChartTheme, rows: number) =>
  ({
    ...baseOptions(theme),
    borderColor: theme.quiet,
    indexAxis: 'y',
    layout: { padding: ({ chart }: { chart: Chart }) => roomAround(rows, chart.height), autoPadding: false },
  }) satisfies ChartOptions<'bar'>;

/** The most height that a row takes, in CSS pixels: few rows stay together. */
const maxPitch = 44;

const roomAround = (rows: number, height: number) => ({
  top: 0,
  right: 0,
  bottom: Math.max(0, height - rows * maxPitch),
  left: 0,
});

export const textFont = ({ fontFamily: family }: ChartTheme) =>
  ({ family, size: 12, weight: 'normal', style: 'normal', lineHeight: 1.2 }) as const;

/** An axis that shows nothing of itself. */
export const plainAxis = {
  bounds: 'ticks',
  weight: 0,
  clip: true,
  backgroundColor: 'transparent',
  border: { display: false },
  grid: { display: false },
  title: { display: false },
} as const;

/** An end of a row: the one where a reader begins, or the other. */
export type RowEnd = 'start' | 'end';

/** Where an end of the rows is. All that a page's direction changes in a chart of rows comes from here. */
export const sideOf = (end: RowEnd, { direction }: ChartTheme): 'left' | 'right' =>
  (end === 'start') === (direction === 'rtl') ? 'right' : 'left';

export interface TextAxis {
  /** One per row. */
  readonly texts: readonly string[];
  readonly at: RowEnd;
  readonly color: string;
  /** The widest the column may be, as a share of the chart: longer texts are cut. @default 1 */
  readonly maxShare?: number;
}

/** A column of texts beside the bars, one per row: names at the start, values at the end. As wide as its texts. */
export const textAxis = ({ texts, at, color, maxShare = 1 }: TextAxis, theme: ChartTheme) => {
  const limit = (scale: Scale): number => scale.chart.width * maxShare;
  return {
    ...plainAxis,
    type: 'category' as const,
    axis: 'y' as const,
    position: sideOf(at, theme),
    labels: [...texts],
    min: 0,
    max: Math.max(0, texts.length - 1),
    display: true,
    // Two bars of one row lie on one line.
    stacked: true,
    offset: true,
    reverse: false,
    ticks: {
      ...plainTicks,
      color,
      font: textFont(theme),
      callback(this: Scale, _value: unknown, index: number) {
        return isolated(cut(texts[index] ?? '', limit(this), measurer(this, theme)));
      },
    },
    // Left alone, Chart.js gives each of several columns a fraction of the chart, whatever stands in it.
    afterFit(scale: Scale) {
      const widest = Math.max(0, ...texts.map(measurer(scale, theme)));
      scale.width = Math.ceil(Math.min(widest, limit(scale))) + columnGap;
      // A text stands within its row: above the first and below the last it needs no room.
      scale.paddingTop = 0;
      scale.paddingBottom = 0;
    },
  };
};

const columnGap = 8;

/** Every text of an axis, as it is and upright, at its place; those of a column lie at its outer end. */
export const plainTicks = {
  display: true,
  autoSkip: false,
  align: 'center',
  crossAlign: 'far',
  mirror: false,
  padding: columnGap,
  labelOffset: 0,
  minRotation: 0,
  maxRotation: 0,
  textStrokeWidth: 0,
  showLabelBackdrop: false,
  sampleSize: Number.MAX_SAFE_INTEGER,
  maxTicksLimit: Number.MAX_SAFE_INTEGER,
  z: 0,
} as const;

const measurer = ({ ctx }: Scale, { fontFamily }: ChartTheme) => {
  ctx.font = `12px ${fontFamily}`;
  return (text: string): number => ctx.measureText(text).width;
};

/** A text that is no longer than the limit: whole characters, as a reader counts them. */
function cut(text: string, limit: number, measure: (text: string) => number): string {
  if (measure(text) <= limit) return text;
  const characters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  let shown = '';
  do {
    characters.pop();
    shown = `${characters.join('').trimEnd()}…`;
  } while (characters.length > 1 && measure(shown) > limit);
  return shown;
}

/** A text that runs in the direction of its own first letter, whatever the direction of the canvas: what <bdi> does. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The length of a bar: from nothing to the longest, without a line or a number of its own. */
export const lengthAxis = (max: number, theme: ChartTheme, towards: RowEnd = 'end') =>
  ({
    ...plainAxis,
    type: 'linear',
    axis: 'x',
    display: false,
    beginAtZero: true,
    grace: 0,
    min: 0,
    max: max > 0 ? max : 1,
    reverse: sideOf(towards, theme) === 'left',
    stacked: false,
    offset: false,
    // Its two ends are all that is needed of it.
    ticks: { display: false, count: 2, includeBounds: true },
  }) as const;

/** Bars of people. Nobody is no bar: the least length is for the few. */
export const barData = (people: readonly number[]): (number | null)[] => people.map((count) => count || null);

/** The corners of a bar that is round on one side, or on none. */
export const roundAt = (side?: 'left' | 'right') => {
  const [left, right] = [side === 'left' ? 3 : 0, side === 'right' ? 3 : 0];
  return { topLeft: left, bottomLeft: left, topRight: right, bottomRight: right };
};

/** How a bar looks: a good half of its row, rounded where it ends. */
export const barStyle = (color: string, theme: ChartTheme, towards: RowEnd = 'end') =>
  ({
    backgroundColor: color,
    hoverBackgroundColor: color,
    borderWidth: 0,
    borderSkipped: 'start',
    inflateAmount: 0,
    borderRadius: roundAt(sideOf(towards, theme)),
    pointStyle: 'rect',
    categoryPercentage: 1,
    barPercentage: 0.56,
    // 'flex' is what no number of the host's can stand in for.
    barThickness: 'flex',
    maxBarThickness: 24,
    minBarLength: 2,
    grouped: true,
    stack: 'row',
    skipNull: false,
    hidden: false,
    clip: false,
    base: 0,
  }) as const;
