// What the element tests share: a clock in 2024, addresses of the test backend, waiting, and reading what is on screen.
import { fixture, fixtureCleanup, waitUntil } from '@open-wc/testing';
import {
  createBackendTransport,
  createDemoTransport,
  createInsightsClient,
  type InsightsClient,
} from '../../src/client/index.js';
import type { InsightsElement } from '../../src/elements/insights-element.js';

/** A Friday: the windows of these tests ended days before, and those that reach it are still moving. */
export const instant = '2024-03-15T20:00:00Z';
export const now = (): number => Date.parse(instant);

/** 28 days that ended before the last 48 hours, and their Unix seconds: PST at the start, PDT at the end. */
export const days = { since: '2024-02-14', until: '2024-03-12' } as const;
export const seconds = {
  since: Date.parse('2024-02-14T08:00:00Z') / 1000,
  until: Date.parse('2024-03-13T07:00:00Z') / 1000 - 1,
} as const;

export interface BackendAddress {
  readonly version?: string;
  /** The instant at which the backend's clocks stand, ISO. */
  readonly at?: string;
  readonly followers?: number;
  readonly scenario?: string;
}

/** The `backend-url` of our backend over a sandbox; in 2024 unless told otherwise. */
export const backendUrl = ({
  version = 'v19.0',
  at = instant,
  followers = 18_420,
  scenario = 'none',
}: BackendAddress = {}): string => `/test-backend/${version}/${at}/${followers}/${scenario}`;

/** A `backend-url` at which nothing good happens: see test-backend.ts. */
export const faultUrl = (status: number, kind: string): string => `/test-fault/${status}/${kind}`;

/** A client over HTTP with its clock in 2024, which says at once what went wrong. */
export const clientAt = (url: string, account?: string, apiVersion?: string): InsightsClient =>
  createInsightsClient({ transport: createBackendTransport({ url, account }), now, retries: 0, apiVersion });

/** A client of sample data with its clock in 2024. One for a file: after the first answers nothing is asked any more. */
export const demoClient = (): InsightsClient =>
  createInsightsClient({
    transport: createDemoTransport({ now, apiVersion: 'v25.0' }),
    apiVersion: 'v25.0',
    now,
  });

/** Sets the page's clock to 2024, for clients that elements make themselves. @returns what sets it back */
export function travel(): () => void {
  const real = Date.now;
  const back = real() - now();
  Date.now = () => real() - back;
  return () => {
    Date.now = real;
  };
}

/** Waits until an element has its answer, or its refusal, on screen. */
export async function settled<T extends InsightsElement>(element: T): Promise<T> {
  await waitUntil(
    () => element.state !== 'idle' && element.state !== 'loading',
    `<${element.localName}> is still ${element.state}`,
    { interval: 5, timeout: 5000 },
  );
  await element.updateComplete;
  return element;
}

/** Connects an element, and waits until it has settled. */
export const shown = async <T extends InsightsElement>(element: T): Promise<T> => settled(await fixture<T>(element));

/** An element of the registry with properties set, not connected yet. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
): HTMLElementTagNameMap[K] => Object.assign(document.createElement(tag), properties);

/** What stands in a shadow root, white space folded. */
export const textOf = (element: Element, selector?: string): string => {
  const root = selector ? element.shadowRoot?.querySelector(selector) : element.shadowRoot;
  return (root?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
};

export const nextTask = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
export const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

/** The events of a kind that reach the document. */
export function listen<K extends keyof HTMLElementEventMap>(
  type: K,
  target: EventTarget = document,
): HTMLElementEventMap[K][] {
  const heard: HTMLElementEventMap[K][] = [];
  const hear = (event: Event): void => void heard.push(event as HTMLElementEventMap[K]);
  target.addEventListener(type, hear);
  afterTest(() => target.removeEventListener(type, hear));
  return heard;
}

/** The addresses that the page asks, from now on. */
export function watchFetch(): string[] {
  const asked: string[] = [];
  watchRequests(({ url }) => asked.push(url));
  return asked;
}

/** A request of the page. */
export interface WatchedRequest {
  readonly url: string;
  /** With which the page gives it up. */
  readonly signal: AbortSignal | undefined;
  /** Whether no answer has come yet. */
  isOpen: boolean;
}

/** The requests that the page makes, from now on; each is also told of when it is made. */
export function watchRequests(tell?: (request: WatchedRequest) => void): readonly WatchedRequest[] {
  const asked: WatchedRequest[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const request = { url: new Request(input, init).url, signal: init?.signal ?? undefined, isOpen: true };
    asked.push(request);
    tell?.(request);
    try {
      return await real(input, init);
    } finally {
      request.isOpen = false;
    }
  };
  afterTest(() => {
    globalThis.fetch = real;
  });
  return asked;
}

let cleanups: (() => void)[] = [];

/** Runs something after the test, whatever its outcome. */
export const afterTest = (cleanup: () => void): void => void cleanups.push(cleanup);

/** To be called once in each file: no test leaves anything behind, and none passes beside an error on the console. */
export function guard(): void {
  const strays: string[] = [];
  const realError = console.error;
  const stray = (event: Event): void => {
    const reason: unknown = event instanceof ErrorEvent ? event.message : (event as PromiseRejectionEvent).reason;
    strays.push(`${event.type}: ${String(reason)}`);
  };
  before(() => {
    console.error = (...args: unknown[]) => {
      strays.push(`console.error: ${args.map(String).join(' ')}`);
      realError(...args);
    };
    addEventListener('error', stray);
    addEventListener('unhandledrejection', stray);
  });
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).toReversed()) cleanup();
    fixtureCleanup();
    await nextTask();
    const found = strays.splice(0);
    if (found.length > 0) throw new Error(`The page complained: ${found.join('\n')}`);
  });
  after(() => {
    console.error = realError;
    removeEventListener('error', stray);
    removeEventListener('unhandledrejection', stray);
  });
}

/** Answers a call by hand: the Graph API's JSON, or an exception. */
export type Answer = (params: Readonly<Record<string, string>>, edge: 'insights' | 'account') => unknown;

/** A client with its clock in 2024 whose answers a test makes up. */
export const clientOf = (answer: Answer, apiVersion?: string): InsightsClient =>
  createInsightsClient({
    transport: async ({ edge, params }) => {
      // No answer comes in the task that asked for it.
      await nextTask(5);
      return answer(params, edge);
    },
    now,
    retries: 0,
    apiVersion,
    dailyTotals: true,
  });

/** One row of the Graph API for each metric asked: a total, and a breakdown where one is given. */
export const totals = (
  metric: string | undefined,
  value: number | undefined,
  breakdown?: { readonly dimensions: readonly string[]; readonly rows: readonly (readonly [string, number])[] },
): unknown => ({
  data: (metric ?? '').split(',').map((name) => ({
    name,
    period: 'day',
    total_value: {
      ...(value !== undefined && { value }),
      ...(breakdown && {
        breakdowns: [
          {
            dimension_keys: breakdown.dimensions,
            results: breakdown.rows.map(([values, count]) => ({ dimension_values: values.split('|'), value: count })),
          },
        ],
      }),
    },
  })),
});

/** One row of the Graph API with a number for each day. */
export const daily = (metric: string | undefined, values: Readonly<Record<string, number>>): unknown => ({
  data: [
    {
      name: metric,
      period: 'day',
      values: Object.entries(values).map(([day, value]) => ({ value, end_time: `${day}T12:00:00+0000` })),
    },
  ],
});
