/** Any legal question at {@link noon}, for properties: over windows of up to ten weeks, the November change in some of them; day by day over few. */
import fc from 'fast-check';
import {
  addDays,
  hasErrors,
  type InsightsQuery,
  metricNames,
  type QueryInput,
  specOf,
  validateQuery,
} from '../../src/spec/index.js';
import { noon } from './transports.contract.js';

/** The Graph version that the sandbox answers with. */
export const apiVersion = 'v25.0';

const today = '2026-11-23';
const window = fc
  .record({ ago: fc.nat({ max: 90 }), length: fc.integer({ min: 1, max: 70 }) })
  .map(({ ago, length }) => ({ since: addDays(today, -ago), until: addDays(today, Math.min(0, length - 1 - ago)) }));

const fewDays = fc
  .record({ ago: fc.integer({ min: 0, max: 25 }), length: fc.integer({ min: 1, max: 4 }) })
  .map(({ ago, length }) => ({ since: addDays(today, -ago), until: addDays(today, Math.min(0, length - 1 - ago)) }));

const days = fc.oneof(
  fc.constant({}),
  fc
    .constantFrom('last_7_days', 'last_28_days', 'last_30_days', 'last_90_days', 'prev_month', 'this_month')
    .map((range) => ({ range })),
  window,
);

/** A few shapes come up often, so that questions have something to share. */
export const legalQuery: fc.Arbitrary<InsightsQuery> = fc
  .constantFrom(...metricNames)
  .chain((metric): fc.Arbitrary<QueryInput> => {
    const { breakdowns, metricTypes, timeframes } = specOf(metric);
    return fc
      .record({
        metricType: fc.constantFrom(...metricTypes),
        breakdown: fc.subarray([...breakdowns], { maxLength: Math.min(2, breakdowns.length) }),
        daily: fc.oneof(
          { weight: 4, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: fewDays.map((few) => ({ ...few, daily: true })) },
        ),
        when:
          timeframes.length > 0 ? fc.constantFrom({}, { timeframe: 'this_week' }, { timeframe: 'this_month' }) : days,
      })
      .map(({ metricType, breakdown, daily, when }) => ({
        metric,
        ...(metricType === 'time_series' ? { metricType } : { breakdown }),
        ...(metricType === 'total_value' && timeframes.length === 0 ? (daily ?? when) : when),
      }));
  })
  .filter((query) => !hasErrors(validateQuery(query, { apiVersion, now: noon })))
  .map((query) => query as InsightsQuery);

export const legalQueries = fc.array(legalQuery, { minLength: 1, maxLength: 12 });
