/** One client for all elements that name the same backend, account and token source: they share calls and answers. */
import {
  createBackendTransport,
  createInsightsClient,
  createLateTransport,
  type InsightsClient,
} from '../client/index.js';

import { readHttpAddress, withoutEnd } from '../client/transports/http.js';

/** Where an author says that numbers come from. */
export interface ClientSource {
  readonly backendUrl?: string | undefined;
  /** The address of a snapshot, which comes before that of a backend. */
  readonly src?: string | undefined;
  readonly account?: string | undefined;
  readonly apiVersion?: string | undefined;
  readonly demo?: boolean | undefined;
  /** Whether the backend keeps a history. */
  readonly history?: boolean | undefined;
  /** Where answers are kept between visits: `session` or `local`; anything else keeps nothing. */
  readonly persist?: string | undefined;
  /** Whose answers those are, where a token decides that. */
  readonly tokenScope?: string | undefined;
  /** Gives the embed token; goes to the origin of `backendUrl` and to no other. */
  readonly getToken?: (() => string | Promise<string>) | undefined;
  /** The route that gives it, where there is no `getToken`. */
  readonly tokenUrl?: string | undefined;
}

const withoutToken = {};
const byToken = new WeakMap<object, Map<string, InsightsClient>>();

/**
 * The client of a source; undefined when it names none.
 * @param account instead of the source's own; a snapshot has no other
 */
export function clientFor(named: ClientSource, account = named.account): InsightsClient | undefined {
  const { backendUrl, demo, getToken, history, persist, tokenScope } = named;
  const tokenUrl = named.tokenUrl || undefined;
  const src = named.src || undefined;
  if (!demo && (src ? account !== named.account : !backendUrl)) return undefined;
  const apiVersion = named.apiVersion || undefined;
  const url = addressOf(backendUrl ?? '');
  const owner = [...(demo ? [''] : [url, account || 'default']), apiVersion ?? '', tokenScope ?? ''];
  // What a token gives to one visitor is not for the next: without a name for whose it is, nothing is kept.
  const isOwned = !demo && !src && ((!getToken && !tokenUrl) || tokenScope);
  const place = isOwned && (persist === 'session' || persist === 'local') ? persist : undefined;
  const key = JSON.stringify([place, src, tokenUrl, history, ...owner]);
  const source = getToken ?? withoutToken;
  const clients = byToken.get(source) ?? new Map<string, InsightsClient>();
  byToken.set(source, clients);
  let client = clients.get(key);
  if (!client) {
    const transport = demo
      ? createLateTransport(({ createDemoTransport }) => createDemoTransport({ apiVersion }))
      : src
        ? createLateTransport(({ createSnapshotTransport }) => createSnapshotTransport({ url: src }), true)
        : createBackendTransport({ url, account: account || undefined, getToken, tokenUrl });
    client = createInsightsClient({ transport, apiVersion, history, persist: place && { in: place, owner } });
    clients.set(key, client);
  }
  return client;
}

/** One text for an address, however it is written; what is none stays as it is, for the transport to refuse. */
function addressOf(url: string): string {
  const address = readHttpAddress(url, document.baseURI);
  return address ? withoutEnd(address) : url;
}
