/**
 * The base of every element that shows an answer: its states, and the box they are shown in.
 *
 * Does not know what an answer looks like: an element says which questions it has and draws them.
 */
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { InsightsSnapshot } from '../client/index.js';
import { metricLabel, type Words, wordsFor } from '../format/index.js';
import {
  dayOf,
  defaultMaxWindowSeconds,
  type InsightsError,
  type InsightsResult,
  looksLikeSecret,
  maskSecret,
  type QueryInput,
} from '../spec/index.js';
import { viewOf } from './element-state.js';
import type { Oddities } from './findings.js';
import { whenIdle } from './idle.js';
import { csvNow, loadCsv, loadTakeAway } from './late-take-away.js';
import type { MenuItem } from './menu.js';
import { menuButton } from './menu-button.js';
import { noteTemplate } from './note.js';
import { QuestionElement } from './question-element.js';
import { themeStyles } from './theme.styles.js';

/** The question that an element's state is about; others (a trend, a base to compare with) only add to it. */
export const main = 'main';

/**
 * What a card and a chart have in common.
 */
export abstract class InsightsElement extends QuestionElement {
  static override styles = [themeStyles];

  static override readonly properties: PropertyDeclarations = {
    heading: {},
    result: { attribute: false },
    noMenu: { attribute: 'no-menu', type: Boolean },
  };

  /** The heading, instead of the metric's name. */
  heading?: string;
  /** Hides the menu with which a visitor takes the numbers away. */
  noMenu = false;

  #given: InsightsResult | undefined;
  /** The answer on screen. Set it to show a result of your own: then nothing is fetched, until it is undefined again. */
  get result(): InsightsResult | undefined {
    return this.#given ?? this.view.result;
  }
  set result(value: InsightsResult | undefined) {
    this.#given = value;
    this.requestUpdate();
  }

