/**
 * The base of every element with a chart: a title with a legend, the plot, a sentence, what to know of the numbers, and
 * the same numbers as a table.
 *
 * Does not know what is drawn: an element makes its configuration, and says what there is to point at.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ChartConfiguration, ChartTheme } from '../chart/index.js';
import { type ChartWords, chartWordsFor, resultsToCsv, type SoundWords, soundWordsFor } from '../format/index.js';
import { InsightsError, type InsightsResult, loadPart } from '../spec/index.js';
import { chartStyles } from './chart.styles.js';
import { ChartController, type ChartModule } from './chart-controller.js';
import type { KeyOrder } from './chart-keys.js';
import { showPointed } from './chart-marks.js';
import {
  type ChartSpot,
  type ChartTable,
  type LegendEntry,
  legendTemplate,
  type Press,
  paintSwatches,
  tableTemplate,
} from './chart-parts.js';
import { chartPartsStyles } from './chart-parts.styles.js';
import { controlStyles } from './control.styles.js';
import { InsightsErrorEvent } from './events.js';
import { HiddenSeries } from './hidden-series.js';
import { InsightsElement } from './insights-element.js';
import { regionTemplate, say } from './live-region.js';
import type { MenuItem } from './menu.js';
import { pointText } from './point-text.js';
import { isRightToLeft, PointingController } from './pointing.js';
import { seriesStyles } from './series.styles.js';
import { themeStyles } from './theme.styles.js';
import { TonesController } from './tones-controller.js';
import { InsightsSelectEvent } from './visitor-events.js';

export abstract class ChartElement extends InsightsElement {
  static override styles = [themeStyles, seriesStyles, controlStyles, chartStyles, chartPartsStyles];

  readonly #hidden = new HiddenSeries();
  readonly #drawing: ChartController;
  readonly #pointing: PointingController;
  readonly #tones: TonesController;

  constructor() {
    super();
    this.#drawing = new ChartController(this, {
      configure: (chart, theme) => this.configure(chart, theme),
      onDraw: () => this.#pointing.again(),
    });
    this.#pointing = new PointingController(this, {
      pick: (x, y) => this.#drawing.pick(x, y),
      spots: () => this.spots,
      order: () => this.keyOrder,
      show: (pointed) => showPointed(this.renderRoot, this.#drawing, pointed),
      textOf: (reached) => pointText(reached, this.chartWords, this.formats),
      channel: () => this.insights.context?.pointing,
      onReach: ({ index, spot, series }) =>
        this.#tones.sound(
          index,
          series === undefined ? undefined : spot.series?.findIndex(({ key }) => key === series),
        ),
      onSelect: (points) => this.emit(new InsightsSelectEvent(points)),
    });
    this.#tones = new TonesController(this, {
      spots: () => (this.state === 'ready' ? this.spots : []),
      words: () => this.soundWords,
      number: (value) => this.formats.number(value),
      mark: (index) => {
        this.#drawing.point(index);
        if (index === undefined) this.#pointing.again();
      },
      say: (text) => say(this.renderRoot, text),
      onFailure: (error) => this.emit(new InsightsErrorEvent(error)),
      // Days run from left to right on any page.
      rtl: () => this.keyOrder !== 'days' && isRightToLeft(this.#plotBox),
    });
  }

  /** What the canvas shows; undefined where there is nothing to draw. */
  protected abstract configure(chart: ChartModule, theme: ChartTheme): ChartConfiguration | undefined;
  /** What can be pointed at, in the order of the drawing. */
  protected abstract get spots(): readonly ChartSpot[];
  /** How they follow each other for keys. */
  protected abstract get keyOrder(): KeyOrder;
  /** The legend; without an entry there is none. */
  protected abstract get legend(): readonly LegendEntry[];
  /** The drawing in a sentence: it describes the canvas. */
  protected abstract sentence(result: InsightsResult): string;
  /** What a reader has to know of the numbers, piece by piece. */
  protected abstract facts(result: InsightsResult): readonly (string | undefined)[];
  /** The numbers as a table. */
  protected abstract table(result: InsightsResult): ChartTable;

  /** The keys of series that are not to be drawn; never all of them. */
  protected get hiddenSeries(): ReadonlySet<string> {
    return this.#hidden.of(this.#keys);
  }

  get #keys(): string[] {
    return this.legend.flatMap(({ key }) => key ?? []);
  }

  protected get chartWords(): ChartWords {
    return chartWordsFor(this.formats.locale);
  }

  protected get soundWords(): SoundWords {
    return soundWordsFor(this.formats.locale);
  }

  /**
   * Plays the numbers as tones: higher is more. To be called when a visitor asks for it, as browsers are silent before the
   * first click. Arrow keys play single values from then on, until the focus leaves the chart. Resolves at the end; a
   * failure is told by `insights-error`.
   */
  playTones(): Promise<void> {
    return this.#tones.play();
  }

  protected override get menuItems(): readonly MenuItem[] {
    const { soundWords: words } = this;
    const label = this.#tones.isPlaying ? words.stop : words.play;
    const run = (): void => {
      // From there arrow keys play single values.
      this.#plotBox?.focus();
      this.#tones.toggle();
    };
    return [{ key: 'tones', label, hint: words.description, run }];
  }

  get #plotBox(): HTMLElement | null {
    return this.renderRoot.querySelector('.plot');
  }

  /** Ends the tones. */
  stopTones(): void {
    this.#tones.stop();
  }

  override toCSV(): string {
    return resultsToCsv(this.results, { formats: this.formats });
  }

  /**
   * The chart as a PNG: twice as dense as it is large on the page, as light or dark as it is there, with its title, days,
   * legend, sentence and notes on an opaque ground. Series that a visitor has hidden are left out.
   * @throws InsightsError `not-ready` where there is nothing to draw; the element's own, where it has one; `network` when the
   * chart library cannot be had
   */
  async toPNG(): Promise<Blob> {
    // Out of the page nothing has a colour, and no update ends.
    if (!this.isConnected) throw new InsightsError('not-ready');
    await this.updateComplete;
    await this.whenDrawable();
    const check = (): void => {
      if (this.state !== 'ready' || !this.isConnected) throw this.error ?? new InsightsError('not-ready');
    };
    check();
    const [chart, picture, { chartPicture }] = await loadPart(() =>
      Promise.all([ChartController.load(), import('../chart/picture.js'), import('./chart-picture.js')]),
    );
    check();
    return chartPicture({
      chart,
      picture,
      element: this,
      formats: this.formats,
      configure: (library, theme) => this.configure(library, theme),
      legend: this.legend,
      hidden: this.hiddenSeries,
    });
  }

  /** Settles when what is drawn with is there, or could not be had. */
  protected async whenDrawable(): Promise<void> {}

  override refresh(): void {
    this.#drawing.failure = undefined;
    super.refresh();
  }

  protected override get aside(): InsightsError | undefined {
    return this.#drawing.failure;
  }

  /** Whether the canvas shows the numbers: else the table does. */
  protected get isDrawn(): boolean {
    return this.#drawing.failure === undefined;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    paintSwatches(this.renderRoot);
  }

  protected override renderLegend(): TemplateResult | typeof nothing {
    const { legend: entries, hiddenSeries: hidden, chartWords } = this;
    if (entries.length === 0) return nothing;
    return legendTemplate({ entries, hidden, hint: chartWords.legendHint, onToggle: this.#onToggle });
  }

  protected override renderReady(result: InsightsResult): TemplateResult {
    const sentence = this.sentence(result);
    // It describes the canvas too, so it says of itself what a mark beside it says.
    const isSample = result.source === 'demo' && sentence !== '';
    return html`${this.isDrawn ? this.#plot(result) : nothing}
      <p class="sentence" id="sentence">${isSample ? this.chartWords.sample(sentence) : sentence}</p>
      ${this.renderNote(result, [...this.facts(result), this.#drawing.failure && this.chartWords.notDrawn])}
      ${regionTemplate()}`;
  }

  /**
   * An application, so that screen readers hand on the arrow keys. Those that can leave it unopened read its name and
   * description and no picture; those that look into it, as on a touch screen, find the picture as one: so both are named.
   */
  #plot({ stale }: InsightsResult): TemplateResult {
    const { onMove, onLeave, onFocus, onBlur, onKey, onClick } = this.#pointing;
    return html`<div class="stage">
        <div
          class=${stale ? 'plot stale' : 'plot'}
          role="application"
          tabindex="0"
          aria-roledescription=${this.chartWords.plot}
          aria-labelledby="label"
          aria-describedby="sentence keys"
          @pointerdown=${onMove}
          @pointermove=${onMove}
          @pointerleave=${onLeave}
          @focusin=${onFocus}
          @focusout=${onBlur}
          @keydown=${onKey}
          @click=${onClick}
        >
          <canvas part="chart" role="img" aria-labelledby="label" aria-describedby="sentence"></canvas>
        </div>
        <div class="tip" aria-hidden="true"></div>
      </div>
      <span class="hidden" id="keys">${this.#keyHint}</span><span class="probe"></span
      ><span class="theme-watch"></span>`;
  }

  get #keyHint(): string {
    const { keys, keysByDay, keysByRow } = this.chartWords;
    if (this.keyOrder === 'parts' || !this.#pointing.hasSeries) return keys;
    return this.keyOrder === 'days' ? keysByDay : keysByRow;
  }

  protected override renderAppendix(result: InsightsResult): TemplateResult {
    const { chartWords: words } = this;
    const { quantity } = this.formats;
    const table = this.table(result);
    const opened = words.tableOpened(quantity(table.rows.length), quantity(table.columns.length));
    return tableTemplate({
      table,
      name: this.label,
      label: words.table,
      isOpen: !this.isDrawn,
      onToggle: (isOpen) => say(this.renderRoot, isOpen ? opened : ''),
    });
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<div class="skeleton plot"></div>
      <div class="skeleton line"></div>`;
  }

  readonly #onToggle = (key: string, press: Press): void => {
    if (this.#hidden.toggle(key, press, this.#keys)) this.requestUpdate();
  };
}
