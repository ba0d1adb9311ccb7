/**
 * The one error type of the library, and its codes.
 *
 * Knows who can act on each code. Does not know where an error came from: graph-errors.ts reads the API's, the
 * transports name their own. No message is ever built from text that a server sent: it can quote a token.
 */
import type { Issue } from './issue.js';

export type Audience = 'visitor' | 'page author' | 'account owner';

interface Traits {
  /** Whether asking again later, unchanged, can help. */
  readonly recoverable: boolean;
  /** Who can act. */
  readonly audience: Audience;
  /**
   * What happened, what to do, who can do it: for a developer. What a visitor reads is in format/. Of codes that arise only in
   * what a page loads late, the sentence comes with that: see error-codes.ts.
   */
  readonly message?: string;
}

/** Every code, and what is true of each error that carries it; errorCodes has the sentences of all. */
export const errorTraits = {
  'invalid-query': {
    recoverable: false,
    audience: 'page author',
    message: 'Instagram does not answer this question. Correct what `issues` names.',
  },
  'no-client': {
    recoverable: false,
    audience: 'page author',
    message: 'Nothing says where the numbers come from. Set `backend-url` here or on an <insights-provider>.',
  },
  secret: {
    recoverable: false,
    audience: 'page author',
    message: 'An access token is on the page. Remove it, revoke it, and keep the new one on the backend.',
  },
  'malformed-response': { recoverable: false, audience: 'page author' },
  network: {
    recoverable: true,
    audience: 'visitor',
    message: 'The backend was not reached: no network, a wrong address, or it does not allow this page (CORS).',
  },
  'server-error': { recoverable: true, audience: 'visitor' },
  'rate-limited': {
    recoverable: true,
    audience: 'page author',
    message: 'The limit on calls is used up. Wait until `retryAt`, and ask less often.',
  },
  'token-expired': { recoverable: false, audience: 'account owner' },
  'no-permission': { recoverable: false, audience: 'account owner' },
  'not-offered': { recoverable: false, audience: 'page author' },
  rejected: { recoverable: false, audience: 'page author' },
  misconfigured: { recoverable: false, audience: 'page author' },
  'not-found': {
    recoverable: false,
    audience: 'page author',
    message: 'There is no such account here, or it may not be read. Check `account` and `backend-url`.',
  },
  blocked: { recoverable: false, audience: 'account owner' },
  unauthorized: { recoverable: false, audience: 'page author' },
  closed: { recoverable: false, audience: 'page author' },
  'not-in-snapshot': { recoverable: false, audience: 'page author' },
  'no-sound': {
    recoverable: true,
    audience: 'visitor',
    message: 'The browser plays no sound: none at all, or none before a first click.',
  },
  'not-ready': {
    recoverable: true,
    audience: 'visitor',
    message: 'There is nothing to take away yet. Wait for state `ready` and for `updateComplete`.',
  },
  unknown: {
    recoverable: false,
    audience: 'page author',
    message: "Instagram answered with an unknown error. The backend's log has its trace id.",
  },
} as const satisfies Record<string, Traits>;

export type InsightsErrorCode = keyof typeof errorTraits;

const laterMessages: Partial<Record<InsightsErrorCode, string>> = {};

/** Adds sentences of codes that have none yet. */
export const addMessages = (messages: Partial<Record<InsightsErrorCode, string>>): unknown =>
  Object.assign(laterMessages, messages);

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
    const spec: Traits = errorTraits[code];
    const page = docs + code;
    // A bundler leaves sentences out that nothing of a page needs, though a transport of its own may throw their codes.
    super([details.detail, spec.message ?? laterMessages[code] ?? page].filter(Boolean).join(' '), {
      cause: details.cause,
    });
    this.name = 'InsightsError';
    this.code = code;
    this.recoverable = spec.recoverable;
    this.audience = spec.audience;
    this.docs = page;
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
