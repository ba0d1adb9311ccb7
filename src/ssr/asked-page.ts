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

export class AskedPage {
  readonly #client: InsightsClient | undefined;
  /** null for what could not be had. */
  readonly #answers = new Map<string, InsightsResult | null>();
  #account: InsightsAccount | null | undefined;
  readonly #questions = new Map<string, InsightsQuery>();
  #wantsAccount = false;
  readonly #locales = new Set<string>();

  constructor(client: InsightsClient | undefined) {
    this.#client = client;
  }

  /** The account, where it has come; else it is asked for. */
  get account(): InsightsAccount | undefined {
    this.#wantsAccount = true;
    return this.#account ?? undefined;
  }

  speaks(locale: string): void {
    this.#locales.add(locale);
  }

  /** A client for an element that no other one gives its own to, and what it has been asked. */
  asker(): { readonly client: InsightsClient | undefined; readonly served: () => Served } {
    const client = this.#client;
    const used = new Map<string, InsightsResult>();
    if (!client) return { client: undefined, served: () => ({ answers: used }) };
    const observe: InsightsClient['observe'] = (query, callback) => {
      const key = servedKey(query, client.now());
      const answer = this.#answers.get(key);
      if (answer === undefined) this.#questions.set(key, query);
      if (answer) used.set(key, answer);
      callback(answer ? { result: answer, fetching: false, refresh: settled } : { fetching: true, refresh: settled });
      return settled;
    };
    let isAbout = false;
    const account = async (): Promise<InsightsAccount> => {
      isAbout = true;
      const known = this.account;
      if (!known) throw new InsightsError('not-ready');
      return known;
    };
    const { apiVersion, history = false, now, maxWindowSeconds, get, clear } = client;
    return {
      client: Object.freeze<InsightsClient>({
        ...{ version: 1, apiVersion, history, now, maxWindowSeconds, get, clear, observe, account },
      }),
      served: () => ({ answers: used, ...(isAbout && this.#account && { account: this.#account }) }),
    };
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
      client?.opening,
      ...questions.map(async ([key, query]) => {
        this.#answers.set(
          key,
          (await client
            ?.get(query)
            .then(readWholeAnswer)
            .catch(() => null)) ?? null,
        );
      }),
      asks &&
        client
          .account()
          .then(readServedAccount)
          .catch(() => null)
          .then((account) => (this.#account = account)),
    ]);
    return wordless.length > 0 || questions.length > 0 || Boolean(asks);
  }
}
