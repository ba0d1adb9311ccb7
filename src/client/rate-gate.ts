/** Keeps a client from asking while a limit holds: Instagram prolongs it for whoever goes on. */
import { InsightsError, isInsightsError } from '../spec/index.js';
import type { Transport } from './call.js';

/** How long a limit is taken to hold where nobody says it. Instagram's are counted by the hour and by the day. */
const unsaidMs = 300_000;

/** The same transport; after a refusal for asking too often, nothing is sent until it says, or for five minutes. */
export function withRateGate(transport: Transport): Transport {
  let retryAt = 0;
  return async (call, options) => {
    // The clock by which the transport has made an instant of what the server said.
    if (Date.now() < retryAt) throw new InsightsError('rate-limited', { retryAt });
    try {
      return await transport(call, options);
    } catch (thrown) {
      // Of several calls under way, one may be refused without a word of when.
      // Where metrics are blamed, others may be answered: a snapshot tells so what could not be had when it was taken.
      if (isInsightsError(thrown) && thrown.code === 'rate-limited' && thrown.metrics.length === 0)
        retryAt = Math.max(retryAt, thrown.retryAt ?? Date.now() + unsaidMs);
      throw thrown;
    }
  };
}
