/** The words of what a visitor sets, and of whose numbers they are, in English. Numbers and dates arrive formatted. */
import { pluralIn } from '../plural.js';
import type { Wording } from '../wording.js';

const plural = pluralIn('en');

export const enControls = {
  days: 'Days',
  ranges: {
    last_7_days: 'Last 7 days',
    last_14_days: 'Last 14 days',
    last_28_days: 'Last 28 days',
    last_30_days: 'Last 30 days',
    last_90_days: 'Last 90 days',
    this_month: 'This month',
    prev_month: 'Previous month',
  },
  custom: 'Custom days',
  chooseCustom: 'Custom days…',
  /** Where what is set is no days at all. */
  choose: 'Choose days',
  firstDay: 'First day',
  lastDay: 'Last day',
  pacific: 'Instagram’s days: US Pacific time',
  wrongDays: {
    incomplete: () => 'Enter both days in full.',
    order: () => 'The first day is after the last day.',
    unknown: (oldest: string, today: string) => `Instagram answers for days from ${oldest} to ${today}.`,
  },
  timeframe: 'Demographics',
  timeframes: {
    last_14_days: 'Last 14 days',
    last_30_days: 'Last 30 days',
    last_90_days: 'Last 90 days',
    prev_month: 'Previous month',
    // As in en-people.ts: the reference means the last 30 and 7 days by these.
    this_month: 'Last 30 days',
    this_week: 'Last 7 days',
  },
  compare: 'Compare with the days before',
  /** What a visitor chooses the numbers of a dashboard by. */
  metrics: 'Metrics',
  noMetrics: 'No metric is chosen.',
  /** The button that opens the menu of a whole dashboard. */
  moreForAll: 'More for all of these numbers',
  /** Whose numbers they are. */
  account: {
    topic: 'Instagram account',
    /** What stands before and after a number of them. */
    followers: (count: number) => ['', plural(count, { one: ' follower', other: ' followers' })] as [string, string],
    posts: (count: number) => ['', plural(count, { one: ' post', other: ' posts' })] as [string, string],
    nothing: ['Nothing is known of this account', 'Instagram gave neither a name nor a number and did not say why.'],
    /** An answer can have lain in the cache before. */
    kept: (moment: string) => `from ${moment} or before; a newer answer could not be had`,
  },
} as const;

export type ControlWords = Wording<typeof enControls>;
