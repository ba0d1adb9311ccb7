/** What a visitor reads when there is no number, in English. Loaded when that is so: a page where all goes well never pays. */
import { en } from './en.js';

export const enProblems = {
  /** Why there is no number: a head, and what to do. Where Instagram itself said so, the words are those of the error. */
  empty: {
    'too-few-followers': ['Not shown below 100 followers', 'Instagram gives this number from 100 followers on.'],
    'not-yet': ['Not reported yet', 'Instagram reports within 48 hours. Nothing is wrong.'],
    'not-returned': ['No number for these days', 'Instagram gave none and did not say why.'],
    'window-too-long': [
      'Not counted over so many days',
      'Instagram does not count unique accounts over so long a time. Choose 28 days or fewer.',
    ],
  },
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
    'not-found': ['No such account here', 'The owner of this page can check the name of the account, and the address.'],
    blocked: ['Instagram has paused this account', 'The account owner has to log in at Instagram.'],
    unauthorized: ['This page may not ask', 'The owner of this page has to renew its access.'],
    closed: ['This page may not ask', 'The operator of the backend has to open it for this page.'],
    unknown: ['Something went wrong', 'The owner of this page can look into the log of the backend.'],
  },
  retryAt: (moment: string) => `Again from ${moment}.`,
  retry: en.retry,
  issues: {
    meant: 'Did you mean',
    allowed: 'Allowed here',
  },
} as const;

export type ProblemWords = typeof enProblems;
