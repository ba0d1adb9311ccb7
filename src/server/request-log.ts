/** What the handler tells its operator of each request. It has no place for a URL, a token, a query or a server's text. */
import type { Answered } from './answers/answer-source.js';
import type { Fault, Refusal, RefusalCode } from './refusal.js';

/** One request that was answered. */
export interface AnswerEntry {
  readonly event: 'answer';
  /** HTTP status of the answer. */
  readonly status: number;
  /** Milliseconds from the request to its answer. */
  readonly ms: number;
  /** The alias, once there is known to be such an account. What a stranger put into the path is not logged. */
  readonly account?: string;
  /** Why there was no answer, or none that is newer. */
  readonly code?: RefusalCode;
  /** Where the numbers came from: asked for now, or kept. */
  readonly kept?: 'none' | 'fresh' | 'stale';
  /** How much of Instagram's limit on calls is used, in percent, where that was heard lately. */
  readonly usage?: number;
  /** Whose failure it was, where it was not the caller's. */
  readonly fault?: Fault;
  /** The Graph API's `code`, `error_subcode` and `fbtrace_id`, for Meta's support. */
  readonly graphCode?: number;
  readonly graphSubcode?: number;
  readonly trace?: string;
}

/** One call that went up to the Graph API, for a page or behind its answer. */
export interface CallEntry {
  readonly event: 'call';
  readonly ms: number;
  /** Why it failed. */
  readonly code?: RefusalCode;
}

/** The store of answers failed, and was left alone for some seconds. */
export interface StoreEntry {
  readonly event: 'store';
  readonly fault: 'store';
}

/** An Instagram token was renewed behind an answer; or, where there is a code, was not, or could not be saved. */
export interface RenewalEntry extends Pick<AnswerEntry, 'code' | 'fault' | 'graphCode' | 'graphSubcode' | 'trace'> {
  readonly event: 'renewal';
  readonly ms: number;
  readonly account: string;
}

export type LogEntry = AnswerEntry | CallEntry | RenewalEntry | StoreEntry;

export type Log = (entry: LogEntry) => void;

/** What a request leaves behind while it is answered. */
export interface Trail {
  account?: string;
  refusal?: Refusal;
  /** How much of Instagram's limit on calls is used, in percent. */
  usage?: number | undefined;
  answered?: Answered;
}

export function logEntry({ account, refusal, usage, answered }: Trail, status: number, ms: number): AnswerEntry {
  return {
    event: 'answer',
    status,
    ms,
    ...(account !== undefined && { account }),
    ...(answered && { kept: answered.kept }),
    ...(usage !== undefined && { usage }),
    ...(answered?.stale !== undefined && { code: answered.stale }),
    ...(refusal && reasonOf(refusal)),
  };
}

/** What may be told of a refusal. */
export function reasonOf({ code, details }: Refusal): Omit<RenewalEntry, 'event' | 'ms' | 'account'> {
  const { code: graphCode, subcode: graphSubcode, trace } = details.graph ?? {};
  const fault = details.fault;
  return {
    code,
    ...(fault !== undefined && { fault }),
    ...(graphCode !== undefined && { graphCode }),
    ...(graphSubcode !== undefined && { graphSubcode }),
    ...(trace !== undefined && { trace }),
  };
}

/**
 * A log of all that there is to tell, as lines of JSON: each with its `time`.
 * @param now milliseconds since the epoch
 */
export const everythingTo =
  (print: (line: string) => void, now: () => number): Log =>
  (entry) =>
    print(JSON.stringify({ time: new Date(now()).toISOString(), ...entry }));

/** The same, of failures only. */
export const failuresTo = (print: (line: string) => void, now: () => number): Log => {
  const tell = everythingTo(print, now);
  return (entry) => {
    // A failed call is told with the request that it failed for; one behind an answer, by the next that has none.
    if (isFailure(entry)) tell(entry);
  };
};

const isFailure = (entry: LogEntry): boolean =>
  entry.event === 'store' ||
  (entry.event === 'answer' && entry.status >= 400) ||
  (entry.event === 'renewal' && entry.code !== undefined);
