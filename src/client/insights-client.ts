/** What a client is to those who ask it: its options, its questions and what is known of an answer. Made by client.ts. */
import type { InsightsAccount, InsightsError, InsightsQuery, InsightsResult } from '../spec/index.js';
import type { Transport } from './call.js';
import type { PersistOptions } from './persisted-answers.js';

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
  /** Whether a `daily` question may cost a call for each day. @default true for a backend and for sample data */
  readonly dailyTotals?: boolean | undefined;
  /** Whether the backend keeps a history: days that Instagram has forgotten are asked for. @default false */
  readonly history?: boolean | undefined;
  /** Keeps answers in the browser between visits. @default nothing is kept */
  readonly persist?: PersistOptions | undefined;
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
  /** Until when nothing is asked unasked, to spare the limit on calls: milliseconds since the epoch. */
  readonly pausedUntil?: number;
  /** Asks again, now: for the days that could not be had, or else for all, also where they have settled. */
  readonly refresh: () => void;
}

export interface GetOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface ObserveOptions {
  /** Milliseconds after which to ask again, again and again while somebody looks. @default never */
  readonly refreshInterval?: number | undefined;
}

/** Answers questions about one account. Frozen; equal questions share one answer. */
export interface InsightsClient {
  /** The number of this interface: two copies of the library on one page agree on it. */
  readonly version: 1;
  readonly apiVersion: string | undefined;
  /** Whether days that Instagram has forgotten are asked for. */
  readonly history?: boolean;
  /** Milliseconds since the epoch: decides what a preset such as `last_28_days` means. Of a snapshot, when it was taken. */
  readonly now: () => number;
  /** Settles when `now` is that of who answers, where they have a clock of their own; undefined from then on. Never rejects. */
  readonly opening?: Promise<unknown> | undefined;
  /** The longest window that the host answers, in seconds. */
  readonly maxWindowSeconds: number;
  /**
   * One answer, from the cache while it is fresh.
   * @throws InsightsError; `invalid-query`, with the issues, before anything is sent
   */
  get(query: InsightsQuery, options?: GetOptions): Promise<InsightsResult>;
  /** Calls back now and with each change, until stopped. Nobody left: the call is given up. Never throws. */
  observe(query: InsightsQuery, callback: (snapshot: InsightsSnapshot) => void, options?: ObserveOptions): () => void;
  /**
   * Who the numbers are about.
   * @throws InsightsError
   */
  account(options?: GetOptions): Promise<InsightsAccount>;
  /** Forgets every answer, also those kept between visits. What is observed, or waited for, is asked again. */
  clear(): void;
  /** Calls back after each `clear()`, until stopped: for who keeps something of the answers. */
  onClear?(callback: () => void): () => void;
}
