/** The line that a snapshot's file of questions lacks: as its author would have written it. Pure. */
import {
  type DayWindow,
  dayCount,
  dayOf,
  isWithin,
  previousWindow,
  type Range,
  rangeNames,
  readSpec,
  splitWindow,
  windowOfRange,
} from '../../spec/index.js';
import type { GraphCall } from '../call.js';

/**
 * Such as `{ "metric": "reach", "range": "last_28_days", "compare": "previous_period" }`.
 * @param now the clock of the snapshot: decides which days have a name
 */
export function lineFor({ params }: GraphCall, metric: string, now: number): string {
  const { breakdown, timeframe, since, until } = params;
  const isImplied = breakdown !== undefined && breakdown === readSpec(metric)?.impliedBreakdown;
  const window =
    since && until ? { since: dayOf(Number(since) * 1000), until: dayOf(Number(until) * 1000) } : undefined;
  const line = {
    metric,
    ...(breakdown && !isImplied && { breakdown }),
    ...(timeframe && { timeframe }),
    ...(window && daysSaid(window, now)),
  };
  return JSON.stringify(line, undefined, 1).replaceAll(/\s+/g, ' ');
}

/** Days by the preset that means them, or a part of them; of one day, the preset that it is in; else by their dates. */
function daysSaid(window: DayWindow, now: number): object {
  const named = rangeNames.map((range) => ({ range, own: windowOfRange(range, now) }));
  const find = (means: (own: DayWindow) => boolean): Range | undefined => named.find(({ own }) => means(own))?.range;
  const isSame = (other: DayWindow): boolean => other.since === window.since && other.until === window.until;
  // One day is asked about by who draws days; hardly ever by who asks for it alone, or for the last one of a long month.
  const around = dayCount(window) === 1 && find((own) => isWithin(own, window.since));
  if (around) return { range: around, daily: true };
  const range = find((own) => [own, ...splitWindow(own)].some(isSame));
  if (range) return { range };
  const compared = find((own) => [previousWindow(own), ...splitWindow(previousWindow(own))].some(isSame));
  return compared ? { range: compared, compare: 'previous_period' } : window;
}
