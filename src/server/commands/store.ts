/** The store that commands work on: one that outlives them. */
import type { Storage } from 'unstorage';
import { EnvironmentError, type EnvironmentSettings } from '../environment.js';
import { openStorage } from '../storage.js';

/**
 * Runs with the store of `STORE`, and lets go of it.
 * @throws EnvironmentError where STORE is not set
 */
export async function withStorage<T>(
  { store }: EnvironmentSettings,
  run: (storage: Storage) => Promise<T>,
): Promise<T> {
  const { storage } = await openStorage(store);
  if (!storage) {
    throw new EnvironmentError(
      'STORE is not set: each backend then keeps answers in its own process, until that ends. Set STORE as `serve` has it: fs: and a folder, or the address of a Redis.',
    );
  }
  try {
    return await run(storage);
  } finally {
    await storage.dispose().catch(() => {});
  }
}
