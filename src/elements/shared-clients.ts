/** One client for all elements that name the same backend, account and token source: they share calls and answers. */
import {
  createBackendTransport,
  createDemoTransport,
  createInsightsClient,
  type InsightsClient,
} from '../client/index.js';
import { readVersion } from '../spec/index.js';

/** Where an author says that numbers come from. */
export interface ClientSource {
  readonly backendUrl?: string | undefined;
  readonly account?: string | undefined;
  readonly apiVersion?: string | undefined;
  readonly demo?: boolean | undefined;
  /** Gives the embed token; goes to the origin of `backendUrl` and to no other. */
  readonly getToken?: (() => string | Promise<string>) | undefined;
}

type TokenSource = NonNullable<ClientSource['getToken']>;

const withoutToken = new Map<string, InsightsClient>();
const byToken = new WeakMap<TokenSource, Map<string, InsightsClient>>();

/**
 * The client of a source; undefined when it names none.
 * @param account instead of the source's own
 */
export function clientFor(source: ClientSource, account = source.account): InsightsClient | undefined {
  const { backendUrl, demo, getToken } = source;
  if (!demo && !backendUrl) return undefined;
  const apiVersion = source.apiVersion || undefined;
  const url = addressOf(backendUrl ?? '');
  const key = JSON.stringify(demo ? [apiVersion] : [url, account || 'default', apiVersion]);
  const clients = getToken ? clientsOf(getToken) : withoutToken;
  let client = clients.get(key);
  if (!client) {
    const transport = demo
      ? createDemoTransport({ apiVersion: readVersion(apiVersion) })
      : createBackendTransport({ url, account: account || undefined, getToken });
    client = createInsightsClient({ transport, apiVersion });
    clients.set(key, client);
  }
  return client;
}

/** One text for an address, however it is written; what is none stays as it is, for the transport to refuse. */
const addressOf = (url: string): string =>
  URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href.replace(/\/*([?#].*)?$/, '') : url;

function clientsOf(getToken: TokenSource): Map<string, InsightsClient> {
  const clients = byToken.get(getToken) ?? new Map<string, InsightsClient>();
  byToken.set(getToken, clients);
  return clients;
}
