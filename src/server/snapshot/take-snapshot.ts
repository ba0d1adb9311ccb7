/**
 * The answers to questions at one moment, as a file for pages.
 *
 * Decides what is asked, and what of an older file may stand in: days that have settled, and what cannot be had now.
 */

import { metricsOf, type Transport } from '../../client/call.js';
import { cellKey, narrowed } from '../../client/cells.js';
import { type CallPlan, partsOf, planParts } from '../../client/plan.js';
import type { CanonicalQuery } from '../../spec/index.js';
import { type Account, quotesToken } from '../accounts.js';
import { isPassing } from '../answers/answer-source.js';
import { isSettled } from '../answers/pieces.js';
import type { Refusal, RefusalCode } from '../refusal.js';
import { createRecorder, type Recorded } from './record-answers.js';
import { mostBytes, type OlderSnapshot, type SnapshotAnswer, type SnapshotFile } from './snapshot-file.js';

export interface TakeOptions {
  readonly queries: readonly CanonicalQuery[];
  readonly transport: Transport;
  readonly account: Account;
  readonly version: string;
  /** The clock by which the questions were understood: milliseconds since the epoch, whole seconds. */
  readonly takenAt: number;
  readonly older?: OlderSnapshot | undefined;
  readonly wait: (ms: number) => Promise<void>;
}

export interface TakenSnapshot {
  /** JSON; undefined where everything that was asked has failed. */
  readonly text: string | undefined;
  /** Questions with a new answer; with one of the older file, as their days have settled or they failed; without any. */
  readonly counts: { readonly asked: number; readonly kept: number; readonly stale: number; readonly failed: number };
  /** Why questions failed. */
  readonly codes: readonly RefusalCode[];
  /** What has ended it before all was asked: a limit, a token. */
  readonly ended: Refusal | undefined;
}

/** @throws TypeError where the file would hold what it must not, or be too large for a page */
export async function takeSnapshot(options: TakeOptions): Promise<TakenSnapshot> {
  const { queries, transport, account, version, takenAt, wait } = options;
  const recorder = createRecorder({ transport, account, wait });
  const self = await recorder.recordAccount();
  const older = olderOf(options, self, recorder.isDemo());

  const kept = new Map<string, SnapshotAnswer>();
  const plans = planParts(queries.flatMap((query) => partsOf(query))).flatMap((plan) =>
    withoutSettled(plan, older, kept),
  );
  const recorded = new Map((await Promise.all(plans.map(recorder.record))).flatMap((answers) => [...answers]));
  const answers = new Map(kept);
  for (const [key, one] of recorded) answers.set(key, answerOf(one, older?.answers.get(key), takenAt));

  const failures = [...recorded.values()].flatMap((one) => ('refusal' in one ? one.refusal : []));
  const stale = [...answers.values()].filter((one) => 'stale' in one).length;
  const file: SnapshotFile = {
    insights_snapshot: 1,
    taken_at: takenAt / 1000,
    graph_version: version,
    ...(recorder.isDemo() && { source: 'demo' as const }),
    ...('row' in self && { account: self.row as Readonly<Record<string, unknown>> }),
    answers: Object.fromEntries([...answers].toSorted(([one], [other]) => (one < other ? -1 : 1))),
  };
  const isAllFailed = recorded.size > 0 ? failures.length === recorded.size : !('row' in self);
  return {
    text: isAllFailed ? undefined : textOf(file, account),
    counts: {
      asked: recorded.size - failures.length,
      kept: kept.size,
      stale,
      failed: failures.length - stale,
    },
    codes: [...new Set(failures.map(({ code }) => code))],
    ended: recorder.ended(),
  };
}

/** The older file, where it is of the same account, version and kind. Another account's numbers are never taken over. */
function olderOf({ older, version }: TakeOptions, self: Recorded, isDemo: boolean): OlderSnapshot | undefined {
  const username = 'row' in self ? (self.row as { username?: unknown }).username : undefined;
  const isSame = older?.username === username && older?.version === version && older.isDemo === isDemo;
  return isSame ? older : undefined;
}

/** What is left of a call when days that have settled are taken from the older file. */
function withoutSettled(
  { call, parts }: CallPlan,
  older: OlderSnapshot | undefined,
  kept: Map<string, SnapshotAnswer>,
): CallPlan[] {
  const window = parts[0]?.window;
  const missing = metricsOf(call).filter((metric) => {
    const known = older?.answers.get(cellKey(call, metric));
    if (!known || !window) return true;
    const at = known.fetched_at * 1000;
    if (!isSettled({ key: '', metric, window }, { value: known.row, at, isDemo: false })) return true;
    kept.set(cellKey(call, metric), known);
    return false;
  });
  return missing.length > 0 ? [{ call: narrowed(call, missing), parts }] : [];
}

function answerOf(
  recorded: Recorded,
  known: { readonly fetched_at: number; readonly row: unknown } | undefined,
  takenAt: number,
): SnapshotAnswer {
  if ('row' in recorded) return { fetched_at: takenAt / 1000, row: recorded.row };
  const { refusal } = recorded;
  if (known && isPassing(refusal)) return { ...known, stale: refusal.code };
  return refusal.toEnvelope();
}

function textOf(file: SnapshotFile, account: Account): string {
  const text = `${JSON.stringify(file)}\n`;
  // The last guard: the sieve leaves no room for one.
  if (quotesToken(account, text)) throw new TypeError('An answer quotes the access token. Nothing was written.');
  if (Buffer.byteLength(text) > mostBytes) {
    throw new TypeError(
      'The snapshot is larger than 5 MB, which no page would load. Ask for less, or in several files.',
    );
  }
  return text;
}