  /** Every answer on screen: the main one first. */
  get results(): readonly InsightsResult[] {
    const { result } = this;
    if (!result || this.#given) return result ? [result] : [];
    const others = [...this.insights.snapshots].filter(([name]) => name !== main);
    return [result, ...others.flatMap(([, snapshot]) => snapshot.result ?? [])];
  }

  /**
   * The answers on screen as CSV: ISO days, and beside each number what it counts and how sure it is.
   * @throws InsightsError before what writes it is loaded, on which `updateComplete` waits
   */
  toCSV(): string {
    return csvNow(this.results, this.formats);
  }

  /**
   * What is on screen as plain text: title, days, numbers, notes; a table with tabs between its cells. Out of a page, where
   * nothing was ever on screen, it is empty.
   * @throws InsightsError `network` when what writes it cannot be had
   */
  async toText(): Promise<string> {
    // Out of the page no update ends.
    if (this.isConnected) await this.updateComplete;
    return (await loadTakeAway()).textOf(this, this.formats);
  }

  /** The questions of a legal query, by name; {@link main} is the one that decides the state. */
  protected abstract questions(query: QueryInput): Readonly<Record<string, QueryInput>>;
  /** Draws an answer, below its heading. */
  protected abstract renderReady(result: InsightsResult): TemplateResult;
  /** Draws what stands there until the answer comes. */
  protected abstract renderSkeleton(): TemplateResult;

  /** What stands beside the heading of an answer. */
  protected renderLegend(_result: InsightsResult): TemplateResult | typeof nothing {
    return nothing;
  }

  /** What only the element can tell of an answer out of the ordinary. */
  protected odditiesOf(_result: InsightsResult): Oddities {
    return {};
  }

  /** What a reader can open below an answer. */
  protected renderAppendix(_result: InsightsResult): TemplateResult | typeof nothing {
    return nothing;
  }

  /** The class of the box around header and answer. */
  protected get box(): string {
    return 'body';
  }

  /** What the element is about, where its author gives no heading. */
  protected get topic(): string {
    return metricLabel(this.result?.metric ?? this.metric ?? '', this.formats.locale);
  }

  /** The title on screen; where an author wants none, still what the element is called. */
  protected get label(): string {
    // What a page sets need not be a text: a list is read as its comma text.
    const label = [this.heading || (this.isSpoken ? this.topic : '\u00A0')].join() || this.localName;
    return looksLikeSecret(label) ? maskSecret(label) : label;
  }

  /** The answer that decides the state. */
  protected get answer(): InsightsSnapshot | undefined {
    return this.insights.snapshot(main);
  }

  /** What failed beside the numbers, and leaves them standing. */
  protected get aside(): InsightsError | undefined {
    return undefined;
  }

  protected get words(): Words {
    return wordsFor(this.formats.locale);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const refusal = this.known(this.readQuestion());
    const { waiting } = this.insights;
    const isAsking = this.isJudged && !refusal && !waiting && !this.#given;
    this.insights.ask(this.source, isAsking ? this.questions(this.query) : {}, this.interval);
    this.view = viewOf({
      connected: this.isConnected,
      waiting,
      refusal,
      given: this.#given,
      snapshot: this.answer,
      aside: this.aside ?? [...this.insights.snapshots.values()].map(failureOf).find(Boolean),
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.state === 'ready') whenIdle(loadCsv);
  }

  /** Whoever waits for it can have a table. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    if (this.state === 'ready') await loadCsv();
    return isComplete;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { state, result } = this.view;
    if (state === 'idle') return nothing;
    const { isSpoken, label } = this;
    const shown = state === 'ready' && isSpoken ? result : undefined;
    return html`<div part="base" lang=${this.tongue} dir=${this.direction} role="group" tabindex="-1" aria-labelledby="label" aria-busy=${this.view.fetching}>
      <div class=${this.box}>
        <div part="header">
          <p class=${this.heading === '' ? 'hidden' : 'label'} id="label">${label}</p>
          ${shown ? this.renderLegend(shown) : nothing}<slot name="header"></slot>
          ${
            shown && !this.noMenu
              ? menuButton(this, this.words.more(label), this.formats, () => this.menuItems)
              : nothing
          }
        </div>
        ${
          shown
            ? [this.renderReady(shown), this.#findings(shown)]
            : state === 'loading' || !isSpoken
              ? this.renderSkeleton()
              : html`<slot name=${state}>${this.#message()}</slot>`
        }
      </div>
      ${shown ? this.renderAppendix(shown) : nothing}<slot name="footer"></slot>
    </div>`;
  }

  /** What a reader has to know beside the numbers: the given facts, and what every answer has to say of itself. */
  protected renderNote(result: InsightsResult, facts: readonly (string | undefined)[]): TemplateResult {
    const { formats, words, results } = this;
    return noteTemplate({ result, results, facts, words, formats });
  }

  #message(): TemplateResult {
    const { formats, mostDays } = this;
    const template = this.remarks?.messageTemplate;
    const parts = { view: this.view, formats, mostDays, onRetry: this.#onRetry, onFewerDays: this.#onFewerDays };
    return template ? template(parts) : this.renderSkeleton();
  }

  #findings(result: InsightsResult): TemplateResult | typeof nothing {
    const { formats, mostDays, results } = this;
    const oddities = this.odditiesOf(result);
    const { pausedUntil } = this.insights.snapshot(main) ?? {};
    const isOrdinary = ({ reason, gaps, parts, strays }: InsightsResult): boolean =>
      !(reason || gaps || parts || strays);
    if (results.every(isOrdinary) && pausedUntil === undefined && !Object.values(oddities).some(Boolean))
      return nothing;
    const handlers = { onRetry: this.#onRetry, onFewerDays: this.#onFewerDays };
    const today = dayOf(this.now);
    return (
      this.remarks?.findingsTemplate?.({ results, oddities, pausedUntil, mostDays, formats, today, ...handlers }) ??
      nothing
    );
  }

  /** The longest window, in days, of which there is a total of unique accounts. */
  protected get mostDays(): number {
    return Math.floor((this.source?.maxWindowSeconds ?? defaultMaxWindowSeconds) / 86_400);
  }

  /** What a visitor can do with the numbers beside taking them away. */
  protected get menuItems(): readonly MenuItem[] {
    return [];
  }

  readonly #onRetry = (): void => {
    this.forgetRemarks();
    this.keepFocus();
    this.retry();
  };

  /** A result that the page set has no other days. */
  get #onFewerDays(): (() => void) | undefined {
    if (this.#given) return undefined;
    return () => {
      this.keepFocus();
      this.takeFewerDays();
    };
  }
}

/** Why a question, or a part of one, could not be answered. */
const failureOf = ({ error, result }: InsightsSnapshot): InsightsError | undefined => error ?? result?.gaps?.[0]?.error;
