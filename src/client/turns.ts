/** Keeps a client from asking everything at once, or on and on without hope: a year, day by day, is 365 calls. */
import { isInsightsError } from '../spec/index.js';
import type { GraphCall, Transport } from './call.js';
import { loadLate } from './load-late.js';

interface Waiting {
  readonly call: GraphCall;
  readonly go: () => void;
  readonly giveUp: (reason: unknown) => void;
}

/**
 * The same transport; at most so many calls are under way, and the others wait for their turn. Those that would fail as
 * the one before them did are not sent: they fail with it.
 */
export function withTurns(transport: Transport, most = 6): Transport {
  let waiting: readonly Waiting[] = [];
  let free = most;
  let inARow = 0;

  const giveUpLike = async (failed: GraphCall, error: unknown): Promise<void> => {
    // Failures that pass, as a rule: so many of them in a row are one of all.
    inARow = isInsightsError(error) && error.recoverable ? inARow + 1 : 0;
    if (waiting.length === 0) return;
    const late = await loadLate().catch(() => undefined);
    const isLost = ({ call }: Waiting): boolean =>
      call.edge === failed.edge && (inARow >= most || late?.sharesFailure(call, failed, error) === true);
    const lost = waiting.filter(isLost);
    waiting = waiting.filter((one) => !isLost(one));
    for (const { giveUp } of lost) giveUp(error);
  };

  return async (call, options) => {
    if (free > 0) free -= 1;
    else {
      await new Promise<void>((go, giveUp) => {
        waiting = [...waiting, { call, go, giveUp }];
      });
    }
    try {
      options?.signal?.throwIfAborted();
      const answer = await transport(call, options);
      inARow = 0;
      return answer;
    } catch (thrown) {
      await giveUpLike(call, thrown);
      throw thrown;
    } finally {
      // Of a question day by day, the days come last.
      const next = waiting.find((one) => !isOneDay(one.call)) ?? waiting[0];
      waiting = waiting.filter((one) => one !== next);
      if (next) next.go();
      else free += 1;
    }
  };
}

const isOneDay = ({ params: { since, until } }: GraphCall): boolean => Number(until) - Number(since) < 90_000;
