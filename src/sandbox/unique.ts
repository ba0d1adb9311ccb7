/**
 * How many different accounts are behind counts that overlap: those of several days, and of several kinds of content.
 *
 * The model: each kind of content has its pool of followers, of others, and of those of whom Instagram does not know it.
 * Who sees something on a day is drawn from the pool, whoever saw something the day before; and the pools share a few
 * people. So a number is never below its largest part nor above the sum of its parts, it never falls when a part is
 * added, and never are more followers reached than there are.
 */
import type { Account } from './account.js';
import { type FollowType, followTypes, habits, type Kind, kinds, usualReach } from './activity.js';
import type { Combine } from './tally.js';

/** How much of a pool takes part: those who interact are the same few more often than those who see. */
const takingPart = { reach: 1, accounts_engaged: 0.3 } as const;

export type UniqueMetric = keyof typeof takingPart;
export const isUnique = (metric: string): metric is UniqueMetric => Object.hasOwn(takingPart, metric);

/** How many people there are behind a kind of content, by follow type: no day can have more. */
export function poolsOf(account: Account, metric: UniqueMetric): Record<Kind, Record<FollowType, number>> {
  const usual = usualReach(account);
  // One in ten followers never opens the app.
  const people: Record<FollowType, number> = {
    FOLLOWER: account.followers * 0.9,
    NON_FOLLOWER: usual * 24,
    UNKNOWN: usual,
  };
  const partOf = (kind: Kind, type: FollowType): number => {
    const { share, followers } = habits[kind];
    return share * { FOLLOWER: followers, NON_FOLLOWER: 1 - followers, UNKNOWN: 1 }[type];
  };
  const pool = (kind: Kind, type: FollowType): number => {
    const all = kinds.reduce((total, other) => total + partOf(other, type), 0);
    return Math.floor((takingPart[metric] * people[type] * partOf(kind, type)) / all);
  };
  return byName(kinds, (kind) => byName(followTypes, (type) => pool(kind, type)));
}

const byName = <K extends string, V>(names: readonly K[], valueOf: (name: K) => V): Record<K, V> =>
  Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<K, V>;

/** Counts each account behind the tallies of a unique metric once. */
export function createUnion(account: Account, metric: UniqueMetric): Combine {
  const sizes = poolsOf(account, metric);
  const pools = kinds.flatMap((kind) => followTypes.map((type) => ({ kind, type, size: sizes[kind][type] })));
  // The fewer there are in all, the more the pools share.
  const everybody = Math.max(1, 3 * pools.reduce((total, { size }) => total + size, 0));
  return (tallies) => {
    const nobody = pools.reduce((outside, { kind, type, size }) => {
      const missed = tallies.reduce(
        (rest, { at, value }) =>
          value > 0 && at.media_product_type === kind && at.follow_type === type ? rest * (1 - value / size) : rest,
        1,
      );
      return outside * (1 - (size * (1 - missed)) / everybody);
    }, 1);
    // Rounded up: the rounded parts then never add up to less than the rounded whole.
    return Math.ceil(everybody * (1 - nobody) - 1e-6);
  };
}
