/**
 * The file that a page reads instead of asking a backend: its form, and what of an older one may stand in. Pure.
 *
 * Read by client/transports/snapshot.ts. Holds no token, no paging and no ids: anybody who has its address can read it.
 */
import * as v from 'valibot';
import { isPieceValue } from '../answer.js';

/** One metric's answer: its row as the Graph API gave it, null where it was asked and nothing was given; or why there is none. */
export type SnapshotAnswer =
  | {
      /** When the Graph API gave it: Unix seconds. */
      readonly fetched_at: number;
      readonly row: unknown;
      /** Our code for why there is no newer one. */
      readonly stale?: string;
    }
  | { readonly error: unknown };

export interface SnapshotFile {
  readonly insights_snapshot: 1;
  /** The clock by which `last_28_days` and the like were understood: Unix seconds. */
  readonly taken_at: number;
  readonly graph_version: string;
  /** Where the numbers are samples. */
  readonly source?: 'demo';
  readonly account?: Readonly<Record<string, unknown>>;
  /** By the key of the question: see client/cells.ts. */
  readonly answers: Readonly<Record<string, SnapshotAnswer>>;
}

/** What is taken over of an older file: whose it is, and the answers in it. */
export interface OlderSnapshot {
  readonly username: string;
  readonly version: string;
  readonly isDemo: boolean;
  readonly answers: ReadonlyMap<string, { readonly fetched_at: number; readonly row: unknown }>;
}

/** More than any page shows; less than a page would rather not load. */
export const mostBytes = 5_000_000;

const file = v.object({
  insights_snapshot: v.literal(1),
  graph_version: v.string(),
  source: v.optional(v.literal('demo')),
  account: v.object({ username: v.string() }),
  answers: v.record(v.string(), v.unknown()),
});
const answer = v.object({ fetched_at: v.pipe(v.number(), v.integer(), v.minValue(0)), row: v.unknown() });

/**
 * Reads an older file, which somebody may have changed: what is no answer of ours is left out.
 * @returns undefined where it is none, or does not say whose it is
 */
export function readOlderSnapshot(text: string): OlderSnapshot | undefined {
  const parsed = v.safeParse(file, readJson(text));
  if (!parsed.success) return undefined;
  const { graph_version: version, source, account, answers } = parsed.output;
  const known = Object.entries(answers).flatMap(([key, value]) => {
    const read = v.safeParse(answer, value);
    if (!read.success) return [];
    const { fetched_at, row } = read.output;
    const metric = key.split('~')[0] ?? '';
    return row === null || isPieceValue({ metric }, row) ? [[key, { fetched_at, row }] as const] : [];
  });
  return { username: account.username, version, isDemo: source === 'demo', answers: new Map(known) };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
