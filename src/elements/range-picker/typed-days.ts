/** The two days that a visitor is typing: when they are meant. Does not know what is wrong with them or where they go. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TypedTexts } from './chosen-days.js';

/**
 * Browsers fire `change` with every key that leaves a whole date in the field: on the way to December it is January, on
 * the way to 2024 it is the year 2. A visitor who is typing has meant it after this pause, on leaving, or on Enter.
 */
const pause = 800;

export class TypedDays implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onMeant: (texts: TypedTexts) => void;
  #isTyping = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** undefined while the fields show what is set. */
  texts: TypedTexts | undefined;

  /** @param onMeant called with two days once they are meant */
  constructor(host: ReactiveControllerHost, onMeant: (texts: TypedTexts) => void) {
    this.#host = host;
    this.#onMeant = onMeant;
    host.addController(this);
  }

  /** Whether there is more to come. */
  get isPending(): boolean {
    return this.#timer !== undefined;
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** Takes what is in the fields after a change. */
  take(texts: TypedTexts): void {
    this.#stop();
    this.texts = texts;
    if (this.#isTyping) this.#timer = setTimeout(this.settle, pause);
    else this.#onMeant(texts);
    this.#host.requestUpdate();
  }

  /** Takes them as meant, if they are not yet. */
  readonly settle = (): void => {
    this.#isTyping = false;
    const { texts, isPending } = this;
    this.#stop();
    if (!isPending || !texts) return;
    this.#onMeant(texts);
    this.#host.requestUpdate();
  };

  /** Some browsers fire `blur` at a field on its way out of the document: days in it are nobody's by then. */
  readonly leave = (): void => queueMicrotask(this.settle);

  readonly hear = ({ key }: KeyboardEvent): void => {
    if (key === 'Enter') this.settle();
    else this.#isTyping = true;
  };

  /** Shows what is set again. */
  forget(): void {
    this.#isTyping = false;
    this.texts = undefined;
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
