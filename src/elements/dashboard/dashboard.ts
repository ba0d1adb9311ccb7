import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { type ControlWords, controlWordsFor, metricLabel, resultsToCsv } from '../../format/index.js';
import { type InsightsResult, looksLikeSecret, maskSecret } from '../../spec/index.js';
import { readList } from '../../spec/texts.js';
import { controlStyles } from '../control.styles.js';
import { menuButton } from '../menu-button.js';
import { property } from '../property.js';
import { InsightsProvider } from '../provider/provider.js';
import { themeStyles } from '../theme.styles.js';
import { type ControlSettings, InsightsChangeEvent } from '../visitor-events.js';
import { dashboardStyles } from './dashboard.styles.js';
import { cardsOf, defaultMetrics, type Panel, panelsOf } from './panels.js';
import { resultsIn, speakersIn } from './results-in.js';

/**
 * All of an account with one tag: who it is, the days to choose, its numbers, and what there is to draw of them.
 *
 * ```html
 * <insights-dashboard backend-url="/insights" compare="previous_period"></insights-dashboard>
 * ```
 *
 * A provider too: whatever is put inside it takes its days and its account.
 *
 * @summary A whole dashboard of an Instagram account, laid out for its container.
 * @tag insights-dashboard
 * @slot header - Beside the account and the controls.
 * @slot - Elements of the page's own, below the charts.
 * @slot footer - Below all.
 * @csspart base - The dashboard.
 * @csspart header - Account and controls.
 * @csspart menu - The button of the menu with which a visitor takes all numbers away.
 * @cssproperty --insights-accent - Controls, the first series, and focus.
 * @cssproperty --insights-surface - Ground of cards, charts and controls.
 * @cssproperty --insights-text - Numbers and headings.
 * @cssproperty --insights-muted - Labels and notes.
 * @cssproperty --insights-grid - Rings and grid lines.
 * @cssproperty --insights-positive - A change for the better.
 * @cssproperty --insights-negative - A change for the worse, and days that cannot be asked for.
 * @cssproperty --insights-series-1 - The first series of its charts.
 * @cssproperty --insights-series-2 - The second series of its charts.
 * @cssproperty --insights-series-3 - The third series of its charts.
 * @cssproperty --insights-series-4 - The fourth series of its charts.
 * @cssproperty --insights-series-5 - The fifth series of its charts.
 * @cssproperty --insights-series-6 - The sixth series of its charts.
 * @cssproperty --insights-series-7 - The seventh series of its charts.
 * @cssproperty --insights-series-8 - The eighth series of its charts.
 * @cssproperty --insights-font - Font family.
 * @cssproperty --insights-radius - Rounding of cards and charts.
 * @fires {InsightsErrorEvent} insights-error - An attribute of the dashboard itself is wrong.
 * @fires {InsightsChangeEvent} insights-change - A visitor has chosen days, or metrics.
 */
export class InsightsDashboard extends InsightsProvider {
  /** The name that `define()` registers, unless it is given another. */
  static override readonly tag: string = 'insights-dashboard';
  static override styles = [themeStyles, controlStyles, dashboardStyles];

  /** What to show, separated by commas: metrics by the API's names. @default all that Instagram still gives */
  @property() metrics?: string;
  /** Whether a visitor can choose among the metrics. */
  @property({ type: Boolean }) choosable = false;
  /** Hides the menus with which a visitor takes the numbers away, those of its cards and charts too. */
  @property({ attribute: 'no-menu', type: Boolean }) noMenu = false;

  /** What a visitor can choose from: all that the page named, since it last did. */
  #offered: readonly string[] = [];
  /** What a visitor has chosen; undefined since the page has named others. */
  #chosenHere: { readonly metrics: string } | undefined;

  /** Every answer of the elements inside, those of the page's own last. */
  get results(): readonly InsightsResult[] {
    return resultsIn(this);
  }

  /** Those as CSV. */
  toCSV(): string {
    return resultsToCsv(this.results, { formats: this.formats });
  }

