/**
 * What the elements of one page ask while they are drawn: the first time nobody answers, and the next time what has come.
 *
 * A server asks only for what can be on screen at once. What fails there is left to the page.
 */
import type { InsightsClient } from '../client/index.js';
import { readWholeAnswer } from '../client/kept-answer.js';
import { readServedAccount, type Served, servedKey } from '../client/served-answers.js';
import { hasWords, loadWords } from '../format/index.js';
import { type InsightsAccount, InsightsError, type InsightsQuery, type InsightsResult } from '../spec/index.js';

const settled = (): void => {};

/** No page is kept longer, in milliseconds: what has not come by then is left to it. */
const mostWait = 10_000;

export class AskedPage {
  readonly #client: InsightsClient | undefined;
  /** null for what could not be had. */
  readonly #answers = new Map<string, InsightsResult | null>();
  #account: InsightsAccount | null | undefined;
  readonly #questions = new Map<string, InsightsQuery>();
  #wantsAccount = false;
  readonly #locales = new Set<string>();
  /** Clients of elements that have to show samples. */
  readonly #samplers = new WeakSet<InsightsClient>();
  /** Where the first element asks: whose the client's numbers are. */
  #place: string | undefined;

  /** One for each question: Node warns of a signal that many listen to. Not AbortSignal.any, which Node 20 forgets: see server/answers/upstream.ts. */
  readonly #waits = new Set<AbortController>();
  #isLate = false;
  readonly #timer: ReturnType<typeof setTimeout>;

  constructor(client: InsightsClient | undefined) {
    this.#client = client;
    this.#timer = setTimeout(() => {
      this.#isLate = true;
      for (const wait of this.#waits) wait.abort();
    }, mostWait);
  }

  #signal(): AbortSignal {
    const wait = new AbortController();
    if (this.#isLate) wait.abort();
    this.#waits.add(wait);
    return wait.signal;
  }

  /** Once the page is drawn. */
  end(): void {
    clearTimeout(this.#timer);
  }

  /** The account, where it has come and may be shown by an element with this client; else it is asked for. */
  accountFor(client: InsightsClient): InsightsAccount | undefined {
    this.#wantsAccount = true;
    const isNone = this.#samplers.has(client) && this.#account?.source !== 'demo';
    return isNone ? undefined : (this.#account ?? undefined);
  }

  speaks(locale: string): void {
    this.#locales.add(locale);
  }

  /**
   * A client for an element that no other one gives its own to, and what it has been asked. The client of a page has the
   * numbers of one account: an element that asks in another place has to wait for the page, and `demo` for samples.
   */
  asker(
    place: string,
    isSampler: boolean,
  ): { readonly client: InsightsClient | undefined; readonly served: () => Served } {
    const used = new Map<string, InsightsResult>();
    if (!isSampler) this.#place ??= place;
    const client = isSampler || place === this.#place ? this.#client : undefined;
    if (!client) return { client: undefined, served: () => ({ answers: used }) };
    const observe: InsightsClient['observe'] = (query, callback) => {
      const key = servedKey(query, client.now());
      const known = this.#answers.get(key);
      if (known === undefined) this.#questions.set(key, query);
      const answer = isSampler && known?.source !== 'demo' ? undefined : known;
      if (answer) used.set(key, answer);
      callback(answer ? { result: answer, fetching: false, refresh: settled } : { fetching: true, refresh: settled });
      return settled;
    };
    let isAbout = false;
    const account = async (): Promise<InsightsAccount> => {
      isAbout = true;
      const known = this.accountFor(asker);
      if (!known) throw new InsightsError('not-ready');
      return known;
    };
    const { apiVersion, history = false, now, maxWindowSeconds, get, clear } = client;
    const asker = Object.freeze<InsightsClient>({
      ...{ version: 1, apiVersion, history, now, maxWindowSeconds, get, clear, observe, account },
    });
    if (isSampler) this.#samplers.add(asker);
    const served = (): Served => {
      const about = isAbout ? this.accountFor(asker) : undefined;
      return { answers: used, ...(about && { account: about }) };
    };
    return { client: asker, served };
  }

  /** Gets what was asked for and is not there yet. @returns whether the page has to be drawn again */
  async settle(): Promise<boolean> {
    const client = this.#client;
    const wordless = [...this.#locales].filter((locale) => !hasWords(locale));
    const questions = [...this.#questions];
    this.#questions.clear();
    const asks = this.#wantsAccount && client && this.#account === undefined;
    await Promise.all([
      ...wordless.map(loadWords),
      client?.opening && Promise.race([client.opening, aborted(this.#signal())]),
      ...questions.map(async ([key, query]) => {
        this.#answers.set(
          key,
          (await client
            ?.get(query, { signal: this.#signal() })
            .then(readWholeAnswer)
            .catch(() => null)) ?? null,
        );
      }),
      asks &&
        client
          .account({ signal: this.#signal() })
          .then(readServedAccount)
          .catch(() => null)
          .then((account) => (this.#account = account)),
    ]);
    return wordless.length > 0 || questions.length > 0 || Boolean(asks);
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve());
  });
