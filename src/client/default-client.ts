/** The client of elements that have none of their own and stand in no provider. */
import type { InsightsClient } from './client.js';

let client: InsightsClient | undefined;

/** Sets the client that elements without a provider and without a `backend-url` use; undefined takes it back. */
export const setDefaultClient = (value: InsightsClient | undefined): void => {
  client = value;
};

export const getDefaultClient = (): InsightsClient | undefined => client;
