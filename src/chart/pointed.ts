/** What a visitor points at, marked on the canvas: a line at a day, a band behind a row, an outline around a shape. */
import type { Chart, Plugin } from 'chart.js';

/** A place of the canvas, and the size of that, in CSS pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Marked {
  readonly index: number;
  readonly label: string | undefined;
}

const pointed = new WeakMap<Chart, Marked>();

/** Marks all that has an index in a chart, and nothing else. @param label of the dataset that is marked alone */
export function mark(chart: Chart, index: number | undefined, label?: string): void {
  const before = pointed.get(chart);
  if (before?.index === index && before?.label === label) return;
  if (index === undefined) pointed.delete(chart);
  else pointed.set(chart, { index, label });
  chart.setActiveElements(index === undefined ? [] : elementsAt(chart, index, label));
  chart.draw();
}

const elementsAt = (chart: Chart, index: number, label?: string): { datasetIndex: number; index: number }[] =>
  chart
    .getSortedVisibleDatasetMetas()
    .filter((meta) => label === undefined || meta.label === label)
    .flatMap(({ index: datasetIndex, data: { [index]: element } }) =>
      element && !(element as unknown as { skip?: boolean }).skip ? { datasetIndex, index } : [],
    );

/** Where what has an index is: beside what is drawn of it. */
export function spotOf(chart: Chart, index: number, label?: string): Spot {
  const { width, height } = chart;
  return { ...placeOf(chart, index, label), width, height };
}

function placeOf(chart: Chart, index: number, label?: string): Pick<Spot, 'x' | 'y'> {
  const { chartArea: area, scales } = chart;
  const places = elementsAt(chart, index, label).flatMap(({ datasetIndex }) => {
    const { x, y } = chart.getDatasetMeta(datasetIndex).data[index]?.tooltipPosition(true) ?? {};
    return x != null && y != null ? { x, y } : [];
  });
  if (isShaped(chart)) return places[0] ?? { x: (area.left + area.right) / 2, y: (area.top + area.bottom) / 2 };
  const axis = chart.options.indexAxis ?? 'x';
  const along = scales[axis]?.getPixelForValue(index) ?? 0;
  if (axis === 'x') return { x: along, y: Math.min(area.bottom, ...places.map(({ y }) => y)) };
  // The names of rows stand where they begin: the farthest end is away from them.
  const ends = places.map(({ x }) => x);
  const x = scales[axis]?.position === 'right' ? Math.min(area.right, ...ends) : Math.max(area.left, ...ends);
  return { x, y: along };
}

const isShaped = (chart: Chart): boolean => chart.options.interaction?.mode === 'nearest';

/** The mark behind the data. Its colour is `options.borderColor` of the chart. */
export const pointedMark: Plugin = {
  id: 'insights-pointed',
  afterUpdate(chart) {
    pointed.delete(chart);
    chart.setActiveElements([]);
  },
  beforeDraw(chart) {
    const { index } = pointed.get(chart) ?? {};
    if (index === undefined || isShaped(chart)) return;
    const { ctx, chartArea: area, options, width } = chart;
    const axis = options.indexAxis ?? 'x';
    const scale = chart.scales[axis];
    if (!scale) return;
    const at = scale.getPixelForValue(index);
    ctx.save();
    ctx.fillStyle = ctx.strokeStyle = options.borderColor as string;
    if (axis === 'x') {
      ctx.beginPath();
      ctx.moveTo(at, area.top);
      ctx.lineTo(at, area.bottom);
      ctx.stroke();
    } else {
      const pitch = area.height / Math.max(1, chart.data.labels?.length ?? 1);
      ctx.beginPath();
      ctx.roundRect(0, at - pitch / 2, width, pitch, 4);
      ctx.fill();
    }
    ctx.restore();
  },
};
