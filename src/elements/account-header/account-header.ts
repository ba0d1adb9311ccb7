import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { type ControlWords, controlWordsFor, csvOf, wordsFor } from '../../format/index.js';
import { clip } from '../../format/words.js';
import { type InsightsAccount, InsightsError, loadPart } from '../../spec/index.js';
import { type ElementView, viewOf } from '../element-state.js';
import { menuButton } from '../menu-button.js';
import { property } from '../property.js';
import { seriesStyles } from '../series.styles.js';
import { StateElement } from '../state-element.js';
import { themeStyles } from '../theme.styles.js';
import { accountHeaderStyles } from './account-header.styles.js';
import { AccountQuestion } from './account-question.js';
import { monogramOf } from './monogram.js';

/**
 * Whose numbers they are: name, username, followers and posts.
 *
 * ```html
 * <insights-account-header backend-url="/insights"></insights-account-header>
 * ```
 *
 * @summary Name, username, followers and posts of an Instagram account.
 * @tag insights-account-header
 * @slot avatar - A picture of your own, in place of the letters: the API gives none.
 * @slot header - Beside the name.
 * @slot footer - Below the account.
 * @slot empty - In place of what is said when the API gives nothing.
 * @slot error - In place of what is said when something failed.
 * @csspart base - The card.
 * @csspart header - The name.
 * @csspart menu - The button of the menu with which a visitor takes the account away.
 * @csspart value - Followers and posts.
 * @csspart message - What is said when nothing is known of the account.
 * @cssproperty --insights-accent - One end of the colours behind the letters, and focus.
 * @cssproperty --insights-series-2 - The other end.
 * @cssproperty --insights-surface - Ground of the card.
 * @cssproperty --insights-text - Name and numbers.
 * @cssproperty --insights-muted - Username and labels.
 * @cssproperty --insights-grid - The ring around the card.
 * @cssproperty --insights-font - Font family.
 * @cssproperty --insights-radius - Rounding of the card.
 * @fires {InsightsErrorEvent} insights-error - A failure, also one that leaves an older answer on screen.
 */
export class InsightsAccountHeader extends StateElement {
  /** The name that `define()` registers, unless it is given another. */
  static readonly tag: string = 'insights-account-header';
  static override styles = [themeStyles, seriesStyles, accountHeaderStyles];

  /** Hides the menu with which a visitor takes the account away. */
  @property({ attribute: 'no-menu', type: Boolean }) noMenu = false;

  readonly #question = new AccountQuestion(() => this.requestUpdate());
  #given: InsightsAccount | undefined;

  /** The account on screen. Set it to show one of your own: then nothing is fetched, until it is undefined again. */
  @property({ attribute: false })
  get profile(): InsightsAccount | undefined {
    return this.#given ?? this.#question.profile;
  }
  set profile(value: InsightsAccount | undefined) {
    this.#given = value;
    this.requestUpdate();
  }

  override refresh(): void {
    this.#question.refresh();
    this.requestUpdate();
  }

  /** The account on screen as CSV: one row; none where nothing is known. What is not known is an empty cell, not zero. */
  toCSV(): string {
    const { profile } = this;
    const { username, name, followersCount, mediaCount, source, fetchedAt } = profile ?? {};
    const numbers = [followersCount, mediaCount].map((count) => (isThere(count) ? count : undefined));
    const fetched = isThere(fetchedAt) ? new Date(Number(fetchedAt)).toJSON() : undefined;
    return csvOf([
      ['username', 'name', 'followers_count', 'media_count', 'sample', 'fetched_at'],
      ...(profile ? [[username, name, ...numbers, source === 'demo', fetched]] : []),
    ]);
  }

