/** An issue: why a query is wrong. Knows neither the rules (validate.ts) nor the words (issue-words.ts). */
import type { IssuePhrase } from './issue-phrases.js';

/** The attributes of a query, and of how its answer is drawn, by the names that authors write. */
export type QueryAttribute =
  | 'metric'
  | 'period'
  | 'timeframe'
  | 'breakdown'
  | 'metric-type'
  | 'since'
  | 'until'
  | 'range'
  | 'compare'
  | 'daily'
  | 'display';

export type IssueCode =
  /** A value that belongs there is missing. */
  | 'missing'
  /** No metric, period, … has this name. */
  | 'unknown'
  /** Legal elsewhere, not together with the rest of this query. */
  | 'not-allowed'
  | 'duplicate'
  /** Two attributes that contradict each other. */
  | 'conflict'
  /** Not a day. */
  | 'malformed'
  /** Days that the API does not remember, or that have not come. */
  | 'out-of-range'
  /** The Graph API dropped it. */
  | 'retired'
  /** Newer than the Graph version in use. */
  | 'too-new'
  /** Another spelling of what was meant; understood. */
  | 'renamed'
  /** Looks like an access token. */
  | 'secret';

/** One reason. An `error` is never sent; a `warning` is asked all the same. */
export interface Issue {
  readonly severity: 'error' | 'warning';
  readonly code: IssueCode;
  readonly attribute: QueryAttribute;
  /** What was given, masked where it looks like a token; empty where nothing was. */
  readonly value: string;
  /** What is wrong, then what to do. English, for a page's author. */
  readonly message: string;
  /** The same as data, to be said in another language. Not there where a server other than our backend made the issue. */
  readonly phrase?: IssuePhrase;
  /** The values that are legal here; empty where the attribute has to go or takes no list of values. */
  readonly allowed: readonly string[];
  /** What was probably meant. */
  readonly suggestion?: string;
}

/** Whether a query must not be sent. */
export const hasErrors = (issues: readonly Issue[]): boolean => issues.some(({ severity }) => severity === 'error');
