/** How many followers stand behind an answer: what its rows are a part of. Does not know what is said of it. */
import type { InsightsClient } from '../../client/index.js';
import { type InsightsResult, readSpec } from '../../spec/index.js';

interface Asked {
  readonly answer: InsightsResult;
  readonly client: InsightsClient;
  count: number | undefined;
}

export class Followers {
  readonly #onCount: () => void;
  #asked: Asked | undefined;

  /** @param onCount called when the count has become known */
  constructor(onCount: () => void) {
    this.#onCount = onCount;
  }

  /** Of the account that was asked last; undefined while it is not known. */
  get count(): number | undefined {
    return this.#asked?.count;
  }

  /**
   * Asks the account beside each new answer, where its rows are a part of the followers: what failed once is asked for
   * again. A client asks the network no oftener than it has to.
   */
  ask(answer: InsightsResult, client: InsightsClient): void {
    const isPart = readSpec(answer.metric)?.partOf !== undefined;
    const before = isPart && this.#asked?.client === client ? this.#asked : undefined;
    if (before?.answer === answer) return;
    this.#asked = before;
    if (!isPart) return;
    const asked: Asked = { answer, client, count: before?.count };
    this.#asked = asked;
    client.account().then(
      ({ followersCount }) => {
        if (this.#asked !== asked) return;
        asked.count = followersCount;
        this.#onCount();
      },
      () => {
        // Of whom they would be is not known: a client may stand for another account by now.
        if (this.#asked !== asked || asked.count === undefined) return;
        asked.count = undefined;
        this.#onCount();
      },
    );
  }
}
