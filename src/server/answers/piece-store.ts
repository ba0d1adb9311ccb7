/**
 * Where pieces of answers are kept: in a store of the operator's, by host, account, version and question.
 *
 * Never throws, and never keeps anybody waiting: where the store fails, what this process has seen lately stands in, and the
 * Graph API is asked for the rest. Does not know what is fresh (answer-source.ts). Nothing here holds a token.
 */
import { createStorage } from 'unstorage';
import lruCacheDriver from 'unstorage/drivers/lru-cache';
import * as v from 'valibot';
import { graphVersions } from '../../spec/index.js';
import { isPieceValue } from '../answer.js';
import { isLasting } from '../elapsed.js';
import { within } from '../within.js';
import type { AnswerStorage } from './answer-storage.js';
import type { Piece, PieceAnswer } from './pieces.js';

/** Where an account's pieces are: the host and the id, and the version that was asked. */
export interface PieceScope {
  readonly account: string;
  readonly version: string;
}

export interface PieceStore {
  /** What is kept of these pieces, by key. */
  read(scope: PieceScope, pieces: readonly Piece[]): Promise<ReadonlyMap<string, PieceAnswer>>;
  /** What any version has told of these pieces: for days that the API no longer remembers. */
  readAnyVersion(scope: PieceScope, pieces: readonly Piece[]): Promise<ReadonlyMap<string, PieceAnswer>>;
  /** @param seconds for how long an answer is of use; undefined for good */
  write(
    scope: PieceScope,
    answers: readonly { readonly piece: Piece; readonly answer: PieceAnswer; readonly seconds: number | undefined }[],
  ): Promise<void>;
}

export interface PieceStoreOptions {
  /** @default in this process: the 50,000 pieces that were used last */
  readonly storage?: AnswerStorage | undefined;
  /** Days after which whatever is kept is no longer used. @default for good */
  readonly retentionDays?: number | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Told of each failure of the store. Of what it threw nothing is passed on: it can quote an address with a password. */
  readonly onFailure?: (() => void) | undefined;
}

/** However slow the store is: a page waits for Instagram anyway. */
const timeLimitMs = 500;
/** For how long a store that failed is left alone. */
const pauseMs = 5_000;
const mostInProcess = 50_000;

const time = v.pipe(v.number(), v.minValue(0));
/** A piece as it is kept. `until`: when it ends, as few stores end anything by themselves; without it, for good. */
const kept = v.object({ at: time, until: v.optional(time), v: v.unknown(), demo: v.optional(v.literal(true)) });

/** @param ttl milliseconds */
const inProcess = (ttl?: number): AnswerStorage =>
  createStorage({ driver: lruCacheDriver({ max: mostInProcess, ...(ttl !== undefined && { ttl }) }) });

export function createPieceStore({ storage, retentionDays, now, onFailure }: PieceStoreOptions): PieceStore {
  // Beside a store it stands in for an hour at most: what was forgotten there is not to be seen for longer.
  const near = inProcess(storage && 3_600_000);
  const far = storage;
  const retentionMs = (retentionDays ?? Number.POSITIVE_INFINITY) * dayMs;
  let failedAt = Number.NEGATIVE_INFINITY;

  /** What the store does, unless it fails or takes too long: then undefined. */
  async function attempt<T>(act: (store: AnswerStorage) => Promise<T>): Promise<T | undefined> {
    if (!far || isLasting(failedAt, pauseMs, now())) return undefined;
    try {
      return await within(timeLimitMs, act(far));
    } catch {
      failedAt = now();
      onFailure?.();
      return undefined;
    }
  }

  function readKept(piece: Piece, value: unknown): PieceAnswer | undefined {
    const parsed = v.safeParse(kept, value);
    if (!parsed.success || isOver(parsed.output, now(), retentionMs)) return undefined;
    const { at, v: content, demo } = parsed.output;
    // Others can write into a store: what comes out of it goes through the same sieve as what comes from Instagram.
    if (content !== null && !isPieceValue(piece, content)) return undefined;
    return { value: content ?? null, at, isDemo: demo === true };
  }

  async function read(scope: PieceScope, pieces: readonly Piece[]): Promise<Map<string, PieceAnswer>> {
    const keys = pieces.map((piece) => keyOf(scope, piece));
    const items = (await attempt((store) => store.getItems(keys))) ?? (await near.getItems(keys));
    const values = new Map(items.map(({ key, value }) => [key, value]));
    return new Map(
      pieces.flatMap((piece, index) => {
        const answer = readKept(piece, values.get(keys[index] as string));
        return answer ? [[piece.key, answer] as const] : [];
      }),
    );
  }

  return {
    read,
    async readAnyVersion({ account, version }, pieces) {
      const found = new Map<string, PieceAnswer>();
      for (const older of graphVersions.map((known) => `v${known.version}.0`).toReversed()) {
        const missing = pieces.filter(({ key }) => !found.has(key));
        if (older === version || missing.length === 0) continue;
        for (const [key, answer] of await read({ account, version: older }, missing)) found.set(key, answer);
      }
      return found;
    },
    async write(scope, answers) {
      const items = answers.map(({ piece, answer: { value, at, isDemo }, seconds }) => ({
        key: keyOf(scope, piece),
        value: {
          at,
          v: value,
          ...(seconds !== undefined && { until: at + seconds * 1000 }),
          ...(isDemo && { demo: true }),
        },
        // Not every store keeps to it; what is too old is not read either.
        options: ttlOf(Math.min(seconds ?? Number.POSITIVE_INFINITY, retentionMs / 1000)),
      }));
      await Promise.all(items.map((item) => near.setItem(item.key, item.value)));
      await attempt((store) => Promise.all(items.map((item) => store.setItem(item.key, item.value, item.options))));
    },
  };
}

const isOver = ({ at, until = Number.POSITIVE_INFINITY }: Lifetime, now: number, retentionMs: number): boolean =>
  until <= now || now - at > retentionMs;

interface Lifetime {
  readonly at: number;
  readonly until?: number | undefined;
}

/** How many keys are looked at together. */
const atOnce = 200;

/**
 * Removes what is over from a store that does not end anything by itself, such as a folder. `serve` does it once a day; a program
 * that mounts the handler over such a store should too.
 * @param options `retentionDays` as the handler has it
 * @returns how many pieces were removed
 */
export async function sweepStorage(
  storage: AnswerStorage,
  {
    now = Date.now,
    retentionDays = Number.POSITIVE_INFINITY,
  }: { now?: () => number; retentionDays?: number | undefined } = {},
): Promise<number> {
  const keys = await storage.getKeys('insights:');
  let removed = 0;
  for (let start = 0; start < keys.length; start += atOnce) {
    const items = await storage.getItems(keys.slice(start, start + atOnce));
    const over = items.filter(({ value }) => {
      const parsed = v.safeParse(kept, value);
      return !parsed.success || isOver(parsed.output, now(), retentionDays * dayMs);
    });
    await Promise.all(over.map(({ key }) => storage.removeItem(key)));
    removed += over.length;
  }
  return removed;
}

const dayMs = 86_400_000;

const ttlOf = (seconds: number): { ttl?: number } =>
  Number.isFinite(seconds) ? { ttl: Math.max(1, Math.ceil(seconds)) } : {};

/** A store takes `:` for a folder: account first, so that all of one can be forgotten. */
const keyOf = ({ account, version }: PieceScope, { key }: Piece): string => `${account}:${version}:${key}`;
