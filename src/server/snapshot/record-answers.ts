/**
 * Asks the calls of a snapshot and writes down what each says of each metric.
 *
 * Six at once; again where a failure may be over the next moment; never again once a limit is reached or the token has
 * ended. A metric that spoils the call of others is found as a page's client finds it.
 */
import { accountCall, type GraphCall, metricsOf, type Transport } from '../../client/call.js';
import { cellKey, rowOf } from '../../client/cells.js';
import { type CallAnswer, createMergedCalls } from '../../client/merged-calls.js';
import { type CallPlan, kindOf } from '../../client/plan.js';
import { InsightsError, type InsightsResult, isInsightsError, readResults } from '../../spec/index.js';
import type { Account } from '../accounts.js';
import { readAnswer } from '../answer.js';
import { createQueue } from '../answers/queue.js';
import { Refusal, refusalOfGraph } from '../refusal.js';

/** What was said of a metric; `row` is null where nothing was given. */
export type Recorded = { readonly row: unknown } | { readonly refusal: Refusal };

export interface RecordOptions {
  readonly transport: Transport;
  readonly account: Account;
  /** Lets time pass between two tries of a call. */
  readonly wait: (ms: number) => Promise<void>;
}

export interface Recorder {
  /** @returns by the key of each question */
  record(plan: CallPlan): Promise<ReadonlyMap<string, Recorded>>;
  recordAccount(): Promise<Recorded>;
  /** Whether the numbers are samples. */
  readonly isDemo: () => boolean;
  /** What has ended it all, where something has. */
  readonly ended: () => Refusal | undefined;
}

const mostAtOnce = 6;
const mostTries = 3;
const betweenTriesMs = 2_000;

/** Failures that every other call would share. */
const ofAll: readonly string[] = ['rate-limited', 'token-expired', 'no-permission', 'blocked', 'misconfigured'];

export function createRecorder({ transport, account, wait }: RecordOptions): Recorder {
  const merged = createMergedCalls();
  const queue = createQueue({ most: mostAtOnce, mostOfOne: mostAtOnce, mostWaiting: Number.POSITIVE_INFINITY });
  let isDemo = false;
  let ended: InsightsError | undefined;

  /** One call, sieved as the backend sieves what goes to a page. */
  async function ask(call: GraphCall): Promise<object> {
    for (let tries = 1; ; tries += 1) {
      if (ended) throw ended;
      try {
        const { demo, body } = readAnswer({ account: 'default', call, metrics: [] }, await transport(call));
        isDemo ||= demo;
        return body;
      } catch (thrown) {
        const error = isInsightsError(thrown) ? thrown : new InsightsError('malformed-response');
        if (ofAll.includes(error.code)) ended = error;
        const isPassing = error.code === 'network' || error.code === 'server-error';
        if (!isPassing || tries >= mostTries) throw error;
        await wait(betweenTriesMs);
      }
    }
  }

  const refusalOf = (error: InsightsError): Refusal => refusalOfGraph(error, account);

  return {
    isDemo: () => isDemo,
    ended: () => ended && refusalOf(ended),
    async recordAccount() {
      try {
        // That it is a sample the file says once, of all in it.
        const { source: _, ...row } = (await queue.run('', () => ask(accountCall))) as { readonly source?: unknown };
        return { row };
      } catch (thrown) {
        return { refusal: refusalOf(thrown as InsightsError) };
      }
    },
    async record({ call, parts }) {
      const rows = new Map<string, unknown>();
      // How old an answer is, and whether it is a sample, the file says by itself.
      const facts = { source: 'api', fetchedAt: 0 } as const;
      const send = async (asked: GraphCall): Promise<CallAnswer> => {
        const metrics = metricsOf(asked);
        try {
          const body = await queue.run('', () => ask(asked));
          const given = metrics.filter((metric) => rowOf(body, metric) !== undefined);
          for (const metric of given) rows.set(metric, rowOf(body, metric));
          return { outcomes: new Map(given.map((metric) => [metric, readRow(rows.get(metric))])), ...facts };
        } catch (thrown) {
          return { outcomes: new Map(metrics.map((metric) => [metric, thrown as InsightsError])), ...facts };
        }
      };
      const [first] = parts;
      const { outcomes } = await merged.ask(call, first ? kindOf(first.query) : '', send);
      return new Map(
        metricsOf(call).map((metric): [string, Recorded] => {
          const outcome = outcomes.get(metric);
          const recorded = isInsightsError(outcome)
            ? { refusal: refusalOf(outcome) }
            : { row: outcome ? rows.get(metric) : null };
          return [cellKey(call, metric), recorded];
        }),
      );
    },
  };
}

/** What a page's reader makes of a row: one that it cannot read is none. */
function readRow(row: unknown): InsightsResult | InsightsError {
  try {
    return readResults({ data: [row] })[0] ?? new InsightsError('malformed-response');
  } catch (thrown) {
    return isInsightsError(thrown) ? thrown : new InsightsError('malformed-response');
  }
}
