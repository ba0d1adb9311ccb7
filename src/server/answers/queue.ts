/** How many may work at once, in all and for one of many; the others wait for their turn, and too many are turned away. */
import { Refusal } from '../refusal.js';

export interface Queue {
  /**
   * Runs when it is its turn.
   * @param name of the one that it is for
   * @throws Refusal `server-error`, at once, where too many wait already
   */
  run<T>(name: string, work: () => Promise<T>): Promise<T>;
}

export interface QueueOptions {
  readonly most: number;
  readonly mostOfOne: number;
  readonly mostWaiting: number;
  /** @default as many as may wait in all */
  readonly mostWaitingOfOne?: number | undefined;
}

export function createQueue({ most, mostOfOne, mostWaiting, mostWaitingOfOne = mostWaiting }: QueueOptions): Queue {
  const running = new Map<string, number>();
  let waiting: { readonly name: string; readonly go: () => void }[] = [];
  let inAll = 0;

  const mayRun = (name: string): boolean => inAll < most && (running.get(name) ?? 0) < mostOfOne;
  const isFull = (name: string): boolean =>
    waiting.length >= mostWaiting || waiting.filter((one) => one.name === name).length >= mostWaitingOfOne;
  const enter = (name: string): void => {
    inAll += 1;
    running.set(name, (running.get(name) ?? 0) + 1);
  };
  const leave = (name: string): void => {
    inAll -= 1;
    const left = (running.get(name) ?? 1) - 1;
    if (left > 0) running.set(name, left);
    else running.delete(name);
    // The first that may: one account's queue does not stand in another's way.
    const next = waiting.find((one) => mayRun(one.name));
    if (!next) return;
    waiting = waiting.filter((one) => one !== next);
    enter(next.name);
    next.go();
  };

  return {
    async run(name, work) {
      if (mayRun(name)) enter(name);
      else if (isFull(name)) throw busy();
      else await new Promise<void>((go) => waiting.push({ name, go }));
      try {
        return await work();
      } finally {
        leave(name);
      }
    },
  };
}

const busy = (): Refusal =>
  new Refusal('server-error', {
    status: 503,
    fault: 'graph',
    headers: { 'Retry-After': '5' },
    message: 'The backend waits for the Graph API with as many questions as it can. Asking again in a moment can help.',
  });
