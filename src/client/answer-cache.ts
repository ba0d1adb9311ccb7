/**
 * The cache of answers: @tanstack/query-core's, with the options that fit a page's numbers.
 *
 * Decides how long an answer is fresh and when it is asked for again. Does not know what a question is.
 */
import {
  focusManager,
  onlineManager,
  QueryCache,
  type QueryClient,
  type QueryObserver,
  type QueryOptions,
} from '@tanstack/query-core';
import { type Pace, retryDelay } from './pace.js';

export interface CacheOptions {
  /** Milliseconds for which an answer is fresh. */
  readonly staleTime: number;
  /** Whether a question that failed so many times is asked again. */
  readonly retry: (failures: number, error: unknown) => boolean;
  /**
   * From when on asking again can help: milliseconds since the epoch, where an answer or a failure says so. What is
   * watched then is. 0: at any time. Infinity: never, unless somebody asks for it.
   */
  readonly helpsFrom: (known: { readonly data: unknown; readonly error: unknown }) => number;
  readonly pace: Pace;
}

/** A question's name, and what gets its answer; the signal is aborted when nobody is left who wants it. */
export interface Asked<T> {
  readonly key: string;
  readonly ask: (signal: AbortSignal) => Promise<T>;
  /** An answer from an earlier visit, and when it came, in milliseconds since the epoch. */
  readonly kept?: () => { readonly data: T; readonly updatedAt: number } | undefined;
}

/** What is known of an answer at one moment. */
export interface AnswerState<T> {
  /** The last answer; kept while a newer one is asked for, or could not be had. */
  readonly data: T | undefined;
  /** Why the last attempt failed; gone after the next success. */
  readonly error: unknown;
  readonly isFetching: boolean;
  /** Until when nothing is asked unasked, to spare the limit on calls: milliseconds since the epoch. */
  readonly pausedUntil: number | undefined;
  /** Asks again, now. */
  readonly refetch: () => void;
}

export interface AnswerCache {
  /**
   * Calls back now and with each change, until stopped.
   * @param interval milliseconds after which to ask again, again and again
   */
  observe<T>(asked: Asked<T>, callback: (state: AnswerState<T>) => void, interval?: number): () => void;
  /** The answer, from the cache while it is fresh. Rejects with the reason of the signal when that is aborted. */
  get<T>(asked: Asked<T>, signal?: AbortSignal): Promise<T>;
  /** Forgets all answers. What is observed, or waited for, is asked again. */
  clear(): void;
}

/** How many milliseconds earlier a question may be asked again, to share the calls of others. */
const together = 1_000;

/** However soon a server says to ask again: nobody asked this page to poll. */
const soonest = 60_000;

/** A timer cannot wait longer. */
const longestWait = 2 ** 31 - 1;

type AnswerOptions<T> = QueryOptions<T, Error, T, [string]> & { queryKey: [string]; staleTime: number };

