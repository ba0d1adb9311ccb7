/** How often may be asked again: unasked, by how much of Instagram's limit on calls is used; after a failure, ever later. */
import { isInsightsError } from '../spec/index.js';

/** Above this part of the limit, in percent, polling slows down; above the next it pauses. */
const slowAbove = 75;
const pauseAbove = 95;

/** How much slower. */
const slowdown = 4;

/** How long polling pauses: the limit is counted over hours, and each call under way prolongs it. */
const pauseMs = 3_600_000;

export interface Pace {
  /** Takes in what an answer said of the limit, in percent. */
  readonly tell: (percent: number) => void;
  /** How many milliseconds to wait where so many were asked for. */
  readonly wait: (ms: number) => number;
  /** Until when nothing is asked unasked: milliseconds since the epoch; undefined while it may. */
  readonly pausedUntil: () => number | undefined;
}

export function createPace(): Pace {
  let percent = 0;
  let until = 0;
  return {
    tell: (used) => {
      percent = used;
      until = used > pauseAbove ? Date.now() + pauseMs : 0;
    },
    wait: (ms) => (percent > slowAbove ? ms * slowdown : ms),
    pausedUntil: () => (until > Date.now() ? until : undefined),
  };
}

/** Never the same for two pages; for all questions of one page it is, as those that failed in one call share the next. */
const jitter = 0.75 + Math.random() / 2;

/** Milliseconds before another attempt. */
export const retryDelay = (failures: number): number => 500 * 2 ** failures * jitter;

/** A rate limit heals too, and what says when to ask again, but not in the seconds that a retry takes. */
export const heals = (error: unknown): boolean =>
  isInsightsError(error) && error.recoverable && error.code !== 'rate-limited' && error.retryAt === undefined;
