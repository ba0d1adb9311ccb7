import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  canonicalQuery,
  hasErrors,
  metricNames,
  type QueryInput,
  queryKey,
  rangeNames,
  specOf,
  validateQuery,
} from '../../src/spec/index.js';

/** 2024-06-15, noon in Los Angeles. */
const now = Date.parse('2024-06-15T19:00:00Z');
const last28 = { since: '2024-05-18', until: '2024-06-14' };

describe('canonicalQuery', () => {
  const total = { period: 'day', metricType: 'total_value', breakdown: [] };
  const people = { period: 'lifetime', metricType: 'total_value' };
  const cases: readonly (readonly [QueryInput, object])[] = [
    [{ metric: 'reach' }, { ...total, metric: 'reach', window: last28 }],
    [{ metric: ' saves ' }, { ...total, metric: 'saved', window: last28 }],
    [
      { metric: ['likes'], period: ['day'] },
      { ...total, metric: 'likes', window: last28 },
    ],
    [
      { metric: 'reach', metricType: ['time_series'] },
      { ...total, metric: 'reach', metricType: 'time_series', window: last28 },
    ],
    [{ metric: 'follower_count' }, { ...total, metric: 'follower_count', metricType: 'time_series', window: last28 }],
    [
      { metric: 'online_followers' },
      { metric: 'online_followers', period: 'lifetime', metricType: 'time_series', breakdown: [], window: last28 },
    ],
    [
      { metric: 'reach', breakdown: ' follow_type , media_product_type ' },
      { ...total, metric: 'reach', breakdown: ['media_product_type', 'follow_type'], window: last28 },
    ],
    [
      { metric: 'views', breakdown: 'follower_type,follow_type' },
      { ...total, metric: 'views', breakdown: ['follow_type'], window: last28 },
    ],
    [
      { metric: 'follows_and_unfollows' },
      { ...total, metric: 'follows_and_unfollows', breakdown: ['follow_type'], window: last28 },
    ],
    [
      { metric: 'follower_demographics', breakdown: 'gender,age' },
      { ...people, metric: 'follower_demographics', timeframe: 'this_month', breakdown: ['age', 'gender'] },
    ],
    [
      { metric: 'engaged_audience_demographics', breakdown: 'city' },
      { ...people, metric: 'engaged_audience_demographics', timeframe: 'this_month', breakdown: ['city'] },
    ],
    [
      { metric: 'reached_audience_demographics', timeframe: 'this_week', breakdown: 'city' },
      { ...people, metric: 'reached_audience_demographics', timeframe: 'this_week', breakdown: ['city'] },
    ],
    [
      { metric: 'likes', since: '2024-01-01', until: 1_706_745_599 },
      { ...total, metric: 'likes', window: { since: '2024-01-01', until: '2024-01-31' } },
    ],
    [
      { metric: 'likes', range: 'this_month' },
      { ...total, metric: 'likes', window: { since: '2024-06-01', until: '2024-06-15' } },
    ],
    [
      { metric: 'likes', since: '2024-06-01', until: '2999-12-31' },
      { ...total, metric: 'likes', window: { since: '2024-06-01', until: '2024-06-15' } },
    ],
    // Day by day: by the metric's own series where it has one, else one by one.
    [
      { metric: 'likes', daily: true },
      { ...total, metric: 'likes', window: last28, daily: true },
    ],
    [
      { metric: 'likes', metricType: 'total_value', daily: ' true ' },
      { ...total, metric: 'likes', window: last28, daily: true },
    ],
    [
      { metric: 'reach', daily: true },
      { ...total, metric: 'reach', metricType: 'time_series', window: last28 },
    ],
    [
      { metric: 'reach', metricType: 'time_series', daily: true },
      { ...total, metric: 'reach', metricType: 'time_series', window: last28 },
    ],
    [
      { metric: 'reach', metricType: 'total_value', daily: true },
      { ...total, metric: 'reach', window: last28, daily: true },
    ],
    [
      { metric: 'reach', breakdown: 'follow_type', daily: true },
      { ...total, metric: 'reach', breakdown: ['follow_type'], window: last28, daily: true },
    ],
    [
      { metric: 'follows_and_unfollows', daily: true },
      { ...total, metric: 'follows_and_unfollows', breakdown: ['follow_type'], window: last28, daily: true },
    ],
    [
      { metric: 'follower_count', daily: true },
      { ...total, metric: 'follower_count', metricType: 'time_series', window: last28 },
    ],
    [
      { metric: 'likes', daily: true, since: '2024-06-15', until: '2024-06-15' },
      { ...total, metric: 'likes', window: { since: '2024-06-15', until: '2024-06-15' }, daily: true },
    ],
    [
      { metric: 'follower_demographics', breakdown: 'age', daily: true },
      { ...people, metric: 'follower_demographics', timeframe: 'this_month', breakdown: ['age'] },
    ],
    ...[false, 'false', '', null, 'yes', 1, ['true', 'true'], {}].map(
      (daily) =>
        [
          { metric: 'likes', daily },
          { ...total, metric: 'likes', window: last28 },
        ] as const,
    ),
    // What is illegal is read as left out: validateQuery has said so before.
    [
      { metric: 'likes', period: 'week', metricType: 'time_series', breakdown: 'age', since: 'x', range: 'ever' },
      { ...total, metric: 'likes', window: last28 },
    ],
  ];
  for (const [input, expected] of cases) {
    it(JSON.stringify(input), () => assert.deepEqual(canonicalQuery(input, now), expected));
  }

  for (const metric of ['reech', '', 'reach,likes', undefined, {}, 'constructor']) {
    it(`refuses ${JSON.stringify(metric)}`, () => assert.throws(() => canonicalQuery({ metric }, now), TypeError));
  }

  it('gives each metric, asked for by name alone, a legal question', () => {
    for (const metric of metricNames) {
      for (const asked of [false, true]) {
        const { window, ...rest } = canonicalQuery({ metric, daily: asked }, now);
        const issues = validateQuery({ ...rest, ...window }, { now });
        assert.ok(!hasErrors(issues), JSON.stringify(issues));
        assert.equal(window === undefined, specOf(metric).timeframes.length > 0);
        assert.ok(asked || !rest.daily);
      }
    }
  });

  it('is its own canonical form', () => {
    for (const metric of metricNames) {
      for (const range of rangeNames) {
        for (const daily of [false, true]) {
          const { window, ...rest } = canonicalQuery({ metric, range, daily }, now);
          assert.deepEqual(canonicalQuery({ ...rest, ...window }, now), { ...rest, ...(window && { window }) });
        }
      }
    }
  });
});

