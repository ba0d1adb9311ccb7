/** How a number stands to the one before it: in words and a sign, never in colour alone. */
import type { InsightsResult, MetricSpec } from '../spec/index.js';
import type { Formats } from './formats.js';
import type { Words } from './locales/en.js';

export interface Comparison {
  readonly direction: 'up' | 'down' | 'none';
  /** What is seen: ▲ 12 % */
  readonly text: string;
  /** What is heard: up 12 % */
  readonly spoken: string;
  /** Whether the change is good: only for metrics with a better direction, and only once the numbers have settled. */
  readonly tone: 'positive' | 'negative' | 'neutral';
}

/** Below this base a percentage says more than the numbers do: the difference is shown as a count. */
const smallBase = 30;

/** Compares two totals of windows of one length, unrounded. A base that is not there gives no percentage. */
export function compareTotals(
  current: InsightsResult,
  base: InsightsResult | undefined,
  spec: MetricSpec,
  words: Words,
  formats: Formats,
): Comparison {
  const { change } = words;
  const before = base?.total;
  if (current.total === undefined || before === undefined) return neutral(change.noBase);
  const difference = current.total - before;
  if (difference === 0) return neutral(change.same);
  if (before <= 0) return neutral(change.fromNothing);
  const direction = difference > 0 ? 'up' : 'down';
  const size = Math.abs(difference);
  const share = before < smallBase ? formats.number(size) : formats.percent(size / before);
  return {
    direction,
    text: change[direction](share),
    spoken: change.spoken[direction](share),
    tone: toneOf(direction, spec, (current.provisional ?? []).length > 0),
  };
}

const neutral = (text: string): Comparison => ({ direction: 'none', text, spoken: text, tone: 'neutral' });

function toneOf(direction: 'up' | 'down', { betterWhen }: MetricSpec, provisional: boolean): Comparison['tone'] {
  if (provisional || betterWhen === 'neither') return 'neutral';
  return (direction === 'up') === (betterWhen === 'higher') ? 'positive' : 'negative';
}
