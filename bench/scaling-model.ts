/**
 * A day of views -> the requests that reach a backend, and the calls that reach Instagram. Pure, and the same for the same seed.
 *
 * The rules of a backend here are those of src/server/answers/answer-source.ts while the budget is free, and of
 * src/server/reply.ts: test/server/scaling-model.test.ts holds them against the real one.
 */

/** A day of embedded views. */
export interface Traffic {
  readonly accounts: number;
  readonly views: number;
  /** Requests that one view's page makes, each another question of its account. */
  readonly questions: number;
  /** How long it lasts. @default a day */
  readonly seconds?: number;
  readonly seed?: number;
}

/** What stands between the views and Instagram. */
export interface Setup {
  readonly name: string;
  readonly processes: number;
  /** Whether processes share a store. */
  readonly isShared: boolean;
  /** Places where a CDN keeps public answers, or those of tokens that it has checked; 0 for none. */
  readonly places: number;
  /** Whether those places ask one of them before they ask the backend. */
  readonly isShielded: boolean;
}

export interface Day {
  /** From pages. */
  readonly requests: number;
  /** That reached a backend. */
  readonly arrived: number;
  /** The most of them in one second. */
  readonly peak: number;
  /** To Instagram. */
  readonly calls: number;
  /** Of the account that cost the most. */
  readonly callsOfOne: number;
}

/** Seconds, as the backend has them. */
const freshSeconds = 900;
const givenSeconds = 4 * freshSeconds;
const memoSeconds = 30;
const staleMemoSeconds = 1;
const edgeSeconds = 300;

/** One view: when, and of which account. */
export interface View {
  readonly at: number;
  readonly account: number;
  /** From 0 to 1: chance, for whoever has to choose a place or a process. */
  readonly luck: number;
}

/** The views of a day in their order: twice the mean at the busiest hour, and of accounts that differ as cities do (Zipf). */
export function* viewsOf({ accounts, views, seconds = 86_400, seed = 1 }: Traffic): Generator<View> {
  const draw = drawFrom(seed);
  const shares = new Float64Array(accounts);
  let sum = 0;
  for (let rank = 0; rank < accounts; rank += 1) shares[rank] = sum += 1 / (rank + 1);
  let at = 0;
  for (let view = 0; view < views; view += 1) {
    // The mean rate, and around it the day: a wave whose crest is twice as high.
    const rate = (views / seconds) * (1 - Math.cos((2 * Math.PI * at) / seconds));
    at = Math.min(seconds, at - Math.log(1 - draw()) / Math.max(rate, views / seconds / 20));
    if (at >= seconds) return;
    yield { at, account: placeOf(shares, draw() * sum), luck: draw() };
  }
}

/** What a day costs with a setup. */
export function simulate(traffic: Traffic, setup: Setup): Day {
  const { accounts, questions } = traffic;
  const { processes, isShared, places, isShielded } = setup;
  const keys = accounts * questions;
  const never = (length: number) => new Float64Array(length).fill(Number.NEGATIVE_INFINITY);
  const edges = Array.from({ length: places }, () => never(keys));
  const shield = never(keys);
  const memos = Array.from({ length: processes }, () => never(keys));
  const stores = Array.from({ length: isShared ? 1 : processes }, () => never(keys));
  const callsOf = new Uint32Array(accounts);
  let [requests, arrived, calls, peak, second, inSecond] = [0, 0, 0, 0, -1, 0];

  /** What a process does with a question, by the time of its answers. */
  const answer = (process: number, account: number, key: number, at: number): void => {
    const memo = memos[process] as Float64Array;
    if ((memo[key] as number) > at) return;
    const store = stores[isShared ? 0 : process] as Float64Array;
    const age = at - (store[key] as number);
    const isStale = age >= freshSeconds && age < givenSeconds;
    if (age >= freshSeconds) {
      store[key] = at;
      calls += 1;
      callsOf[account] = (callsOf[account] as number) + 1;
    }
    const left = (store[key] as number) + freshSeconds - at;
    memo[key] = at + (isStale || left < staleMemoSeconds ? staleMemoSeconds : Math.min(memoSeconds, left));
  };

  let turn = 0;
  for (const { at, account, luck } of viewsOf(traffic)) {
    const edge = edges[Math.floor(luck * places)];
    for (let question = 0; question < questions; question += 1) {
      requests += 1;
      const key = account * questions + question;
      if (edge) {
        if ((edge[key] as number) > at) continue;
        if (isShielded && (shield[key] as number) > at) {
          // An answer's age travels with it.
          edge[key] = shield[key] as number;
          continue;
        }
        edge[key] = shield[key] = at + edgeSeconds;
      }
      arrived += 1;
      if (Math.floor(at) !== second) [second, inSecond] = [Math.floor(at), 0];
      inSecond += 1;
      peak = Math.max(peak, inSecond);
      answer((turn = (turn + 1) % processes), account, key, at);
    }
  }
  return { requests, arrived, peak, calls, callsOfOne: callsOf.reduce((most, count) => Math.max(most, count), 0) };
}

/** The first place whose sum is above a value. */
function placeOf(sums: Float64Array, value: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function drawFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
