/** The words of what a visitor sets, and of whose numbers they are, in English. Numbers and dates arrive formatted. */
import { pluralIn } from '../plural.js';
import type { Quantity, Wording } from '../wording.js';

const plural = pluralIn('en');

export const enControls = {
  days: 'Days',
  /** Days up to yesterday, of a range or of a timeframe. */
  lastDays: ({ text }: Quantity) => `Last ${text} days`,
  thisMonth: 'This month',
  prevMonth: 'Previous month',
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
