/** Parts of answers, for the tests of what is made of them: two months that one call does not answer, and questions about them. */
import fc from 'fast-check';
import type { AnswerPart } from '../../src/client/stitch.js';
import {
  type CanonicalQuery,
  canonicalQuery,
  type DayWindow,
  daysOf,
  InsightsError,
  type InsightsQuery,
  type InsightsResult,
  splitWindow,
} from '../../src/spec/index.js';
import { noon } from './transports.contract.js';

export const days: DayWindow = { since: '2026-09-01', until: '2026-10-31' };
export const [first, second, third] = splitWindow(days) as [DayWindow, DayWindow, DayWindow];
export const api = { fetchedAt: noon, source: 'api' } as const;

export const ask = (query: InsightsQuery): CanonicalQuery => canonicalQuery(query, noon);
export const likes = ask({ metric: 'likes', ...days });
export const reach = ask({ metric: 'reach', ...days });
export const reachByDay = ask({ metric: 'reach', metricType: 'time_series', ...days });
export const follows = ask({ metric: 'follows_and_unfollows', ...days });

/** What an answer holds of numbers. */
export type Numbers = Omit<InsightsResult, 'metric' | 'period'>;
export const part = (window: DayWindow | undefined, outcome: Numbers | InsightsError | undefined): AnswerPart => ({
  window,
  outcome: outcome && !(outcome instanceof InsightsError) ? { metric: 'x', period: 'day', ...outcome } : outcome,
});
export const limit = new InsightsError('rate-limited', { retryAt: noon + 1 });
export const rows = (dimension: string, counts: Record<string, number>): Numbers => ({
  breakdowns: [
    { dimensions: [dimension], rows: Object.entries(counts).map(([name, value]) => ({ values: [name], value })) },
  ],
});
export const points = (window: DayWindow, value: number): Numbers => ({
  series: daysOf(window).map((day) => ({ day, value })),
});
export const isAnswered = (each: AnswerPart): each is AnswerPart & { outcome: InsightsResult } =>
  each.outcome !== undefined && !(each.outcome instanceof InsightsError);

const row = fc.record({ values: fc.tuple(fc.constantFrom('a', 'b', 'c')), value: fc.nat({ max: 1_000_000 }) });
const day = fc.constantFrom(...daysOf({ since: '2026-08-25', until: '2026-11-23' }));
const numbers: fc.Arbitrary<Numbers> = fc.record(
  {
    total: fc.nat({ max: 1_000_000 }),
    series: fc.uniqueArray(fc.record({ day, value: fc.option(fc.nat()) }), {
      selector: (point) => point.day,
      minLength: 1,
    }),
    breakdowns: fc.array(fc.record({ dimensions: fc.constant(['x']), rows: fc.array(row) }), {
      minLength: 1,
      maxLength: 2,
    }),
  },
  { requiredKeys: [] },
);
/** Any answer to any part, a failure and none among them. */
export const anyOutcome = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(undefined, limit, new InsightsError('network')) },
  { weight: 4, arbitrary: numbers },
);
