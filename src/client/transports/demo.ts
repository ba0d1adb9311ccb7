/** The sandbox inside the page: no keys, no network, sample numbers that say that they are samples. */
import type { SandboxOptions } from '../../sandbox/index.js';
import { InsightsError, readVersion } from '../../spec/index.js';
import type { Transport } from '../call.js';
import { callPath, requestJson } from './http.js';

/**
 * A transport over a sandbox, which is loaded with the first call.
 * @param options a version that is none counts as none given: an attribute can hold anything
 */
export function createDemoTransport(options: SandboxOptions = {}): Transport {
  let loading: Promise<Transport> | undefined;
  const load = async (): Promise<Transport> => {
    const { createSandbox } = await import('../../sandbox/index.js').catch(() => {
      // The next call tries again.
      loading = undefined;
      throw new InsightsError('network', { detail: 'The sample data could not be loaded.' });
    });
    const { fetch, id, accessToken } = createSandbox({ ...options, apiVersion: readVersion(options.apiVersion) });
    const headers = { Authorization: `Bearer ${accessToken}` };
    return (call, callOptions) =>
      requestJson({
        ...callOptions,
        url: `https://graph.facebook.com/${id}${callPath(call)}`,
        fetch,
        init: { headers },
      });
  };
  const ask: Transport = async (call, callOptions) => {
    loading ??= load();
    return (await loading)(call, callOptions);
  };
  return Object.assign(ask, { dailyTotals: true });
}
