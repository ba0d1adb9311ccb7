/** How a number stands to the one before it: in words and a sign, never in colour alone. */
import type { InsightsResult, MetricSpec } from '../spec/index.js';
import type { Formats } from './formats.js';
import type { ChangeWords } from './locales/en/change.js';

export interface Comparison {
  /** `none` where there is no comparison. */
  readonly direction: 'up' | 'down' | 'same' | 'none';
  /** What is seen: ▲ 12 % */
  readonly text: string;
  /** What is heard: up 12 % */
  readonly spoken: string;
  /** Whether the change is good: only for metrics with a better direction, and only once the numbers have settled. */
  readonly tone: 'positive' | 'negative' | 'neutral';
  /** How much it is: a percentage, or of few the difference. */
  readonly share?: string;
  /** Whether days of the window still move. */
  readonly isMoving?: boolean;
}

/** Below this base a percentage says more than the numbers do: the difference is shown as a count. */
const smallBase = 30;

/** Compares windows of one length, unrounded. A base that is not there, or not whole, gives no percentage. */
export function compareTotals(
  current: InsightsResult,
  base: InsightsResult | undefined,
  spec: MetricSpec,
  change: ChangeWords,
  formats: Formats,
): Comparison {
  const [now, before] = [wholeOf(current, spec), base && wholeOf(base, spec)];
  if (now === undefined) return uncompared(change.notWhole);
  if (before === undefined) return uncompared(base && hasNumbers(base) ? change.baseNotWhole : change.noBase);
  const difference = now - before;
  if (difference === 0) return { ...uncompared(change.same), direction: 'same' };
  if (before <= 0) return uncompared(change.fromNothing);
  const direction = difference > 0 ? 'up' : 'down';
  const size = Math.abs(difference);
  const share = before < smallBase ? formats.number(size) : formats.percent(size / before);
  const isMoving = (current.provisional ?? []).length > 0;
  const spoken = change.spoken[direction](inWords(share, change));
  return {
    direction,
    text: (isMoving ? change.provisional : change)[direction](share),
    spoken: isMoving ? change.spoken.provisional(spoken) : spoken,
    tone: isMoving ? 'neutral' : toneOf(direction, spec),
    share,
    isMoving,
  };
}

/** A share as it is heard: some screen readers pass over a sign before it. */
export const inWords = (text: string, { lessThan }: ChangeWords): string =>
  text.replace(/<\u2009(.+)$/u, (_, least: string) => lessThan(least));

/** No percentage, and why. */
export const uncompared = (text: string): Comparison => ({ direction: 'none', text, spoken: text, tone: 'neutral' });

/** The number of a whole window: the total, or of events without one the sum of their days, if none is missing. */
export function wholeOf({ total, series = [] }: InsightsResult, { counts }: MetricSpec): number | undefined {
  if (total !== undefined) return total;
  const known = series.flatMap(({ value }) => value ?? []);
  if (counts !== 'events' || known.length === 0 || known.length < series.length) return undefined;
  return known.reduce((sum, value) => sum + value, 0);
}

const hasNumbers = ({ parts, series = [] }: InsightsResult): boolean =>
  parts !== undefined || series.some(({ value }) => value !== null);

function toneOf(direction: 'up' | 'down', { betterWhen }: MetricSpec): Comparison['tone'] {
  if (betterWhen === 'neither') return 'neutral';
  return (direction === 'up') === (betterWhen === 'higher') ? 'positive' : 'negative';
}
