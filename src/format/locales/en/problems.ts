/** What a visitor reads when there is no number, in English. Loaded when that is so: a page where all goes well never pays. */
import type { MetricName } from '../../../spec/index.js';
import { type IssuePhrases, issuePhrases } from '../../../spec/issue-phrases.js';
import type { Quantity, Wording } from '../wording.js';
import { en } from './card.js';

export const enProblems = {
  /** Why there is no number: a head, and what to do. Where Instagram itself said so, the words are those of the error. */
  empty: {
    'too-few-followers': ['Not shown below 100 followers', 'Instagram gives this number from 100 followers on.'],
    'not-yet': ['Not reported yet', 'Instagram gave none so far. Numbers of the last days can take 48 hours.'],
    'not-returned': ['No number for these days', 'Instagram gave none and did not say why.'],
    'window-too-long': ['Not counted over so many days', 'There is a number for fewer days.'],
  },
  /** Beside `not-returned`, by metric: a condition that the reference names. Whether it was the reason nobody said. */
  conditions: {
    engaged_audience_demographics: 'Its documentation asks for at least 100 engagements in these days.',
  } satisfies Partial<Record<MetricName, string>>,
  /** What a visitor reads when nothing can be shown, by error code: a head, and what to do. */
  errors: {
    'invalid-query': ['This number is set up wrongly', 'The owner of this page can correct it.'],
    'no-client': ['This number is not connected yet', 'The owner of this page has to say where its numbers come from.'],
    secret: [
      'An access token was found on this page',
      'It was not used. The owner of this page has to remove it and revoke it.',
    ],
    'malformed-response': [
      'The answer could not be read',
      'The owner of this page can check the address it came from.',
    ],
    network: [en.offline, 'The numbers could not be reached. Try again in a moment.'],
    'server-error': ['Instagram did not answer', 'This passes, as a rule. Try again in a few minutes.'],
    'rate-limited': ['Asked too often', 'Instagram asks to wait before it answers again.'],
    'token-expired': ['The connection to Instagram has ended', 'The account owner has to connect again.'],
    'no-permission': ['Not shared by the account', 'The account owner has to connect again and allow insights.'],
    'not-offered': ['Not offered by Instagram', 'Instagram does not give this number in the version that is asked.'],
    rejected: ['Instagram refused the question', 'The owner of this page can correct it.'],
    misconfigured: [
      'The connection to Instagram is set up wrongly',
      'The operator of the backend has to set the secret of the app.',
    ],
    'not-found': ['No such account here', 'The owner of this page can check the name of the account, and the address.'],
    blocked: ['Instagram has paused this account', 'The account owner has to log in at Instagram.'],
    unauthorized: ['This page may not ask', 'The owner of this page has to renew its access.'],
    closed: ['This page may not ask', 'The operator of the backend has to open it for this page.'],
    'not-in-snapshot': ['Not in this snapshot', 'The owner of this page can add the question to it.'],
    'no-sound': ['No sound in this browser', 'Try again, or allow sound for this page.'],
    'not-ready': ['Not ready yet', 'Try again in a moment.'],
    unknown: ['Something went wrong', 'The owner of this page can look into the log of the backend.'],
  },
  /** Why there is a series, and no total. */
  tooLong: ({ text }: Quantity, isHourMore: boolean) =>
    `Instagram does not count unique accounts over more than ${text} days.${
      // Of as many days as it counts, but an hour more.
      isHourMore ? ' The clocks change in these: they are an hour too long.' : ''
    }`,
  fewerDays: ({ text }: Quantity) => `Show the last ${text} days`,
  /** What is out of the ordinary with numbers on screen. Lists of days arrive formatted. */
  findings: {
    gaps: (days: string) => `${days}: could not be had.`,
    unreported: (days: string) => `${days}: Instagram gave no total.`,
    strays: (days: string) => `Instagram also answered for ${days}, which nobody asked for: left out.`,
    daily: 'One question per day; days need not add up to the total.',
    sumOfDays: 'This total is the sum of its days: it may count an account once per day.',
    paused: (moment: string) => `No updates until ${moment}: nearly all calls that Instagram allows are used.`,
  },
  retryAt: (moment: string) => `Again from ${moment}.`,
  retry: en.retry,
  /** Sentences one after the other. */
  sentences: (all: readonly string[]) => all.join(' '),
  /** What the author of the page reads. What stands in code is the API's own in every language. */
  issues: {
    meant: (code: string) => `Did you mean ${code}?`,
    allowed: 'Allowed here',
    remove: (attribute: string) => `Remove ${attribute}.`,
    phrases: issuePhrases as IssuePhrases,
  },
} as const;

export type ProblemWords = Wording<typeof enProblems>;