  /**
   * What is on screen as plain text: name, username, followers and posts, a line each.
   * @throws InsightsError `network` when what writes it cannot be had
   */
  async toText(): Promise<string> {
    if (this.isConnected) await this.updateComplete;
    const { accountText } = await loadPart(() => import('./account-text.js'));
    return accountText(this.renderRoot);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#question.retry);
    document.addEventListener('visibilitychange', this.#question.retry);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#question.retry);
    document.removeEventListener('visibilitychange', this.#question.retry);
    this.#question.ask(undefined);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const refusal = this.known(this.findSecret() ?? (this.source ? undefined : new InsightsError('no-client')));
    const { waiting } = this.insights;
    const isAsking = this.isConnected && !waiting && !refusal && !this.#given;
    this.#question.ask(isAsking ? this.source : undefined, this.interval);
    this.view = this.#viewOf(refusal);
  }

  #viewOf(refusal: InsightsError | undefined): ElementView {
    const { error, isAsking: fetching, profile: answer } = this.#question;
    const profile = this.#given ?? answer;
    if (profile && refusal?.code !== 'secret') {
      const isKnown = [profile.name, profile.username, profile.followersCount, profile.mediaCount].some(isThere);
      const told = { fetching, ...(error && { error }) };
      return isKnown ? { state: 'ready', ...told } : { state: 'empty', reason: 'not-returned', ...told };
    }
    const { isConnected: connected, insights } = this;
    const snapshot = { fetching, refresh: () => {}, ...(error && { error }) };
    return viewOf({ connected, waiting: insights.waiting, refusal, given: undefined, snapshot, aside: undefined });
  }

  get #words(): ControlWords['account'] {
    return controlWordsFor(this.formats.locale).account;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { fetching } = this.view;
    const state = this.view.state === 'idle' || this.isSpoken ? this.view.state : 'loading';
    const { profile = {} } = this;
    if (state === 'idle') return nothing;
    const title = state === 'ready' ? titleOf(profile) : '';
    return html`<div part="base" lang=${this.tongue} dir=${this.direction} role="group" tabindex="-1" aria-label=${title || this.#words.topic} aria-busy=${fetching}>
      ${state === 'ready' ? this.#account(profile, title) : state === 'loading' ? skeleton : html`<slot name=${state}>${this.#message()}</slot>`}
      <slot name="footer"></slot>
    </div>`;
  }

  #account(profile: InsightsAccount, title: string): TemplateResult {
    const { username, followersCount, mediaCount, source } = profile;
    const { locale } = this.formats;
    const { error } = this.view;
    const words = this.#words;
    const handle = title && username && !title.startsWith('@') ? `@${clip(username)}` : '';
    const counts = [this.#count(followersCount, words.followers), this.#count(mediaCount, words.posts)];
    const classes = ['account', !handle && 'lone', error && 'stale'].filter(Boolean);
    return html`<div class=${classes.join(' ')}>
        <div class="avatar">
          <slot name="avatar"><span class="monogram" aria-hidden="true">${monogramOf(profile, locale)}</span></slot>
        </div>
        <div class="title">
          <p class="label" part="header"><bdi>${title || words.topic}</bdi></p>
          ${source === 'demo' ? html`<span class="sample">${wordsFor(locale).sample}</span>` : nothing}
          <slot name="header"></slot>
        </div>
        <div class="line">
          ${handle ? html`<p class="handle"><span class="fact"><bdi>${handle}</bdi></span></p>` : nothing}
          ${counts.some((count) => count !== nothing) ? html`<p part="value">${counts}</p>` : nothing}
        </div>
        ${this.#menu(title)}
      </div>
      ${error ? html`<p class="note">${words.kept(this.formats.moment(this.#question.receivedAt))}</p>` : nothing}`;
  }

  #menu(title: string): TemplateResult | typeof nothing {
    const { formats } = this;
    return this.noMenu ? nothing : menuButton(this, wordsFor(formats.locale).more(title || this.#words.topic), formats);
  }

  #count(
    count: number | undefined,
    around: (count: number) => readonly [string, string],
  ): TemplateResult | typeof nothing {
    if (count === undefined || !isThere(count)) return nothing;
    const [before, after] = around(count);
    return html`<span class="fact">${before}<span class="number"><bdi>${this.formats.number(count)}</bdi></span>${after}</span> `;
  }

  #message(): TemplateResult {
    const { view, remarks, reason } = this;
    if (!remarks) return skeleton;
    if (reason !== 'not-returned') {
      const parts = { view, formats: this.formats, mostDays: 0, onRetry: this.#onRetry, onFewerDays: undefined };
      return remarks.messageTemplate(parts);
    }
    const [head, text] = this.#words.nothing;
    return html`<div part="message">
      <p class="head">${head}</p>
      <p>${text}</p>
    </div>`;
  }

  readonly #onRetry = (): void => {
    this.keepFocus();
    this.refresh();
  };
}

/** What the API left out is absent; a page that sets an account may write null or an empty text. */
const isThere = (value: unknown): boolean => (typeof value === 'string' ? value !== '' : Number.isFinite(value));

const titleOf = ({ name, username }: InsightsAccount): string => clip(name || (username ? `@${username}` : ''));

const skeleton = html`<div class="account" aria-hidden="true">
  <div class="avatar"><slot name="avatar"><span class="skeleton monogram"></span></slot></div>
  <div class="title"><span class="skeleton name"></span></div>
  <div class="line">
    <span class="skeleton facts"></span>
    <span class="figures"><span class="skeleton"></span><span class="skeleton"></span></span>
  </div>
</div>`;

declare global {
  interface HTMLElementTagNameMap {
    'insights-account-header': InsightsAccountHeader;
  }
}
