/** How often each of many may ask: so many times a minute, and not all at once. In this process only. */

export interface RateLimit {
  /** Takes one turn. @returns 0, or the seconds after which there is one */
  take(key: string): number;
}

export interface RateLimitOptions {
  /** Turns a minute, and at once after a minute of silence. */
  readonly perMinute: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** How many are told apart; who was silent for longest is forgotten first, and is then as new. @default 20000 */
  readonly most?: number | undefined;
}

/** @throws TypeError for a number that is no limit */
export function createRateLimit({ perMinute, now, most = 20_000 }: RateLimitOptions): RateLimit {
  if (!(perMinute > 0)) throw new TypeError('A limit is a number of requests a minute, above 0; Infinity is none.');
  const perMs = perMinute / 60_000;
  const buckets = new Map<string, { readonly turns: number; readonly at: number }>();
  return {
    take(key) {
      if (perMinute === Number.POSITIVE_INFINITY) return 0;
      const at = now();
      const known = buckets.get(key) ?? { turns: perMinute, at };
      // A clock that was set back takes nothing away.
      const turns = Math.min(perMinute, known.turns + Math.max(0, at - known.at) * perMs);
      buckets.delete(key);
      buckets.set(key, { turns: turns < 1 ? turns : turns - 1, at });
      const [oldest] = buckets.keys();
      if (buckets.size > most && oldest !== undefined) buckets.delete(oldest);
      return turns < 1 ? Math.max(1, Math.ceil((1 - turns) / perMs / 1000)) : 0;
    },
  };
}
