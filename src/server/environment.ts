/**
 * What an operator says by environment variables, read once and judged whole; and what the backend then stands in front of.
 *
 * Never prints, and never guesses: half a configuration is an error, so that nobody sees sample data by accident.
 */

import { defaultBaseUrl } from '../client/transports/graph.js';
import { isToken } from '../client/transports/http.js';
import { defaultGraphVersion } from '../spec/index.js';
import { isOrigin } from './access.js';
import { type Account, graphHosts, isAccountId } from './accounts.js';
import type { EmbedKey } from './embed-token.js';
import { readAddress, readVersionName } from './graph-settings.js';
import type { InsightsHandlerOptions } from './insights-handler.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What is set wrong, and what to set instead: a sentence for an operator, without any value that may be secret. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

export interface EnvironmentSettings {
  /** From `IG_USER_ID`, `IG_ACCESS_TOKEN`, `IG_APP_SECRET` and `IG_TOKEN_EXPIRES`; undefined where none of the first three is set. */
  readonly account: Account | undefined;
  /** From `GRAPH_HOST` (a host name, or a whole address) and `GRAPH_VERSION`. */
  readonly graph: { readonly baseUrl: string; readonly version: string };
  /** From `HOST`. @default "127.0.0.1" */
  readonly host: string;
  /** From `PORT`. @default 8787 */
  readonly port: number;
  /** Whether `ACCESS=public` opens the backend to everybody. */
  readonly isPublic: boolean;
  /** From `EMBED_KEYS`: with any, who asks needs a token that they have signed. */
  readonly embedKeys: readonly EmbedKey[];
  /** From `ORIGINS`: the pages of other origins that may read answers; undefined where it is not set. */
  readonly origins: readonly string[] | undefined;
  /** From `STORE`: see openStorage. */
  readonly store: string;
  /** From `RETENTION_DAYS`. */
  readonly retentionDays: number | undefined;
  /** From `CLIENT_ADDRESS`: the header in which a proxy says who asks. */
  readonly clientHeader: string | undefined;
  /** From `PER_CLIENT`: requests a minute. */
  readonly perClient: number | undefined;
  /** Whether `LOG=all` tells of every request, and not only of failures. */
  readonly logsAll: boolean;
  /** From `METRICS_PORT`: where Prometheus reads, on this machine only; undefined where it is not set. */
  readonly metricsPort: number | undefined;
  /** From `DRAIN_SECONDS`: for how long a backend that ends still takes requests. @default 0 */
  readonly drainSeconds: number;
}

/**
 * Reads the variables of `insights-elements serve`. Unset and empty are the same.
 * @throws EnvironmentError
 */
export function readEnvironment(env: Environment): EnvironmentSettings {
  const read = (name: string): string => env[name]?.trim() ?? '';
  const access = read('ACCESS');
  if (access !== '' && access !== 'public') {
    throw new EnvironmentError(
      'ACCESS has one value, public, which opens the backend to everybody. Set that, or nothing.',
    );
  }
  return {
    account: withEnd(
      readAccount(read('IG_USER_ID'), read('IG_ACCESS_TOKEN'), read('IG_APP_SECRET')),
      read('IG_TOKEN_EXPIRES'),
    ),
    graph: { baseUrl: readBaseUrl(read('GRAPH_HOST')), version: readVersion(env) },
    host: read('HOST') || '127.0.0.1',
    port: readPort('PORT', read('PORT')),
    isPublic: access === 'public',
    embedKeys: readEmbedKeys(env),
    origins: readOrigins(read('ORIGINS')),
    store: read('STORE'),
    retentionDays: readCount('RETENTION_DAYS', read('RETENTION_DAYS')),
    clientHeader: readHeaderName(read('CLIENT_ADDRESS')),
    perClient: readCount('PER_CLIENT', read('PER_CLIENT')),
    logsAll: readLog(read('LOG')),
    metricsPort: read('METRICS_PORT') === '' ? undefined : readPort('METRICS_PORT', read('METRICS_PORT')),
    drainSeconds: readCount('DRAIN_SECONDS', read('DRAIN_SECONDS')) ?? 0,
  };
}

function readOrigins(text: string): readonly string[] | undefined {
  if (text === '') return undefined;
  const origins = text.split(',').map((origin) => origin.trim());
  if (origins.every(isOrigin)) return origins;
  throw new EnvironmentError(
    'ORIGINS is not a list of origins. Write scheme and host only, with commas between: https://example.com,https://www.example.com.',
  );
}

function readLog(text: string): boolean {
  if (text !== '' && text !== 'failures' && text !== 'all') {
    throw new EnvironmentError('LOG has two values: failures, as it is without it, and all. Set one of them.');
  }
  return text === 'all';
}

function readCount(name: string, text: string): number | undefined {
  if (text === '') return undefined;
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new EnvironmentError(`${name} is no count. Set a whole number from 1 on.`);
  return Number(text);
}

