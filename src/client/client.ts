/**
 * HOW answers arrive: asks over a transport, in the fewest calls, once per question, again while it can help.
 *
 * Decides caching, retry and why a number is missing. Does not know HTTP (transports/) or pixels (elements/).
 */
import {
  type CanonicalQuery,
  canonicalQuery,
  hasErrors,
  type InsightsAccount,
  InsightsError,
  type InsightsQuery,
  type InsightsResult,
  isInsightsError,
  plainQuery,
  provisionalDays,
  type QueryInput,
  queryKey,
  readAccount,
  specOf,
  toInsightsError,
} from '../spec/index.js';
import { loadRules, type Rules, rulesAtHand } from '../spec/rules.js';
import { type AnswerState, type Asked, createAnswerCache } from './answer-cache.js';
import { createBatch } from './batch.js';
import { accountCall, type Transport } from './call.js';
import { isBeyondOneCount } from './plan.js';
import { withRateGate } from './rate-gate.js';
import { isEmptyResult } from './stitch.js';

export interface InsightsClientOptions {
  readonly transport: Transport;
  /** Graph version that will answer, such as `v25.0`: what it is known to refuse is not asked. */
  readonly apiVersion?: string | undefined;
  /** The longest window that the host answers, in seconds. @default 2592000 */
  readonly maxWindowSeconds?: number | undefined;
  /** For how long an answer is fresh, in milliseconds. @default 900000 (15 minutes) */
  readonly staleTime?: number | undefined;
  /** How often a failed question that can heal is asked again. @default 2 */
  readonly retries?: number | undefined;
  /** Milliseconds since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
}

/** What is known of a question at one moment. */
export interface InsightsSnapshot {
  /** The last answer; kept while a newer one is asked for, or could not be had. */
  readonly result?: InsightsResult;
  /** Why the last attempt failed; gone after the next success. */
  readonly error?: InsightsError;
  readonly fetching: boolean;
  /** Asks again, now. */
  readonly refresh: () => void;
}

export interface GetOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Answers questions about one account. Frozen; equal questions share one answer. */
export interface InsightsClient {
  /** The number of this interface: two copies of the library on one page agree on it. */
  readonly version: 1;
  readonly apiVersion: string | undefined;
  /** Milliseconds since the epoch: decides what a preset such as `last_28_days` means. */
  readonly now: () => number;
  /**
   * One answer, from the cache while it is fresh.
   * @throws InsightsError; `invalid-query`, with the issues, before anything is sent
   */
  get(query: InsightsQuery, options?: GetOptions): Promise<InsightsResult>;
  /** Calls back now and with each change, until stopped. Nobody left: the call is given up. Never throws. */
  observe(query: InsightsQuery, callback: (snapshot: InsightsSnapshot) => void): () => void;
  /**
   * Who the numbers are about.
   * @throws InsightsError
   */
  account(options?: GetOptions): Promise<InsightsAccount>;
  /** Forgets every answer. What is observed, or waited for, is asked again. */
  clear(): void;
}

/** A client over a transport. */
export function createInsightsClient({
  transport,
  apiVersion,
  maxWindowSeconds,
  staleTime = 15 * 60_000,
  retries = 2,
  now = Date.now,
}: InsightsClientOptions): InsightsClient {
  const send = withRateGate(transport);
  const ask = createBatch({ transport: send, maxWindowSeconds, now });
  const cache = createAnswerCache({
    staleTime,
    retry: (failures, error) => failures < retries && heals(error),
  });

  const askAccount: Asked<InsightsAccount> = {
    key: 'account',
    ask: (signal) =>
      send(accountCall, { signal })
        .then(readAccount)
        .catch((thrown) => {
          throw toInsightsError(thrown);
        }),
  };
  const askAnswer = (query: CanonicalQuery): Asked<InsightsResult> => ({
    key: queryKey(query),
    ask: (signal) => answer(query, signal),
  });

  const answer = async (query: CanonicalQuery, signal: AbortSignal): Promise<InsightsResult> => {
    if (isBeyondOneCount(query, maxWindowSeconds)) return notCounted(query, now());
    const result = await ask(query, signal);
    if (!isEmptyResult(query, result)) return result;
    const [gap] = result.gaps ?? [];
    if (gap) throw gap.error;
    return { ...result, reason: await reasonFor(query, signal) };
  };

  /** Why nothing came back, on evidence only. */
  const reasonFor = async (query: CanonicalQuery, signal: AbortSignal): Promise<string> => {
    const { minFollowers } = specOf(query.metric);
    if (minFollowers !== undefined) {
      const { followersCount } = await cache.get(askAccount, signal).catch((): InsightsAccount => ({}));
      if (followersCount !== undefined && followersCount < minFollowers) return 'too-few-followers';
    }
    return query.window && provisionalDays(query.window, now()).length > 0 ? 'not-yet' : 'not-returned';
  };

  const judge = (query: QueryInput, { validateQuery }: Rules): CanonicalQuery => {
    const issues = validateQuery(query, { apiVersion, now: now() });
    if (hasErrors(issues)) throw new InsightsError('invalid-query', { issues });
    try {
      return canonicalQuery(query, now());
    } catch {
      throw new InsightsError('invalid-query', { detail: 'A query is about one metric.', issues });
    }
  };

  /** The question with nothing left out; undefined while the rules that can tell are still to be loaded. */
  const readQuery = (query: QueryInput): CanonicalQuery | undefined => {
    const rules = rulesAtHand();
    return plainQuery(query, { apiVersion, now: now() }) ?? (rules && judge(query, rules));
  };

  const observe = (query: InsightsQuery, callback: (snapshot: InsightsSnapshot) => void): (() => void) => {
    let isStopped = false;
    let stop: (() => void) | undefined;
    const start = (asked: CanonicalQuery): void => {
      if (!isStopped) stop = cache.observe(askAnswer(asked), (state) => callback(toSnapshot(state)));
    };
    const fail = (thrown: unknown): void => {
      if (!isStopped) callback({ error: toInsightsError(thrown), fetching: false, refresh: () => {} });
    };
    const startLater = (): void => {
      callback({ fetching: true, refresh: () => {} });
      loadRules()
        .then((rules) => start(judge(query, rules)))
        .catch(fail);
    };
    try {
      const asked = readQuery(query);
      if (asked) start(asked);
      else startLater();
    } catch (thrown) {
      fail(thrown);
    }
    return () => {
      isStopped = true;
      stop?.();
    };
  };

  return Object.freeze<InsightsClient>({
    version: 1,
    apiVersion,
    now,
    get: async (query, { signal } = {}) =>
      cache.get(askAnswer(readQuery(query) ?? judge(query, await loadRules())), signal),
    observe,
    account: async ({ signal } = {}) => cache.get(askAccount, signal),
    clear: cache.clear,
  });
}

/** A rate limit heals too, but not in the seconds that a retry takes. */
const heals = (error: unknown): boolean => isInsightsError(error) && error.recoverable && error.code !== 'rate-limited';

const notCounted = (query: CanonicalQuery, fetchedAt: number): InsightsResult => ({
  metric: query.metric,
  period: query.period,
  ...(query.window && { range: query.window }),
  fetchedAt,
  reason: 'window-too-long',
});

const toSnapshot = ({ data, error, isFetching, refetch }: AnswerState<InsightsResult>): InsightsSnapshot => ({
  ...(data && { result: error === null ? data : { ...data, stale: true } }),
  ...(error !== null && { error: toInsightsError(error) }),
  fetching: isFetching,
  refresh: refetch,
});