describe('queryKey', () => {
  const keyOf = (input: QueryInput): string => queryKey(canonicalQuery(input, now));

  it('is readable', () => {
    assert.equal(keyOf({ metric: 'reach' }), 'reach|day|total_value|||2024-05-18|2024-06-14');
    assert.equal(
      keyOf({ metric: 'engaged_audience_demographics', breakdown: 'gender,age' }),
      'engaged_audience_demographics|lifetime|total_value|this_month|age+gender||',
    );
    assert.equal(keyOf({ metric: 'likes', daily: true }), 'likes|day|total_value|||2024-05-18|2024-06-14|daily');
  });

  const space = fc.stringMatching(/^[ \t\n]{0,3}$/);
  it('is the same however a list is written', () => {
    const lists = fc.constantFrom(...metricNames).chain((metric) =>
      fc.subarray([...specOf(metric).breakdowns]).chain((breakdown) =>
        fc.record({
          metric: fc.constant(metric),
          breakdown: fc.constant(breakdown),
          shuffled: fc.shuffledSubarray(breakdown, { minLength: breakdown.length }),
          space,
        }),
      ),
    );
    fc.assert(
      fc.property(lists, ({ metric, breakdown, shuffled, space: gap }) => {
        const text = shuffled.map((name) => gap + name + gap).join(',');
        assert.equal(keyOf({ metric: gap + metric + gap, breakdown: text }), keyOf({ metric, breakdown }));
        assert.equal(keyOf({ metric: [metric], breakdown: shuffled }), keyOf({ metric, breakdown }));
      }),
    );
  });

  const same: readonly (readonly [QueryInput, QueryInput])[] = [
    [{ metric: 'reach' }, { metric: 'reach', period: 'day', metricType: 'total_value', range: 'last_28_days' }],
    [{ metric: 'reach' }, { metric: 'reach', ...last28 }],
    [{ metric: 'reach' }, { metric: 'reach', compare: 'previous_period' }],
    [{ metric: 'saved' }, { metric: 'saves' }],
    [{ metric: 'likes' }, { metric: 'likes', daily: false }],
    [
      { metric: 'reach', daily: true },
      { metric: 'reach', metricType: 'time_series' },
    ],
    [{ metric: 'follows_and_unfollows' }, { metric: 'follows_and_unfollows', breakdown: 'follow_type' }],
  ];
  for (const [one, other] of same) {
    it(`${JSON.stringify(one)} is ${JSON.stringify(other)}`, () => assert.equal(keyOf(one), keyOf(other)));
  }

  it('tells different questions apart', () => {
    const inputs: readonly QueryInput[] = [
      ...metricNames.map((metric) => ({ metric })),
      ...rangeNames.filter((range) => range !== 'last_28_days').map((range) => ({ metric: 'reach', range })),
      { metric: 'reach', metricType: 'time_series' },
      { metric: 'reach', breakdown: 'follow_type' },
      { metric: 'reach', breakdown: 'follow_type', daily: true },
      { metric: 'reach', metricType: 'total_value', daily: true },
      { metric: 'likes', daily: true },
      { metric: 'likes', daily: true, range: 'last_7_days' },
      { metric: 'likes', daily: true, since: '2024-06-14', until: '2024-06-14' },
      { metric: 'likes', since: '2024-06-14', until: '2024-06-14' },
      { metric: 'reach', breakdown: 'follow_type,media_product_type' },
      { metric: 'follower_demographics', breakdown: 'age' },
      { metric: 'follower_demographics', breakdown: 'age', timeframe: 'this_week' },
    ];
    assert.equal(new Set(inputs.map(keyOf)).size, inputs.length);
  });
});
