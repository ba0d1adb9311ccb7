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
  QueryObserver,
  type QueryObserverResult,
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

export interface AnswerCache {
  /** Calls back now and with each change, until stopped. */
  observe<T>(asked: Asked<T>, callback: (state: QueryObserverResult<T>) => void): () => void;
  /** The answer, from the cache while it is fresh. Rejects with the reason of the signal when that is aborted. */
  get<T>(asked: Asked<T>, signal?: AbortSignal): Promise<T>;
  /** Forgets all answers. What is observed, or waited for, is asked again. */
  clear(): void;
}

export function createAnswerCache({ staleTime, retry }: CacheOptions): AnswerCache {
  const cache = new QueryCache();
  // An observer asks its client for these three. A whole QueryClient would bring mutations and infinite queries, a
  // tenth of what a page of cards loads.
  const client = {
    getQueryCache: () => cache,
    getQueryDefaults: () => ({}),
    defaultQueryOptions: (options: unknown) => options,
  } as unknown as QueryClient;
  const optionsOf = <T>({ key, ask }: Asked<T>) =>
    ({
      _defaulted: true,
      queryKey: [key],
      queryHash: key,
      queryFn: ({ signal }: { signal: AbortSignal }) => ask(signal),
      staleTime,
      retry,
      retryDelay: (failures: number) => 500 * 2 ** failures * (0.75 + Math.random() / 2),
      // By default a question waits for a network without a word; an error with words is better.
      networkMode: 'always',
      // Which would switch this off.
      refetchOnReconnect: true,
      // A timer of five minutes would keep a script from ending: see forgetStale.
      gcTime: Number.POSITIVE_INFINITY,
    }) as const;

  if ('document' in globalThis) {
    focusManager.subscribe((focused) => focused && cache.onFocus());
    onlineManager.subscribe((online) => online && cache.onOnline());
  }

  /** What nobody watches any more is of use while it is fresh. */
  const forgetStale = (): void => {
    for (const query of cache.getAll()) {
      const isIdle = !query.isActive() && query.state.fetchStatus === 'idle';
      if (isIdle && query.isStaleByTime(staleTime)) cache.remove(query);
    }
  };

  const observe: AnswerCache['observe'] = <T>(asked: Asked<T>, callback: (state: QueryObserverResult<T>) => void) => {
    const observer = new QueryObserver<T>(client, optionsOf(asked));
    const stop = observer.subscribe(callback);
    forgetStale();
    callback(observer.getCurrentResult());
    return stop;
  };

  const get: AnswerCache['get'] = <T>(asked: Asked<T>, signal?: AbortSignal) =>
    new Promise<T>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const stop = observe<T>(asked, ({ status, data, error, isFetching }) => {
        if (isFetching || status === 'pending') return;
        if (status === 'error') reject(error);
        else resolve(data);
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