  /**
   * All that is on screen as plain text: the account, then each card and chart as its own `toText()` has it, the page's own
   * last, with a line between. What is still loading has its title only.
   * @throws InsightsError `network` when what writes it cannot be had
   */
  async toText(): Promise<string> {
    const texts = await Promise.all(speakersIn(this).map((element) => element.toText()));
    return texts.filter(Boolean).join(`\n\n${line}\n\n`);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#chosenHere && this.#chosenHere.metrics === this.metrics) return;
    this.#chosenHere = undefined;
    this.#offered = this.#chosen.length > 0 ? this.#chosen : defaultMetrics;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // As a property a server would write it as checked="false", which is checked.
    for (const box of this.renderRoot.querySelectorAll<HTMLInputElement>('[type=checkbox]'))
      box.checked = box.defaultChecked;
  }

  /** The metrics on screen: none where all were taken away. */
  get #chosen(): readonly string[] {
    return this.#isNamed ? [...new Set(readList(this.metrics).filter(Boolean))] : defaultMetrics;
  }

  /** An attribute that is taken away is null. */
  get #isNamed(): boolean {
    return (this.metrics ?? undefined) !== undefined;
  }

  protected override render(): TemplateResult {
    const cards = cardsOf(this.#chosen);
    const panels = panelsOf(this.#chosen, this.#isNamed);
    return html`<div part="base" lang=${this.tongue} dir=${this.direction} class="board">
      <div part="header">
        <insights-account-header no-menu></insights-account-header>
        ${this.noMenu ? nothing : menuButton(this, this.#words.moreForAll, this.formats)}
        <slot name="header"></slot>
        ${this.choosable && this.isSpoken ? this.#chooser() : nothing}
        <insights-range-picker comparison ?timeframes=${panels.some(({ kind }) => kind === 'demographics')}>
        </insights-range-picker>
      </div>
      <div class="cards">
        ${cards.map((metric) => html`<insights-metric-card metric=${metric} ?no-menu=${this.noMenu}></insights-metric-card>`)}
      </div>
      ${cards.length + panels.length === 0 && this.isSpoken ? html`<p class="note">${this.#words.noMetrics}</p>` : nothing}
      <div class="charts">${panels.map((panel) => chartOf(panel, this.noMenu))}</div>
      <slot></slot><slot name="footer"></slot>
    </div>`;
  }

  get #words(): ControlWords {
    return controlWordsFor(this.formats.locale);
  }

  #chooser(): TemplateResult {
    const words = this.#words;
    const chosen = new Set(this.#chosen);
    return html`<button type="button" class="chooser" popovertarget="metrics">${words.metrics}</button>
      <fieldset id="metrics" popover>
        <legend class="hidden">${words.metrics}</legend>
        ${this.#offered.map(
          (metric) => html`<label>
            <input
              type="checkbox"
              ?checked=${chosen.has(metric)}
              @change=${(event: Event) => this.#choose(metric, event)}
            />
            <bdi>${looksLikeSecret(metric) ? maskSecret(metric) : metricLabel(metric, this.formats.locale)}</bdi>
          </label>`,
        )}
      </fieldset>`;
  }

  #choose(metric: string, { target }: Event): void {
    const chosen = new Set(this.#chosen);
    if ((target as HTMLInputElement).checked) chosen.add(metric);
    else chosen.delete(metric);
    const metrics = this.#offered.filter((name) => chosen.has(name)).join() as NonNullable<ControlSettings['metrics']>;
    const event = new InsightsChangeEvent({ metrics });
    this.emit(event);
    if (event.defaultPrevented) return this.requestUpdate();
    this.#chosenHere = { metrics };
    this.metrics = metrics;
  }
}

/** Between two texts that have empty lines of their own: no formula begins with it. */
const line = '———';

const chartOf = ({ kind, metric, size, ...optional }: Panel, noMenu: boolean): TemplateResult => {
  const { breakdown = nothing, display = nothing }: Partial<Record<string, unknown>> = optional;
  if (kind === 'trend')
    return html`<insights-trend-chart class=${size} metric=${metric} ?no-menu=${noMenu}></insights-trend-chart>`;
  return kind === 'breakdown'
    ? html`<insights-breakdown-chart class=${size} metric=${metric} breakdown=${breakdown} display=${display}
        ?no-menu=${noMenu}>
      </insights-breakdown-chart>`
    : html`<insights-demographics-chart class=${size} metric=${metric} breakdown=${breakdown} display=${display}
        ?no-menu=${noMenu}>
      </insights-demographics-chart>`;
};

declare global {
  interface HTMLElementTagNameMap {
    'insights-dashboard': InsightsDashboard;
  }
}
