/**
 * What an operator's monitoring counts, in Prometheus' form, from the entries of the log.
 *
 * No label holds an account, a question or a caller's text: its values are codes of ours and statuses, so that there are few.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Log } from './request-log.js';

export interface Metrics {
  /** Counts an entry. */
  readonly log: Log;
  /** All of them, as Prometheus reads them. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

/** For how long the highest use of Instagram's limit is told. */
const usageMs = 300_000;

/** @param now milliseconds since the epoch */
export function createMetrics(now: () => number): Metrics {
  // One of our own: prom-client's is everybody's in this process.
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });

  const requests = new Counter({
    name: 'insights_requests_total',
    help: 'Requests answered, by status and, where there was no newer answer or none, why.',
    labelNames: ['status', 'code'] as const,
    registers,
  });
  const duration = new Histogram({
    name: 'insights_request_duration_seconds',
    help: 'From a request to its answer.',
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const answers = new Counter({
    name: 'insights_answers_total',
    help: 'Answers with numbers, by where those came from: none is kept, a fresh or a stale one is.',
    labelNames: ['kept'] as const,
    registers,
  });
  const calls = new Counter({
    name: 'insights_calls_total',
    help: 'Calls to the Graph API, also behind an answer; why they failed, where they did.',
    labelNames: ['code'] as const,
    registers,
  });
  const callDuration = new Histogram({
    name: 'insights_call_duration_seconds',
    help: 'From a call to its answer.',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
    registers,
  });
  const storeFailures = new Counter({
    name: 'insights_store_failures_total',
    help: 'Times that the store failed and was left alone for some seconds.',
    registers,
  });
  const renewals = new Counter({
    name: 'insights_token_renewals_total',
    help: 'Renewals of Instagram tokens; why they failed, where they did.',
    labelNames: ['code'] as const,
    registers,
  });

  let uses: { readonly percent: number; readonly at: number }[] = [];
  new Gauge({
    name: 'insights_usage_percent',
    help: "The highest use of Instagram's limit on calls, of any account, heard in the last five minutes.",
    registers,
    collect() {
      uses = uses.filter(({ at }) => now() - at < usageMs);
      this.set(Math.max(0, ...uses.map(({ percent }) => percent)));
    },
  });
  /** Keeps what no later one exceeds: a few, however many are heard. */
  const hearUsage = (percent: number): void => {
    uses = [...uses.filter((one) => one.percent > percent), { percent, at: now() }];
  };

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    log(entry) {
      const code = ('code' in entry && entry.code) || '';
      switch (entry.event) {
        case 'answer':
          requests.inc({ status: entry.status, code });
          duration.observe(entry.ms / 1000);
          if (entry.kept) answers.inc({ kept: entry.kept });
          if (entry.usage !== undefined) hearUsage(entry.usage);
          break;
        case 'call':
          calls.inc({ code });
          callDuration.observe(entry.ms / 1000);
          break;
        case 'renewal':
          renewals.inc({ code });
          break;
        case 'store':
          storeFailures.inc();
          break;
      }
    },
  };
}
