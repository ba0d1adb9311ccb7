/** A Graph API whose numbers, clock and troubles a test sets: it answers every call about insights, and counts them. */
import type { Fetch } from '../../src/client/transports/http.js';
import { createInsightsHandler, type InsightsHandlerOptions, type LogEntry } from '../../src/server/index.js';
import { addDays, dayOf, daysOf, startOfDay } from '../../src/spec/index.js';
import { token } from './fake-graph.js';

/** Noon in Los Angeles, a Friday. */
export const noon = Date.parse('2026-03-20T19:00:00Z');
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export interface MovingGraph {
  readonly fetch: Fetch;
  /** The parameters of every call, in order; of the account's, its fields. */
  readonly calls: URLSearchParams[];
  /** Milliseconds since the epoch, for the backend too. */
  now: number;
  /** What the numbers are made from: with each other one they are others. */
  seed: number;
  /** Days, counted from today, that have no number yet. */
  late: number;
  /** Instead of an answer. */
  trouble: (() => Response | Promise<Response>) | undefined;
  headers: Record<string, string>;
  /** Resolved before each answer: how a test holds it back. */
  gate: Promise<void>;
}

export function createMovingGraph(): MovingGraph {
  const graph: MovingGraph = {
    calls: [],
    now: noon,
    seed: 0,
    late: 0,
    trouble: undefined,
    headers: {},
    gate: Promise.resolve(),
    fetch: async (address) => {
      const { searchParams, pathname } = new URL(address);
      graph.calls.push(searchParams);
      await graph.gate;
      if (graph.trouble) return graph.trouble();
      const body = pathname.endsWith('/insights') ? answer(searchParams) : { followers_count: 1000 + graph.seed };
      return Response.json(body, { headers: graph.headers });
    },
  };
  const answer = (params: URLSearchParams): object => {
    const period = params.get('period');
    const [since, until] = ['since', 'until'].map((name) => dayOf(Number(params.get(name)) * 1000));
    const isSeries = params.get('metric_type') === 'time_series';
    const data = (params.get('metric') ?? '').split(',').map((name) => {
      if (!isSeries) return { name, period, total_value: { value: name.length * 100 + graph.seed } };
      const days = daysOf({ since: since as string, until: until as string });
      const known = days.filter((one) => one <= addDays(dayOf(graph.now), -graph.late));
      const values = known.map((one) => ({ value: Number(one.slice(8)) + graph.seed, end_time: endTime(one) }));
      return { name, period, values };
    });
    return { data, paging: { next: `https://graph.facebook.com/?access_token=${token}` } };
  };
  return graph;
}

const endTime = (one: string): string => new Date(startOfDay(one) * 1000).toISOString().replace('.000Z', '+0000');

export const failure =
  (code: number, status = 400, more: object = {}, headers: Record<string, string> = {}) =>
  () =>
    Response.json({ error: { message: `(#${code}) about ${token}`, code, ...more } }, { status, headers });

export interface Told {
  readonly status: number;
  readonly headers: Headers;
  /** biome-ignore lint/suspicious/noExplicitAny: a test looks where it knows something to be */
  readonly json: Json;
}

export interface Json {
  readonly data?: readonly {
    readonly name: string;
    readonly total_value?: { readonly value: number };
    readonly values?: readonly { readonly value: number | null; readonly end_time: string }[];
  }[];
  readonly followers_count?: number;
  readonly error?: { readonly message: string; readonly code: number; readonly error_data: { readonly code: string } };
}

/** A public backend of two accounts over it, by its clock. */
export function createMovingBackend(graph: MovingGraph, options: Partial<InsightsHandlerOptions> = {}) {
  const log: LogEntry[] = [];
  const handler = createInsightsHandler({
    accounts: { default: { id: '178414001', accessToken: token }, other: { id: '178414002', accessToken: token } },
    access: 'public',
    now: () => graph.now,
    log: (entry) => void log.push(entry),
    ...options,
    graph: { fetch: graph.fetch, ...options.graph },
  });
  const ask = async (query: string, { account = 'default', headers = {} } = {}): Promise<Told> => {
    const response = await handler(new Request(`http://backend.test/${account}${query}`, { headers }));
    const text = await response.text();
    return { status: response.status, headers: response.headers, json: text === '' ? {} : JSON.parse(text) };
  };
  const insights = (query: string, more?: Parameters<typeof ask>[1]): Promise<Told> => ask(`/insights?${query}`, more);
  return { handler, ask, insights, log };
}

/** Lets what goes on behind an answer come to its end. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
