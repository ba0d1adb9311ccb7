/** A host that refuses some metrics, and with them each call that holds one; and how its answers are read. */
import assert from 'node:assert/strict';
import { metricsOf } from '../../src/client/call.js';
import type { GraphCall } from '../../src/client/index.js';
import type { CallAnswer, Send } from '../../src/client/merged-calls.js';
import { InsightsError, type InsightsErrorDetails, type InsightsResult, metricNames } from '../../src/spec/index.js';

export const shape = 'day|total_value||';
export const callFor = (metrics: readonly string[], more: Readonly<Record<string, string>> = {}): GraphCall => ({
  edge: 'insights',
  params: { metric: metrics.join(','), period: 'day', metric_type: 'total_value', ...more },
});
/** The value says which metric it is of: an answer that lands at another one is seen. */
export const resultOf = (metric: string): InsightsResult => ({
  metric,
  period: 'day',
  total: metricNames.indexOf(metric as never),
});

/** How a host refuses a call that holds a metric it does not know. */
export type Manner =
  | 'names those to blame'
  | 'names one to blame'
  | 'names those it takes'
  | 'names none'
  | 'answers nothing';
export const manners: readonly Manner[] = [
  'names those to blame',
  'names one to blame',
  'names those it takes',
  'names none',
  'answers nothing',
];

export interface HostOptions {
  readonly manner?: Manner;
  /** What it refuses. May change between calls. */
  readonly bad?: Set<string>;
  /** What it takes, and has nothing about. */
  readonly silent?: ReadonlySet<string>;
}

/** A host, and what it was asked. */
export function createHost({ manner = 'names none', bad = new Set(), silent = new Set() }: HostOptions) {
  const asked: string[][] = [];
  const details = (metrics: readonly string[]): InsightsErrorDetails => {
    const blamed = metrics.filter((metric) => bad.has(metric));
    if (manner === 'names those to blame') return { metrics: blamed };
    if (manner === 'names one to blame') return { metrics: blamed.slice(0, 1) };
    return manner === 'names those it takes'
      ? { allowedMetrics: metricNames.filter((metric) => !bad.has(metric)) }
      : {};
  };
  const answer = (metrics: readonly string[]): CallAnswer['outcomes'] => {
    if (!metrics.some((metric) => bad.has(metric))) {
      return new Map(metrics.filter((metric) => !silent.has(metric)).map((metric) => [metric, resultOf(metric)]));
    }
    const refusal = new InsightsError('not-offered', details(metrics));
    return new Map(manner === 'answers nothing' ? [] : metrics.map((metric) => [metric, refusal]));
  };
  const send: Send = async (call) => {
    const metrics = metricsOf(call);
    asked.push(metrics);
    await new Promise(setImmediate);
    return { outcomes: answer(metrics), source: 'api', fetchedAt: 0 };
  };
  return { send, asked, count: () => asked.length, bad };
}

/** What a metric got, in a word. */
export const said = ({ outcomes }: CallAnswer, metric: string): string => {
  const outcome = outcomes.get(metric);
  if (outcome instanceof InsightsError) return outcome.code;
  assert.ok(!outcome || outcome.total === resultOf(metric).total, `the number of ${outcome?.metric} for ${metric}`);
  return outcome ? 'answered' : 'nothing';
};
export const saidOf = (answer: CallAnswer, metrics: readonly string[]) => metrics.map((metric) => said(answer, metric));