export function createAnswerCache({ staleTime, retry, helpsFrom, pace }: CacheOptions): AnswerCache {
  const cache = new QueryCache();
  /** Not every page asks again in the same second; all questions of one page do, in the same calls. */
  const lateness = together + Math.random() * 4_000;
  /** What falls due within a second is asked at one moment: else cards drift apart by the time each takes to draw. */
  const due = new Set<() => void>();
  const askSoon = (ask: () => void): void => {
    if (due.size === 0) setTimeout(askDue, together);
    due.add(ask);
  };
  const askDue = (): void => {
    for (const ask of due) {
      due.delete(ask);
      ask();
    }
  };
  // A query asks its client for these three, and its observer for the six below. A whole QueryClient and QueryObserver
  // would bring mutations, selections and infinite queries: a tenth of what a page of cards loads.
  const client = {
    getQueryCache: () => cache,
    getQueryDefaults: () => ({}),
    defaultQueryOptions: (options: unknown) => options,
  } as unknown as QueryClient;
  const optionsOf = <T>({ key, ask }: Asked<T>): AnswerOptions<T> => ({
    _defaulted: true,
    queryKey: [key],
    queryHash: key,
    queryFn: ({ signal }) => ask(signal),
    staleTime,
    retry,
    retryDelay,
    // By default a question waits for a network without a word; an error with words is better.
    networkMode: 'always',
    // A timer of five minutes would keep a script from ending: see forgetStale.
    gcTime: Number.POSITIVE_INFINITY,
  });

  /** Focus and network are listened to while somebody watches: a client that nobody uses leaves nothing behind. */
  const watchers = new Set<object>();
  let deafen: readonly (() => void)[] = [];
  const join = (watcher: object): void => {
    watchers.add(watcher);
    if (deafen.length > 0 || !('document' in globalThis)) return;
    deafen = [
      focusManager.subscribe((focused) => focused && cache.onFocus()),
      onlineManager.subscribe((online) => online && cache.onOnline()),
    ];
  };
  const leave = (watcher: object): void => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    for (const stop of deafen) stop();
    deafen = [];
  };

  /** What nobody watches any more is of use while it is fresh. */
  const forgetStale = (): void => {
    for (const query of cache.getAll()) {
      const isIdle = !query.isActive() && query.state.fetchStatus === 'idle';
      if (isIdle && query.isStaleByTime(staleTime)) cache.remove(query);
    }
  };

  const observe: AnswerCache['observe'] = <T>(
    asked: Asked<T>,
    callback: (state: AnswerState<T>) => void,
    interval = 0,
  ) => {
    const options = optionsOf(asked);
    const call = (state: AnswerState<T>): void => {
      try {
        callback(state);
      } catch (thrown) {
        // Whoever listens is told of it by the page; the others, and the timers, go on.
        queueMicrotask(() => {
          throw thrown;
        });
      }
    };
    const query = cache.build<T, Error, T, [string]>(client, options);
    const kept = query.state.data === undefined ? asked.kept?.() : undefined;
    if (kept) query.setData(kept.data, { updatedAt: kept.updatedAt, manual: true });
    const isStale = (): boolean => query.isStaleByTime(staleTime);
    const refetch = (): void => void query.fetch(options).catch(() => {});
    /** Until when nothing is asked unasked. Where a failure has said from when on, that counts. */
    const pausedUntil = (): number | undefined => (helpsFrom(query.state) ? undefined : pace.pausedUntil());
    const mayAsk = (): boolean => isStale() && helpsFrom(query.state) <= Date.now() && !pausedUntil();
    const tell = (): void => {
      const { data, error, fetchStatus } = query.state;
      call({
        data,
        error,
        // A retry that waits until the page is seen again is `paused`.
        isFetching: fetchStatus !== 'idle',
        pausedUntil: interval > 0 ? pausedUntil() : undefined,
        refetch,
      });
    };

    let timer: ReturnType<typeof setTimeout> | undefined;
    /** Asks again after the interval, and not before a failure has said to; not at all where that cannot help. */
    const askLater = (): void => {
      clearTimeout(timer);
      const at = helpsFrom(query.state);
      if (!(at + interval > 0 && at < Number.POSITIVE_INFINITY)) return;
      const wait = Math.max(pace.wait(interval), at && Math.max(at - Date.now(), soonest) + lateness, together);
      timer = setTimeout(askSoon, Math.min(longestWait, wait - together), askUnasked);
    };
    const askUnasked = (): void => {
      if (!pausedUntil() && focusManager.isFocused()) refetch();
      else if (interval > 0) askLater();
      tell();
    };

    const observer = {
      options,
      getCurrentResult: () => ({ isStale: isStale() }),
      onQueryUpdate: () => {
        if (query.state.fetchStatus === 'idle') askLater();
        tell();
      },
      shouldFetchOnWindowFocus: mayAsk,
      shouldFetchOnReconnect: mayAsk,
      refetch,
    } as unknown as QueryObserver;
    query.addObserver(observer);
    join(observer);
    forgetStale();
    if (isStale()) refetch();
    else askLater();
    tell();
    return () => {
      clearTimeout(timer);
      due.delete(askUnasked);
      query.removeObserver(observer);
      leave(observer);
    };
  };

  const get: AnswerCache['get'] = <T>(asked: Asked<T>, signal?: AbortSignal) =>
    new Promise<T>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const stop = observe<T>(asked, ({ data, error, isFetching }) => {
        if (isFetching || (data === undefined && !error)) return;
        if (error) reject(error);
        else resolve(data as T);
        // A cached answer comes before there is anything to stop.
        queueMicrotask(() => end());
      });
      const end = (): void => {
        stop();
        signal?.removeEventListener('abort', abort);
      };
      const abort = (): void => {
        reject(signal?.reason);
        end();
      };
      signal?.addEventListener('abort', abort);
    });

  const clear = (): void => {
    for (const query of cache.getAll()) {
      if (query.isActive()) {
        query.reset();
        query.fetch().catch(() => {});
      } else cache.remove(query);
    }
  };

  return { observe, get, clear };
}
