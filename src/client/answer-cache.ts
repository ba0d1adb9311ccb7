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

export interface CacheOptions {
  /** Milliseconds for which an answer is fresh. */
  readonly staleTime: number;
  /** Whether a question that failed so many times is asked again. */
  readonly retry: (failures: number, error: unknown) => boolean;
}

/** A question's name, and what gets its answer; the signal is aborted when nobody is left who wants it. */
export interface Asked<T> {
  readonly key: string;
  readonly ask: (signal: AbortSignal) => Promise<T>;
}

/** What is known of an answer at one moment. */
export interface AnswerState<T> {
  /** The last answer; kept while a newer one is asked for, or could not be had. */
  readonly data: T | undefined;
  /** Why the last attempt failed; gone after the next success. */
  readonly error: unknown;
  readonly isFetching: boolean;
  /** Asks again, now. */
  readonly refetch: () => void;
}

export interface AnswerCache {
  /** Calls back now and with each change, until stopped. */
  observe<T>(asked: Asked<T>, callback: (state: AnswerState<T>) => void): () => void;
  /** The answer, from the cache while it is fresh. Rejects with the reason of the signal when that is aborted. */
  get<T>(asked: Asked<T>, signal?: AbortSignal): Promise<T>;
  /** Forgets all answers. What is observed, or waited for, is asked again. */
  clear(): void;
}

type AnswerOptions<T> = QueryOptions<T, Error, T, [string]> & { queryKey: [string]; staleTime: number };

export function createAnswerCache({ staleTime, retry }: CacheOptions): AnswerCache {
  const cache = new QueryCache();
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
    retryDelay: (failures) => 500 * 2 ** failures * (0.75 + Math.random() / 2),
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

  const observe: AnswerCache['observe'] = <T>(asked: Asked<T>, callback: (state: AnswerState<T>) => void) => {
    const options = optionsOf(asked);
    const query = cache.build<T, Error, T, [string]>(client, options);
    const isStale = (): boolean => query.isStaleByTime(staleTime);
    const refetch = (): void => void query.fetch(options).catch(() => {});
    const tell = (): void => {
      const { data, error, fetchStatus } = query.state;
      callback({ data, error, isFetching: fetchStatus === 'fetching', refetch });
    };
    const observer = {
      options,
      getCurrentResult: () => ({ isStale: isStale() }),
      onQueryUpdate: tell,
      shouldFetchOnWindowFocus: isStale,
      shouldFetchOnReconnect: isStale,
      refetch,
    } as unknown as QueryObserver;
    query.addObserver(observer);
    join(observer);
    forgetStale();
    if (isStale()) refetch();
    tell();
    return () => {
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
