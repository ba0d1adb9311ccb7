import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type ControlWords, controlWordsFor, rangeName, timeframeName } from '../../format/index.js';
import { type DayWindow, dayOf, previousWindow, type Range, readVersion, type Timeframe } from '../../spec/index.js';
import { AuthoredElement } from '../authored-element.js';
import type { QueryDefaults } from '../context.js';
import { property } from '../property.js';
import { themeStyles } from '../theme.styles.js';
import { type ControlSettings, InsightsChangeEvent } from '../visitor-events.js';
import {
  type ChosenDays,
  chosenDays,
  chosenTimeframe,
  faultOf,
  isAtFault,
  knownDays,
  offeredRanges,
  offeredTimeframes,
} from './chosen-days.js';
import { rangePickerStyles } from './range-picker.styles.js';
import { TypedDays } from './typed-days.js';

/**
 * Sets the days of the provider around it: by name, or a first and a last day; also the timeframe of demographics and
 * whether to compare. Shows what the provider has, whoever has set it.
 *
 * ```html
 * <insights-provider backend-url="/insights">
 *   <insights-range-picker presets="last_7_days,last_28_days,prev_month" comparison></insights-range-picker>
 *   <insights-metric-card metric="reach"></insights-metric-card>
 * </insights-provider>
 * ```
 *
 * @summary Lets a visitor choose the days that all elements of a provider show.
 * @tag insights-range-picker
 * @csspart base - The row of controls.
 * @csspart control - Each control: a field with what is chosen.
 * @csspart value - The dates of the chosen days.
 * @csspart message - What is wrong with days of the visitor's own.
 * @cssproperty --insights-accent - Focus, and the tick of the checkbox.
 * @cssproperty --insights-surface - Ground of the fields.
 * @cssproperty --insights-text - What is chosen.
 * @cssproperty --insights-muted - Dates and captions.
 * @cssproperty --insights-grid - The ring around a field.
 * @cssproperty --insights-negative - Days that cannot be asked for.
 * @cssproperty --insights-font - Font family.
 * @fires {InsightsChangeEvent} insights-change - A visitor has made a choice; `preventDefault()` leaves the provider as it is.
 * @fires {InsightsErrorEvent} insights-error - An attribute holds what looks like an access token.
 */
export class InsightsRangePicker extends AuthoredElement {
  /** The name that `define()` registers, unless it is given another. */
  static readonly tag: string = 'insights-range-picker';
  static override styles = [themeStyles, rangePickerStyles];

  /** The days to offer, by the names that `range` takes, separated by commas. @default all of them */
  @property() presets?: string;
  /** Also sets the timeframe of demographics. */
  @property({ type: Boolean }) timeframes = false;
  /** Also sets whether the days before are compared with. */
  @property({ type: Boolean }) comparison = false;
  /** Offers no days of the visitor's own. */
  @property({ attribute: 'no-custom', type: Boolean }) noCustom = false;
  /** The timeframe that is chosen, where no provider is around. */
  @property() timeframe?: string;

  readonly #typed = new TypedDays(this, (texts) => this.#onMeant(texts));
  /** The visitor wants days of their own, and has set none yet. */
  #isOpen = false;
  #days: ChosenDays = { choice: undefined, window: undefined };
  #told = '';

