/** The window before the one on screen: which it is, and whether it can be compared with. Pure. */
import { type InsightsClient, isBeyondOneCount } from '../client/index.js';
import { canonicalQuery, type DayWindow, oldestDay, previousWindow, type QueryInput, readSpec } from '../spec/index.js';

export interface EarlierWindow {
  readonly window: DayWindow;
  /** Why it is not asked for: Instagram has no number of it, or what is on screen is not one number. */
  readonly refusal: 'outOfMemory' | 'uncounted' | 'notOne' | undefined;
}

/** @returns undefined where nothing is to be compared */
export function earlierWindow(
  { compare, ...asked }: QueryInput,
  now: number,
  { maxWindowSeconds, history }: Pick<Partial<InsightsClient>, 'maxWindowSeconds' | 'history'> = {},
): EarlierWindow | undefined {
  const spec = readSpec(asked.metric);
  if (!compare || !spec || spec.rowMeanings) return undefined;
  const query = canonicalQuery(asked, now);
  if (!query.window) return undefined;
  const window = previousWindow(query.window);
  const isOneNumber = query.metricType === 'total_value' || spec.counts === 'events';
  if (!isOneNumber || isBeyondOneCount(query, maxWindowSeconds)) return { window, refusal: 'notOne' };
  if (!history && window.since < oldestDay([spec], now)) return { window, refusal: 'outOfMemory' };
  return { window, refusal: isBeyondOneCount({ ...query, window }, maxWindowSeconds) ? 'uncounted' : undefined };
}
