/**
 * Fills the store with the days that Instagram still remembers: series, and a total of each day where there is no series.
 *
 * Asks one question after the other, newest days first, and for nothing that is kept already: whoever runs it again goes on
 * where it stopped. Stops before the limit on calls is used up for the pages.
 */
import { planCalls } from '../../client/plan.js';
import {
  addDays,
  type Day,
  type DayWindow,
  dayOf,
  daysOf,
  type InsightsQuery,
  type MetricName,
  oldestDay,
  provisionalDays,
  specOf,
  splitWindow,
} from '../../spec/index.js';
import type { Account } from '../accounts.js';
import { type Question, readInsightsQuestion } from '../question.js';
import { Refusal, type RefusalCode } from '../refusal.js';
import type { Answered } from './answer-source.js';
import type { Answers } from './open-answers.js';

export interface FillOptions {
  readonly answers: Answers;
  readonly account: Account;
  /** Graph version that is asked. */
  readonly version: string;
  readonly metrics: readonly MetricName[];
  readonly window: DayWindow;
  readonly now: () => number;
  /** Lets time pass between two tries of a question. */
  readonly wait: (ms: number) => Promise<void>;
  /** Aborted when it should end: after the question under way. */
  readonly stop: AbortSignal;
  /** Told of each month whose days are there. */
  readonly onMonth?: ((month: string) => void) | undefined;
}

export interface Filled {
  /** Questions that were asked of Instagram, and those whose answer was kept already. */
  readonly asked: number;
  readonly kept: number;
  /** Metrics that were left out, and why: refused, or without a number on the newest day. */
  readonly leftOut: ReadonlyMap<MetricName, RefusalCode | 'empty'>;
  /** Days, or first days of series, for which there was no answer. */
  readonly failed: readonly Day[];
  /** Why it ended before it was through, and after how many seconds to go on, where that is known. */
  readonly ended?: { readonly reason: RefusalCode | 'stopped' | 'sparing'; readonly retryAfter?: number | undefined };
}

/** The part of Instagram's limit that is left to the pages, in percent of use. */
const sparingAbove = 75;
/** So many failures one after the other are no accident. */
const mostFailures = 3;
/** Longer than a failure is held against an account: see holds.ts. */
const betweenTriesMs = 5_000;
/** What may be over the next moment. */
const isPassing = (code: RefusalCode): boolean => code === 'network' || code === 'server-error';

/** The newest day whose numbers no longer move. */
export function newestSettledDay(now: number): Day {
  let day = dayOf(now);
  while (provisionalDays({ since: day, until: day }, now).length > 0) day = addDays(day, -1);
  return day;
}

export async function fillHistory(options: FillOptions): Promise<Filled> {
  const run = new FillRun(options);
  await run.fill();
  return run.told();
}

class FillRun {
  readonly #options: FillOptions;
  readonly #leftOut = new Map<MetricName, RefusalCode | 'empty'>();
  readonly #failed: Day[] = [];
  #asked = 0;
  #kept = 0;
  #failuresInRow = 0;
  #ended: Filled['ended'];

  constructor(options: FillOptions) {
    this.#options = options;
  }

