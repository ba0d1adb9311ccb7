/**
 * The numbers of one account on one day, as they will stand when the day is fully counted.
 *
 * Everything follows from how many accounts saw what was published, so that a good day is good in every metric.
 * Does not know windows, nor how much is counted by now (counted.ts).
 */
import { changesFor, type Day, type MetricName } from '../spec/index.js';
import type { Account } from './account.js';
import { expectedReach, type FollowType, followTypes, habits, type Kind, kinds } from './activity.js';
import { vary } from './random.js';
import { apportion, sum, type Tally } from './tally.js';
import { poolsOf } from './unique.js';

/** How often an account that saw a kind sees it again on the same day. */
const repeats: Readonly<Record<Kind, number>> = {
  POST: 0.6,
  CAROUSEL_CONTAINER: 1.1,
  REEL: 0.9,
  STORY: 0.8,
  AD: 1.4,
};

/** Interactions for each account that saw a kind. What is not listed cannot be done there. */
const rates = {
  likes: { POST: 0.34, CAROUSEL_CONTAINER: 0.36, REEL: 0.26, AD: 0.06 },
  comments: { POST: 0.014, CAROUSEL_CONTAINER: 0.016, REEL: 0.012, AD: 0.003 },
  saved: { POST: 0.02, CAROUSEL_CONTAINER: 0.05, REEL: 0.03, AD: 0.005 },
  shares: { POST: 0.012, CAROUSEL_CONTAINER: 0.02, REEL: 0.035, STORY: 0.006, AD: 0.004 },
  replies: { STORY: 0.03 },
  reposts: { POST: 0.003, CAROUSEL_CONTAINER: 0.003, REEL: 0.008 },
} as const satisfies Readonly<Partial<Record<MetricName, Readonly<Partial<Record<Kind, number>>>>>>;

type Interaction = keyof typeof rates;
const interactions = Object.keys(rates) as readonly Interaction[];

/** Interactions of one account, as a part of all: some like and save, some like twice. */
const engagedPerInteraction = 0.72;

/** Taps of each contact button for each visit of the profile. */
const buttonRates = { BOOK_NOW: 0.008, CALL: 0.012, DIRECTION: 0.018, EMAIL: 0.016, TEXT: 0.004 } as const;

/** The metrics that are counted by the day. */
export type DailyMetric = Exclude<MetricName, 'online_followers' | `${string}_demographics`>;
export type DayTallies = Readonly<Record<DailyMetric, readonly Tally[]>>;

/** A whole number near an expected one. A fraction is the chance of one more, so that small accounts are not all zeros. */
type Count = (expected: number, ...key: readonly string[]) => number;

/** Every tally of a day. Depends on the account and the day alone. */
export function talliesOf(account: Account, day: Day): DayTallies {
  const count: Count = (expected, ...key) =>
    Math.floor(expected * vary(account.draw('vary', ...key, day), 0.2) + account.draw('count', ...key, day));
  const audiences = audiencesOf(account, day, count);
  const reach = audiences.flatMap(({ seenBy }) => seenBy);
  const views = audiences.flatMap(({ kind, seenBy }) =>
    seenBy.map(({ at, value }) => ({
      at,
      value: value + Math.ceil(value * repeats[kind] * moodOf(account, kind, day)),
    })),
  );
  const done = Object.fromEntries(
    interactions.map((metric) => [metric, interactionsOf(metric, audiences, day, count)]),
  ) as Record<Interaction, Tally[]>;
  const all = interactions.flatMap((metric) => done[metric]);
  return {
    ...done,
    reach,
    views,
    // Instagram renamed them; the count is the same.
    impressions: views,
    total_interactions: all,
    accounts_engaged: engagedOf(account, audiences, all, count),
    ...profileOf(sum(reach), count),
  };
}

const moodOf = ({ draw }: Account, kind: Kind, day: Day): number => vary(draw('repeats', kind, day), 0.25);

/** Who saw the content of one kind, by follow type. */
interface Audience {
  readonly kind: Kind;
  readonly seenBy: readonly (Tally & {
    readonly at: { readonly media_product_type: Kind; readonly follow_type: FollowType };
  })[];
}

function audiencesOf(account: Account, day: Day, count: Count): Audience[] {
  const pools = poolsOf(account, 'reach');
  const expected = expectedReach(account, day);
  return kinds.map((kind) => {
    const follower = habits[kind].followers * vary(account.draw('followers', kind, day), 0.08);
    const unknown = Math.max(0, account.draw('unknown', kind, day) - 0.5) * 0.04;
    const shares = { FOLLOWER: follower, NON_FOLLOWER: 1 - follower - unknown, UNKNOWN: unknown };
    const seenBy = followTypes.map((type) => ({
      at: { media_product_type: kind, follow_type: type },
      value: Math.min(pools[kind][type], count(expected[kind] * shares[type], 'reach', kind, type)),
    }));
    return { kind, seenBy };
  });
}

function interactionsOf(metric: Interaction, audiences: readonly Audience[], day: Day, count: Count): Tally[] {
  const byKind: Readonly<Partial<Record<Kind, number>>> = rates[metric];
  // Nobody reposted before there were reposts.
  const exists = changesFor({ metric }).every(({ change, since }) => change !== 'added' || day >= since);
  return audiences.map(({ kind, seenBy }) => {
    const rate = byKind[kind];
    return { at: { media_product_type: kind }, value: rate && exists ? count(sum(seenBy) * rate, metric, kind) : 0 };
  });
}

/** Some of those who saw it: never more than saw it, nor more than there were interactions. */
function engagedOf(account: Account, audiences: readonly Audience[], all: readonly Tally[], count: Count): Tally[] {
  const pools = poolsOf(account, 'accounts_engaged');
  return audiences.flatMap(({ kind, seenBy }) => {
    const acts = sum(all.filter(({ at }) => at.media_product_type === kind));
    const engaged = Math.min(sum(seenBy), count(acts * engagedPerInteraction, 'engaged', kind));
    const parts = apportion(
      engaged,
      seenBy.map(({ value }) => value),
    );
    return seenBy.map(({ at }, index) => ({ at, value: Math.min(pools[kind][at.follow_type], parts[index] ?? 0) }));
  });
}

/** What happens on the profile itself, by those who come to it from the content. */
function profileOf(reach: number, count: Count) {
  const visits = count(reach * 0.07, 'visits');
  const gained = count(visits * 0.22, 'gained');
  const lost = count(reach * 0.0095, 'lost');
  return {
    profile_views: [{ at: {}, value: visits }],
    website_clicks: [{ at: {}, value: count(visits * 0.1, 'website') }],
    profile_links_taps: Object.entries(buttonRates).map(([button, rate]) => ({
      at: { contact_button_type: button },
      value: count(visits * rate, 'tap', button),
    })),
    follower_count: [{ at: {}, value: gained }],
    follows_and_unfollows: [
      { at: { follow_type: 'FOLLOWER' }, value: gained },
      { at: { follow_type: 'NON_FOLLOWER' }, value: lost },
    ],
  };
}
