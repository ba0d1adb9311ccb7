// A page whose time a test moves on: for what happens after minutes and hours.
import { afterTest, nextTask, now } from './harness.js';

/** The page's clock in the hand of a test. */
export interface PageClock {
  /** Moves the clock on, through whatever falls due meanwhile. */
  readonly pass: (ms: number) => Promise<void>;
}

/** Timers of this length and more wait for `pass`; the shorter ones only put work into another task. */
const longTimer = 500;

/** Stops the page's clock in 2024, until the end of the test: it goes on where a test says so. */
export function stopClock(): PageClock {
  const { setTimeout: realSet, clearTimeout: realClear } = globalThis;
  const realNow = Date.now;
  const held = new Map<number, { readonly at: number; readonly run: () => void }>();
  let time = now();
  let last = 0;
  Date.now = () => time;
  const set = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): number => {
    if (!(ms >= longTimer)) return realSet(run, ms, ...args) as unknown as number;
    // The browser's own are above zero.
    last -= 1;
    held.set(last, { at: time + ms, run: () => run(...args) });
    return last;
  };
  globalThis.setTimeout = set as unknown as typeof setTimeout;
  globalThis.clearTimeout = ((id: number) => held.delete(id) || realClear(id)) as typeof clearTimeout;
  afterTest(() => {
    Object.assign(globalThis, { setTimeout: realSet, clearTimeout: realClear });
    Date.now = realNow;
  });
  return {
    pass: async (ms) => {
      const end = time + ms;
      for (;;) {
        const [next] = [...held].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
        if (!next) break;
        const [id, { at, run }] = next;
        held.delete(id);
        time = Math.max(time, at);
        run();
        await nextTask(5);
      }
      time = end;
      await nextTask(20);
    },
  };
}
