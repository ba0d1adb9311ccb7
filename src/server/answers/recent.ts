/** A map of the entries that were used last, each until its time; in this process only. */
import { isLasting } from '../elapsed.js';

export interface Recent<T> {
  get(key: string): T | undefined;
  /** @param until milliseconds since the epoch */
  set(key: string, value: T, until: number): void;
  delete(key: string): void;
}

/** @param most how many are kept */
export function createRecent<T>(most: number, now: () => number): Recent<T> {
  const entries = new Map<string, { readonly value: T; readonly since: number; readonly until: number }>();
  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      if (!isLasting(entry.since, entry.until - entry.since, now())) {
        entries.delete(key);
        return undefined;
      }
      // The order matters only where something will have to go.
      if (entries.size > most / 2) {
        entries.delete(key);
        entries.set(key, entry);
      }
      return entry.value;
    },
    set(key, value, until) {
      entries.delete(key);
      entries.set(key, { value, since: now(), until });
      const [oldest] = entries.keys();
      if (entries.size > most && oldest !== undefined) entries.delete(oldest);
    },
    delete: (key) => void entries.delete(key),
  };
}
