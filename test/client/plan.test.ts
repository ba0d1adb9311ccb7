import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createDemoTransport, createInsightsClient, type GraphCall, planCalls } from '../../src/client/index.js';
import { isBeyondOneCount, planParts, separateCalls } from '../../src/client/plan.js';
import {
  canonicalQuery,
  dayCount,
  dayOf,
  daysOf,
  defaultMaxWindowSeconds,
  type InsightsQuery,
  type InsightsResult,
  metricByWireName,
  specOf,
  splitWindow,
  wireName,
} from '../../src/spec/index.js';
import { apiVersion, legalQueries } from './legal-queries.js';
import { noon } from './transports.contract.js';

const at = (day: string): number => Date.parse(`${day}T20:00:00Z`);
const plan = (queries: readonly InsightsQuery[], now = noon) => planCalls(queries, { now });
const seconds = ({ params }: GraphCall): number => Number(params.until) - Number(params.since);
const windowOf = ({ params }: GraphCall) => ({
  since: dayOf(Number(params.since) * 1000),
  until: dayOf(Number(params.until) * 1000),
});
const listed = ({ params }: GraphCall): string[] => params.metric?.split(',') ?? [];

const cards: readonly InsightsQuery[] = (
  [
    'reach',
    'views',
    'total_interactions',
    'accounts_engaged',
    'likes',
    'comments',
    'saved',
    'shares',
    'replies',
    'profile_links_taps',
    'website_clicks',
    'follows_and_unfollows',
  ] as const
).map((metric) => ({ metric }) as InsightsQuery);