  /** What is set: by the provider, or without one by the element itself. */
  get #settings(): QueryDefaults {
    return this.insights.context?.defaults ?? this;
  }

  get #words(): ControlWords {
    return controlWordsFor(this.formats.locale);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const { range, since, until } = this.#settings;
    const told = [range, since, until].join();
    if (told !== this.#told) {
      this.#isOpen = false;
      this.#typed.forget();
    }
    this.#told = told;
    this.#days = chosenDays(this.#settings, this.now);
  }

  protected override updated(_changed: PropertyValues): void {
    // A list takes its value once its options are there.
    for (const select of this.renderRoot.querySelectorAll('select')) select.value = select.dataset['value'] ?? '';
    // As a property a server would write it as checked="false", which is checked.
    for (const box of this.renderRoot.querySelectorAll<HTMLInputElement>('[type=checkbox]'))
      box.checked = box.defaultChecked;
    if (this.isConnected) this.announce({ error: this.known(this.findSecret()) });
  }

  protected override render(): TemplateResult {
    return html`<div part="base" lang=${this.tongue} dir=${this.direction} role="group" aria-label=${this.#words.days} ?inert=${this.insights.waiting || !this.isSpoken}>
      ${this.#daysField()} ${this.#isCustom && !this.noCustom ? this.#customFields() : nothing}
      ${this.timeframes ? this.#timeframeField() : nothing} ${this.comparison ? this.#comparisonField() : nothing}
    </div>`;
  }

  get #isCustom(): boolean {
    return this.#isOpen || this.#days.choice === 'custom';
  }

  #daysField(): TemplateResult {
    const words = this.#words;
    const { choice, window } = this.#days;
    const chosen = this.#isCustom ? 'custom' : choice;
    const name = chosen === 'custom' ? words.custom : chosen ? this.#rangeName(chosen) : words.choose;
    const offersCustom = !this.noCustom || chosen === 'custom';
    return this.#field(
      html`<span class="name" aria-hidden="true">${name}</span>
        ${window ? html`<bdi part="value" id="dates" aria-hidden="true">${this.#say(window)}</bdi>` : nothing}`,
      html`<select
        data-value=${chosen ?? ''}
        aria-label=${words.days}
        aria-describedby="dates"
        @change=${this.#onDays}
      >
        ${chosen ? nothing : html`<option value="" disabled hidden>${words.choose}</option>`}
        ${offeredRanges(this.presets, choice).map((range) => html`<option value=${range}>${this.#rangeName(range)}</option>`)}
        ${offersCustom ? html`<option value="custom">${words.chooseCustom}</option>` : nothing}
      </select>`,
    );
  }

  #rangeName(range: Range): string {
    return rangeName(range, this.#words, this.formats);
  }

  #timeframeField(): TemplateResult {
    const words = this.#words;
    const chosen = chosenTimeframe(this.#settings);
    const version = readVersion(this.source?.apiVersion);
    const nameOf = (timeframe: Timeframe): string => timeframeName(timeframe, words, this.formats);
    const offered = offeredTimeframes(chosen, version, dayOf(this.now), nameOf);
    return this.#field(
      html`<span class="caption" aria-hidden="true">${words.timeframe}</span>
        <span class="name" aria-hidden="true">${nameOf(chosen)}</span>`,
      html`<select data-value=${chosen} aria-label=${words.timeframe} @change=${this.#onTimeframe}>
        ${offered.map((name) => html`<option value=${name}>${nameOf(name)}</option>`)}
      </select>`,
    );
  }

  /** A list lies unseen over what it has chosen: no browser lets its own text be laid out. */
  #field(face: TemplateResult, select: TemplateResult): TemplateResult {
    return html`<div part="control" class="field list">
      <span class="face">${face}</span>
      <svg viewBox="0 0 12 12" aria-hidden="true"><path d="m2.5 4.5 3.5 3.5 3.5-3.5"></path></svg>
      ${select}
    </div>`;
  }

  #comparisonField(): TemplateResult {
    const isOn = this.#settings.compare === 'previous_period';
    const { window } = this.#days;
    return html`<label part="control" class="field check">
      <input type="checkbox" ?checked=${isOn} @change=${this.#onComparison} />
      <span class="face">
        ${this.#words.compare}
        ${isOn && window ? html`<bdi class="caption">${this.#say(previousWindow(window))}</bdi>` : nothing}
      </span>
    </label>`;
  }

  #customFields(): TemplateResult {
    const words = this.#words;
    const { now } = this;
    const { texts = this.#days.window, isPending } = this.#typed;
    const known = knownDays(now, this.source?.history);
    const fault = texts && !isPending ? faultOf(texts, known) : undefined;
    const input = (name: keyof DayWindow, label: string): TemplateResult => html`<label class="day">
      <span class="caption">${label}</span>
      <input
        type="date"
        name=${name}
        min=${known.since}
        max=${known.until}
        .value=${live(texts?.[name] ?? '')}
        aria-describedby="pacific wrong"
        aria-invalid=${texts !== undefined && isAtFault(texts[name], fault, known)}
        @keydown=${this.#typed.hear}
        @change=${this.#onDay}
        @blur=${this.#typed.leave}
      />
    </label>`;
    return html`<div part="control" class="field days" role="group" aria-label=${words.custom} ?data-wrong=${fault}>
      ${input('since', words.firstDay)} ${input('until', words.lastDay)}
      <span class="caption" id="pacific">${words.pacific}</span>
      <p part="message" id="wrong" role="alert" ?hidden=${!fault}>
        ${fault ? words.wrongDays[fault](this.formats.day(known.since), this.formats.day(known.until)) : nothing}
      </p>
    </div>`;
  }

  #say(window: DayWindow): string {
    return this.formats.window(window, dayOf(this.now));
  }

  readonly #onDays = ({ currentTarget }: Event): void => {
    const { value } = currentTarget as HTMLSelectElement;
    this.#isOpen = value === 'custom';
    this.#typed.forget();
    if (!this.#isOpen && value !== this.#days.choice)
      this.#change({ range: value as Range, since: undefined, until: undefined });
    this.requestUpdate();
  };

  readonly #onDay = (): void => {
    const valueOf = (name: keyof DayWindow): string =>
      this.renderRoot.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value ?? '';
    this.#typed.take({ since: valueOf('since'), until: valueOf('until') });
  };

  #onMeant({ since, until }: DayWindow): void {
    if (faultOf({ since, until }, knownDays(this.now, this.source?.history))) return;
    this.#typed.forget();
    const { choice, window } = this.#days;
    if (choice === 'custom' && window?.since === since && window.until === until) return;
    this.#change({ range: undefined, since, until });
  }

  readonly #onTimeframe = ({ currentTarget }: Event): void =>
    this.#change({ timeframe: (currentTarget as HTMLSelectElement).value as Timeframe });

  readonly #onComparison = ({ currentTarget }: Event): void =>
    this.#change({ compare: (currentTarget as HTMLInputElement).checked ? 'previous_period' : '' });

  /** Tells the page, and unless that has other plans the provider. */
  #change(settings: ControlSettings): void {
    const event = new InsightsChangeEvent(settings);
    this.emit(event);
    // What was not taken is shown as it is.
    this.requestUpdate();
    if (event.defaultPrevented) return;
    const { context } = this.insights;
    if (context) context.change?.(settings);
    else Object.assign(this, settings);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'insights-range-picker': InsightsRangePicker;
  }
}
