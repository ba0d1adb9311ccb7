/** How a number stands to the one before it, in English. Numbers and dates arrive formatted. */
import type { Wording } from '../wording.js';
export const enChange = {
  up: (share: string) => `▲ ${share}`,
  down: (share: string) => `▼ ${share}`,
  /** While days of the window still move: a sign that is no verdict. */
  provisional: {
    up: (share: string) => `△ ${share} · provisional`,
    down: (share: string) => `▽ ${share} · provisional`,
  },
  spoken: {
    up: (share: string) => `up ${share}`,
    down: (share: string) => `down ${share}`,
    provisional: (change: string) => `${change}, provisional`,
  },
  same: 'no change',
  /** What is heard of a share that is written with a sign: < 1 %. */
  lessThan: (least: string) => `less than ${least}`,
  fromNothing: 'new',
  /** Why there is no percentage. */
  noBase: 'nothing to compare with',
  notWhole: 'not all days are known: not compared',
  baseNotWhole: 'not all of the days before are known: not compared',
  outOfMemory: 'Instagram does not remember the days before',
  notOne: 'not one number: not compared',
  uncounted: 'Instagram counts no total for the days before',
  notHad: 'the days before could not be had',
  /** What is compared with. */
  versus: (base: string, days: string) => `vs ${base} · ${days}`,
  versusDays: (days: string) => `vs ${days}`,
} as const;

export type ChangeWords = Wording<typeof enChange>;
