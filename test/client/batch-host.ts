/** A host in the hand of a test, and a batch that asks it. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach } from 'node:test';
import { type Batch, createBatch } from '../../src/client/batch.js';
import { type GraphCall, type Transport } from '../../src/client/index.js';
import {
  canonicalQuery,
  dayOf,
  daysOf,
  InsightsError,
  type InsightsQuery,
  type InsightsResult,
  startOfDay,
} from '../../src/spec/index.js';
import { noon } from './transports.contract.js';

export const old = { since: '2026-10-01', until: '2026-10-28' };
export const recent = { since: '2026-11-16', until: '2026-11-22' };
export const tick = (): Promise<void> => new Promise(setImmediate);
export const listed = ({ params }: GraphCall): string[] => params.metric?.split(',') ?? [];
export const windowOf = ({ params }: GraphCall) => ({
  since: dayOf(Number(params.since) * 1000),
  until: dayOf(Number(params.until) * 1000),
});

/** A number that only this metric has, in this shape, for these days. */
export const numberOf = (metric: string, { params }: GraphCall, more = ''): number => {
  const text = [metric, params.since, params.until, params.breakdown, params.timeframe, more].join('|');
  return [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 100_003, 7);
};

/** The row of a metric, as Instagram would give it. */
function rowOf(name: string, call: GraphCall): object {
  const { params } = call;
  const endTime = (day: string): string => new Date(startOfDay(day) * 1000).toISOString();
  const keys = params.breakdown?.split(',') ?? [];
  const cut = { dimension_keys: keys, results: [{ dimension_values: keys, value: numberOf(name, call, 'row') }] };
  return {
    name,
    period: params.period,
    ...(params.metric_type === 'time_series'
      ? { values: daysOf(windowOf(call)).map((day) => ({ value: numberOf(name, call, day), end_time: endTime(day) })) }
      : { total_value: { value: numberOf(name, call), ...(keys.length > 0 && { breakdowns: [cut] }) } }),
  };
}

export interface HostOptions {
  /** Metrics that it refuses, and with them each call that holds one. May change between calls. */
  readonly bad?: Set<string>;
  /** Whether it says which. */
  readonly isNaming?: boolean;
  /** What it does instead of an answer, if anything. */
  readonly instead?: (call: GraphCall) => unknown;
}

/** A host, and what it was asked. */
export function createHost({ bad = new Set(), isNaming = false, instead }: HostOptions = {}) {
  const sent: GraphCall[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  const transport: Transport = async (call, { signal } = {}) => {
    sent.push(call);
    signals.push(signal);
    const other = instead?.(call);
    if (other !== undefined) return other;
    const blamed = listed(call).filter((metric) => bad.has(metric));
    if (blamed.length > 0) throw new InsightsError('not-offered', isNaming ? { metrics: blamed } : {});
    return { data: listed(call).map((metric) => rowOf(metric, call)) };
  };
  /** What it was asked since the last time. */
  const asked = (): string[] => sent.splice(0).map(({ params }) => params.metric ?? '');
  return { transport, sent, signals, asked, bad };
}

export interface Asking {
  readonly batch: Batch;
  readonly ask: (...queries: readonly InsightsQuery[]) => Promise<InsightsResult[]>;
}

export function asking(transport: Transport, now = () => noon): Asking {
  const batch = createBatch({ transport, maxWindowSeconds: undefined, now });
  const ask: Asking['ask'] = (...queries) =>
    Promise.all(queries.map((query) => batch.ask(canonicalQuery(query, now()), new AbortController().signal)));
  return { batch, ask };
}

/** For a whole file: no failure goes unseen, and no process warns of a leak. */
export function useComplaints(): void {
  const complaints: unknown[] = [];
  const keep = (complaint: unknown): void => void complaints.push(complaint);
  beforeEach(() => {
    process.on('unhandledRejection', keep);
    process.on('warning', keep);
  });
  afterEach(async () => {
    await tick();
    process.off('unhandledRejection', keep);
    process.off('warning', keep);
    assert.deepEqual(complaints.splice(0), []);
  });
}
