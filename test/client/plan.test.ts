import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createDemoTransport, createInsightsClient, type GraphCall, planCalls } from '../../src/client/index.js';
import { isBeyondOneCount, partsOf, shapeOf } from '../../src/client/plan.js';
import {
  canonicalQuery,
  dayCount,
  dayOf,
  daysOf,
  defaultMaxWindowSeconds,
  type InsightsQuery,
  type InsightsResult,
  specOf,
  windowSeconds,
  wireName,
} from '../../src/spec/index.js';
import { apiVersion, legalQueries } from './legal-queries.js';
import { noon } from './transports.contract.js';

const at = (day: string): number => Date.parse(`${day}T20:00:00Z`);

type Days = Pick<InsightsQuery, 'range' | 'since' | 'until'>;
const plan = (queries: readonly InsightsQuery[], now = noon) => planCalls(queries, { now });
const seconds = ({ params }: GraphCall): number => Number(params.until) - Number(params.since);
const windowOf = ({ params }: GraphCall) => ({
  since: dayOf(Number(params.since) * 1000),
  until: dayOf(Number(params.until) * 1000),
});
/** Whether a series can stand in for a total. */
const hasSeries = ({ metric, breakdown = [] }: InsightsQuery): boolean =>
  [breakdown].flat().length === 0 && specOf(metric).metricTypes.includes('time_series');
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
      (breakdown): InsightsQuery => ({ metric, breakdown }),
    ),
  );
  const page: InsightsQuery[] = [...cards, { metric: 'reach', metricType: 'time_series' }, ...charts];

  it('a page of 12 cards, a sparkline and 15 charts that name no timeframe costs 8 calls', () => {
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

  /** Events are counted in parts, unique accounts in one count or as their series: one plan for each of the four. */
  const windows: readonly [what: string, now: string, days: Days, lengths: number[]][] = [
    ['28 days', '2026-11-23', {}, [28]],
    ['30 days in summer', '2026-07-23', { range: 'last_30_days' }, [30]],
    ['30 days with the November change, 2,595,600 s', '2026-11-23', { range: 'last_30_days' }, [29, 1]],
    ['30 days that end with the November change', '2026-11-02', { range: 'last_30_days' }, [29, 1]],
    ['30 days that begin after the November change', '2026-12-02', { range: 'last_30_days' }, [30]],
    ['30 days with the March change, 2,588,400 s', '2026-03-23', { range: 'last_30_days' }, [30]],
    ['31 days with the March change, 2,674,800 s', '2026-04-05', { range: 'prev_month' }, [30, 1]],
    ['a month of 31 days', '2026-08-05', { range: 'prev_month' }, [30, 1]],
    ['a month of 30 days', '2026-07-05', { range: 'prev_month' }, [30]],
    ['a November', '2026-12-05', { range: 'prev_month' }, [29, 1]],
    ['this month, on its 30th', '2026-08-30', { range: 'this_month' }, [30]],
    ['this month, on its 31st', '2026-08-31', { range: 'this_month' }, [30, 1]],
    ['this month, of 28 days, on the last', '2026-02-28', { range: 'this_month' }, [28]],
    ['90 days', '2026-09-23', { range: 'last_90_days' }, [30, 30, 30]],
    ['90 days with the November change', '2026-11-23', { range: 'last_90_days' }, [30, 30, 29, 1]],
    [
      '61 days that end before the November change',
      '2026-11-01',
      { since: '2026-09-01', until: '2026-10-31' },
      [30, 30, 1],
    ],
    ['a day of 25 hours', '2026-11-02', { since: '2026-11-01', until: '2026-11-01' }, [1]],
  ];
  for (const [what, now, days, lengths] of windows) {
    const planned = (query: InsightsQuery) => plan([{ ...query, ...days } as InsightsQuery], at(now));
    const lengthsOf = (calls: ReturnType<typeof planned>) => calls.map(({ call }) => dayCount(windowOf(call)));
    const typesOf = (calls: ReturnType<typeof planned>) => new Set(calls.map(({ call }) => call.params.metric_type));

    it(`${what}: events in windows of ${lengths.join(' and ')} days`, () => {
      const calls = planned({ metric: 'likes' });
      assert.deepEqual(lengthsOf(calls), lengths);
      assert.deepEqual(typesOf(calls), new Set(['total_value']));
      for (const { call } of calls) assert.ok(seconds(call) <= defaultMaxWindowSeconds);
    });

    it(`${what}: unique accounts ${lengths.length > 1 ? 'as a series, without a total' : 'in one count'}`, () => {
      const calls = planned({ metric: 'reach' });
      assert.deepEqual(lengthsOf(calls), lengths);
      assert.deepEqual(typesOf(calls), new Set([lengths.length > 1 ? 'time_series' : 'total_value']));
      assert.deepEqual(lengthsOf(planned({ metric: 'reach', metricType: 'time_series' })), lengths);
    });

    it(`${what}: unique accounts without a series ${lengths.length > 1 ? 'are not asked' : 'in one count'}`, () => {
      const counted = lengths.length > 1 ? [] : lengths;
      assert.deepEqual(lengthsOf(planned({ metric: 'accounts_engaged' })), counted);
      assert.deepEqual(lengthsOf(planned({ metric: 'reach', breakdown: 'follow_type' })), counted);
    });
  }

  it('the longest window is counted in seconds, itself included', () => {
    const days = { since: '2026-07-01', until: '2026-07-30' };
    const { since, until } = windowSeconds(days);
    const count = (maxWindowSeconds: number) =>
      planCalls([{ metric: 'likes', ...days }], { now: noon, maxWindowSeconds }).length;
    assert.equal(until - since, 2_592_000 - 1);
    assert.deepEqual([count(until - since), count(until - since - 1)], [1, 2]);
    // No window of whole days is exactly as long as the default.
    assert.equal(count(defaultMaxWindowSeconds), 1);
  });

  it('a total beyond one count shares the calls of its own series, and of others', () => {
    const days = { since: '2026-07-01', until: '2026-09-28' };
    const calls = plan([
      { metric: 'reach', ...days },
      { metric: 'reach', metricType: 'time_series', ...days },
      { metric: 'accounts_engaged', ...days },
    ]);
    assert.deepEqual(
      calls.map(({ call, queries }) => [call.params.metric, call.params.metric_type, queries]),
      Array.from({ length: 3 }, () => ['reach', 'time_series', [0, 1]]),
    );
  });

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
          const isCounted = !isBeyondOneCount(canonical) || hasSeries(query);
          assert.equal(mine.length > 0, isCounted);
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
          for (const query of canonical) {
            const { period, metricType, timeframe, breakdown, metric } = query;
            const { params } = call;
            const type = isBeyondOneCount(query) ? 'time_series' : metricType;
            assert.deepEqual([params.period, params.metric_type], [period, type]);
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
        const parts = queries.flatMap((query) => partsOf(canonicalQuery(query, noon)));
        assert.ok(calls.length <= parts.length);
        assert.equal(
          calls.length,
          new Set(parts.map((part) => shapeOf(part.query) + JSON.stringify(part.window))).size,
        );
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
