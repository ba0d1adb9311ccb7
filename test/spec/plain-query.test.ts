import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  breakdowns,
  canonicalQuery,
  lifecycle,
  metricNames,
  metricTypes,
  periods,
  plainQuery,
  type QueryInput,
  rangeNames,
  specOf,
  timeframes,
  validateQuery,
} from '../../src/spec/index.js';

const now = Date.parse('2024-03-15T20:00:00Z');

const sometimes = <T>(...values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: fc.constantFrom(...values) });

/** Legal values, aliases, slips and days of all kinds, thrown together. */
const questions: fc.Arbitrary<QueryInput> = fc.record({
  metric: fc.oneof(fc.constantFrom(...metricNames), fc.constantFrom('saves', 'reech', '', 'reach,likes')),
  period: sometimes(...periods, 'week', ''),
  timeframe: sometimes(...timeframes, 'ever'),
  breakdown: fc.oneof(
    sometimes<string>(
      ...breakdowns,
      'follower_type',
      'age,gender',
      'age,age',
      'media_product_type,follow_type',
      'mood',
    ),
    fc.subarray([...breakdowns], { maxLength: 2 }),
  ),
  metricType: sometimes(...metricTypes, 'total'),
  since: sometimes('2024-03-01', '2024-02-30', '1709300000', '2021-01-01', '2024-03-20', '2024-02-20'),
  until: sometimes('2024-03-10', '2024-02-01', '2024-04-01', '2024-03-15', 'today'),
  range: sometimes(...rangeNames, 'last_year'),
  compare: sometimes('previous_period', 'last_year'),
  daily: sometimes<unknown>(true, false, 'true', 'yes', ''),
});

describe('plainQuery', () => {
  it('recognises only questions that have no issue at all, and fills them in alike', () => {
    fc.assert(
      fc.property(questions, fc.constantFrom(undefined, 'v19.0', 'v25.0', 'nonsense'), (input, apiVersion) => {
        const plain = plainQuery(input, { apiVersion, now });
        if (!plain) return;
        assert.deepEqual(validateQuery(input, { apiVersion, now }), []);
        assert.deepEqual(plain, canonicalQuery(input, now));
      }),
      { numRuns: 3000 },
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (input) => void plainQuery(input as QueryInput, { now })));
  });

  const plain: readonly QueryInput[] = [
    { metric: 'reach' },
    { metric: 'reach', metricType: 'time_series', range: 'last_90_days' },
    { metric: 'reach', breakdown: 'follow_type,media_product_type' },
    { metric: 'likes', period: 'day', range: 'last_28_days', compare: 'previous_period' },
    { metric: 'likes', since: '2024-03-01', until: '2024-03-10' },
    { metric: 'views' },
    { metric: 'follows_and_unfollows' },
    { metric: 'follower_count', range: 'last_30_days' },
    { metric: 'likes', daily: '' },
    { metric: 'likes', daily: undefined },
    { metric: 'follower_demographics', period: 'lifetime', timeframe: 'last_30_days', breakdown: ['age', 'gender'] },
  ];
  for (const input of plain) {
    it(`recognises ${JSON.stringify(input)}`, () => assert.ok(plainQuery(input, { now })));
  }

  const suspect: readonly QueryInput[] = [
    { metric: 'impressions' },
    { metric: 'likes', since: '2024-03-20', until: '2024-04-01' },
    { metric: 'likes', since: '2024-03-01', until: '2024-04-01' },
    { metric: 'follower_count', compare: 'previous_period' },
    { metric: 'reach', breakdown: 'follower_type' },
    { metric: 'follower_demographics' },
    { metric: 'likes', daily: true },
    { metric: 'likes', daily: 'yes' },
    { metric: 'reach', metricType: 'time_series', daily: true },
    { metric: 'follower_demographics', breakdown: 'age', daily: true },
  ];
  for (const input of suspect) {
    it(`leaves ${JSON.stringify(input)} to validateQuery`, () => assert.equal(plainQuery(input, { now }), undefined));
  }

  it('leaves to validateQuery what lifecycle has something to say of, and only that', () => {
    for (const metric of metricNames) {
      const { metricTypes: allowed } = specOf(metric);
      const changes = lifecycle
        .filter(
          ({ metrics, metricTypes: types }) =>
            metrics.includes(metric) && (types ?? allowed).some((type) => allowed.includes(type)),
        )
        .map(({ change }) => change);
      assert.equal(specOf(metric).lifecycle, changes[0], metric);
    }
  });
});
