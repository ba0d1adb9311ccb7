/**
 * An element that is in a state: it writes that for CSS, tells the page of it, and says what is out of the ordinary.
 *
 * Does not know how a state comes about (element-state.ts), nor what it is about.
 */
import type { PropertyValues } from 'lit';
import type { InsightsError } from '../spec/index.js';
import { AuthoredElement } from './authored-element.js';
import type { ElementView, InsightsState } from './element-state.js';
import { LateRemarks, type Remarks } from './late-remarks.js';

/** Attributes that an element writes for CSS, and nobody else. */
const reflected = ['state', 'reason'] as const;

/**
 * @attr {InsightsState} state - For CSS: `idle`, `loading`, `ready`, `empty` or `error`. Setting it changes nothing.
 * @attr {string} reason - For CSS: why there is nothing, or the error's code. Setting it changes nothing.
 */
export abstract class StateElement extends AuthoredElement {
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...reflected];
  }

  /** What is known at the moment: set before each rendering. */
  protected view: ElementView = { state: 'idle', fetching: false };
  readonly #remarks = new LateRemarks(this);

  /** `idle`, `loading`, `ready`, `empty` or `error`; also an attribute, for CSS. Setting the attribute changes nothing. */
  get state(): InsightsState {
    return this.view.state;
  }

  /** With `empty`: why there is nothing. With `error`: the error's code. */
  get reason(): string | undefined {
    return this.view.reason;
  }

  /** The last failure, until the next success. */
  get error(): InsightsError | undefined {
    return this.view.error;
  }

  /** Asks again, now. */
  abstract refresh(): void;

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    super.attributeChangedCallback(name, before, after);
    if (this.hasUpdated && reflected.some((own) => own === name) && after !== (this[name as 'state'] ?? null)) {
      this.requestUpdate();
    }
  }

  /** What is said of states out of the ordinary; undefined until it is loaded, which brings an update. */
  protected get remarks(): Remarks | undefined {
    const { error, result, reason } = this.view;
    return this.#remarks.of(error ?? result ?? reason);
  }

  /** Loads those again where they could not be had. */
  protected forgetRemarks(): void {
    this.#remarks.forget();
  }

  /** A button goes with what it is about: whoever pressed it stays in the element. */
  protected keepFocus(): void {
    this.renderRoot.querySelector<HTMLElement>('[part=base]')?.focus();
  }

  /** An update is complete when what it says is on screen. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    if (!this.#remarks.loading) return isComplete;
    await this.#remarks.loading;
    return super.getUpdateComplete();
  }

  protected override updated(_changed: PropertyValues): void {
    for (const name of reflected) {
      const value = this[name];
      if (value === undefined) this.removeAttribute(name);
      else if (this.getAttribute(name) !== value) this.setAttribute(name, value);
    }
    // Out of the document nothing is known, and nothing forgotten: what was told stays told.
    if (this.isConnected) this.announce(this.view);
  }
}
