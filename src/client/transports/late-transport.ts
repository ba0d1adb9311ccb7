/** A transport that is loaded with its first call, since most pages do without it. */
import type { Transport } from '../call.js';
import { loadLate } from '../load-late.js';

type Late = Awaited<ReturnType<typeof loadLate>>;

/**
 * @param make makes it of what was loaded; where that fails, the next call tries again
 * @param hasClock whether it has a clock of its own
 */
export function createLateTransport(make: (late: Late) => Transport, hasClock = false): Transport {
  let made: Transport | undefined;
  const load = async (): Promise<Transport> => {
    made ??= make(await loadLate());
    return made;
  };
  const ask: Transport = async (call, options) => (await load())(call, options);
  const opened = async (): Promise<{ now: number }> => (await load()).opened?.() ?? { now: Date.now() };
  return Object.assign(ask, { dailyTotals: true, ...(hasClock && { opened }) });
}
