/**
 * Owns one Chart on one canvas: draws, redraws in place, follows the box around it, marks what is pointed at, and leaves
 * nothing behind.
 *
 * Does not know what is drawn. Registering what our own configurations name adds its entries to `Chart.defaults` where
 * the host has not registered it too. Nothing that the host has set is changed, and none of its plug-ins.
 */
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  DoughnutController,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import { mark, pointedMark, type Spot, spotOf } from './pointed.js';
import { watchBox } from './watch-box.js';

Chart.register(
  BarController,
  BarElement,
  LineController,
  LineElement,
  PointElement,
  DoughnutController,
  ArcElement,
  CategoryScale,
  LinearScale,
);

export interface Surface {
  /** Draws a configuration; the first one creates the chart. */
  draw(config: ChartConfiguration): void;
  /** The index of what lies at a place of the canvas, in CSS pixels. */
  pick(x: number, y: number): number | undefined;
  /**
   * Marks what has an index, or nothing.
   * @param label of the dataset that is to be marked alone
   * @returns where it is, in CSS pixels of the canvas
   */
  point(index: number | undefined, label?: string): Spot | undefined;
  /** Draws with at least so many pixels for one of CSS: for paper. 0 is what the screen has. */
  sharpen(density: number): void;
  /** Ends the chart and every observer. The canvas can be used again. */
  destroy(): void;
}

/**
 * @param canvas in a box that is sized by CSS and positioned; the canvas takes its size from it and never gives it one
 */
export function createSurface(canvas: HTMLCanvasElement): Surface {
  const box = canvas.parentElement as HTMLElement;
  let chart: Chart | undefined;
  let least = 0;
  const density = (): number => Math.max(least, densityOf(box));
  const fit = (): void => {
    const { clientWidth: width, clientHeight: height } = box;
    if (!chart || width === 0 || height === 0) return;
    if (chart.width === width && chart.height === height && chart.currentDevicePixelRatio === density()) return;
    Object.assign(chart.options, surroundings(chart.config as ChartConfiguration, density()));
    chart.resize(width, height);
  };
  const unwatch = watchBox(box, fit);
  return {
    draw(given) {
      const config = { ...given, plugins: [pointedMark, ...(given.plugins ?? [])] };
      const options = { ...config.options, ...surroundings(config, density()) };
      if (chart && isDrawnAlike(chart.config as ChartConfiguration, config)) {
        chart.data = config.data;
        chart.options = options;
        chart.update('none');
        return;
      }
      chart?.destroy();
      canvas.width = box.clientWidth;
      canvas.height = box.clientHeight;
      chart = new Chart(canvas, { ...config, options });
      fit();
    },
    pick: (x, y) => chart && indexAt(chart, x, y),
    point(index, label) {
      if (!chart) return undefined;
      mark(chart, index, label);
      return index === undefined ? undefined : spotOf(chart, index, label);
    },
    sharpen(wanted) {
      least = wanted;
      fit();
    },
    destroy() {
      unwatch();
      chart?.destroy();
      chart = undefined;
    },
  };
}

/** The size of a drawing in CSS pixels, and how many of its own it has for one of them. */
export interface DrawingSize {
  readonly width: number;
  readonly height: number;
  readonly density: number;
}

/** Draws a configuration once, on a canvas that no document has. @param use called with the drawing, which ends then */
export function drawOnce(
  config: ChartConfiguration,
  { width, height, density }: DrawingSize,
  use: (canvas: HTMLCanvasElement) => void,
): void {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const chart = new Chart(canvas, { ...config, options: { ...config.options, ...surroundings(config, density) } });
  use(canvas);
  chart.destroy();
}

/** What a chart has to know of this moment: how dense it is drawn, and which plug-ins the host has registered. None is let in. */
function surroundings(
  { options, plugins = [] }: ChartConfiguration,
  devicePixelRatio: number,
): NonNullable<ChartConfiguration['options']> {
  const own = new Set(plugins.map(({ id }) => id));
  const others = Object.keys(Chart.defaults.plugins).filter((id) => !own.has(id));
  return {
    devicePixelRatio,
    plugins: { ...options?.plugins, ...Object.fromEntries(others.map((id) => [id, false])) },
  };
}

/** Pixels of the screen for one of CSS, where the box is: `zoom` in a style sheet counts too. */
const densityOf = (box: Element & { readonly currentCSSZoom?: number }): number =>
  devicePixelRatio * (box.currentCSSZoom ?? 1);

/** What a chart is and its plug-ins are fixed when it is made: others need another chart. */
const isDrawnAlike = (a: ChartConfiguration, b: ChartConfiguration): boolean => {
  const [before = [], after = []] = [a.plugins, b.plugins];
  return a.type === b.type && before.length === after.length && before.every((plugin, at) => plugin === after[at]);
};

/** Rows and days are found by their axis, wherever beside it; shapes only where they are. */
function indexAt(chart: Chart, x: number, y: number): number | undefined {
  const { indexAxis = 'x', interaction } = chart.options;
  if (interaction?.mode === 'nearest') {
    const event = { type: 'mousemove', x, y, native: null } as unknown as Event;
    return chart.getElementsAtEventForMode(event, 'nearest', { intersect: true }, true)[0]?.index;
  }
  const scale = chart.scales[indexAxis];
  const count = chart.data.labels?.length ?? 0;
  if (!scale || count === 0) return undefined;
  const index = scale.getValueForPixel(indexAxis === 'x' ? x : y) ?? 0;
  return Math.min(count - 1, Math.max(0, Math.round(index)));
}
