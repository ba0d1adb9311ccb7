/**
 * Every answer that is no numbers: its status, its envelope in the Graph API's dialect, and our own words.
 *
 * Knows what each code looks like to a caller. Does not know who refuses, or why. Text from a server has no way in.
 */
import { errorCodes, type InsightsError, type InsightsErrorCode, type Issue, isInsightsError } from '../spec/index.js';
import { type Account, quotesToken } from './accounts.js';
import { within } from './within.js';

/** Where a failure arose that is not the caller's: in the operator's functions, at the Graph API, or in here. */
export type Fault = 'accounts' | 'access' | 'graph' | 'handler' | 'saveToken' | 'store';

interface RefusalForm {
  readonly status: number;
  /** `error.code` and `error.error_subcode`, as a client of the Graph API expects them. */
  readonly graphCode: number;
  readonly subcode?: number;
  /** `error_data.code`, where the caller's view of the matter is another. */
  readonly told?: InsightsErrorCode;
  /** Where the words for a page's author would mislead whoever reads a backend's answer. */
  readonly message?: string;
}

const forms = {
  'invalid-query': { status: 400, graphCode: 100 },
  rejected: { status: 400, graphCode: 100 },
  'not-offered': { status: 400, graphCode: 100 },
  unauthorized: { status: 401, graphCode: 190 },
  closed: { status: 403, graphCode: 10 },
  'not-found': { status: 404, graphCode: 100, subcode: 33 },
  'rate-limited': { status: 429, graphCode: 4 },
  'token-expired': { status: 502, graphCode: 190 },
  'no-permission': { status: 502, graphCode: 10 },
  blocked: { status: 502, graphCode: 368 },
  'server-error': { status: 502, graphCode: 2 },
  network: {
    status: 502,
    graphCode: 2,
    // To a page, `network` says that the backend was not reached. It was.
    told: 'server-error',
    message: 'The backend could not reach the Graph API. Asking again later can help.',
  },
  'malformed-response': {
    status: 502,
    graphCode: 2,
    message: 'The Graph API answered the backend in a shape that it does not know, so nothing of it is passed on.',
  },
  misconfigured: { status: 502, graphCode: 100 },
  unknown: { status: 502, graphCode: 1 },
} as const satisfies Partial<Record<InsightsErrorCode, RefusalForm>>;

export type RefusalCode = keyof typeof forms;

/** When the Graph API does not say for how long a limit holds. Its limits are counted by the hour and by the day. */
const defaultRetrySeconds = 300;
const maxRetrySeconds = 86_400;

export interface RefusalDetails {
  /** Instead of the code's own words. */
  readonly message?: string;
  readonly issues?: readonly Issue[];
  /** Metrics, by the API's names, that the Graph API blames, and those that it says it takes. Known names only. */
  readonly metrics?: readonly string[];
  readonly allowedMetrics?: readonly string[];
  /** Instead of the code's own status. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Seconds after which to ask again: with `rate-limited`. */
  readonly retryAfter?: number;
  /** For the log: what the Graph API's error said in numbers. */
  readonly graph?: InsightsError['graph'];
  readonly fault?: Fault;
}

/** Thrown by whatever part of the handler refuses; the handler turns it into its answer. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    const form: RefusalForm = forms[code];
    super(details.message ?? form.message ?? errorCodes[code].message);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return this.details.status ?? forms[this.code].status;
  }

  /** The body of an answer, in the Graph API's dialect. */
  toEnvelope(): { readonly error: object } {
    const form: RefusalForm = forms[this.code];
    const { issues, metrics = [], allowedMetrics = [], graph } = this.details;
    const error = {
      message: this.message,
      type: 'OAuthException',
      // The limits differ in who has reached them: an app, a user, an account.
      code: this.code === 'rate-limited' ? (graph?.code ?? form.graphCode) : form.graphCode,
      ...(form.subcode !== undefined && { error_subcode: form.subcode }),
      error_data: {
        code: form.told ?? this.code,
        ...(issues && { issues }),
        ...(metrics.length > 0 && { metrics }),
        ...(allowedMetrics.length > 0 && { allowed_metrics: allowedMetrics }),
      },
    };
    return { error };
  }

  /** What only this answer carries. */
  get headers(): Readonly<Record<string, string>> {
    const { headers, retryAfter = defaultRetrySeconds } = this.details;
    return {
      'Content-Type': 'application/json',
      ...headers,
      ...(this.code === 'rate-limited' && { 'Retry-After': String(retryAfter) }),
    };
  }
}

/** Asked oftener than the operator of the backend lets anybody ask. */
export const tooOften = (seconds: number): Refusal =>
  new Refusal('rate-limited', {
    retryAfter: seconds,
    message: 'This page asks the backend too often. Wait until `retryAt`; its operator can raise the limit.',
  });

/** Codes that are ours to give. From the Graph API they are a stranger's claim, and mean something else. */
const meanings: Partial<Record<InsightsErrorCode, RefusalCode>> = {
  'invalid-query': 'rejected',
  closed: 'unknown',
  unauthorized: 'unknown',
  'no-client': 'unknown',
  secret: 'unknown',
};

/** What a failed call for an account means to our caller. Of the error, only its code, numbers, trace and known names are used. */
export function refusalOfGraph(thrown: unknown, account: Account): Refusal {
  if (!isInsightsError(thrown)) return new Refusal('server-error', { fault: 'graph' });
  const { code, graph, retryAt, metrics, allowedMetrics } = thrown;
  const isSafe = graph?.trace !== undefined && !quotesToken(account, graph.trace);
  return new Refusal(meanings[code] ?? (code as RefusalCode), {
    fault: 'graph',
    metrics,
    allowedMetrics,
    ...(graph && { graph: isSafe ? graph : { ...graph, trace: undefined } }),
    ...(retryAt !== undefined && { retryAfter: secondsUntil(retryAt) }),
  });
}

/** The transport has made an instant of the Graph API's `Retry-After`, by the same clock. */
const secondsUntil = (instant: number): number =>
  Math.min(maxRetrySeconds, Math.max(1, Math.ceil((instant - Date.now()) / 1000)));

/** Who asks a session store, or a database, waits for it no longer: a page should hear of it before it gives up. */
const operatorMs = 5_000;

/**
 * Runs what the operator has written, for five seconds at most. Whatever it throws may quote a secret, so that nothing of it
 * is kept.
 */
export async function guarded<T>(fault: Fault, run: () => T | Promise<T>): Promise<T> {
  try {
    const given = run();
    // What is there at once takes no timer.
    return given instanceof Promise ? await within(operatorMs, given) : await given;
  } catch (thrown) {
    throw thrown instanceof Refusal ? thrown : new Refusal('server-error', { status: 500, fault });
  }
}
