/**
 * A canvas in an element's template, and the chart on it: loaded late, drawn at the final size, gone with the element.
 *
 * Decides when the chart library is loaded and when to draw. Does not know what is drawn, nor what stands there instead.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChartTheme, Surface } from '../chart/index.js';
import { InsightsError } from '../spec/index.js';

type ChartModule = typeof import('../chart/index.js');
type ChartHost = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/** Makes the configuration of the moment; undefined where there is nothing to draw. */
type Configure = (chart: ChartModule, theme: ChartTheme) => Parameters<Surface['draw']>[0] | undefined;

/** A chart below the fold is drawn when it comes this near. */
const nearby = '400px';

export class ChartController implements ReactiveController {
  /** Where the drawing comes from; a bundler finds its chunk here. */
  static load = (): Promise<ChartModule> => import('../chart/index.js');

  /** Why nothing can be drawn, until it is tried again; an update of the host follows. A host shows no canvas then. */
  failure: InsightsError | undefined;
  readonly #host: ChartHost;
  readonly #configure: Configure;
  #loading: Promise<ChartModule> | undefined;
  #chart: ChartModule | undefined;
  #surface: Surface | undefined;
  #canvas: HTMLCanvasElement | undefined;
  #near = false;
  #approach: IntersectionObserver | undefined;
  #frame = 0;

  constructor(host: ChartHost, configure: Configure) {
    this.#host = host;
    this.#configure = configure;
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
    this.#host.renderRoot.addEventListener('transitionend', this.#onThemeChange);
  }

  hostUpdated(): void {
    if (this.#near) void this.#draw();
  }

  hostDisconnected(): void {
    this.#approach?.disconnect();
    this.#near = false;
    this.failure = undefined;
    cancelAnimationFrame(this.#frame);
    this.#host.renderRoot.removeEventListener('transitionend', this.#onThemeChange);
    this.#end();
  }

  #end(): void {
    this.#surface?.destroy();
    this.#surface = undefined;
    this.#canvas = undefined;
  }

  async #draw(): Promise<void> {
    if (!this.#host.renderRoot.querySelector('canvas')) return this.#end();
    const chart = this.#chart ?? (await this.#loaded());
    if (!chart) return;
    // While the library was on its way the element may have gone, or have lost its canvas.
    const canvas = this.#host.renderRoot.querySelector('canvas');
    const probe = this.#host.renderRoot.querySelector<HTMLElement>('.probe');
    if (!this.#host.isConnected || !this.#near || !canvas || !probe) return this.#end();
    if (canvas !== this.#canvas) this.#end();
    const config = this.#configure(chart, chart.readTheme(probe));
    if (!config) return;
    this.#canvas = canvas;
    this.#surface ??= chart.createSurface(canvas);
    this.#surface.draw(config);
  }

  /** Draws that wait for the library at the same time load it once, and fail once; not in an element that has gone. */
  async #loaded(): Promise<ChartModule | undefined> {
    this.#loading ??= ChartController.load();
    try {
      this.#chart = await this.#loading;
    } catch (cause) {
      this.#loading = undefined;
      if (this.failure || !this.#host.isConnected) return undefined;
      this.failure = new InsightsError('network', { detail: 'The chart library could not be loaded.', cause });
      this.#host.requestUpdate();
    }
    return this.#chart;
  }

  /** The watch in the template changes its colours with the theme, each in an event of its own: they are drawn together. */
  readonly #onThemeChange = ({ target }: Event): void => {
    if (!(target instanceof Element) || !target.classList.contains('theme-watch')) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => void this.#draw());
  };
}
