/**
 * What is not asked again for a moment: a question that was refused, and an account that nothing helps.
 *
 * A page that is looked at a thousand times a minute must not carry one expired token to Instagram a thousand times.
 */
import type { GraphCall } from '../../client/call.js';
import type { Refusal, RefusalCode } from '../refusal.js';
import { createRecent } from './recent.js';
import type { UpstreamAccount } from './upstream-account.js';

/** For how long a refusal is taken to hold for every call of an account's edge, in seconds. A limit is the budget's. */
const ofAccount: Partial<Record<RefusalCode, number>> = {
  'token-expired': 60,
  'no-permission': 60,
  'not-found': 60,
  blocked: 60,
  misconfigured: 60,
  network: 3,
  'server-error': 3,
};

/** And for how long one about a question, for this question. */
const ofQuestion: Partial<Record<RefusalCode, number>> = {
  rejected: 60,
  'not-offered': 60,
  unknown: 10,
  'malformed-response': 10,
};

/** Whether a refusal is about what was asked, and says nothing of another question. */
export const isOfQuestion = ({ code }: Refusal): boolean => ofQuestion[code] !== undefined;

export interface Holds {
  /** Why a call is not made; undefined where it is. */
  find(account: UpstreamAccount, call: GraphCall): Refusal | undefined;
  keep(account: UpstreamAccount, call: GraphCall, refusal: Refusal): void;
}

interface Held {
  readonly refusal: Refusal;
  /** A new token is a new chance. */
  readonly token: string;
}

export function createHolds(now: () => number): Holds {
  const held = createRecent<Held>(20_000, now);
  return {
    find: (account, call) =>
      [edgeKey(account, call), callKey(account, call)]
        .map((key) => held.get(key))
        .find((found) => found?.token === account.account.accessToken)?.refusal,
    keep(account, call, refusal) {
      const isShared = ofAccount[refusal.code] !== undefined;
      const seconds = ofAccount[refusal.code] ?? ofQuestion[refusal.code];
      if (seconds === undefined) return;
      const key = isShared ? edgeKey(account, call) : callKey(account, call);
      held.set(key, { refusal, token: account.account.accessToken }, now() + seconds * 1000);
    },
  };
}

const edgeKey = ({ folder }: UpstreamAccount, { edge }: GraphCall): string => `${folder} ${edge}`;
const callKey = (account: UpstreamAccount, call: GraphCall): string =>
  `${edgeKey(account, call)} ${new URLSearchParams(call.params)}`;
