/** The client of elements that have none of their own and stand in no provider; one for all copies of the library. */
import type { InsightsClient } from './insights-client.js';

interface DefaultClient {
  client?: InsightsClient | undefined;
  readonly listeners: Set<() => void>;
}

const key = Symbol.for('insights-elements.default-client');

/** Made when it is first asked for: an import alone leaves nothing on the page. */
const held = (): DefaultClient => {
  const page = globalThis as { [key]?: DefaultClient };
  page[key] ??= { listeners: new Set() };
  return page[key];
};

/** Sets the client that elements without a provider and without a `backend-url` use; undefined takes it back. */
export const setDefaultClient = (value: InsightsClient | undefined): void => {
  held().client = value;
  for (const listener of [...held().listeners]) listener();
};

export const getDefaultClient = (): InsightsClient | undefined => held().client;

/** Calls back whenever the default client is set. @returns what stops that */
export const onDefaultClient = (listener: () => void): (() => void) => {
  const { listeners } = held();
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
