import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type GraphCall, planCalls } from '../../src/client/index.js';
import { isBeyondOneCount, partKey, partsOf, planParts } from '../../src/client/plan.js';
import { canonicalQuery, dayOf, daysOf, type InsightsQuery, wireName } from '../../src/spec/index.js';
import { legalQueries } from './legal-queries.js';
import { noon } from './transports.contract.js';

const plan = (queries: readonly InsightsQuery[]) => planCalls(queries, { now: noon });
const seconds = ({ params }: GraphCall): number => Number(params.until) - Number(params.since);
const windowOf = ({ params }: GraphCall) => ({
  since: dayOf(Number(params.since) * 1000),
  until: dayOf(Number(params.until) * 1000),
});
const listed = ({ params }: GraphCall): string[] => params.metric?.split(',') ?? [];

describe('planCalls, day by day', () => {
  const week = { since: '2026-11-09', until: '2026-11-15' };
  const daysIn = (calls: ReturnType<typeof plan>) => calls.map(({ call }) => windowOf(call));

  it('one call a day, oldest first, each of one whole day', () => {
    const calls = plan([{ metric: 'likes', daily: true, ...week }]);
    assert.deepEqual(
      daysIn(calls),
      daysOf(week).map((day) => ({ since: day, until: day })),
    );
    for (const { call } of calls) {
      assert.equal(seconds(call), 86_400 - 1);
      assert.deepEqual([call.params.metric, call.params.metric_type], ['likes', 'total_value']);
    }
  });

  it('the days of the clock changes have 25 and 23 hours', () => {
    const hours = (day: string): number[] =>
      plan([{ metric: 'likes', daily: true, since: day, until: day }]).map(({ call }) => (seconds(call) + 1) / 3600);
    assert.deepEqual([hours('2026-11-01'), hours('2026-03-08'), hours('2026-07-01')], [[25], [23], [24]]);
  });

  it('metrics of the same days share their calls; other days and breakdowns do not', () => {
    const alike = plan([
      { metric: 'likes', daily: true, ...week },
      { metric: 'saved', daily: true, ...week },
      { metric: 'accounts_engaged', daily: true, since: '2026-11-14', until: '2026-11-16' },
    ]);
    assert.deepEqual(
      alike.map(({ call, queries }) => [call.params.metric, queries]),
      [
        ...Array.from({ length: 5 }, () => ['likes,saves', [0, 1]]),
        ['accounts_engaged,likes,saves', [0, 1, 2]],
        ['accounts_engaged,likes,saves', [0, 1, 2]],
        ['accounts_engaged', [2]],
      ],
    );
    const byMedia: InsightsQuery = { metric: 'likes', breakdown: 'media_product_type', daily: true, ...week };
    assert.equal(plan([byMedia, { metric: 'likes', daily: true, ...week }]).length, 14);
  });

  it('a day of it is the plain question about that day', () => {
    const day = { since: '2026-11-10', until: '2026-11-10' };
    const plain = plan([{ metric: 'shares', ...day }]);
    assert.deepEqual(plan([{ metric: 'shares', daily: true, ...day }]), plain);
    const both = plan([
      { metric: 'likes', daily: true, ...week },
      { metric: 'shares', ...day },
    ]);
    assert.deepEqual([both.length, both[1]?.queries, both[1]?.call.params.metric], [7, [0, 1], 'likes,shares']);
  });

  it('what has a series of its own is asked for that', () => {
    const series = plan([{ metric: 'reach', metricType: 'time_series', range: 'last_90_days' }]);
    assert.deepEqual(plan([{ metric: 'reach', daily: true, range: 'last_90_days' }]), series);
  });

  it('unique accounts by breakdown, over however many days: a count for each day', () => {
    const calls = plan([{ metric: 'reach', breakdown: 'follow_type', daily: true, range: 'last_90_days' }]);
    assert.deepEqual(
      [calls.length, new Set(calls.map(({ call }) => call.params.breakdown))],
      [90, new Set(['follow_type'])],
    );
  });

  it('a metric that is nothing without its breakdown has it day by day too', () => {
    const calls = plan([{ metric: 'follows_and_unfollows', daily: true, ...week }]);
    assert.deepEqual(
      calls.map(({ call }) => call.params.breakdown),
      Array.from({ length: 7 }, () => 'follow_type'),
    );
  });

  it('days to come are not asked', () => {
    const calls = plan([{ metric: 'likes', daily: true, since: '2026-11-22', until: '2026-11-30' }]);
    assert.deepEqual(
      daysIn(calls).map(({ until }) => until),
      ['2026-11-22', '2026-11-23'],
    );
  });

  it('a longer window of another host changes nothing', () => {
    const queries: InsightsQuery[] = [{ metric: 'likes', daily: true, ...week }];
    assert.deepEqual(planCalls(queries, { now: noon, maxWindowSeconds: 1e9 }), plan(queries));
  });
});

