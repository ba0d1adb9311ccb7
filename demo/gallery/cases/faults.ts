/** What can go wrong with every element that asks: the same cases for each. */
import { closed, emptySnapshot, failing, keptAnswers, samples, silent } from '../sources.js';
import type { Case, Tag } from './case.js';

const minutes = (count: number): number => Date.now() + count * 60_000;

/** What stands there while nothing is known yet. */
export const loading = (tag: Tag): Case => ({
  name: 'loading',
  shows: 'While the answer is on its way: the box is there, and stays as it is.',
  tag,
  source: silent,
  state: 'loading',
});

/** What stands there while Instagram cannot be had, and a backend has kept an answer. */
export const kept = (tag: Tag): Case => ({
  name: 'kept-by-the-backend',
  shows: 'The backend cannot reach Instagram: the answer that it keeps, with its time, dimmed.',
  tag,
  source: () => keptAnswers('server-error', 7),
});

/** What a page without a server meets when it asks for more than was written. */
export const notInSnapshot = (tag: Tag): Case => ({
  name: 'not-in-snapshot',
  shows: 'The snapshot that the page reads has no such answer: what to add to its questions.',
  tag,
  source: emptySnapshot,
  state: 'empty',
  reason: 'not-in-snapshot',
});

/** The failures that a visitor meets on one element after the other. */
export const failures = (tag: Tag): readonly Case[] => [
  {
    name: 'network',
    shows: 'Nothing was reached. Trying again can help.',
    tag,
    source: () => closed('network'),
    state: 'error',
    reason: 'network',
  },
  {
    name: 'rate-limited',
    shows: 'The limit on calls is used up, and Instagram said until when.',
    tag,
    source: () => closed('rate-limited', { retryAt: minutes(17) }),
    state: 'error',
    reason: 'rate-limited',
  },
  {
    name: 'token-expired',
    shows: 'The account owner has to connect again.',
    tag,
    source: () => samples({ scenario: 'expired-token' }),
    state: 'error',
    reason: 'token-expired',
  },
];

/** Failures that look alike on every element: shown on one. */
export const rareFailures = (tag: Tag): readonly Case[] => [
  {
    name: 'server-error',
    shows: 'Instagram, or the backend, failed for the moment.',
    tag,
    source: () => failing('server-error'),
    state: 'error',
    reason: 'server-error',
  },
  {
    name: 'malformed-response',
    shows: 'What answered is no insights backend.',
    tag,
    source: () => failing('malformed-response'),
    state: 'error',
    reason: 'malformed-response',
  },
  {
    name: 'not-found',
    shows: 'The backend does not know the account.',
    tag,
    source: () => failing('not-found'),
    state: 'error',
    reason: 'not-found',
  },
  {
    name: 'closed',
    shows: 'The backend does not answer this page.',
    tag,
    source: () => failing('closed'),
    state: 'error',
    reason: 'closed',
  },
];
