/** The days on which things go wrong: what each scenario changes, as data. */
import { addDays, type Day, type MetricName } from '../spec/index.js';
import { type Refusal, refusals } from './refusal.js';

/** How a sandbox departs from an ordinary day. What is not there is ordinary. */
export interface Departures {
  readonly followers?: number;
  /** Refuses every call. */
  readonly refuse?: (now: number) => Refusal;
  /** Refuses insights; the account itself may be read. */
  readonly refuseInsights?: () => Refusal;
  /** How much of the rate limit is used up, in percent, and the minutes until it is lifted. */
  readonly usage?: { readonly percent: number; readonly regainMinutes: number };
  /** Milliseconds before an answer. */
  readonly delay?: number;
  /** Days that Instagram has not processed: in no series and in no total. */
  readonly isLate?: (day: Day, today: Day) => boolean;
  /** Metrics whose row says neither a total nor values. */
  readonly withheld?: readonly MetricName[];
  /** Days that a series leaves out. */
  readonly isGap?: (day: Day) => boolean;
}

const dayMs = 86_400_000;

const departures = {
  'small-account': { followers: 57 },
  'expired-token': { refuse: (now) => refusals.tokenExpired(now) },
  'no-permission': { refuseInsights: refusals.noPermission },
  throttled: { refuse: refusals.throttled, usage: { percent: 100, regainMinutes: 17 } },
  busy: { usage: { percent: 97, regainMinutes: 0 } },
  lagging: { isLate: (day, today) => day > addDays(today, -3) },
  partial: {
    withheld: ['accounts_engaged', 'saved', 'follows_and_unfollows'],
    isGap: (day) => (Date.parse(`${day}T00:00:00Z`) / dayMs) % 4 === 0,
  },
  'server-error': { refuse: refusals.serverError },
  slow: { delay: 2_000 },
} as const satisfies Record<string, Departures>;

/**
 * What can go wrong, by name. `small-account`: 57 followers. `no-permission`: insights are refused, the account is not.
 * `busy`: 97 percent of the limit on calls is used up, and nothing is refused yet. `lagging`: today and the two days
 * before are not there. `partial`: accounts engaged, saves and follows come without a number, every fourth day is missing
 * from a series. `slow`: answers after two seconds.
 */
export type Scenario = keyof typeof departures;
export const scenarios = Object.keys(departures) as readonly Scenario[];

export const departuresOf = (scenario: Scenario | undefined): Departures => (scenario ? departures[scenario] : {});