describe('planParts', () => {
  const partsFor = (queries: readonly InsightsQuery[]) =>
    queries.flatMap((query) => partsOf(canonicalQuery(query, noon)));
  const askedFor = (calls: ReturnType<typeof planParts>) => calls.map(({ call }) => call.params.metric);

  it('asks what is apart alone, and the others together', () => {
    const parts = partsFor([{ metric: 'likes' }, { metric: 'views' }, { metric: 'shares' }]);
    const calls = planParts(parts, ({ query }) => query.metric === 'views');
    assert.deepEqual(askedFor(calls), ['likes,shares', 'views']);
    assert.deepEqual(
      calls.map(({ parts: answered }) => answered),
      [[parts[0], parts[2]], [parts[1]]],
    );
  });

  it('equal parts share a call, apart or not', () => {
    const parts = partsFor([{ metric: 'views' }, { metric: 'likes' }, { metric: 'views' }]);
    assert.deepEqual(askedFor(planParts(parts)), ['likes,views']);
    assert.deepEqual(askedFor(planParts(parts, ({ query }) => query.metric === 'views')), ['views', 'likes']);
    assert.deepEqual(askedFor(planParts(parts, () => true)), ['views', 'likes']);
  });

  it('what is apart in one window is in each', () => {
    const parts = partsFor([
      { metric: 'likes', range: 'last_30_days' },
      { metric: 'views', range: 'last_30_days' },
    ]);
    assert.deepEqual(askedFor(planParts(parts, ({ query }) => query.metric === 'views')), [
      'likes',
      'likes',
      'views',
      'views',
    ]);
  });

  it('each part is in one call, about its metric and its days, whatever is apart', () => {
    fc.assert(
      fc.property(legalQueries, fc.func(fc.boolean()), (queries, decide) => {
        const parts = partsFor(queries);
        const isApart = ({ query }: (typeof parts)[number]): boolean => decide(query.metric);
        const calls = planParts(parts, isApart);
        const all = calls.flatMap(({ parts: answered }) => answered);
        assert.ok(all.length === parts.length && parts.every((part) => all.includes(part)));
        for (const { call, parts: answered } of calls) {
          for (const part of answered) {
            assert.ok(listed(call).includes(wireName(part.query.metric)));
            if (part.window) assert.deepEqual(windowOf(call), part.window);
            if (isApart(part)) assert.equal(listed(call).length, 1);
          }
        }
      }),
    );
  });
});

describe('partKey', () => {
  const keyOf = (query: InsightsQuery): string => partKey(partsOf(canonicalQuery(query, noon))[0] ?? assert.fail());

  it('is one for equal parts of different questions', () => {
    const day = { since: '2026-11-10', until: '2026-11-10' };
    assert.equal(keyOf({ metric: 'likes', daily: true, ...day }), keyOf({ metric: 'likes', ...day }));
    assert.equal(
      keyOf({ metric: 'reach', range: 'last_90_days' }),
      keyOf({ metric: 'reach', metricType: 'time_series', range: 'last_90_days' }),
    );
  });

  it('is another for each that differs', () => {
    const queries: InsightsQuery[] = [
      { metric: 'reach' },
      { metric: 'likes' },
      { metric: 'reach', range: 'last_7_days' },
      { metric: 'reach', metricType: 'time_series' },
      { metric: 'reach', breakdown: 'follow_type' },
      { metric: 'reach', breakdown: 'media_product_type' },
      { metric: 'reach', breakdown: ['media_product_type', 'follow_type'] },
      { metric: 'follower_demographics', breakdown: 'age' },
      { metric: 'follower_demographics', breakdown: 'age', timeframe: 'this_week' },
    ];
    assert.equal(new Set(queries.map(keyOf)).size, queries.length);
  });
});

describe('isBeyondOneCount', () => {
  const long = { range: 'last_90_days' } as const;
  const cases: readonly [InsightsQuery, boolean][] = [
    [{ metric: 'reach', ...long }, true],
    [{ metric: 'reach', breakdown: 'follow_type', ...long }, true],
    [{ metric: 'accounts_engaged', ...long }, true],
    [{ metric: 'reach', range: 'last_28_days' }, false],
    [{ metric: 'reach', metricType: 'time_series', ...long }, false],
    [{ metric: 'reach', breakdown: 'follow_type', daily: true, ...long }, false],
    [{ metric: 'accounts_engaged', daily: true, ...long }, false],
    [{ metric: 'likes', ...long }, false],
    [{ metric: 'follower_demographics', breakdown: 'age' }, false],
  ];
  for (const [query, expected] of cases) {
    it(`${JSON.stringify(query)}: ${expected}`, () => {
      assert.equal(isBeyondOneCount(canonicalQuery(query, noon)), expected);
      assert.equal(isBeyondOneCount(canonicalQuery(query, noon), 100 * 86_400), false);
    });
  }
});
