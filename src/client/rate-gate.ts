/** Keeps a client from asking while a limit holds: Instagram prolongs it for whoever goes on. */
import { InsightsError, isInsightsError } from '../spec/index.js';
import type { Transport } from './call.js';

/** The same transport; after a refusal that says when to ask again, nothing is sent until then. */
export function withRateGate(transport: Transport): Transport {
  let retryAt = 0;
  return async (call, options) => {
    // The clock by which the transport has made an instant of what the server said.
    if (Date.now() < retryAt) throw new InsightsError('rate-limited', { retryAt });
    try {
      return await transport(call, options);
    } catch (thrown) {
      // Of several calls under way, one may be refused without a word of when.
      if (isInsightsError(thrown) && thrown.code === 'rate-limited') retryAt = Math.max(retryAt, thrown.retryAt ?? 0);
      throw thrown;
    }
  };
}