describe('planCalls', () => {
  const charts = (
    ['follower_demographics', 'reached_audience_demographics', 'engaged_audience_demographics'] as const
  ).flatMap((metric) =>
    (['age', 'city', 'country', 'gender', ['age', 'gender']] as const).map(
      (breakdown): InsightsQuery => ({ metric, breakdown, timeframe: 'this_month' }),
    ),
  );
  const page: InsightsQuery[] = [...cards, { metric: 'reach', metricType: 'time_series' }, ...charts];

  it('a page of 12 cards, a sparkline and 15 charts costs 8 calls', () => {
    const calls = plan(page);
    assert.deepEqual(
      calls.map(({ call: { params }, queries }) => [params.metric_type, params.breakdown, queries.length]),
      [
        ['total_value', undefined, 11],
        ['total_value', 'follow_type', 1],
        ['time_series', undefined, 1],
        ['total_value', 'age', 3],
        ['total_value', 'city', 3],
        ['total_value', 'country', 3],
        ['total_value', 'gender', 3],
        ['total_value', 'age,gender', 3],
      ],
    );
  });

  it('writes the parameters of the API', () => {
    assert.deepEqual(plan([{ metric: 'reach', breakdown: 'follow_type', since: '2026-11-16', until: '2026-11-22' }]), [
      {
        call: {
          edge: 'insights',
          params: {
            metric: 'reach',
            period: 'day',
            metric_type: 'total_value',
            breakdown: 'follow_type',
            since: String(Date.parse('2026-11-16T08:00:00Z') / 1000),
            until: String(Date.parse('2026-11-23T08:00:00Z') / 1000 - 1),
          },
        },
        queries: [0],
      },
    ]);
    assert.deepEqual(
      plan([{ metric: 'engaged_audience_demographics', breakdown: ['gender', 'age'] }])[0]?.call.params,
      {
        metric: 'engaged_audience_demographics',
        period: 'lifetime',
        metric_type: 'total_value',
        timeframe: 'this_month',
        breakdown: 'age,gender',
      },
    );
  });

  it('saved goes as saves; follows_and_unfollows brings the breakdown without which it answers nothing', () => {
    const [saves, follows] = plan([{ metric: 'saved' }, { metric: 'follows_and_unfollows' }]);
    assert.equal(saves?.call.params.metric, 'saves');
    assert.equal(follows?.call.params.breakdown, 'follow_type');
  });

  it('series and totals never share a call', () => {
    const calls = plan([
      { metric: 'reach' },
      { metric: 'reach', metricType: 'time_series' },
      { metric: 'follower_count' },
      { metric: 'likes' },
    ]);
    assert.deepEqual(
      calls.map(({ call }) => [call.params.metric, call.params.metric_type]),
      [
        ['reach,likes', 'total_value'],
        ['reach,follower_count', 'time_series'],
      ],
    );
  });

  const apart: readonly [string, InsightsQuery, InsightsQuery][] = [
    ['other days', { metric: 'likes', range: 'last_7_days' }, { metric: 'likes', range: 'last_14_days' }],
    [
      'another breakdown',
      { metric: 'reach', breakdown: 'follow_type' },
      { metric: 'likes', breakdown: 'media_product_type' },
    ],
    ['a breakdown and none', { metric: 'reach' }, { metric: 'reach', breakdown: 'follow_type' }],
    [
      'another timeframe',
      { metric: 'follower_demographics', timeframe: 'this_week' },
      { metric: 'follower_demographics', timeframe: 'this_month' },
    ],
    ['another period', { metric: 'online_followers' }, { metric: 'follower_count' }],
  ];
  for (const [what, a, b] of apart) it(`${what}: two calls`, () => assert.equal(plan([a, b]).length, 2));

  const together: readonly [string, InsightsQuery, InsightsQuery][] = [
    [
      'a preset and the days that it means',
      { metric: 'likes' },
      { metric: 'shares', since: '2026-10-26', until: '2026-11-22' },
    ],
    [
      'breakdowns in another order',
      { metric: 'follower_demographics', breakdown: ['age', 'gender'] },
      { metric: 'follower_demographics', breakdown: ['gender', 'age'] },
    ],
    ['the same question', { metric: 'likes' }, { metric: 'likes' }],
  ];
  for (const [what, a, b] of together) {
    it(`${what}: one call`, () =>
      assert.deepEqual(
        plan([a, b]).map(({ queries }) => queries),
        [[0, 1]],
      ));
  }

  it('the order of queries does not show in a call', () => {
    const forwards = plan(cards);
    const backwards = plan(cards.toReversed());
    const texts = (calls: typeof forwards) => calls.map(({ call }) => JSON.stringify(call)).sort();
    assert.deepEqual(texts(backwards), texts(forwards));
  });

  const windows: readonly [what: string, now: string, query: InsightsQuery, lengths: number[]][] = [
    ['28 days', '2026-11-23', { metric: 'likes' }, [28]],
    ['30 days in summer', '2026-07-23', { metric: 'likes', range: 'last_30_days' }, [30]],
    ['30 days with the November change', '2026-11-23', { metric: 'likes', range: 'last_30_days' }, [29, 1]],
    ['30 days with the March change', '2026-03-23', { metric: 'likes', range: 'last_30_days' }, [30]],
    ['a month of 31 days', '2026-08-05', { metric: 'likes', range: 'prev_month' }, [30, 1]],
    ['a month of 30 days', '2026-07-05', { metric: 'likes', range: 'prev_month' }, [30]],
    ['90 days', '2026-09-23', { metric: 'likes', range: 'last_90_days' }, [30, 30, 30]],
    [
      'a daily series of 31 days',
      '2026-08-05',
      { metric: 'reach', metricType: 'time_series', range: 'prev_month' },
      [30, 1],
    ],
    ['unique accounts of 30 days', '2026-07-23', { metric: 'reach', range: 'last_30_days' }, [30]],
    ['unique accounts of more days than one count', '2026-11-23', { metric: 'reach', range: 'last_30_days' }, []],
    ['engaged accounts of a long month', '2026-08-05', { metric: 'accounts_engaged', range: 'prev_month' }, []],
    [
      'unique accounts by follow type of a long month',
      '2026-08-05',
      { metric: 'reach', breakdown: 'follow_type', range: 'prev_month' },
      [],
    ],
  ];
  for (const [what, now, query, lengths] of windows) {
    it(`${what}: windows of ${lengths.join(' and ') || 'no'} days`, () => {
      const calls = plan([query], at(now));
      assert.deepEqual(
        calls.map(({ call }) => dayCount(windowOf(call))),
        lengths,
      );
      for (const { call } of calls) assert.ok(seconds(call) <= defaultMaxWindowSeconds);
    });
  }

  it('another host may take longer windows', () => {
    const queries: InsightsQuery[] = [{ metric: 'reach', range: 'last_90_days' }];
    assert.equal(planCalls(queries, { now: noon, maxWindowSeconds: 100 * 86_400 }).length, 1);
    assert.equal(
      planCalls([{ metric: 'likes', range: 'last_7_days' }], { now: noon, maxWindowSeconds: 86_400 }).length,
      7,
    );
  });

  it('asks no clock when it is told the time', (test) => {
    test.mock.method(Date, 'now', () => assert.fail('the clock was read'));
    assert.equal(plan(page).length, 8);
  });

  it('no queries, no calls', () => assert.deepEqual(plan([]), []));

  it('every query is in a call, or beyond one count; its calls cover its days, each once', () => {
    fc.assert(
      fc.property(legalQueries, (queries) => {
        const calls = plan(queries);
        queries.forEach((query, index) => {
          const canonical = canonicalQuery(query, noon);
          const mine = calls.filter(({ queries: asked }) => asked.includes(index));
          assert.equal(mine.length === 0, isBeyondOneCount(canonical));
          for (const { call } of mine) assert.ok(listed(call).includes(wireName(canonical.metric)));
          if (!canonical.window || mine.length === 0) return;
          assert.deepEqual(mine.flatMap(({ call }) => daysOf(windowOf(call))).sort(), daysOf(canonical.window));
        });
      }),
    );
  });

  it('a call holds the metrics of its queries, once each, and one shape', () => {
    fc.assert(
      fc.property(legalQueries, (queries) => {
        for (const { call, queries: asked } of plan(queries)) {
          const canonical = asked.map((index) => canonicalQuery(queries[index] as InsightsQuery, noon));
          assert.deepEqual(new Set(listed(call)), new Set(canonical.map(({ metric }) => wireName(metric))));
          assert.equal(new Set(listed(call)).size, listed(call).length);
          for (const { period, metricType, timeframe, breakdown, metric } of canonical) {
            const { params } = call;
            assert.deepEqual([params.period, params.metric_type], [period, metricType]);
            assert.deepEqual([params.timeframe, params.breakdown ?? ''], [timeframe, breakdown.join(',')]);
            assert.equal(params.since === undefined, specOf(metric).timeframes.length > 0);
          }
        }
      }),
    );
  });

  it('never more calls than the queries have parts, and no call twice', () => {
    fc.assert(
      fc.property(legalQueries, (queries) => {
        const calls = plan(queries);
        const parts = queries
          .map((query) => canonicalQuery(query, noon).window)
          .map((window) => (window ? splitWindow(window).length : 1));
        assert.ok(calls.length <= parts.reduce((sum, count) => sum + count, 0));
        assert.equal(new Set(calls.map(({ call }) => JSON.stringify(call.params))).size, calls.length);
      }),
    );
  });

  it('what it is asked with something else never changes an answer', async () => {
    const client = () =>
      createInsightsClient({ transport: createDemoTransport({ now: noon, apiVersion }), apiVersion, now: () => noon });
    const alone = new Map<string, Promise<InsightsResult>>();
    await fc.assert(
      fc.asyncProperty(legalQueries, async (queries) => {
        const shared = client();
        const merged = await Promise.all(queries.map((query) => shared.get(query)));
        const single = queries.map((query) => {
          const key = JSON.stringify(query);
          const known = alone.get(key) ?? client().get(query);
          alone.set(key, known);
          return known;
        });
        assert.deepEqual(merged, await Promise.all(single));
      }),
      { numRuns: 25 },
    );
  });
});

describe('separateCalls', () => {
  it('asks the same of each metric alone', () => {
    const [{ call } = assert.fail()] = planParts([
      canonicalQuery({ metric: 'likes' }, noon),
      canonicalQuery({ metric: 'saved' }, noon),
    ]);
    const calls = separateCalls(call);
    assert.deepEqual(
      calls.map(({ params }) => params.metric),
      ['likes', 'saves'],
    );
    assert.deepEqual(
      calls.map(({ params }) => ({ ...params, metric: call.params.metric })),
      [call.params, call.params],
    );
    assert.deepEqual(calls.flatMap(listed).map(metricByWireName), ['likes', 'saved']);
  });
});
