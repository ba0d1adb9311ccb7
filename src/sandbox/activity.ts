/**
 * How much of an account's content is seen on a day: posts and how they last, the week's rhythm, growth, chance.
 *
 * Says what is expected; tallies.ts makes whole numbers of it. Depends on the day alone, never on who asks or when.
 */
import { addDays, type Day } from '../spec/index.js';
import type { Account } from './account.js';
import { vary } from './random.js';

/** The values of `media_product_type`, as the live API has answered them since 2023. */
export const kinds = ['POST', 'CAROUSEL_CONTAINER', 'REEL', 'STORY', 'AD'] as const;
export type Kind = (typeof kinds)[number];

/** The values of `follow_type`. */
export const followTypes = ['FOLLOWER', 'NON_FOLLOWER', 'UNKNOWN'] as const;
export type FollowType = (typeof followTypes)[number];

interface Habit {
  /** Share of the reach of an average day. */
  readonly share: number;
  /** The part of those who see it that follow the account. */
  readonly followers: number;
  /** How likely one is published on a day. */
  readonly chance: number;
  /** How it is seen on the day itself and on the days after. */
  readonly tail: readonly number[];
  /** What the days without a new one still get, as a part of the share. */
  readonly evergreen: number;
}

/** How an account of a shop or a studio publishes, and how it is seen. */
export const habits: Readonly<Record<Kind, Habit>> = {
  POST: { share: 0.18, followers: 0.62, chance: 0.35, tail: [1, 0.5, 0.2], evergreen: 0.35 },
  CAROUSEL_CONTAINER: { share: 0.15, followers: 0.6, chance: 0.25, tail: [1, 0.6, 0.25], evergreen: 0.35 },
  REEL: { share: 0.4, followers: 0.28, chance: 0.4, tail: [0.7, 1, 0.7, 0.4, 0.2], evergreen: 0.45 },
  STORY: { share: 0.21, followers: 0.88, chance: 0.85, tail: [1], evergreen: 0 },
  AD: { share: 0.06, followers: 0.04, chance: 0.35, tail: [1], evergreen: 0 },
};

/** From Sunday on: weekends and evenings before them are when people look. */
const rhythm = [1.12, 0.97, 0.93, 0.98, 1, 0.92, 1.08] as const;

const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const growthStart = dayNumber('2026-01-01');

/** How many accounts an account of this size reaches on an average day: the larger, the smaller the part of its followers. */
export const usualReach = ({ followers }: Account): number => 0.4 * followers ** 0.83;

/** How many accounts the content of each kind is expected to reach on a day. */
export function expectedReach(account: Account, day: Day): Record<Kind, number> {
  const number = dayNumber(day);
  // Bounded, so that a clock far away does not make an account of millions.
  const growth = 1 + 0.3 * Math.tanh((number - growthStart) / 365 / 4);
  const mood = vary(account.draw('mood', day), 0.12) * (rhythm[(number + 4) % 7] ?? 1);
  const base = usualReach(account) * growth * mood;
  return Object.fromEntries(kinds.map((kind) => [kind, base * levelOf(account, kind, day)])) as Record<Kind, number>;
}

function levelOf(account: Account, kind: Kind, day: Day): number {
  const { share, chance, tail, evergreen } = habits[kind];
  const seen = tail.reduce((total, part, age) => total + part * strengthOf(account, kind, addDays(day, -age)), 0);
  const usual = tail.reduce((total, part) => total + part, 0) * chance;
  return share * (evergreen + (1 - evergreen) * (seen / usual));
}

/** 0 where nothing was published on the day; else around 1. Advertising is bought by the week. */
function strengthOf({ draw }: Account, kind: Kind, day: Day): number {
  const slot = kind === 'AD' ? `week ${Math.floor(dayNumber(day) / 7)}` : day;
  return draw('published', kind, slot) < habits[kind].chance ? 0.6 + 0.8 * draw('strength', kind, day) : 0;
}