function readHeaderName(text: string): string | undefined {
  if (text === '') return undefined;
  if (/^[A-Za-z][\w-]{0,63}$/.test(text)) return text;
  throw new EnvironmentError(
    'CLIENT_ADDRESS is not the name of a header. Set the one in which your proxy says who asks, such as X-Forwarded-For.',
  );
}

function readAccount(id: string, accessToken: string, appSecret: string): Account | undefined {
  if (id === '' && accessToken === '' && appSecret === '') return undefined;
  const missing = [id === '' && 'IG_USER_ID', accessToken === '' && 'IG_ACCESS_TOKEN'].filter(Boolean);
  if (missing.length > 0) {
    throw new EnvironmentError(
      `An account takes both IG_USER_ID and IG_ACCESS_TOKEN, and ${missing.join(' and ')} is not set. Set it, or unset what begins with IG_.`,
    );
  }
  if (!isAccountId(id)) {
    throw new EnvironmentError(
      'IG_USER_ID is not an Instagram user id, which has digits only. It is neither the user name nor "me": the Graph API names it as instagram_business_account, or user_id with Instagram Login. `insights-elements connect` finds it.',
    );
  }
  if (!isToken(accessToken)) {
    throw new EnvironmentError(
      'IG_ACCESS_TOKEN holds spaces or line breaks, which no token has. Copy it again, whole.',
    );
  }
  return { id, accessToken, ...(appSecret !== '' && { appSecret }) };
}

function readBaseUrl(text: string): string {
  if (text === '') return defaultBaseUrl;
  const url = readAddress(text.includes('://') ? text : `https://${text}`);
  if (!url || (url.protocol === 'http:' && !isLoopback(url.hostname))) {
    throw new EnvironmentError(
      'GRAPH_HOST is not an address that may be sent a token. Set graph.facebook.com (Facebook Login) or graph.instagram.com (Instagram Login); plain http only on this machine.',
    );
  }
  return url.href.replace(/\/+$/, '');
}

/** @throws EnvironmentError for a `GRAPH_VERSION` that is none */
export function readVersion(env: Environment): string {
  const version = readVersionName(env.GRAPH_VERSION?.trim() || defaultGraphVersion);
  if (!version) throw new EnvironmentError(`GRAPH_VERSION is not a version. Set ${defaultGraphVersion}, for one.`);
  return version;
}

function withEnd(account: Account | undefined, text: string): Account | undefined {
  if (!account || text === '') return account;
  const expiresAt = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(expiresAt)) {
    throw new EnvironmentError(
      'IG_TOKEN_EXPIRES is no time. Set one such as 2027-01-27T06:00:00Z, or nothing where it is not known.',
    );
  }
  return { ...account, expiresAt };
}

/**
 * The keys of embed tokens, from `EMBED_KEYS`: `<id>=<secret>`, with commas between several. None where it is not set.
 * @throws EnvironmentError which quotes nothing
 */
export function readEmbedKeys(env: Environment): readonly EmbedKey[] {
  const text = env.EMBED_KEYS?.trim() ?? '';
  if (text === '') return [];
  return text.split(',').map((part) => {
    const [, id, secret] = /^([\w.-]{1,64})=(.+)$/.exec(part.trim()) ?? [];
    if (id === undefined || secret === undefined || secret.length < 32) {
      throw new EnvironmentError(
        'EMBED_KEYS is not of the form <id>=<secret>,<id>=<secret> with secrets of at least 32 characters. `insights-elements token --new-key` makes one.',
      );
    }
    return { id, secret };
  });
}

function readPort(name: string, text: string): number {
  if (text === '') return 8787;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new EnvironmentError(`${name} is not a port. Set a number from 0 (any free one) to 65535.`);
  }
  return Number(text);
}

/** Whether a host name, as a URL has it or a socket, is this machine's own. */
export const isLoopback = (hostname: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(hostname);

/** What a backend stands in front of. */
export interface Upstream extends Required<Pick<InsightsHandlerOptions, 'accounts' | 'graph'>> {
  /** For a person: what is served. Never the token. */
  readonly description: string;
}

/** The account of the environment, by the alias `default`; or sample data, from a sandbox in the same process. */
export async function openUpstream({ account, graph }: EnvironmentSettings): Promise<Upstream> {
  if (account) {
    const { host, hostname } = new URL(graph.baseUrl);
    const isTheirs = graphHosts.some((name) => name === host) || isLoopback(hostname);
    const stranger = isTheirs ? '' : `\n${host} is no host of Instagram: what is there gets the token. See GRAPH_HOST.`;
    const description = `account ${account.id} from ${host} ${graph.version}${stranger}`;
    return { accounts: { default: account }, graph, description };
  }
  const { createSandbox } = await import('../sandbox/index.js');
  const { id, accessToken, fetch } = createSandbox({ apiVersion: graph.version });
  return {
    accounts: { default: { id, accessToken } },
    graph: { ...graph, fetch },
    description: `sample data, as the Graph API ${graph.version} would give it`,
  };
}
