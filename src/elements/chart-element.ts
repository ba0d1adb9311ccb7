/**
 * The base of every element with a chart: a title with a legend, the plot, a sentence, what to know of the numbers, and
 * the same numbers as a table.
 *
 * Does not know what is drawn: an element makes its configuration, and says what there is to point at.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ChartConfiguration, ChartTheme } from '../chart/index.js';
import { type ChartWords, chartWordsFor } from '../format/index.js';
import type { InsightsError, InsightsResult } from '../spec/index.js';
import { chartStyles } from './chart.styles.js';
import { ChartController, type ChartModule } from './chart-controller.js';
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
import { InsightsElement } from './insights-element.js';
import { PointingController } from './pointing.js';
import { seriesStyles } from './series.styles.js';
import { themeStyles } from './theme.styles.js';
import { InsightsSelectEvent } from './visitor-events.js';

export abstract class ChartElement extends InsightsElement {
  static override styles = [themeStyles, seriesStyles, controlStyles, chartStyles, chartPartsStyles];

  /** The keys of the series that a visitor has hidden. */
  #hidden: ReadonlySet<string> = new Set();
  #hiddenBefore: ReadonlySet<string> = new Set();
  readonly #drawing: ChartController;
  readonly #pointing: PointingController;

  constructor() {
    super();
    this.#drawing = new ChartController(this, {
      configure: (chart, theme) => this.configure(chart, theme),
      onDraw: () => this.#pointing.again(),
    });
    this.#pointing = new PointingController(this, {
      drawing: this.#drawing,
      spots: () => this.spots,
      channel: () => this.insights.context?.pointing,
      onSelect: ({ points }) => this.emit(new InsightsSelectEvent(points)),
    });
  }

  /** What the canvas shows; undefined where there is nothing to draw. */
  protected abstract configure(chart: ChartModule, theme: ChartTheme): ChartConfiguration | undefined;
  /** What can be pointed at, in the order of the drawing. */
  protected abstract get spots(): readonly ChartSpot[];
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
    const keys = this.#keys;
    return keys.length > 0 && keys.every((key) => this.#hidden.has(key)) ? new Set() : this.#hidden;
  }

  get #keys(): string[] {
    return this.legend.flatMap(({ key }) => key ?? []);
  }

  protected get chartWords(): ChartWords {
    return chartWordsFor(this.formats.locale);
  }

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
      ${this.renderNote(result, [...this.facts(result), this.#drawing.failure && this.chartWords.notDrawn])}`;
  }

  #plot({ stale }: InsightsResult): TemplateResult {
    const { onMove, onLeave, onFocus, onBlur, onKey, onClick } = this.#pointing;
    return html`<div class="stage">
        <div
          class=${stale ? 'plot stale' : 'plot'}
          role="group"
          tabindex="0"
          aria-labelledby="label"
          aria-describedby="keys"
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
        <div class="tip" role="status"></div>
      </div>
      <span class="hidden" id="keys">${this.chartWords.keys}</span><span class="probe"></span
      ><span class="theme-watch"></span>`;
  }

  protected override renderAppendix(result: InsightsResult): TemplateResult {
    return tableTemplate(this.table(result), this.chartWords.table, !this.isDrawn);
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<div class="skeleton plot"></div>
      <div class="skeleton line"></div>`;
  }

  /** The second click of two is about what was there before the first. */
  readonly #onToggle = (key: string, { detail, shiftKey }: Press): void => {
    if (detail > 2) return;
    const isSecond = detail === 2;
    if (!isSecond) this.#hiddenBefore = this.hiddenSeries;
    const hidden = new Set(this.#hiddenBefore);
    const others = this.#keys.filter((other) => other !== key);
    const isAlone = others.every((other) => hidden.has(other));
    if (isSecond || shiftKey) this.#hidden = new Set(isAlone ? [] : others);
    else this.#hidden = hidden.delete(key) ? hidden : hidden.add(key);
    this.requestUpdate();
  };
}
