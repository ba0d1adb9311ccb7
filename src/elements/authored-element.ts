/**
 * What every tag of ours shares: where its numbers come from and for which days, that it takes no secret, and that it
 * tells the page about each answer and each failure once.
 *
 * Does not know metrics, nor what is shown.
 */
import { isServer, LitElement, type PropertyDeclarations, type PropertyValues, ReactiveElement } from 'lit';
import { getDefaultClient, type InsightsClient } from '../client/index.js';
import { type Formats, formatsFor, hasWords, languageSaid, loadWords } from '../format/index.js';
import { InsightsError, type InsightsResult, looksLikeSecret, looksLikeToken } from '../spec/index.js';
import { defineElement } from './define-element.js';
import { InsightsErrorEvent, InsightsLoadEvent } from './events.js';
import { InsightsController } from './insights-controller.js';
import { follow, localeOf, unfollow } from './language.js';
import { clientFor } from './shared-clients.js';
import { version } from './version.js';
import type { InsightsChangeEvent, InsightsSelectEvent } from './visitor-events.js';

/** What there is to tell of one moment. */
export interface News {
  readonly result?: InsightsResult | undefined;
  readonly error?: InsightsError | undefined;
}

export abstract class AuthoredElement extends LitElement {
  /** Registers the element, under its own tag or another one. Safe to call twice. */
  static readonly define = defineElement;
  /** The version of the library that the element is of. */
  static readonly version: string = version;

  // A table in the classes that every card loads: decorators weigh 300 bytes more there.
  static override readonly properties: PropertyDeclarations = {
    backendUrl: { attribute: 'backend-url' },
    src: {},
    account: {},
    apiVersion: { attribute: 'api-version' },
    locale: {},
    range: {},
    since: {},
    until: {},
    compare: {},
    refreshInterval: { attribute: 'refresh-interval', type: Number },
    persist: {},
    tokenScope: { attribute: 'token-scope' },
    tokenUrl: { attribute: 'token-url' },
    demo: { type: Boolean },
    history: { type: Boolean },
    client: { attribute: false },
    getToken: { attribute: false },
  };

  /** The address of the insights backend, absolute or relative to the page. */
  backendUrl?: string;
  /** The address of a snapshot, instead of a backend: a file that `insights-elements snapshot` has written. It comes before `backend-url`. */
  src?: string;
  /** The backend's name for the account. @default "default" */
  account?: string;
  /** The Graph version that the backend asks, such as `v25.0`: better messages for what it refuses. */
  apiVersion?: string;
  /** A BCP 47 language tag. @default the nearest `lang` */
  locale?: string;
  /** Days by name: `last_7_days`, `last_14_days`, `last_28_days`, `last_30_days`, `last_90_days`, `this_month`, `prev_month`. */
  range?: string;
  /** The first day, `YYYY-MM-DD`, in Instagram's days (US Pacific). */
  since?: string;
  /** The last day, inclusive. */
  until?: string;
  /** `previous_period`: also asks for the window of the same length just before. */
  compare?: string;
  /** Seconds after which to ask again, again and again; at least 60. Also for all elements inside a provider. */
  refreshInterval?: number;
  /** Keeps answers in the browser between visits: `session`, until the tab is closed, or `local`, for a day. */
  persist?: string;
  /** With `persist`, wherever a login or a token decides whose numbers they are: whose, in a word of yours; never the token. With `token-url` or `getToken` nothing is kept without it. */
  tokenScope?: string;
  /** The address at which the page's own server answers a POST with an embed token for `backend-url`: `{ "token": "…" }`. */
  tokenUrl?: string;
  /** Shows sample data, made inside the page. */
  demo = false;
  /** The backend keeps a history: days that Instagram has forgotten are asked for. */
  history = false;

  /** Answers the questions, instead of a backend. */
  client?: InsightsClient | undefined;
  /** Gives the embed token of this page for `backend-url`. Set one stable function: each new one makes a new client. */
  getToken?: (() => string | Promise<string>) | undefined;

