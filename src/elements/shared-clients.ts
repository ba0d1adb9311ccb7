/** One client for all elements that name the same backend, account and token source: they share calls and answers. */
import { createBackendTransport, createInsightsClient, type InsightsClient } from '../client/index.js';
import { createLateTransport } from '../client/transports/late-transport.js';

/** Where an author says that numbers come from. */
export interface ClientSource {
  readonly backendUrl?: string | undefined;
  /** A snapshot, which comes before a backend. */
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
 * @param account instead of the source's own
 */
export function clientFor(named: ClientSource, account = named.account): InsightsClient | undefined {
  const { backendUrl, demo, getToken, history, persist, tokenScope } = named;
  const tokenUrl = named.tokenUrl || undefined;
  const file = !demo && named.src;
  // A snapshot is about one account: it has no numbers of another that an element inside names.
  if (file ? account !== named.account : !demo && !backendUrl) return undefined;
  const apiVersion = named.apiVersion || undefined;
  const url = addressOf(file || (backendUrl ?? ''));
  const owner = [...(demo ? [''] : [url, account || 'default']), apiVersion ?? '', tokenScope ?? ''];
  // What a token gives to one visitor is not for the next: without a name for whose it is, nothing is kept.
  const isOwned = !demo && !file && ((!getToken && !tokenUrl) || tokenScope);
  const place = isOwned && (persist === 'session' || persist === 'local') ? persist : undefined;
  const key = JSON.stringify([file, place, tokenUrl, history, ...owner]);
  const source = getToken ?? withoutToken;
  const clients = byToken.get(source) ?? new Map<string, InsightsClient>();
  byToken.set(source, clients);
  let client = clients.get(key);
  if (!client) {
    const transport =
      file || demo
        ? createLateTransport((late) => late.createFileTransport(file, apiVersion), Boolean(file))
        : createBackendTransport({ url, account: account || undefined, getToken, tokenUrl });
    client = createInsightsClient({ transport, apiVersion, history, persist: place && { in: place, owner } });
    clients.set(key, client);
  }
  return client;
}

/** One text for an address, however it is written; what is none stays as it is, for the transport to refuse. */
const addressOf = (url: string): string =>
  URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href.replace(/\/*([?#].*)?$/, '') : url;
