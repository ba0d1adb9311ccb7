/** How much of a day Instagram has counted by now: a day fills while it lasts, and is complete 48 hours after it ended. */
import { addDays, type Day, delayMs, startOfDay } from '../spec/index.js';
import type { Account } from './account.js';
import { type DailyMetric, type DayTallies, talliesOf } from './tallies.js';
import type { Tally } from './tally.js';

/** What is counted when a day ends; the rest arrives within the delay. */
const countedAtEnd = 0.97;

const startMs = (day: Day): number => startOfDay(day) * 1000;
const endMs = (day: Day): number => startMs(addDays(day, 1));

/** Whether a day has ended. */
export const isOver = (day: Day, now: number): boolean => now >= endMs(day);

/** From 0 to 1; never falls as time goes on. */
function shareCounted(day: Day, now: number): number {
  if (!isOver(day, now)) {
    const passed = Math.max(0, (now - startMs(day)) / (endMs(day) - startMs(day)));
    // Slow at night, fast at noon.
    return countedAtEnd * passed ** 2 * (3 - 2 * passed);
  }
  return countedAtEnd + (1 - countedAtEnd) * Math.min(1, (now - endMs(day)) / delayMs);
}

/** The tallies of a metric over some days, as counted by now. */
export type Counted = (metric: DailyMetric, days: readonly Day[]) => Tally[];

/** Remembers the days it has worked out: the metrics of one call share them. */
export function createCounted(account: Account, now: number): Counted {
  const known = new Map<Day, { tallies: DayTallies; share: number }>();
  const lookUp = (day: Day) => {
    const found = known.get(day) ?? { tallies: talliesOf(account, day), share: shareCounted(day, now) };
    known.set(day, found);
    return found;
  };
  return (metric, days) =>
    days.flatMap((day) => {
      const { tallies, share } = lookUp(day);
      return tallies[metric].map(({ at, value }) => ({ at, value: Math.floor(value * share) }));
    });
}
