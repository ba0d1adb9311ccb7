/** What an element shows, from what is known. Pure: the one place where states are decided. */
import type { InsightsSnapshot } from '../client/index.js';
import type { InsightsError, InsightsErrorCode, InsightsResult } from '../spec/index.js';

export type InsightsState = 'idle' | 'loading' | 'ready' | 'empty' | 'error';

export interface ElementView {
  readonly state: InsightsState;
  /** Why there is no number: with `empty`; no total: with `ready`. An error's code: with `error`. */
  readonly reason?: string;
  readonly result?: InsightsResult;
  /** The last failure; with `ready` the number on screen is older than it, or lacks what stands beside it. */
  readonly error?: InsightsError;
  readonly fetching: boolean;
}

/** Failures by which Instagram, or a snapshot of it, says that there is nothing to show: no fault of the page or the network. */
const saidSo: readonly InsightsErrorCode[] = ['no-permission', 'not-offered', 'not-in-snapshot'];

export interface Known {
  /** Whether the element is in a document at all. */
  readonly connected: boolean;
  /** A provider around it has still to be defined. */
  readonly waiting: boolean;
  /** What stands in the way before anything is asked. */
  readonly refusal: InsightsError | undefined;
  /** A result that the page set itself. */
  readonly given: InsightsResult | undefined;
  readonly snapshot: InsightsSnapshot | undefined;
  /** The failure of what only adds to the main answer: another question, a drawing. */
  readonly aside: InsightsError | undefined;
}

export function viewOf({ connected, waiting, refusal, given, snapshot, aside }: Known): ElementView {
  // A token on the page is told of, whatever else could be shown.
  if (given && refusal?.code !== 'secret') return viewOfResult(given, aside, false);
  if (waiting) return { state: 'loading', fetching: true };
  if (!connected) return { state: 'idle', fetching: false };
  if (refusal) return { state: 'error', reason: refusal.code, error: refusal, fetching: false };
  const { result, error, fetching = true } = snapshot ?? {};
  if (result) return viewOfResult(result, error ?? aside, fetching);
  if (!error || fetching) return { state: 'loading', fetching, ...(error && { error }) };
  return { state: saidSo.includes(error.code) ? 'empty' : 'error', reason: error.code, error, fetching };
}

function viewOfResult(result: InsightsResult, error: InsightsError | undefined, fetching: boolean): ElementView {
  const reason = result.reason ?? (hasNumbers(result) ? undefined : 'not-returned');
  return {
    // A series of unique accounts is there to be shown where their total is not.
    state: reason === undefined || hasDays(result) ? 'ready' : 'empty',
    ...(reason !== undefined && { reason }),
    result,
    ...(error && { error }),
    fetching,
  };
}

/** A client gives a reason where there is no number; a page that sets a result may have none to give. */
const hasNumbers = (result: InsightsResult): boolean =>
  result.total !== undefined || result.parts !== undefined || Boolean(result.breakdowns?.length) || hasDays(result);

const hasDays = ({ series = [] }: InsightsResult): boolean => series.some(({ value }) => value !== null);
