/**
 * HOW answers arrive: asks over a transport, in the fewest calls, once per question, again while it can help.
 *
 * Decides which questions are asked, and what is kept. Does not know HTTP (transports/) or pixels (elements/).
 */
import {
  type CanonicalQuery,
  defaultMaxWindowSeconds,
  type InsightsAccount,
  type InsightsResult,
  isInsightsError,
  plainQuery,
  type QueryInput,
  queryKey,
  toInsightsError,
} from '../spec/index.js';
import { loadRules, type Rules, rulesAtHand } from '../spec/rules.js';
import { type AnswerState, type Asked, createAnswerCache } from './answer-cache.js';
import { readFacts } from './answer-facts.js';
import { createAnswers } from './answers.js';
import { createBatch } from './batch.js';
import { accountCall, type Transport } from './call.js';
import type { InsightsClient, InsightsClientOptions, InsightsSnapshot } from './insights-client.js';
import { loadLate } from './load-late.js';
import { createPace, heals } from './pace.js';
import type { PersistedAnswers, PersistOptions } from './persisted-answers.js';
import { withRateGate } from './rate-gate.js';
import { withTurns } from './turns.js';

/** A client over a transport. */
export function createInsightsClient({
  transport,
  apiVersion,
  maxWindowSeconds = defaultMaxWindowSeconds,
  staleTime = 15 * 60_000,
  retries = 2,
  now = Date.now,
  dailyTotals = transport.dailyTotals === true,
  history = false,
  persist,
}: InsightsClientOptions): InsightsClient {
  const pace = createPace();
  let kept: PersistedAnswers | undefined;
  /** How often that had to be forgotten: an answer to a question from before is not kept either. */
  let wipes = 0;
  const wipe = (): void => {
    wipes += 1;
    kept?.wipe();
  };
  const loadKept = async (options: PersistOptions): Promise<void> => {
    const { createPersistedAnswers } = await import('./persisted-answers.js');
    kept = createPersistedAnswers({ now, ...options });
    if (wipes > 0) kept.wipe();
  };
  /** The clock by which days are named: of who answers, where they have one of their own. */
  let clock = now;
  /** What the first question waits for, while it does. Without it everything works: nothing is kept, and days are ours. */
  let opening: Promise<unknown> | undefined =
    persist || transport.opened
      ? Promise.allSettled([
          persist && loadKept(persist),
          transport.opened?.().then((opened) => (clock = () => opened.now)),
        ]).then(() => {
          opening = undefined;
        })
      : undefined;

  const gated = withTurns(withRateGate(transport));
  const send: Transport = (call, options) => gated(call, { ...options, onUsage: pace.tell }).catch(refused);
  const batch = createBatch({ transport: send, maxWindowSeconds, now });
  const cache = createAnswerCache({
    staleTime,
    retry: (failures, error) => failures < retries && heals(error),
    helpsFrom,
    pace,
  });

  /** Who may no longer ask has no right to what was kept either. */
  const refused = (thrown: unknown): never => {
    const error = toInsightsError(thrown);
    // Some metrics that a token does not open are no end of the others.
    if ((error.status === 401 || error.status === 403) && error.metrics.length === 0) wipe();
    throw error;
  };

  const askAccount: Asked<InsightsAccount> = {
    key: 'account',
    ask: async (signal) => {
      const json = await send(accountCall, { signal });
      const { readAccount } = await loadLate();
      const { fetchedAt, stale } = await readFacts(json, now());
      return { ...readAccount(json), fetchedAt, ...(stale && { staleError: stale }) };
    },
  };
  const answer = createAnswers({
    batch,
    apiVersion,
    maxWindowSeconds,
    retries,
    now,
    followers: (signal) =>
      cache.get(askAccount, signal).then(
        ({ followersCount }) => followersCount,
        () => undefined,
      ),
  });
  const askAnswer = (query: CanonicalQuery): Asked<InsightsResult> => {
    const key = queryKey(query);
    return {
      key,
      ask: async (signal) => {
        const before = wipes;
        const result = await answer(query, signal);
        if (before === wipes) kept?.write(key, result);
        return result;
      },
      kept: () => {
        const data = kept?.read(key);
        return data && { data, updatedAt: data.fetchedAt ?? 0 };
      },
    };
  };

  const judge = (query: QueryInput, { legalQuery }: Rules): CanonicalQuery =>
    legalQuery(query, { apiVersion, now: clock(), history, dailyTotals });

  /** The question with nothing left out; undefined while something it needs is still to be loaded. */
  const readQuery = (query: QueryInput): CanonicalQuery | undefined => {
    if (opening) return undefined;
    const rules = rulesAtHand();
    return plainQuery(query, { apiVersion, now: clock() }) ?? (rules && judge(query, rules));
  };
  const readLater = async (query: QueryInput): Promise<CanonicalQuery> => {
    await opening;
    return readQuery(query) ?? judge(query, await loadRules());
  };

  const observe: InsightsClient['observe'] = (query, callback, { refreshInterval } = {}) => {
    let isStopped = false;
    let stop: (() => void) | undefined;
    const tell = (snapshot: InsightsSnapshot): void => {
      if (!isStopped) callback(snapshot);
    };
    const start = (asked: CanonicalQuery): void => {
      if (isStopped || stop) return;
      const hear = (state: AnswerState<InsightsResult>): void => {
        const refresh = (): void => {
          // A person wants what there is now: of all days, or of those that could not be had.
          if (!state.data?.gaps) batch.forget(asked);
          state.refetch();
        };
        tell({ ...toSnapshot(state), refresh });
      };
      stop = cache.observe(askAnswer(asked), hear, refreshInterval);
    };
    const fail = (thrown: unknown): void => tell({ error: toInsightsError(thrown), fetching: false, refresh: begin });
    const begin = (): void => {
      try {
        const asked = readQuery(query);
        if (asked) return start(asked);
        tell({ fetching: true, refresh: () => {} });
        readLater(query).then(start).catch(fail);
      } catch (thrown) {
        fail(thrown);
      }
    };
    begin();
    return () => {
      isStopped = true;
      stop?.();
    };
  };

  const cleared = new Set<() => void>();
  return Object.freeze<InsightsClient>({
    version: 1,
    apiVersion,
    history,
    now: () => clock(),
    get opening() {
      return transport.opened && opening;
    },
    maxWindowSeconds,
    get: async (query, { signal } = {}) => cache.get(askAnswer(readQuery(query) ?? (await readLater(query))), signal),
    observe,
    account: async ({ signal } = {}) => cache.get(askAccount, signal),
    clear: () => {
      wipe();
      transport.forget?.();
      batch.clear();
      cache.clear();
      for (const tell of [...cleared]) tell();
    },
    onClear: (callback) => {
      const tell = (): void => callback();
      cleared.add(tell);
      return () => cleared.delete(tell);
    },
  });
}

/** A failure that is for good is for people to act on. Nonsense may come from something in between, and pass. */
function helpsFrom({ data, error }: { readonly data: unknown; readonly error: unknown }): number {
  const { gaps = [] } = (data ?? {}) as Partial<InsightsResult>;
  if (!isInsightsError(error)) return Math.max(0, ...gaps.map((gap) => gap.error.retryAt ?? 0));
  return error.recoverable || error.code === 'malformed-response' ? (error.retryAt ?? 0) : Number.POSITIVE_INFINITY;
}

const toSnapshot = ({
  data,
  error,
  isFetching,
  pausedUntil,
}: AnswerState<InsightsResult>): Omit<InsightsSnapshot, 'refresh'> => ({
  ...(data?.staleError && { error: data.staleError }),
  ...(data && { result: error === null || data.stale ? data : { ...data, stale: true } }),
  ...(error !== null && { error: toInsightsError(error) }),
  ...(pausedUntil !== undefined && { pausedUntil }),
  fetching: isFetching,
});
