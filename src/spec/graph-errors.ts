/**
 * Reads the Graph API's error envelope, and our backend's, which speaks the same dialect.
 *
 * Decides which of our codes an answer means. Does not decide what to do about it.
 * Source: Graph API "Handle errors" and "Rate limiting" pages; texts recorded from live answers.
 */
import { errorCodes } from './error-codes.js';
import { InsightsError, type InsightsErrorCode } from './errors.js';
import type { Issue } from './issue.js';
import type { IssuePhrase } from './issue-phrases.js';
import { metricByWireName } from './metrics.js';
import { isRecord, memberOf } from './records.js';
import { looksLikeSecret } from './secrets.js';

const codes: ReadonlyMap<number, InsightsErrorCode> = new Map([
  [-1, 'server-error'],
  [1, 'server-error'],
  [2, 'server-error'],
  [3, 'no-permission'],
  [10, 'no-permission'],
  [4, 'rate-limited'],
  [17, 'rate-limited'],
  [32, 'rate-limited'],
  [341, 'rate-limited'],
  [613, 'rate-limited'],
  [80001, 'rate-limited'],
  [80002, 'rate-limited'],
  [100, 'rejected'],
  [2500, 'rejected'],
  [3001, 'rejected'],
  [102, 'token-expired'],
  [104, 'token-expired'],
  [190, 'token-expired'],
  [368, 'blocked'],
  [9009, 'not-found'],
]);

/** Texts of code 100 that say: not in this version, not for this metric. */
const notOffered = /must be one of the following values|no longer supported|incompatible (breakdowns|with the metric)/i;

/** How a text of code 100 names the metrics that it blames; and the one that lists all that it would have taken. */
const blamed = /metrics? \([\w, ]+\)|\([\w, ]+\) metric|the \w+ metric is/g;
const accepted = /metric\[\d+\] must be one of.+/;

export interface AnswerContext {
  /** HTTP status. */
  readonly status?: number | undefined;
  /** When the server said to ask again: milliseconds since the epoch. */
  readonly retryAt?: number | undefined;
}

/**
 * The error that an answer means.
 * @returns undefined when the JSON is no error envelope and the status is no failure
 */
export function readGraphError(json: unknown, { status, retryAt }: AnswerContext = {}): InsightsError | undefined {
  const envelope = memberOf(json, 'error');
  if (!isRecord(envelope)) {
    return status !== undefined && status >= 400
      ? new InsightsError(codeOfStatus(status) ?? 'malformed-response', { status, retryAt })
      : undefined;
  }
  // A field that is not what it should be says nothing, but the envelope around it is an error all the same.
  const code = readNumber(envelope.code) ?? 0;
  const subcode = readNumber(envelope.error_subcode);
  const message = readString(envelope.message);
  const text = code === 100 ? message : '';
  const data = envelope.error_data;
  const issues = readIssues(memberOf(data, 'issues'));
  const byNumber =
    codeOfGraph(code, subcode, message) ??
    (envelope.is_transient === true ? 'server-error' : (codeOfStatus(status) ?? 'unknown'));
  return new InsightsError(issues.length > 0 ? 'invalid-query' : (readOurCode(data) ?? byNumber), {
    status,
    retryAt,
    issues,
    metrics: readMetrics(memberOf(data, 'metrics'), text.match(blamed)),
    allowedMetrics: readMetrics(memberOf(data, 'allowed_metrics'), text.match(accepted)),
    graph: { code, subcode, trace: readTrace(readString(envelope.fbtrace_id)) },
  });
}

const readNumber = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const readString = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A trace id is short; anything longer could quote something else. */
const readTrace = (text: string): string | undefined =>
  /^[\w-]{1,32}$/.test(text) && !looksLikeSecret(text) ? text : undefined;

/** The words that the registry knows as metrics, of texts and lists of texts: nothing else goes further. */
const readMetrics = (...given: readonly unknown[]): readonly string[] =>
  (given.flat().map(readString).join().match(/\w+/g) ?? []).filter(metricByWireName);

function codeOfGraph(code: number, subcode: number | undefined, message: string): InsightsErrorCode | undefined {
  if (code === 100) {
    if (subcode === 33) return 'not-found';
    if (notOffered.test(message)) return 'not-offered';
    if (message.includes('appsecret_proof')) return 'misconfigured';
  }
  if (code === 190 && (subcode === 459 || subcode === 464)) return 'blocked';
  if (code === 190 && subcode === 492) return 'no-permission';
  if (code >= 200 && code <= 299) return 'no-permission';
  return codes.get(code);
}

/** What a status says by itself. A 404 says nothing: any page of a site that is no backend answers with one. */
function codeOfStatus(status = 0): InsightsErrorCode | undefined {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'closed';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'server-error' : undefined;
}

/** The code that our own backend adds: it knows more than the number says. */
function readOurCode(data: unknown): InsightsErrorCode | undefined {
  const code = readString(memberOf(data, 'code'));
  return Object.hasOwn(errorCodes, code) ? (code as InsightsErrorCode) : undefined;
}

/** The issues of a refused question; none where one of them is not shaped like an issue. */
const readIssues = (value: unknown): readonly Issue[] =>
  Array.isArray(value) && value.every(isIssue) ? value.map(toIssue) : [];

const isIssue = (value: unknown): value is Issue =>
  isRecord(value) &&
  (value.severity === 'error' || value.severity === 'warning') &&
  [value.code, value.attribute, value.value, value.message, value.suggestion ?? ''].every(isShowable) &&
  Array.isArray(value.allowed) &&
  value.allowed.every(isShowable);

/** Its texts are shown on a page, and any server can stand in for our backend. */
const isShowable = (text: unknown): boolean =>
  typeof text === 'string' && text.length <= 2000 && !looksLikeSecret(text);

/** An issue without whatever else came with it. */
const toIssue = ({ severity, code, attribute, value, message, phrase, allowed, suggestion }: Issue): Issue => ({
  severity,
  code,
  attribute,
  value,
  message,
  ...(isPhrase(phrase) && { phrase: { id: phrase.id, args: phrase.args } as IssuePhrase }),
  allowed,
  ...(suggestion !== undefined && { suggestion }),
});

/** Whether a phrase can be shown. Whether there is one of this name is known where it is said. */
const isPhrase = (phrase: unknown): phrase is IssuePhrase =>
  isRecord(phrase) && isShowable(phrase.id) && Array.isArray(phrase.args) && phrase.args.every(isArgument);

const isArgument = (value: unknown): boolean =>
  typeof value === 'number' || (Array.isArray(value) ? value : [value]).every(isShowable);