  #told: News = {};
  protected readonly insights = new InsightsController(this);

  /** How numbers and dates are said here. */
  protected get formats(): Formats {
    return formatsFor(this.locale || this.insights.context?.locale || localeOf(this));
  }

  /** Whether what there is to say can be said by now. */
  protected get isSpoken(): boolean {
    return hasWords(this.formats.locale);
  }

  /** What a server has drawn, and nobody makes alive (hydrate/), gives way: else all would be there twice. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.shadowRoot?.replaceChildren();
    // Lit's own hydration would look for what is gone.
    return ReactiveElement.prototype['createRenderRoot'].call(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    follow(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    unfollow(this);
  }

  /** What is said has a language of its own, which need not be the page's: a screen reader has to know. */
  protected get tongue(): string {
    const { locale } = this.formats;
    const language = languageSaid(locale);
    return locale.startsWith(language) ? locale : language;
  }

  /** The direction of what is said. */
  protected get direction(): string {
    return /^(ar|fa|he|ur)\b/.test(this.tongue) ? 'rtl' : '';
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    void loadWords(this.formats.locale);
  }

  /** An update is complete when its words are on screen. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await loadWords(this.formats.locale);
    return super.getUpdateComplete();
  }

  /** The client that the element itself names. */
  protected get ownClient(): InsightsClient | undefined {
    return this.client ?? clientFor(this);
  }

  /** The client that answers, however it was found. */
  protected get source(): InsightsClient | undefined {
    // A server has the answers already, or none: see ssr/.
    if (isServer) return this.client ?? this.insights.context?.client;
    const { context } = this.insights;
    const inherited = this.account ? context?.clientOf(this.account) : (context?.client ?? getDefaultClient());
    return this.ownClient ?? inherited;
  }

  /** The moment of reading: milliseconds since the epoch, by the client's clock. */
  protected get now(): number {
    return this.source?.now() ?? Date.now();
  }

  /** Milliseconds after which to ask again. A number that is none, or nothing, is never; no page asks oftener than once a minute. */
  protected get interval(): number | undefined {
    const seconds = this.refreshInterval || this.insights.context?.refreshInterval || 0;
    return seconds > 0 ? Math.max(60, seconds) * 1000 : undefined;
  }

  /** Whether an attribute, or a property that names a place, holds what looks like a token: then nothing is asked. */
  protected findSecret(): InsightsError | undefined {
    const found =
      [...this.attributes].find(({ value }) => looksLikeToken(value))?.name ??
      places.find((name) => looksLikeSecret(this[name] ?? ''));
    return found === undefined ? undefined : new InsightsError('secret', { detail: `${found} was refused.` });
  }

  /** A refusal is made anew with each update: while it says the same it is the failure that was told before. */
  protected known(refusal: InsightsError | undefined): InsightsError | undefined {
    const { error } = this.#told;
    return refusal && error && wordsOf(refusal) === wordsOf(error) ? error : refusal;
  }

  /** Fires an event for an answer and for a failure, unless it was the last thing told. */
  protected announce({ result, error }: News): void {
    const before = this.#told;
    this.#told = { result, error };
    if (error && error !== before.error) this.emit(new InsightsErrorEvent(error));
    if (result && (!result.stale || result.staleError) && result !== before.result)
      this.emit(new InsightsLoadEvent(result));
  }

  /** Ours are named: whoever imports one element alone knows what the page hears of it. */
  protected emit(
    event: InsightsLoadEvent | InsightsErrorEvent | InsightsSelectEvent | InsightsChangeEvent | Event,
  ): void {
    this.dispatchEvent(event);
  }
}

/** Properties that name a place, or whose it is. */
const places = ['backendUrl', 'src', 'account', 'apiVersion', 'tokenScope', 'tokenUrl'] as const;

const wordsOf = ({ code, message, issues }: InsightsError): string => JSON.stringify([code, message, issues]);
