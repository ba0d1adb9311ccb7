/**
 * What takes numbers out of the page, loaded when it is wanted. What writes CSV comes when the browser has time, since
 * `toCSV()` cannot wait: no card waits for it, and a chart brings it along.
 */
import type { Formats } from '../format/index.js';
import { InsightsError, type InsightsResult, loadPart } from '../spec/index.js';

type Write = typeof import('../format/csv.js').resultsToCsv;
type TakeAway = typeof import('./take-away.js');

/** What loads them: members, so that a test can break them. */
export const lateTakeAway = {
  csv: (): Promise<{ readonly resultsToCsv: Write }> => import('../format/csv.js'),
  others: (): Promise<TakeAway> => import('./take-away.js'),
};

let write: Write | undefined;

/** Settles, and never rejects, when CSV can be written or that could not be loaded. Another call tries again. */
export const loadCsv = async (): Promise<void> => {
  try {
    write ??= (await lateTakeAway.csv()).resultsToCsv;
  } catch {
    // Whoever asks for a table then is told.
  }
};

/** @throws InsightsError `not-ready` while what writes it is not there */
export function csvNow(results: readonly InsightsResult[], formats: Formats): string {
  if (!write) throw new InsightsError('not-ready');
  return write(results, { formats });
}

/** @throws InsightsError `network` when it cannot be had */
export const loadTakeAway = (): Promise<TakeAway> => loadPart(lateTakeAway.others);