  told(): Filled {
    return {
      asked: this.#asked,
      kept: this.#kept,
      leftOut: this.#leftOut,
      failed: this.#failed,
      ...(this.#ended && { ended: this.#ended }),
    };
  }

  async fill(): Promise<void> {
    const { metrics, window, onMonth } = this.#options;
    const hasSeries = (name: MetricName): boolean => specOf(name).metricTypes.includes('time_series');
    for (const metric of metrics.filter(hasSeries)) await this.#fillSeries(metric);
    const totals = metrics.filter((name) => !hasSeries(name));
    await this.#tryEach(totals, window.until);
    for (const day of daysOf(window).toReversed()) {
      const left = totals.filter((name) => !this.#leftOut.has(name) && this.#isRemembered(name, day));
      if (left.length > 0) await this.#fillDay(left, day);
      if (this.#ended) return;
      if (day.endsWith('-01') || day === window.since) onMonth?.(day.slice(0, 7));
    }
  }

  async #fillSeries(metric: MetricName): Promise<void> {
    const { window, now } = this.#options;
    const oldest = oldestDay([specOf(metric)], now());
    const since = window.since < oldest ? oldest : window.since;
    if (since > window.until) return;
    for (const part of splitWindow({ since, until: window.until }).toReversed()) {
      if (this.#ended || this.#leftOut.has(metric)) return;
      const query = { metric, ...part, metricType: 'time_series' } as InsightsQuery;
      for (const question of this.#questionsOf([query])) await this.#ask(question, part.since);
    }
  }

  /**
   * Each metric by itself, on one day. One that Instagram refuses, or says nothing of, would spoil the calls that it shares
   * with others: the whole answer is then an error, or empty.
   */
  async #tryEach(metrics: readonly MetricName[], day: Day): Promise<void> {
    for (const metric of metrics) {
      if (this.#ended) return;
      for (const question of this.#questionsOf([dayQuery(metric, day)])) {
        const data = await this.#ask(question, day);
        if (data?.length === 0) this.#leftOut.set(metric, 'empty');
      }
    }
  }

  async #fillDay(metrics: readonly MetricName[], day: Day): Promise<void> {
    for (const question of this.#questionsOf(metrics.map((metric) => dayQuery(metric, day)))) {
      if (!this.#ended) await this.#ask(question, day);
    }
  }

  #isRemembered(metric: MetricName, day: Day): boolean {
    return day >= oldestDay([specOf(metric)], this.#options.now());
  }

  /** The questions that pages ask for the same, so that they find the answers. */
  #questionsOf(queries: readonly InsightsQuery[]): Question[] {
    const { version, now } = this.#options;
    return planCalls(queries, { now: now() }).map(({ call }) =>
      readInsightsQuestion('default', new URLSearchParams(call.params), { version, now: now() }),
    );
  }

  /** @returns the rows; undefined where there was no answer */
  async #ask(question: Question, day: Day): Promise<readonly unknown[] | undefined> {
    const { answers, account, stop } = this.#options;
    if (stop.aborted) this.#ended = { reason: 'stopped' };
    else if ((answers.usageOf(account) ?? 0) > sparingAbove) this.#ended = { reason: 'sparing' };
    if (this.#ended) return undefined;
    try {
      const { text, kept, stale } = await this.#answer(question);
      if (kept === 'none') this.#asked += 1;
      else this.#kept += 1;
      this.#failuresInRow = 0;
      if (stale !== undefined) this.#failed.push(day);
      return (JSON.parse(text) as { data: readonly unknown[] }).data;
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      this.#fail(thrown, question, day);
      return undefined;
    }
  }

  async #answer(question: Question): Promise<Answered> {
    const { answers, account, stop, wait } = this.#options;
    for (let tries = 1; ; tries += 1) {
      try {
        return await answers.answer(account, question);
      } catch (thrown) {
        const isWorthIt = thrown instanceof Refusal && isPassing(thrown.code) && tries < mostFailures && !stop.aborted;
        if (!isWorthIt) throw thrown;
        await wait(betweenTriesMs);
      }
    }
  }

  #fail({ code, details }: Refusal, { metrics }: Question, day: Day): void {
    const isAboutOne = metrics.length === 1 && (code === 'not-offered' || code === 'rejected');
    if (isAboutOne) {
      for (const metric of metrics) this.#leftOut.set(metric, code);
      return;
    }
    this.#failed.push(day);
    this.#failuresInRow += 1;
    const isOfQuestion = ['not-offered', 'rejected', 'malformed-response', 'unknown'].includes(code);
    if (!isOfQuestion || this.#failuresInRow >= mostFailures)
      this.#ended = { reason: code, retryAfter: details.retryAfter };
  }
}

const dayQuery = (metric: MetricName, day: Day): InsightsQuery =>
  ({ metric, since: day, until: day, metricType: 'total_value' }) as InsightsQuery;
