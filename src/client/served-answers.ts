/**
 * Answers that a server has put into the page it rendered: as text, and before the client that would ask for them.
 *
 * Decides what travels, and for how long it is not asked again. Does not know elements (hydrate/), or who rendered (ssr/).
 */
import {
  canonicalQuery,
  type InsightsAccount,
  InsightsError,
  type InsightsQuery,
  type InsightsResult,
  type QueryInput,
  queryKey,
} from '../spec/index.js';
import { Untrusted } from '../spec/untrusted.js';
import type { InsightsClient, InsightsSnapshot } from './insights-client.js';
import { readText, readTime, readWholeAnswer } from './kept-answer.js';

/** What one script of a page holds. */
export interface Served {
  /** What the server's template set on the element: it is set there again. */
  readonly result?: InsightsResult | undefined;
  readonly profile?: InsightsAccount | undefined;
  /** The answers of a client on the server, by the key of their question. */
  readonly answers: ReadonlyMap<string, InsightsResult>;
  /** Of that client too. */
  readonly account?: InsightsAccount | undefined;
}

/** As long as a client's own answers are fresh, in milliseconds. */
const freshFor = 15 * 60_000;

/** The content of a script. No text in it can end the script, or begin a comment. */
export const writeServed = ({ answers, ...others }: Served): string =>
  JSON.stringify({ ...others, ...(answers.size > 0 && { answers: [...answers] }) }).replaceAll('<', '\\u003c');

/**
 * Reads the content of a script, which anybody could have written: built anew from what an answer may hold.
 * @throws InsightsError `malformed-response` for anything else
 */
export function readServed(text: string): Served {
  const at = new Untrusted(parsed(text));
  const [result, profile, answers, account] = ['result', 'profile', 'answers', 'account'].map((key) => at.member(key));
  return {
    ...(result?.isAbsent === false && { result: readWholeAnswer(result.value) }),
    ...(profile?.isAbsent === false && { profile: readServedAccount(profile.value) }),
    ...(account?.isAbsent === false && { account: readServedAccount(account.value) }),
    answers: new Map(
      (answers?.isAbsent === false ? answers.items() : []).map((pair) => {
        const [key, answer] = pair.items();
        return key && answer ? [key.text(), readWholeAnswer(answer.value)] : pair.fail();
      }),
    ),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InsightsError('malformed-response');
  }
}

/**
 * An account, built anew from what may travel of it.
 * @throws InsightsError where it is none
 */
export function readServedAccount(value: unknown): InsightsAccount {
  const at = new Untrusted(value);
  const { username, name, followersCount, mediaCount, source, fetchedAt } = Object.fromEntries(
    ['username', 'name', 'followersCount', 'mediaCount', 'source', 'fetchedAt'].map((key) => [key, at.member(key)]),
  ) as Record<keyof InsightsAccount, Untrusted>;
  return {
    ...(!username.isAbsent && { username: readText(username) }),
    ...(!name.isAbsent && { name: readText(name) }),
    ...(!followersCount.isAbsent && { followersCount: readTime(followersCount) }),
    ...(!mediaCount.isAbsent && { mediaCount: readTime(mediaCount) }),
    source: source.value === 'demo' ? 'demo' : 'api',
    ...(!fetchedAt.isAbsent && { fetchedAt: readTime(fetchedAt) }),
  };
}

/** The key by which a question and its served answer find each other. */
export const servedKey = (query: QueryInput, now: number): string => queryKey(canonicalQuery(query, now));

/** When what was served is to be asked again: milliseconds from now. */
export function dueIn(known: { readonly fetchedAt?: number }, now: number, interval = freshFor): number {
  const age = now - (known.fetchedAt ?? 0);
  // A clock may be slow; what is from a later day is from nowhere.
  return age < -freshFor ? 0 : Math.max(0, Math.min(interval, freshFor) - Math.max(0, age));
}

/** How often each client that stands behind answers was cleared since the first of them. */
const clears = new WeakMap<InsightsClient, { count: number }>();

/** A client that lives longer than a page's elements holds on to this alone, not to their answers. */
function clearsOf(client: InsightsClient): { readonly count: number } {
  const known = clears.get(client);
  if (known) return known;
  const made = { count: 0 };
  clears.set(client, made);
  client.onClear?.(() => void (made.count += 1));
  return made;
}

/**
 * A client that has some answers already. They are shown at once, and until there are newer ones: those are asked for
 * when a client would ask again for its own.
 * @param client undefined where the page names none: then the answers are all there is
 */
export function withServed(client: InsightsClient = nobody, { answers, account }: Served): InsightsClient {
  const cleared = clearsOf(client);
  const before = cleared.count;
  const isForgotten = (): boolean => cleared.count !== before;
  const observe: InsightsClient['observe'] = (query, callback, options = {}) => {
    const result = isForgotten() ? undefined : answers.get(servedKey(query, client.now()));
    if (!result) return client.observe(query, callback, options);
    let stop: (() => void) | undefined;
    let isStopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last: InsightsSnapshot | undefined;
    const hear = (snapshot: InsightsSnapshot): void => {
      last = snapshot;
      const isNew = isForgotten() || snapshot.result;
      callback(isNew ? snapshot : { ...snapshot, result: snapshot.error ? { ...result, stale: true } : result });
    };
    const begin = (): void => {
      if (!isStopped && client !== nobody) stop ??= client.observe(query, hear, options);
    };
    /** What is on screen of the answers has to go too. */
    const deafen = client.onClear?.(() => {
      deafen?.();
      clearTimeout(timer);
      if (last && !isStopped) hear(last);
      else begin();
    });
    timer = setTimeout(begin, dueIn(result, client.now(), options.refreshInterval));
    callback({ result, fetching: false, refresh: begin });
    return () => {
      isStopped = true;
      deafen?.();
      clearTimeout(timer);
      stop?.();
    };
  };
  const served = (): InsightsAccount | undefined =>
    !isForgotten() && account && (client === nobody || dueIn(account, client.now()) > 0) ? account : undefined;
  return Object.freeze<InsightsClient>({
    version: 1,
    apiVersion: client.apiVersion,
    ...(client.history !== undefined && { history: client.history }),
    now: client.now,
    get opening() {
      return client.opening;
    },
    maxWindowSeconds: client.maxWindowSeconds,
    get: (query: InsightsQuery, options) => client.get(query, options),
    observe,
    account: async (options) => served() ?? client.account(options),
    clear: () => client.clear(),
    ...(client.onClear && { onClear: client.onClear }),
  });
}

const refused = async (): Promise<never> => {
  throw new InsightsError('no-client');
};

/** Stands for the client that a page has not named. */
const nobody: InsightsClient = Object.freeze<InsightsClient>({
  version: 1,
  apiVersion: undefined,
  now: Date.now,
  maxWindowSeconds: 2_592_000,
  get: refused,
  observe: (_query, callback) => {
    callback({ error: new InsightsError('no-client'), fetching: false, refresh: () => {} });
    return () => {};
  },
  account: refused,
  clear: () => {},
});
