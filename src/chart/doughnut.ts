/** Parts of a total -> a ring with the total in its middle. For a partition only: whoever calls this has made sure. */
import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import { baseOptions } from './axes.js';
import { canvasFont } from './row-marks.js';
import type { ChartTheme } from './theme.js';

/** A part of the ring. */
export interface Segment {
  readonly label: string;
  readonly value: number;
  /** 1 to 8; 0 for what is no series. */
  readonly series: number;
}

export interface Ring {
  /** In the order of the drawing, clockwise from the top. */
  readonly segments: readonly Segment[];
  /** What is in the total and in no segment: it stays open. */
  readonly open: number;
  /** In the middle: the total and what it is of. */
  readonly total: string;
  readonly label: string;
}

const cutout = 0.68;

export function doughnutConfig(
  { segments, open, total, label }: Ring,
  theme: ChartTheme,
): ChartConfiguration<'doughnut'> {
  const colors = [
    ...segments.map(({ series }) => theme.series[series - 1] ?? theme.muted),
    // No spot of its own: nothing is known of it.
    ...(open > 0 ? [theme.grid] : []),
  ];
  const values = [...segments.map(({ value }) => value), ...(open > 0 ? [open] : [])];
  const isWhole = values.filter((value) => value > 0).length < 2;
  return {
    type: 'doughnut',
    data: {
      labels: segments.map((segment) => segment.label),
      datasets: [
        {
          data: values,
          backgroundColor: colors,
          hoverBackgroundColor: colors,
          borderColor: theme.surface,
          hoverBorderColor: theme.surface,
          borderWidth: isWhole ? 0 : 2,
          hoverBorderWidth: isWhole ? 0 : 2,
          borderAlign: 'center',
          borderJoinStyle: 'miter',
          circular: true,
          selfJoin: false,
          borderRadius: 0,
          borderDash: [],
          borderDashOffset: 0,
          hoverOffset: 4,
          offset: 0,
          spacing: 0,
          weight: 1,
          rotation: 0,
          circumference: 360,
          hidden: false,
          clip: false,
        },
      ],
    },
    options: {
      ...baseOptions(theme),
      interaction: { mode: 'nearest', intersect: true },
      hover: { mode: 'nearest', intersect: true },
      // Whoever is pointed at moves out by four pixels.
      layout: { padding: 4, autoPadding: false },
      cutout: `${cutout * 100}%`,
      radius: '100%',
      rotation: 0,
      circumference: 360,
      spacing: 0,
      plugins: { [inTheMiddle.id]: { total, label, theme } },
    },
    plugins: [inTheMiddle],
  };
}

interface Middle extends Pick<Ring, 'total' | 'label'> {
  readonly theme: ChartTheme;
}

/** The total, as large as the ring leaves room for. */
const inTheMiddle: Plugin<'doughnut', Middle> = {
  id: 'insights-total',
  afterDatasetsDraw(chart, _args, { total, label, theme }) {
    const { ctx } = chart;
    const { x, y, inner } = placeOf(chart);
    const room = inner * 1.64;
    const fits = (text: string, sizes: readonly number[], weight: 400 | 600): string | undefined =>
      sizes
        .map((size) => canvasFont(theme, size, weight))
        .find((font) => {
          ctx.font = font;
          return ctx.measureText(text).width <= room;
        });
    ctx.save();
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    const number = fits(total, [30, 24, 18, 14], 600);
    const name = inner < 36 ? undefined : fits(label, [13, 12], 400);
    if (number) {
      ctx.font = number;
      ctx.fillStyle = theme.text;
      ctx.fillText(total, x, name ? y - 8 : y);
    }
    if (name) {
      ctx.font = name;
      ctx.fillStyle = theme.muted;
      ctx.fillText(label, x, y + 16);
    }
    ctx.restore();
  },
};

function placeOf({ chartArea: { left, right, top, bottom } }: Chart): { x: number; y: number; inner: number } {
  const outer = Math.max(0, Math.min(right - left, bottom - top) / 2 - 4);
  return { x: (left + right) / 2, y: (top + bottom) / 2, inner: outer * cutout };
}
