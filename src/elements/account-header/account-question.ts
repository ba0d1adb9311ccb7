/**
 * The question whose numbers these are: asked of one client at a time, again where that can help.
 *
 * Decides when it is asked and which answer counts. Does not know what is shown of it.
 */
import type { InsightsClient } from '../../client/index.js';
import { type InsightsAccount, type InsightsError, toInsightsError } from '../../spec/index.js';

/** A timer cannot wait longer. */
const longestWait = 2 ** 31 - 1;

/** However soon a server says to ask again: nobody asked this page to poll. */
const soonest = 60_000;

export class AccountQuestion {
  readonly #onNews: () => void;
  #client: InsightsClient | undefined;
  #interval: number | undefined;
  #asking: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #deafen: (() => void) | undefined;
  /** The last answer of this client. */
  profile: InsightsAccount | undefined;
  /** When that came, or where it is older than it should be when Instagram gave it: milliseconds since the epoch. */
  receivedAt = 0;
  /** Why the last attempt failed; gone after the next success. */
  error: InsightsError | undefined;

  /** @param onNews called when an answer or a failure has come */
  constructor(onNews: () => void) {
    this.#onNews = onNews;
  }

  get isAsking(): boolean {
    return this.#asking !== undefined;
  }

  /**
   * Asks a client, unless it is the one that was asked; undefined gives the question up.
   * @param interval milliseconds after which to ask again, again and again
   */
  ask(client: InsightsClient | undefined, interval?: number): void {
    if (client !== this.#client) {
      this.#stop();
      this.#client = client;
      this.#interval = interval;
      this.#deafen?.();
      this.#deafen = client?.onClear?.(() => {
        this.#askAnew();
        this.#onNews();
      });
      this.#askAnew();
    } else if (interval !== this.#interval) {
      this.#interval = interval;
      if (!this.isAsking) this.#askLater();
    }
  }

  /** Asks again, now. */
  refresh(): void {
    const client = this.#client;
    if (!client) return;
    this.#stop();
    const asking = new AbortController();
    this.#asking = asking;
    const settle = (take: () => void): void => {
      // Whom nobody asks any more has nothing to say.
      if (this.#asking !== asking) return;
      this.#asking = undefined;
      take();
      this.#askLater();
      this.#onNews();
    };
    client.account({ signal: asking.signal }).then(
      (profile) =>
        settle(() => {
          this.profile = profile;
          const { staleError, fetchedAt = 0 } = profile;
          this.receivedAt = staleError ? fetchedAt : Date.now();
          this.error = staleError;
        }),
      (thrown: unknown) =>
        settle(() => {
          this.error = toInsightsError(thrown);
        }),
    );
  }

  /** What is known is of another account, or may be. */
  #askAnew(): void {
    this.profile = undefined;
    this.error = undefined;
    this.refresh();
  }

  /** Asks again for what could not be had, where that can help by now. */
  readonly retry = (): void => {
    const { error } = this;
    if (error?.recoverable && !(Number(error.retryAt) > Date.now()) && !document.hidden) this.refresh();
  };

  /** After the interval, and not before a failure has said to; not at all where that cannot help. */
  #askLater(): void {
    clearTimeout(this.#timer);
    const { error } = this;
    const interval = this.#interval ?? 0;
    const retryAt = error?.retryAt ?? 0;
    if ((error && !error.recoverable) || interval + retryAt === 0) return;
    const wait = Math.max(interval, retryAt && Math.max(retryAt - Date.now(), soonest));
    this.#timer = setTimeout(() => (document.hidden ? this.#askLater() : this.refresh()), Math.min(longestWait, wait));
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#asking = undefined;
  }
}
