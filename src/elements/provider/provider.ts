import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { type InsightsError, plainQuery } from '../../spec/index.js';
import { loadRules } from '../../spec/rules.js';
import { AuthoredElement } from '../authored-element.js';
import { type InsightsContext, type ProviderSettings, provideContext } from '../context.js';
import { clientFor } from '../shared-clients.js';

/**
 * Says once, for all elements inside it, where the numbers come from and which days they are for. What an element says
 * itself comes first; what a provider does not say it takes from the one around it.
 *
 * ```html
 * <insights-provider backend-url="/insights" range="last_28_days">
 *   <insights-metric-card metric="reach"></insights-metric-card>
 * </insights-provider>
 * ```
 *
 * @summary One backend, account, range and language for many elements.
 * @tag insights-provider
 * @slot - The elements, at any depth.
 * @fires {InsightsErrorEvent} insights-error - An attribute of the provider itself is wrong.
 */
export class InsightsProvider extends AuthoredElement {
  /** The name that `define()` registers, unless it is given another. */
  static readonly tag: string = 'insights-provider';

  static override readonly properties: PropertyDeclarations = {
    timeframe: {},
  };

  /** For demographics: `last_14_days`, `last_30_days`, `last_90_days`, `prev_month`, `this_month`, `this_week`. */
  timeframe?: string;

  readonly #provision = provideContext(this);
  readonly #pointing = new EventTarget();

  override connectedCallback(): void {
    super.connectedCallback();
    // Elements inside ask as soon as they are connected: what the attributes say has to be known by then.
    this.#provide();
    // After its own update is under way, so that it comes first: what was set before the upgrade is not known earlier.
    this.#provision.announce();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.#provide();
  }

  protected override updated(_changed: PropertyValues): void {
    const tell = (error: InsightsError | undefined): void => this.announce({ error: this.known(error) });
    const secret = this.findSecret();
    if (secret) tell(secret);
    else this.#judge().then(() => tell(undefined), tell);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #provide(): void {
    const { since, until, range, compare, timeframe, locale, refreshInterval, client: given } = this;
    const { context: outer } = this.insights;
    const trusted = this.findSecret() === undefined;
    const isDated = since || until || range;
    this.#provision.provide(
      Object.freeze<InsightsContext>({
        version: 1,
        client: trusted ? this.source : undefined,
        clientOf: (account) => (trusted && !given ? (clientFor(this, account) ?? outer?.clientOf(account)) : undefined),
        defaults: {
          ...(isDated ? { since, until, range } : outer?.defaults),
          compare: compare ?? outer?.defaults.compare,
          timeframe: timeframe || outer?.defaults.timeframe,
        },
        locale: locale || outer?.locale,
        refreshInterval: refreshInterval || outer?.refreshInterval,
        pointing: this.#pointing,
        change: (settings: ProviderSettings) => void Object.assign(this, settings),
      }),
    );
  }

  /**
   * The metric is the elements' business.
   * @throws InsightsError where something is wrong with the provider's own days
   */
  async #judge(): Promise<void> {
    const { since, until, range, compare, apiVersion } = this;
    const query = { metric: 'likes', since, until, range, compare };
    const options = { apiVersion, now: this.now, history: this.source?.history };
    if (!plainQuery(query, options)) (await loadRules()).legalQuery(query, options);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'insights-provider': InsightsProvider;
  }
}
