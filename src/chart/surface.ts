/**
 * Owns one Chart on one canvas: draws, redraws in place, follows the box around it, and leaves nothing behind.
 *
 * Does not know what is drawn. Registering what our own configurations name adds its entries to `Chart.defaults` where
 * the host has not registered it too. Nothing that the host has set is changed, and none of its plug-ins.
 */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartOptions,
  LinearScale,
} from 'chart.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export interface Surface {
  /** Draws a configuration; the first one creates the chart. */
  draw(config: ChartConfiguration<'bar'>): void;
  /** Ends the chart and every observer. The canvas can be used again. */
  destroy(): void;
}

/**
 * @param canvas in a box that is sized by CSS and positioned; the canvas takes its size from it and never gives it one
 */
export function createSurface(canvas: HTMLCanvasElement): Surface {
  const box = canvas.parentElement as HTMLElement;
  let chart: Chart<'bar'> | undefined;
  const fit = (): void => {
    const { clientWidth: width, clientHeight: height } = box;
    if (!chart || width === 0 || height === 0) return;
    if (chart.width === width && chart.height === height && chart.currentDevicePixelRatio === devicePixelRatio) return;
    Object.assign(chart.options, surroundings());
    chart.resize(width, height);
  };
  const unwatch = watchBox(box, fit);
  return {
    draw(config) {
      if (chart && samePlugins(chart.config as ChartConfiguration<'bar'>, config)) {
        chart.data = config.data;
        chart.options = { ...config.options, ...surroundings() };
        chart.update('none');
        return;
      }
      chart?.destroy();
      canvas.width = box.clientWidth;
      canvas.height = box.clientHeight;
      chart = new Chart<'bar'>(canvas, { ...config, options: { ...config.options, ...surroundings() } });
      fit();
    },
    destroy() {
      unwatch();
      chart?.destroy();
      chart = undefined;
    },
  };
}

/** What a chart has to know of this moment: how dense the screen is, and which plug-ins the host has registered. None is let in. */
const surroundings = (): ChartOptions<'bar'> => ({
  devicePixelRatio,
  plugins: Object.fromEntries(Object.keys(Chart.defaults.plugins).map((id) => [id, false])),
});

/** Plug-ins are fixed when a chart is made: others need another chart. */
const samePlugins = (
  { plugins: a = [] }: ChartConfiguration<'bar'>,
  { plugins: b = [] }: ChartConfiguration<'bar'>,
): boolean => a.length === b.length && a.every((plugin, index) => plugin === b[index]);

const boxes = new Map<Element, () => void>();
let sizes: ResizeObserver | undefined;
let density: MediaQueryList | undefined;

/** One ResizeObserver and one density watch for all surfaces; none while there is no surface. */
function watchBox(box: Element, onChange: () => void): () => void {
  sizes ??= new ResizeObserver((entries) => {
    for (const { target } of entries) boxes.get(target)?.();
  });
  boxes.set(box, onChange);
  sizes.observe(box);
  if (!density) watchDensity();
  return () => {
    boxes.delete(box);
    sizes?.unobserve(box);
    if (boxes.size > 0) return;
    sizes = undefined;
    density?.removeEventListener('change', onDensity);
    density = undefined;
  };
}

/** A `resolution` query matches one density only: after each change the next one is watched. */
function watchDensity(): void {
  density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  density.addEventListener('change', onDensity, { once: true });
}

function onDensity(): void {
  watchDensity();
  for (const onChange of boxes.values()) onChange();
}
