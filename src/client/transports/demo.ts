/** The sandbox inside the page: no keys, no network, sample numbers that say that they are samples. */
import type { SandboxOptions } from '../../sandbox/index.js';
import { InsightsError, readVersion } from '../../spec/index.js';
import type { Transport } from '../call.js';
import { createGraphTransport } from './graph.js';

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
    const apiVersion = readVersion(options.apiVersion);
    const { fetch, id, accessToken } = createSandbox({ ...options, apiVersion });
    return createGraphTransport({
      id,
      accessToken,
      fetch,
      ...(apiVersion !== undefined && { version: `v${apiVersion}.0` }),
    });
  };
  return async (call, callOptions) => {
    loading ??= load();
    return (await loading)(call, callOptions);
  };
}
