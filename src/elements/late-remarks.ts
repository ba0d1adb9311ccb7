/** What is said of answers out of the ordinary, loaded when there is one: a page where all goes well never pays. */
import { html, nothing, type ReactiveElement } from 'lit';
import { wordsFor } from '../format/index.js';
import { dress } from './late-styles.js';

type All = typeof import('./remarks.js');

/** The templates of remarks.ts; where those could not be had a message, and no other. */
export type Remarks = Pick<All, 'messageTemplate'> & Partial<All>;

let remarks: Remarks | undefined;

/** What loads them: a member, so that a test can break it. */
export const lateRemarks = { load: (): Promise<Remarks> => import('./remarks.js') };

/** Loads the templates; where that fails, as it can without a network, some of few words. Another call tries again. */
export const loadRemarks = async (): Promise<Remarks> => {
  try {
    remarks ??= await lateRemarks.load();
    return remarks;
  } catch {
    return plain;
  }
};

const plain: Remarks = {
  /** The network is why the words for anything else are not there. */
  messageTemplate: ({ view: { error }, formats, onRetry }) => {
    const { offline, retry } = wordsFor(formats.locale);
    return html`<div part="message">
      <p>${offline}</p>
      ${error?.recoverable ? html`<button type="button" @click=${onRetry}>${retry}</button>` : nothing}
    </div>`;
  },
};

/** The remarks of one element: loaded for what it has to say, and again for something else where that failed. */
export class LateRemarks {
  readonly #host: ReactiveElement;
  #loaded: Remarks | undefined;
  #subject: unknown;
  /** Settles, and never rejects, when they are there or could not be had. */
  loading: Promise<void> | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  /** The templates for an error or an answer; undefined until they are loaded. */
  of(subject: unknown): Remarks | undefined {
    if (!remarks && subject !== this.#subject) {
      this.#subject = subject;
      this.loading = this.#load();
    }
    this.#dress();
    return remarks ?? this.#loaded;
  }

  #dress(): void {
    if (remarks?.remarksStyles) dress(this.#host, remarks.remarksStyles);
  }

  /** Makes the same subject a new one. */
  forget(): void {
    this.#subject = undefined;
  }

  async #load(): Promise<void> {
    this.#loaded = await loadRemarks();
    this.#host.requestUpdate();
  }
}
