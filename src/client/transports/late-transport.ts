/** A transport that is loaded with its first call, since most pages do without it. */
import type { Transport } from '../call.js';
import { loadLate } from '../load-late.js';

type Late = Awaited<ReturnType<typeof loadLate>>;

/** @param make makes it of what was loaded; where that fails, the next call tries again */
export function createLateTransport(make: (late: Late) => Transport): Transport {
  let made: Transport | undefined;
  const ask: Transport = async (call, options) => {
    made ??= make(await loadLate());
    return made(call, options);
  };
  return Object.assign(ask, { dailyTotals: true });
}
