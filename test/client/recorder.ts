/** A client whose transport is in the hand of a test, and whose time is. */
import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, mock } from 'node:test';
import { focusManager, onlineManager } from '@tanstack/query-core';
import {
  createDemoTransport,
  createInsightsClient,
  type GraphCall,
  type InsightsClient,
  type InsightsClientOptions,
  type InsightsSnapshot,
  type Transport,
} from '../../src/client/index.js';
// Not the type alone: the sandbox is loaded by now, so that no test waits for a disk while the clock stands still.
import '../../src/sandbox/index.js';
import type { SandboxOptions } from '../../src/sandbox/index.js';
import { InsightsError, type InsightsErrorCode, type InsightsQuery } from '../../src/spec/index.js';
import { loadRules } from '../../src/spec/rules.js';
import { noon } from './transports.contract.js';

export const likes: InsightsQuery = { metric: 'likes' };
export const shares: InsightsQuery = { metric: 'shares' };
export const reach: InsightsQuery = { metric: 'reach' };
/** Days that no longer change, in one call. */
export const past = { since: '2026-10-01', until: '2026-10-28' };

export const minutes = (count: number): number => count * 60_000;

/** Waits, without a clock, for the parts of the client that are being loaded: one of them may call for another. */
async function loaded(): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await Promise.all([import('../../src/client/late.js'), import('../../src/client/persisted-answers.js')]);
    await new Promise(setImmediate);
  }
}

/** Lets time pass, and a moment more, and everything that waits for it happen. */
export async function pass(ms: number): Promise<void> {
  await loaded();
  for (let passed = 0; passed <= ms; passed += 50) {
    mock.timers.tick(50);
    await new Promise(setImmediate);
  }
  await loaded();
}

/** Lets time pass until something has happened: at most five minutes, since a busy machine lets more of it pass. */
export async function passUntil(hasHappened: () => unknown): Promise<void> {
  for (let passed = 0; passed < minutes(5); passed += 50) {
    if (hasHappened()) return;
    await pass(0);
  }
  assert.fail('it waits for ever');
}

/** The outcome of a promise, in as much time as it takes. */
export async function outcome<T>(promise: Promise<T>): Promise<T> {
  let settled = false;
  const settle = (): void => {
    settled = true;
  };
  promise.then(settle, settle);
  await passUntil(() => settled);
  return promise;
}

export interface Sent {
  readonly call: GraphCall;
  readonly signal: AbortSignal;
  /** Milliseconds since noon. */
  readonly at: number;
  readonly answer: (json: unknown) => void;
  readonly fail: (error: unknown) => void;
  readonly tellUsage: (percent: number) => void;
}

export const metricsOf = ({ params }: GraphCall): string[] => params.metric?.split(',') ?? [];
export const totals = (call: GraphCall, value = 7): unknown => ({
  data: metricsOf(call).map((name) => ({ name, period: 'day', total_value: { value } })),
});

/** A transport that keeps its calls. They wait for an answer, unless there is one for all of them. */
export function recorder(respond?: (call: GraphCall, count: number) => unknown) {
  const sent: Sent[] = [];
  const transport: Transport = (call, { signal, onUsage } = {}) =>
    new Promise((resolve, reject) => {
      assert.ok(signal && onUsage);
      signal.addEventListener('abort', () => reject(signal.reason));
      sent.push({ call, signal, at: Date.now() - noon, answer: resolve, fail: reject, tellUsage: onUsage });
      if (!respond) return;
      const json = respond(call, sent.length);
      if (json instanceof Error) reject(json);
      else resolve(json);
    });
  return { sent, transport, asked: () => sent.map(({ call }) => call.params.metric ?? call.edge) };
}

export const answering = (): ReturnType<typeof recorder> => recorder((call) => totals(call));
/** Fails so many times, by these codes, and answers then. */
export const failing = (...codes: InsightsErrorCode[]): ReturnType<typeof recorder> =>
  recorder((call, count) =>
    codes[count - 1] ? new InsightsError(codes[count - 1] as InsightsErrorCode) : totals(call),
  );

export const client = (transport: Transport, options: Partial<InsightsClientOptions> = {}): InsightsClient =>
  createInsightsClient({ transport, now: () => noon, ...options });
/** A client by whose clock time passes. */
export const live = (transport: Transport, options: Partial<InsightsClientOptions> = {}): InsightsClient =>
  client(transport, { now: () => Date.now(), ...options });
/** A client over the sandbox. */
export const over = (options: SandboxOptions, more: Partial<InsightsClientOptions> = {}): InsightsClient =>
  client(createDemoTransport({ now: noon, ...options }), more);

/** Observes, and keeps what it was told. */
export function watch(source: InsightsClient, query: InsightsQuery, refreshInterval?: number) {
  const snapshots: InsightsSnapshot[] = [];
  const stop = source.observe(query, (snapshot) => snapshots.push(snapshot), { refreshInterval });
  const last = (): InsightsSnapshot => snapshots.at(-1) ?? assert.fail('nothing was said');
  return { snapshots, stop, last };
}

/** As if there were a page, which can be hidden and seen again. */
export async function onPage(test: () => Promise<void>): Promise<void> {
  const page = globalThis as { document?: unknown };
  page.document = {};
  try {
    await test();
  } finally {
    focusManager.setFocused(undefined);
    onlineManager.setOnline(true);
    delete page.document;
  }
}

/** The page is left and seen again. */
export function lookAgain(): void {
  focusManager.setFocused(false);
  focusManager.setFocused(true);
}

/** The network goes and comes back. */
export function reconnect(): void {
  onlineManager.setOnline(false);
  onlineManager.setOnline(true);
}

/** When calls were sent, in minutes since noon; a second early or late is the same. */
export const times = (sent: readonly Sent[]): number[] => sent.map(({ at }) => Math.round((at / 60_000) * 20) / 20);

/** For a whole file: time stands at noon until a test lets it pass, and no failure goes unseen. */
export function useFakeTime(): void {
  const unhandled: unknown[] = [];
  const keep = (reason: unknown): void => void unhandled.push(reason);
  // As on a page that has met its first question of which only the rules can tell.
  before(async () => {
    await loadRules();
    await loaded();
  });
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: noon });
    // Node's fake timers take a delay that was left out for no number, and forget the timer where another one waits.
    const { setTimeout: faked } = globalThis;
    const withDelay = (action: () => void, ms = 0, ...args: never[]): unknown => faked(action, ms, ...args);
    globalThis.setTimeout = withDelay as typeof setTimeout;
    process.on('unhandledRejection', keep);
  });
  afterEach(async () => {
    await pass(0);
    mock.timers.reset();
    process.off('unhandledRejection', keep);
    assert.deepEqual(unhandled.splice(0), [], 'nothing is thrown where nobody can catch it');
  });
}
