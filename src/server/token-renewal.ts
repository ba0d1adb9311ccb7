/**
 * Renews the long-lived tokens of Instagram Login, so that nobody has to connect again every 60 days.
 *
 * Decides when a token is renewed and which one is used from then on. Does not know where tokens are kept: that is the
 * operator's `saveToken`. Source: https://developers.facebook.com/docs/instagram-platform/reference/refresh_access_token/
 */
import * as v from 'valibot';
import { isToken, requestJson } from '../client/transports/http.js';
import { refuseRedirects } from '../client/transports/refuse-redirects.js';
import { type Account, baseUrlOf } from './accounts.js';
import { isLasting } from './elapsed.js';
import type { GraphSettings } from './graph-settings.js';
import { guarded, Refusal, refusalOfGraph } from './refusal.js';
import { type Log, reasonOf } from './request-log.js';

/** A token, and until when it is good. */
export interface RenewedToken {
  readonly accessToken: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Keeps a renewed token where `accounts` will find it. What it throws is logged as a fault, without its words. */
export type SaveToken = (alias: string, token: RenewedToken) => void | Promise<void>;

export interface TokenRenewalOptions {
  readonly graph: GraphSettings & { readonly baseUrl: string };
  readonly saveToken?: SaveToken | undefined;
  /** Keeps a runtime alive that would end with the answer. */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
  /** Gets an entry for each renewal, of event `renewal`. Does not throw. */
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface TokenRenewal {
  /** The account with the token to use now. Begins a renewal where one is due, and does not wait for it. */
  current(alias: string, account: Account): Account;
  /** Resolves when no renewal is under way. */
  settled(): Promise<void>;
}

const dayMs = 86_400_000;
/** Of sixty days. A page that is looked at once a week still renews in time. */
const renewBelowMs = 10 * dayMs;
const retryMs = 3_600_000;

const schema = v.object({
  access_token: v.pipe(
    v.string(),
    v.check((text) => isToken(text)),
  ),
  expires_in: v.pipe(v.number(), v.minValue(1), v.maxValue(366 * 86_400)),
});

interface Renewed {
  readonly token: RenewedToken;
  /** The tokens that it took the place of: a record, or a database that is slow to learn, still gives one of them. */
  readonly replaced: ReadonlySet<string>;
  readonly isSaved: boolean;
  /** The same object for the same account: what is known of one by its object is not looked up for each request. */
  readonly made: WeakMap<Account, Account>;
}

/** Without `saveToken` a renewed token lasts as long as the process. */
export function createTokenRenewal({
  graph,
  saveToken,
  waitUntil = () => {},
  log,
  now,
}: TokenRenewalOptions): TokenRenewal {
  const renewed = new Map<string, Renewed>();
  const underWay = new Map<string, Promise<void>>();
  const triedAt = new Map<string, number>();

  /** Only Instagram's own tokens can be renewed, and only while they are good. */
  function isDue(account: Account): boolean {
    if (account.expiresAt === undefined) return false;
    if (new URL(baseUrlOf(account, graph.baseUrl)).hostname !== 'graph.instagram.com') return false;
    const leftMs = account.expiresAt - now();
    return leftMs > 0 && leftMs < renewBelowMs;
  }

  async function renew(key: string, alias: string, account: Account): Promise<void> {
    const known = renewed.get(key);
    const isSaveOnly = known && !known.isSaved && !isDue(account);
    const token = isSaveOnly ? known.token : await askForToken(account, graph, now);
    const replaced = new Set(known?.replaced).add(account.accessToken);
    renewed.set(key, { token, replaced, isSaved: false, made: new WeakMap() });
    await guarded('saveToken', () => saveToken?.(alias, token));
    renewed.set(key, { token, replaced, isSaved: true, made: new WeakMap() });
  }

  /** Ends well in any case, and is written down. */
  async function tryToRenew(key: string, alias: string, account: Account): Promise<void> {
    const start = now();
    triedAt.set(key, start);
    let refusal: Refusal | undefined;
    try {
      await renew(key, alias, account);
    } catch (thrown) {
      refusal = thrown instanceof Refusal ? thrown : refusalOfGraph(thrown, account);
    }
    underWay.delete(key);
    log({ event: 'renewal', ms: now() - start, account: alias, ...(refusal && reasonOf(refusal)) });
  }

  return {
    current(alias, given) {
      const key = `${alias} ${given.id}`;
      const known = renewed.get(key);
      const used = (known && withRenewed(given, known)) ?? given;
      // Somebody has connected anew: theirs is the newer word.
      if (known && used === given) renewed.delete(key);
      const hasTried = isLasting(triedAt.get(key) ?? Number.NEGATIVE_INFINITY, retryMs, now());
      const hasWork = isDue(used) || renewed.get(key)?.isSaved === false;
      if (hasWork && !hasTried && !underWay.has(key)) {
        const work = tryToRenew(key, alias, used);
        underWay.set(key, work);
        waitUntil(work);
      }
      return used;
    },
    async settled() {
      await Promise.all(underWay.values());
    },
  };
}

/** The account with the renewed token; undefined where its own is neither that nor one that it took the place of. */
function withRenewed(account: Account, { token, replaced, made }: Renewed): Account | undefined {
  const known = made.get(account);
  if (known) return known;
  if (account.accessToken !== token.accessToken && !replaced.has(account.accessToken)) return undefined;
  const current = { ...account, ...token };
  made.set(account, current);
  return current;
}

/**
 * Asks Instagram to renew a token that is at least a day old and still good.
 * @throws InsightsError by what the Graph API says; Refusal `malformed-response`
 */
export async function askForToken(
  account: Account,
  { baseUrl, fetch }: TokenRenewalOptions['graph'],
  now: () => number,
): Promise<RenewedToken> {
  const query = new URLSearchParams({ grant_type: 'ig_refresh_token', access_token: account.accessToken });
  const json = await requestJson({
    url: `${baseUrlOf(account, baseUrl)}/refresh_access_token?${query}`,
    fetch: refuseRedirects(fetch),
    init: { headers: { Accept: 'application/json' } },
  });
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) throw new Refusal('malformed-response', { fault: 'graph' });
  const { access_token: accessToken, expires_in: seconds } = parsed.output;
  return { accessToken, expiresAt: now() + Math.floor(seconds) * 1000 };
}
