/** The parts that answer an account's questions, put together: for the handler, and for the operator's commands. */
import type { Account } from '../accounts.js';
import type { GraphSettings } from '../graph-settings.js';
import type { Question } from '../question.js';
import type { Log } from '../request-log.js';
import { type Answered, createAnswerSource } from './answer-source.js';
import type { AnswerStorage } from './answer-storage.js';
import { createBudget } from './budget.js';
import { createPieceStore } from './piece-store.js';
import { createUpstream } from './upstream.js';
import { createUpstreamAccounts } from './upstream-account.js';

/** Where answers are kept, and for how long. */
export interface KeepingOptions {
  /**
   * Where answers are kept, for good where their days have settled: any driver of unstorage. Processes that share one share
   * answers. @default in this process, the 50,000 pieces that were used last
   */
  readonly storage?: AnswerStorage | undefined;
  /** Seconds for which numbers that still move are fresh. @default 900 */
  readonly freshSeconds?: number | undefined;
  /** Seconds for which they stand in, marked, where no newer ones can be had. @default 604800 (a week) */
  readonly staleSeconds?: number | undefined;
  /** Days after which whatever is kept is no longer used. @default for good */
  readonly retentionDays?: number | undefined;
}

export interface AnswersOptions extends KeepingOptions {
  readonly graph: GraphSettings & { readonly baseUrl: string; readonly version: string };
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Gets an entry for each call that goes up, and for each failure of the store. Must not throw. */
  readonly log: Log;
}

export interface Answers {
  /** @throws Refusal */
  answer(account: Account, question: Question): Promise<Answered>;
  /** How much of the limit on calls is used for an account, or its app, in percent; undefined where that is not known. */
  usageOf(account: Account): number | undefined;
}

export function openAnswers({ graph, storage, retentionDays, now, log, ...options }: AnswersOptions): Answers {
  const accounts = createUpstreamAccounts(graph.baseUrl);
  const budget = createBudget({ now });
  const source = createAnswerSource({
    store: createPieceStore({
      storage,
      retentionDays,
      now,
      onFailure: () => log({ event: 'store', fault: 'store' }),
    }),
    upstream: createUpstream({ graph, budget }),
    budget,
    version: graph.version,
    now,
    onCall: (ms, code) => log({ event: 'call', ms, ...(code && { code }) }),
    ...options,
  });
  return {
    answer: (account, question) => source.answer(accounts(account), question),
    usageOf: (account) => {
      const { folder, app } = accounts(account);
      return budget.stateOf(folder, app).percent;
    },
  };
}
