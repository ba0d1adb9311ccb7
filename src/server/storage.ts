/** The store that an operator names in a text, for commands: a program of your own makes its storage with unstorage. */
import { createStorage, type Storage } from 'unstorage';
import { EnvironmentError } from './environment.js';

export interface OpenedStorage {
  /** undefined: what is kept is kept in this process. */
  readonly storage: Storage | undefined;
  /** For a person: where answers are kept. Never a password. */
  readonly words: string;
  /** Whether it needs somebody who takes out what is over: see sweepStorage. */
  readonly needsSweeping: boolean;
}

/**
 * Opens the store of `STORE`.
 * @param text nothing for this process; `fs:/var/lib/insights` for a folder; `redis://…` or `rediss://…` for Redis
 * @throws EnvironmentError for what is none of them, for a folder that cannot be written, where ioredis is not installed
 */
export async function openStorage(text: string): Promise<OpenedStorage> {
  if (text === '') {
    return {
      storage: undefined,
      words: 'Answers are kept in this process, until it ends: set STORE to keep a history.',
      needsSweeping: false,
    };
  }
  if (text.startsWith('fs:')) return openFolder(text.slice('fs:'.length));
  if (/^rediss?:\/\//.test(text)) return openRedis(text);
  throw new EnvironmentError(
    'STORE is not a store. Set fs: and the path of a folder, or the address of a Redis (redis://…, rediss://…).',
  );
}

async function openFolder(path: string): Promise<OpenedStorage> {
  if (path === '') {
    throw new EnvironmentError('STORE names no folder. Set fs: and its path, as in fs:/var/lib/insights.');
  }
  const { default: fsDriver } = await import('unstorage/drivers/fs-lite');
  const storage = createStorage({ driver: fsDriver({ base: path }) });
  try {
    await storage.setItem(probe, { at: Date.now() });
    await storage.removeItem(probe);
  } catch {
    throw new EnvironmentError(
      'STORE names a folder that cannot be written. Make it, and let the user of this process write it.',
    );
  }
  return { storage, words: 'Answers are kept in the folder that STORE names.', needsSweeping: true };
}

/** A Redis that is down for now is no reason not to start: answers go on without it. */
async function openRedis(url: string): Promise<OpenedStorage> {
  if (!URL.canParse(url)) throw new EnvironmentError('STORE is not the address of a Redis. Set redis://host:6379.');
  const { default: redisDriver } = await import('unstorage/drivers/redis').catch(() => {
    throw new EnvironmentError('STORE names a Redis, which takes the package ioredis: npm install ioredis.');
  });
  const { host } = new URL(url);
  const driver = redisDriver({ url, maxRetriesPerRequest: 1, connectTimeout: 2_000, enableOfflineQueue: false });
  const redis: RedisEvents | undefined = driver.getInstance?.();
  const isReached = !redis || (await isConnected(redis));
  return {
    storage: createStorage({ driver }),
    words: isReached
      ? `Answers are kept in Redis at ${host}.`
      : `Answers are to be kept in Redis at ${host}, which was not reached: until it is, each process keeps its own. Whoever runs Redis has to make it reachable from here.`,
    needsSweeping: false,
  };
}

interface RedisEvents {
  on(name: 'error' | 'ready', hear: () => void): void;
}

/** Waits for a connection, and not for long. */
function isConnected(redis: RedisEvents): Promise<boolean> {
  return new Promise((resolve) => {
    // Without a listener each lost connection is printed, with its address.
    redis.on('error', () => resolve(false));
    redis.on('ready', () => resolve(true));
    setTimeout(resolve, 2_000, false).unref();
  });
}

const probe = 'insights-probe';
