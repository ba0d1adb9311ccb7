/**
 * The one error type of the library, and its codes.
 *
 * Knows who can act on each code. Does not know where an error came from: graph-errors.ts reads the API's, the
 * transports name their own. No message is ever built from text that a server sent: it can quote a token.
 */
import type { Issue } from './issue.js';

export type Audience = 'visitor' | 'page author' | 'account owner';

interface CodeSpec {
  /** Whether asking again later, unchanged, can help. */
  readonly recoverable: boolean;
  /** Who can act. */
  readonly audience: Audience;
  /** What happened, what to do, who can do it: for a developer. What a visitor reads is in format/. */
  readonly message: string;
}

const forAuthor = (message: string): CodeSpec => ({ recoverable: false, audience: 'page author', message });
const forOwner = (message: string): CodeSpec => ({ recoverable: false, audience: 'account owner', message });
const forVisitor = (message: string): CodeSpec => ({ recoverable: true, audience: 'visitor', message });

/** Every code, and what is true of each error that carries it. */
export const errorCodes = {
  'invalid-query': forAuthor('Instagram does not answer this question. Correct what `issues` names.'),
  'no-client': forAuthor(
    'Nothing says where the numbers come from. Set `backend-url` here or on an <insights-provider>.',
  ),
  secret: forAuthor(
    'Anybody can read an access token on a page. Remove it, revoke it, and keep the new one on the backend.',
  ),
  'malformed-response': forAuthor(
    'The answer is not one of the Graph API. Check that `backend-url` points at an insights backend, or `src` at a snapshot.',
  ),
  network: forVisitor(
    'The backend was not reached: no network, a wrong address, or it does not allow this page (CORS).',
  ),
  'server-error': forVisitor('Instagram, or the backend before it, failed for the moment. Ask again later.'),
  'rate-limited': {
    recoverable: true,
    audience: 'page author',
    message: 'The limit on calls is used up. Wait until `retryAt`, and ask less often.',
  },
  'token-expired': forOwner('Instagram no longer accepts the access token. The account owner has to connect again.'),
  'no-permission': forOwner(
    'The access token may not read insights. The account owner has to connect again and allow it.',
  ),
  'not-offered': forAuthor(
    'Instagram does not offer this in the Graph version that is asked. Ask for another metric, or version.',
  ),
  rejected: forAuthor(
    'Instagram refused a parameter (this is not about the token). Check metric, period, breakdown and days.',
  ),
  misconfigured: forAuthor(
    'Instagram asks for proof of the app secret. The operator of the backend has to set `appSecret` (IG_APP_SECRET).',
  ),
  'not-found': forAuthor(
    'There is no such account here, or it may not be read. Check `account`, `backend-url` and the backend.',
  ),
  blocked: forOwner('Instagram has blocked the account or the app for now. The account owner has to log in there.'),
  unauthorized: forAuthor(
    'The backend did not accept the embed token of this page. Check `token-url` or `getToken`, and the keys.',
  ),
  closed: forAuthor(
    "The backend does not answer this page. Its operator has to set `access`, or list the account and the page's origin.",
  ),
  'not-in-snapshot': forAuthor(
    'The snapshot has no answer to this question. Add `line` to its questions, and take it again.',
  ),
  'no-sound': forVisitor('The browser plays no sound: none at all, or none before a first click.'),
  'not-ready': forVisitor('There is nothing to take away yet. Wait for state `ready` and for `updateComplete`.'),
  unknown: forAuthor("Instagram answered with an unknown error. The backend's log has its trace id."),
} as const satisfies Record<string, CodeSpec>;

export type InsightsErrorCode = keyof typeof errorCodes;

const docs = 'https://github.com/insights-elements/insights-elements/blob/main/docs/errors.md#';

export interface InsightsErrorDetails {
  /** More of what happened, in our own words. Put before the code's sentence. */
  readonly detail?: string | undefined;
  readonly cause?: unknown;
  /** What is wrong with the question: with `invalid-query`. */
  readonly issues?: readonly Issue[] | undefined;
  /** When to ask again: milliseconds since the epoch. */
  readonly retryAt?: number | undefined;
  /** Where in a response the fault is (`data[0].values[3].end_time`): with `malformed-response`. */
  readonly path?: string | undefined;
  /** HTTP status of the answer. */
  readonly status?: number | undefined;
  /** Metrics, by the API's names, that the API itself blames. */
  readonly metrics?: readonly string[] | undefined;
  /** Metrics, by the API's names, that the API says it takes. */
  readonly allowedMetrics?: readonly string[] | undefined;
  /** What to add to a snapshot's file of questions: with `not-in-snapshot`. */
  readonly line?: string | undefined;
  /** The Graph API's own numbers. */
  readonly graph?:
    | {
        readonly code: number;
        readonly subcode?: number | undefined;
        /** `fbtrace_id`, for a log. */
        readonly trace?: string | undefined;
      }
    | undefined;
}

const brand = Symbol.for('insights-elements.error');

/**
 * What every failure of this library is.
 *
 * `message` is a sentence for a developer and never holds a token, a URL's query or text from a server.
 */
export class InsightsError extends Error {
  readonly code: InsightsErrorCode;
  /** Whether asking again later, unchanged, can help. */
  readonly recoverable: boolean;
  /** Who can act. */
  readonly audience: Audience;
  /** The address of a page about this code: what happened, what to do, who can do it. */
  readonly docs: string;
  readonly issues: readonly Issue[];
  readonly retryAt: number | undefined;
  readonly path: string | undefined;
  readonly status: number | undefined;
  /** The metrics that the API itself blames, by its names for them (`saves`). Only names that the registry knows. */
  readonly metrics: readonly string[];
  /** Where the API lists the metrics that it takes, those of them that the registry knows: all others are to blame. */
  readonly allowedMetrics: readonly string[];
  /** What to add to a snapshot's file of questions: `{ "metric": "reach", … }`. */
  readonly line: string | undefined;
  readonly graph: InsightsErrorDetails['graph'];
  readonly [brand] = true;

  constructor(code: InsightsErrorCode, details: InsightsErrorDetails = {}) {
    const spec: CodeSpec = errorCodes[code];
    super([details.detail, spec.message].filter(Boolean).join(' '), { cause: details.cause });
    this.name = 'InsightsError';
    this.code = code;
    this.recoverable = spec.recoverable;
    this.audience = spec.audience;
    this.docs = docs + code;
    this.issues = details.issues ?? [];
    this.retryAt = details.retryAt;
    this.path = details.path;
    this.status = details.status;
    this.metrics = details.metrics ?? [];
    this.allowedMetrics = details.allowedMetrics ?? [];
    this.line = details.line;
    this.graph = details.graph;
  }
}

/** Whether a value is an InsightsError, of this copy of the library or of another one on the page. */
export const isInsightsError = (value: unknown): value is InsightsError =>
  typeof value === 'object' && value !== null && (value as { [brand]?: unknown })[brand] === true;

/** The error itself, or one of code `unknown` around whatever was thrown. */
export const toInsightsError = (thrown: unknown): InsightsError =>
  isInsightsError(thrown) ? thrown : new InsightsError('unknown', { cause: thrown });
