/** Keeps a client from asking everything at once: a year, day by day, is 365 calls. */
import type { Transport } from './call.js';

/** The same transport; at most so many calls are under way, and the others wait for their turn. */
export function withTurns(transport: Transport, most = 6): Transport {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (call, options) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      options?.signal?.throwIfAborted();
      return await transport(call, options);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
