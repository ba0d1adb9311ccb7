/** What the handler tells its operator of each request. It has no place for a URL, a token, a query or a server's text. */
import type { Fault, Refusal, RefusalCode } from './refusal.js';

/** One request that was answered; or one token that was renewed, or could not be. */
export interface LogEntry {
  readonly event: 'answer' | 'renewal';
  /** HTTP status of the answer; of a renewal, what an answer would have had: 200, or 500 and above. */
  readonly status: number;
  /** Milliseconds from the request to its answer. */
  readonly ms: number;
  /** The alias, once there is known to be such an account. What a stranger put into the path is not logged. */
  readonly account?: string;
  /** Why there was no answer. */
  readonly code?: RefusalCode;
  /** Whose failure it was, where it was not the caller's. */
  readonly fault?: Fault;
  /** The Graph API's `code`, `error_subcode` and `fbtrace_id`, for Meta's support. */
  readonly graphCode?: number;
  readonly graphSubcode?: number;
  readonly trace?: string;
}

export type Log = (entry: LogEntry) => void;

/** What a request leaves behind while it is answered. */
export interface Trail {
  account?: string;
  refusal?: Refusal;
  /** How much of Instagram's limit on calls is used, in percent. */
  usage?: number;
}

export function logEntry(trail: Trail, status: number, ms: number): LogEntry {
  const { code, details } = trail.refusal ?? {};
  const { code: graphCode, subcode: graphSubcode, trace } = details?.graph ?? {};
  const fault = details?.fault;
  return {
    event: 'answer',
    status,
    ms,
    ...(trail.account !== undefined && { account: trail.account }),
    ...(code !== undefined && { code }),
    ...(fault !== undefined && { fault }),
    ...(graphCode !== undefined && { graphCode }),
    ...(graphSubcode !== undefined && { graphSubcode }),
    ...(trace !== undefined && { trace }),
  };
}

/** A log of failures only, as lines of JSON. */
export const failuresTo =
  (print: (line: string) => void): Log =>
  (entry) => {
    if (entry.status >= 400) print(JSON.stringify(entry));
  };
