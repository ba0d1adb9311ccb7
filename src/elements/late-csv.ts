/** What writes CSV, loaded while the answer is on its way: no card waits for it, and a chart brings it along. */
import type { Formats } from '../format/index.js';
import { InsightsError, type InsightsResult } from '../spec/index.js';

type Write = typeof import('../format/csv.js').resultsToCsv;

let write: Write | undefined;

/** What loads it: a member, so that a test can break it. */
export const lateCsv = { load: (): Promise<{ readonly resultsToCsv: Write }> => import('../format/csv.js') };

/** Settles, and never rejects, when it is there or could not be had. Another call tries again. */
export const loadCsv = async (): Promise<void> => {
  try {
    write ??= (await lateCsv.load()).resultsToCsv;
  } catch {
    // Whoever asks for a table then is told.
  }
};

/** @throws InsightsError `not-ready` while it is not there */
export function csvNow(results: readonly InsightsResult[], formats: Formats): string {
  if (!write) throw new InsightsError('not-ready');
  return write(results, { formats });
}
