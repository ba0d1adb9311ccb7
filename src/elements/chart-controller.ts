/**
 * A canvas in an element's template, and the chart on it: loaded late, drawn at the final size, gone with the element.
 *
 * Decides when the chart library is loaded and when to draw. Does not know what is drawn, nor what stands there instead.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChartTheme, Spot, Surface } from '../chart/index.js';
import { InsightsError } from '../spec/index.js';

export type ChartModule = typeof import('../chart/index.js');
type ChartHost = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

export interface ChartPainter {
  /** Makes the configuration of the moment; undefined where there is nothing to draw. */
  readonly configure: (chart: ChartModule, theme: ChartTheme) => Parameters<Surface['draw']>[0] | undefined;
  /** Called after each drawing. */
  readonly onDraw: () => void;
}

/** Pixels for one of CSS on paper: what a screen has is too coarse there. */
const paperDensity = 3;
/** A change that is taken back before it has come through is called off, and never ends. */
const themeChanges = ['transitionend', 'transitioncancel'] as const;

/** A chart below the fold is drawn when it comes this near. */
const nearby = '400px';

export class ChartController implements ReactiveController {
  /** Where the drawing comes from; a bundler finds its chunk here. */
  static load = (): Promise<ChartModule> => import('../chart/index.js');
  /** What came of it, by the way it was loaded: what one chart has, every other one has at once. */
  static readonly #loadedBy = new WeakMap<() => Promise<ChartModule>, ChartModule>();

  /** Why nothing can be drawn, until it is tried again; an update of the host follows. A host shows no canvas then. */
  failure: InsightsError | undefined;
  readonly #host: ChartHost;
  readonly #painter: ChartPainter;
  #loading: Promise<ChartModule> | undefined;
  #surface: Surface | undefined;
  #canvas: HTMLCanvasElement | undefined;
  #near = false;
  #approach: IntersectionObserver | undefined;
  #frame = 0;
  #isPrinting = false;
  /** Undoes what was done for the paper. */
  readonly #afterPrint: (() => void)[] = [];

  constructor(host: ChartHost, painter: ChartPainter) {
    this.#host = host;
    this.#painter = painter;
    host.addController(this);
  }

  hostConnected(): void {
    // Watched for good: a chart that was hidden may have missed a change of theme.
    this.#approach = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.#near = true;
        void this.#draw();
      },
      { rootMargin: nearby },
    );
    this.#approach.observe(this.#host);
    // Transition events end at the shadow root.
    for (const type of themeChanges) this.#host.renderRoot.addEventListener(type, this.#onThemeChange);
    addEventListener('beforeprint', this.#onPrint);
    addEventListener('afterprint', this.#onPrinted);
    addEventListener('online', this.#onOnline);
  }

  /** The index of what lies at a place of the canvas, in CSS pixels; undefined where nothing does. */
  pick(x: number, y: number): number | undefined {
    return this.#surface?.pick(x, y);
  }

  /** Marks what has an index, or nothing; of a dataset with such a label that alone. @returns where it is */
  point(index: number | undefined, label?: string): Spot | undefined {
    return this.#surface?.point(index, label);
  }

  hostUpdated(): void {
    if (this.#near) void this.#draw();
  }

  hostDisconnected(): void {
    this.#approach?.disconnect();
    this.#near = false;
    this.failure = undefined;
    cancelAnimationFrame(this.#frame);
    for (const type of themeChanges) this.#host.renderRoot.removeEventListener(type, this.#onThemeChange);
    removeEventListener('beforeprint', this.#onPrint);
    removeEventListener('afterprint', this.#onPrinted);
    removeEventListener('online', this.#onOnline);
    this.#undoPrint();
    this.#end();
  }

  #end(): void {
    this.#surface?.destroy();
    this.#surface = undefined;
    this.#canvas = undefined;
  }

  async #draw(): Promise<void> {
    if (!this.#host.renderRoot.querySelector('canvas')) return this.#end();
    const chart = ChartController.#loadedBy.get(ChartController.load) ?? (await this.#loaded());
    if (!chart) return;
    // While the library was on its way the element may have gone, or have lost its canvas.
    const canvas = this.#host.renderRoot.querySelector('canvas');
    const probe = this.#host.renderRoot.querySelector<HTMLElement>('.probe');
    if (!this.#host.isConnected || !this.#near || !canvas || !probe) return this.#end();
    if (canvas !== this.#canvas) this.#end();
    const config = this.#painter.configure(chart, chart.readTheme(probe));
    if (!config) return this.#end();
    this.#canvas = canvas;
    this.#surface ??= chart.createSurface(canvas);
    this.#surface.sharpen(this.#isPrinting ? paperDensity : 0);
    this.#surface.draw(config);
    this.#painter.onDraw();
  }

  /** Draws that wait for the library at the same time load it once, and fail once; not in an element that has gone. */
  async #loaded(): Promise<ChartModule | undefined> {
    const { load } = ChartController;
    this.#loading ??= load();
    try {
      const chart = await this.#loading;
      ChartController.#loadedBy.set(load, chart);
      return chart;
    } catch (cause) {
      this.#loading = undefined;
      if (this.failure || !this.#host.isConnected) return undefined;
      this.failure = new InsightsError('network', { detail: 'The chart library could not be loaded.', cause });
      this.#host.requestUpdate();
      return undefined;
    }
  }

  /**
   * On paper everything is near, light, and drawn more finely. Nothing can be waited for: without the library by then the table is printed,
   * and no plot.
   */
  readonly #onPrint = (): void => {
    if (this.#isPrinting) return;
    this.#near = true;
    this.#isPrinting = true;
    const { style, renderRoot } = this.#host;
    const name = 'color-scheme';
    const before = [style.getPropertyValue(name), style.getPropertyPriority(name)] as const;
    style.setProperty(name, 'light');
    this.#afterPrint.push(() => {
      style.setProperty(name, ...before);
      this.#isPrinting = false;
    });
    void this.#draw();
    const table = renderRoot.querySelector<HTMLDetailsElement>('details[part=table]:not([open])');
    const stage = renderRoot.querySelector('.stage');
    if (this.#surface || !table || !stage) return;
    table.open = true;
    stage.classList.add('unprinted');
    this.#afterPrint.push(() => {
      table.open = false;
      stage.classList.remove('unprinted');
    });
  };

  #undoPrint(): void {
    for (const undo of this.#afterPrint.splice(0)) undo();
  }

  readonly #onPrinted = (): void => {
    this.#undoPrint();
    void this.#draw();
  };

  /** What the network did not give, it may give now. */
  readonly #onOnline = (): void => {
    if (!this.failure) return;
    this.failure = undefined;
    this.#host.requestUpdate();
  };

  /** The watch in the template changes its colours with the theme, each in an event of its own: they are drawn together. */
  readonly #onThemeChange = ({ target }: Event): void => {
    if (!(target instanceof Element) || !target.classList.contains('theme-watch')) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => void this.#draw());
  };
}
