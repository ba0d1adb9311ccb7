/** A Graph API that answers what a test says, and keeps what it was asked. */
import type { Fetch } from '../../src/client/transports/http.js';
import {
  type AnswerEntry,
  createInsightsHandler,
  type InsightsHandler,
  type InsightsHandlerOptions,
} from '../../src/server/index.js';

export const token = 'EAAGm0PX4ZCpsBAKq7vV2hZBtYcW9xUe5dR1sLnTfHj';
export const appSecret = '5f2b7c0d9e8a41637b1c0ffee0ddba11';
export const now = Date.parse('2026-03-20T18:00:00Z');

export interface GraphRequest {
  readonly url: URL;
  readonly headers: Headers;
  readonly redirect: RequestRedirect | undefined;
}

export interface FakeGraph {
  readonly fetch: Fetch;
  readonly requests: GraphRequest[];
}

/** @param answer a body (text as it is, all else as JSON), a whole Response, or an Error to be thrown */
export function createFakeGraph(answer: unknown, init: ResponseInit = {}): FakeGraph {
  const requests: GraphRequest[] = [];
  const fetch: Fetch = async (url, options) => {
    requests.push({ url: new URL(url), headers: new Headers(options?.headers), redirect: options?.redirect });
    if (answer instanceof Error) throw answer;
    if (answer instanceof Response) return answer.clone();
    return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer), init);
  };
  return { fetch, requests };
}

export const graphError = (code: number, more: object = {}): object => ({
  error: {
    message: `(#${code}) Words of Instagram about ${token}`,
    type: 'OAuthException',
    code,
    fbtrace_id: 'AbCdEfGh123',
    ...more,
  },
});

export const emptyData = { data: [] };

export interface Backend {
  /** Asks for a path below http://backend.test; GET unless said otherwise. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly handler: InsightsHandler;
  /** What was said of the requests. */
  readonly log: AnswerEntry[];
}

/** A public backend of the account `default`, with its clock at `now`, over a fake Graph API. */
export function createBackend(graph: FakeGraph, options: Partial<InsightsHandlerOptions> = {}): Backend {
  const log: AnswerEntry[] = [];
  const handler = createInsightsHandler({
    accounts: { default: { id: '17841400000000001', accessToken: token } },
    access: 'public',
    now: () => now,
    log: (entry) => void (entry.event === 'answer' && log.push(entry)),
    ...options,
    graph: { fetch: graph.fetch, ...options.graph },
  });
  return { handler, log, ask: (path, init) => handler(new Request(`http://backend.test${path}`, init)) };
}

export const reach = '/default/insights?metric=reach&period=day&metric_type=total_value';
export const total = { data: [{ name: 'reach', period: 'day', total_value: { value: 340 } }] };
export const acme = { username: 'acme', name: 'Acme ☕', followers_count: 5210, media_count: 88 };

export interface Envelope {
  error: {
    message: string;
    type: string;
    code: number;
    error_subcode?: number;
    error_data: {
      code: string;
      issues?: { attribute: string; allowed: string[] }[];
      metrics?: string[];
      allowed_metrics?: string[];
    };
  };
}
export const errorOf = async (response: Response): Promise<Envelope['error']> =>
  ((await response.json()) as Envelope).error;

/** All that a caller sees, for comparison. */
export const whole = async (response: Response): Promise<string> =>
  JSON.stringify([response.status, [...response.headers], await response.text()]);
