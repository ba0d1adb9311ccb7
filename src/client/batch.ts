/**
 * Questions of the same moment -> one plan -> calls -> an answer to each.
 *
 * Decides when a batch is full and when a call has nobody left to answer. Does not cache or retry (client.ts).
 */
import { type CanonicalQuery, type InsightsResult, toInsightsError, wireName } from '../spec/index.js';
import { plainRows } from '../spec/plain-rows.js';
import { rulesComing } from '../spec/rules.js';
import { readFacts } from './answer-facts.js';
import { type GraphCall, metricsOf, type Transport } from './call.js';
import { loadLate } from './load-late.js';
import { type CallAnswer, createMergedCalls } from './merged-calls.js';
import { type CallPlan, kindOf, partsOf, planParts, type QueryPart } from './plan.js';
import { createSettledParts, isMoving, type PartAnswer, type SettledParts } from './settled-parts.js';
import { stitchAnswer } from './stitch.js';

interface Asker {
  readonly query: CanonicalQuery;
  readonly signal: AbortSignal;
  readonly resolve: (result: InsightsResult) => void;
  readonly reject: (reason: unknown) => void;
}

/** A call under way: given up when every asker has gone. */
interface SharedCall {
  readonly controller: AbortController;
  readonly signals: readonly AbortSignal[];
}

export interface BatchOptions {
  readonly transport: Transport;
  readonly maxWindowSeconds: number | undefined;
  readonly now: () => number;
}

export interface Batch {
  /** Asks one question; those asked before the next task share their calls. */
  ask(query: CanonicalQuery, signal: AbortSignal): Promise<InsightsResult>;
  /** Makes the next answer to a question a new one, also of days that have settled, and where it was found to be nothing. */
  forget(query: CanonicalQuery): void;
  /** Forgets the days that have settled, and which metrics are asked alone. */
  clear(): void;
}

export function createBatch({ transport, maxWindowSeconds, now }: BatchOptions): Batch {
  let settled = createSettledParts();
  let merged = createMergedCalls();
  let waiting: Asker[] = [];

  /** Those who wait for the rules ask with the others of their moment: they are of the same page. */
  const flushTogether = (): void => {
    const coming = rulesComing();
    if (coming) void coming.then(() => setTimeout(flushTogether, 0));
    else flush();
  };

  const flush = (): void => {
    const askers = waiting
      .filter(({ signal }) => !signal.aborted)
      .map((asker) => ({ asker, parts: partsOf(asker.query, maxWindowSeconds) }));
    waiting = [];
    // What comes after clear() to a call from before is not kept: it may be about somebody else.
    const { get, keep } = settled;
    const signals = new Map(askers.flatMap(({ asker, parts }) => parts.map((part) => [part, asker.signal])));
    const answers = new Map<QueryPart, PartAnswer | Promise<PartAnswer>>();
    for (const part of signals.keys()) {
      const known = get(part);
      if (known) answers.set(part, known);
    }
    const unknown = [...signals.keys()].filter((part) => !answers.has(part));
    const calls: SharedCall[] = [];
    for (const plan of planParts(unknown, ({ query }) => merged.isApart(wireName(query.metric), kindOf(query)))) {
      const controller = new AbortController();
      calls.push({ controller, signals: plan.parts.map((part) => signals.get(part) as AbortSignal) });
      const call = send(plan, controller.signal);
      for (const part of plan.parts) answers.set(part, receive(part, call, keep));
    }
    // One listener for an asker, whose calls can be hundreds.
    const giveUp = (): void => {
      for (const { controller, signals: own } of calls) if (own.every(({ aborted }) => aborted)) controller.abort();
    };
    for (const { asker, parts } of askers) {
      asker.signal.addEventListener('abort', giveUp, { once: true });
      void answer(asker, parts, answers);
    }
  };

  const send = ({ call, parts }: CallPlan, signal: AbortSignal): Promise<CallAnswer> =>
    merged.ask(call, kindOf((parts[0] as QueryPart).query), (asked) => sendCall(transport, asked, signal, now));

  const receive = async (
    part: QueryPart,
    call: Promise<CallAnswer>,
    keep: SettledParts['keep'],
  ): Promise<PartAnswer> => {
    const { outcomes, ...facts } = await call;
    const outcome = outcomes.get(wireName(part.query.metric));
    // Of days that no longer move the API would say the same now, whenever it did.
    const answer = isMoving(part, facts.fetchedAt) ? { outcome, ...facts } : { outcome, ...facts, fetchedAt: now() };
    keep(part, answer);
    return answer;
  };

  const answer = async (
    { query, resolve, reject }: Asker,
    parts: readonly QueryPart[],
    answers: ReadonlyMap<QueryPart, PartAnswer | Promise<PartAnswer>>,
  ): Promise<void> => {
    try {
      const given = await Promise.all(parts.map(async (part) => answers.get(part) as PartAnswer | Promise<PartAnswer>));
      const [only] = given;
      const facts = given.length === 1 && only ? only : (await loadLate()).factsOfParts(parts, given);
      const outcomes = given.map(({ outcome }, index) => ({ window: parts[index]?.window, outcome }));
      resolve(await stitchAnswer(query, outcomes, facts));
    } catch (thrown) {
      reject(toInsightsError(thrown));
    }
  };

  return {
    ask: (query, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        // A macrotask: a microtask would end the batch between two elements' updates.
        if (waiting.length === 0) setTimeout(flushTogether, 0);
        waiting.push({ query, signal, resolve, reject });
      }),
    forget: (query) => {
      merged.forget();
      for (const part of partsOf(query, maxWindowSeconds)) settled.forget(part);
    },
    clear: () => {
      settled = createSettledParts();
      merged = createMergedCalls();
    },
  };
}

/** Never rejects: a failure is the outcome of each metric. */
async function sendCall(
  transport: Transport,
  call: GraphCall,
  signal: AbortSignal,
  now: () => number,
): Promise<CallAnswer> {
  try {
    const json = await transport(call, { signal });
    return {
      outcomes: new Map((await readJson(json)).map((result) => [result.metric, result])),
      ...(await readFacts(json, now())),
    };
  } catch (thrown) {
    const error = toInsightsError(thrown);
    return { outcomes: new Map(metricsOf(call).map((metric) => [metric, error])), source: 'api', fetchedAt: now() };
  }
}

async function readJson(json: unknown): Promise<InsightsResult[]> {
  const plain = plainRows(json);
  if (plain) return plain;
  return (await loadLate()).readResults(json);
}
