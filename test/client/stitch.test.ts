import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type AnswerPart, isEmptyResult, stitchAnswer } from '../../src/client/stitch.js';
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
import { legalQuery } from './legal-queries.js';
import { noon } from './transports.contract.js';

const days: DayWindow = { since: '2026-09-01', until: '2026-10-31' };
const [first, second, third] = splitWindow(days) as [DayWindow, DayWindow, DayWindow];
const api = { fetchedAt: noon, source: 'api' } as const;

const ask = (query: InsightsQuery): CanonicalQuery => canonicalQuery(query, noon);
const likes = ask({ metric: 'likes', ...days });
const reach = ask({ metric: 'reach', ...days });
const reachByDay = ask({ metric: 'reach', metricType: 'time_series', ...days });
const follows = ask({ metric: 'follows_and_unfollows', ...days });

type Numbers = Omit<InsightsResult, 'metric' | 'period'>;
const part = (window: DayWindow | undefined, outcome: Numbers | InsightsError | undefined): AnswerPart => ({
  window,
  outcome: outcome && !(outcome instanceof InsightsError) ? { metric: 'x', period: 'day', ...outcome } : outcome,
});
const limit = new InsightsError('rate-limited', { retryAt: noon + 1 });
const rows = (dimension: string, counts: Record<string, number>): Numbers => ({
  breakdowns: [
    { dimensions: [dimension], rows: Object.entries(counts).map(([name, value]) => ({ values: [name], value })) },
  ],
});
const points = (window: DayWindow, value: number): Numbers => ({
  series: daysOf(window).map((day) => ({ day, value })),
});

describe('stitchAnswer', () => {
  it('one part: the numbers of Instagram, under the name and for the days that were asked', () => {
    const window = { since: '2026-11-16', until: '2026-11-22' };
    assert.deepEqual(stitchAnswer(ask({ metric: 'saved', ...window }), [part(window, { total: 7 })], api), {
      metric: 'saved',
      period: 'day',
      total: 7,
      range: window,
      provisional: ['2026-11-21', '2026-11-22'],
      fetchedAt: noon,
      source: 'api',
    });
  });

  it('a question without days has no range', () => {
    const query = ask({ metric: 'follower_demographics', breakdown: 'age' });
    const result = stitchAnswer(query, [part(undefined, rows('age', { '18-24': 5 }))], api);
    assert.deepEqual(result, {
      metric: 'follower_demographics',
      period: 'lifetime',
      ...rows('age', { '18-24': 5 }),
      fetchedAt: noon,
      source: 'api',
    });
  });

  it('events: totals are added, and the result says so', () => {
    const result = stitchAnswer(
      likes,
      [part(first, { total: 10 }), part(second, { total: 20 }), part(third, { total: 0 })],
      api,
    );
    assert.deepEqual([result.total, result.source, result.derivation], [30, 'derived', 'sum of 3 totals by Instagram']);
    assert.deepEqual(result.range, days);
  });

  it('samples stay samples when they are added', () => {
    const result = stitchAnswer(likes, [part(first, { total: 10 }), part(second, { total: 20 })], {
      ...api,
      source: 'demo',
    });
    assert.deepEqual([result.total, result.source, result.derivation], [30, 'demo', 'sum of 2 totals by Instagram']);
  });

  it('events by breakdown: rows of the same values are added, and the result says so', () => {
    const result = stitchAnswer(
      follows,
      [
        part(first, rows('follow_type', { FOLLOWER: 3, NON_FOLLOWER: 1 })),
        part(second, rows('follow_type', { FOLLOWER: 4 })),
      ],
      api,
    );
    assert.deepEqual(result.breakdowns, rows('follow_type', { FOLLOWER: 7, NON_FOLLOWER: 1 }).breakdowns);
    assert.deepEqual([result.source, result.derivation], ['derived', 'sum of 2 totals by Instagram']);
  });

  it('rows of two dimensions are the same only if both values are', () => {
    const pair = (a: string, b: string, value: number): Numbers => ({
      breakdowns: [{ dimensions: ['a', 'b'], rows: [{ values: [a, b], value }] }],
    });
    const { breakdowns } = stitchAnswer(
      likes,
      [part(first, pair('x,y', 'z', 1)), part(second, pair('x', 'y,z', 2)), part(third, pair('x', 'y,z', 3))],
      api,
    );
    assert.deepEqual(breakdowns?.[0]?.rows, [
      { values: ['x,y', 'z'], value: 1 },
      { values: ['x', 'y,z'], value: 5 },
    ]);
  });

  const noSums: readonly [string, CanonicalQuery, readonly AnswerPart[]][] = [
    ['unique accounts', reach, [part(first, { total: 10 }), part(second, { total: 20 })]],
    [
      'unique accounts by breakdown',
      reach,
      [part(first, rows('follow_type', { FOLLOWER: 3 })), part(second, rows('follow_type', { FOLLOWER: 4 }))],
    ],
    ['a failed part', likes, [part(first, { total: 10 }), part(second, limit)]],
    ['a part that is not there', likes, [part(first, { total: 10 }), part(second, undefined)]],
    ['a part without a number', likes, [part(first, { total: 10 }), part(second, {})]],
    ['a part without a breakdown', follows, [part(first, rows('follow_type', { FOLLOWER: 3 })), part(second, {})]],
    [
      'a part without a breakdown, the first',
      follows,
      [part(first, {}), part(second, rows('follow_type', { FOLLOWER: 3 }))],
    ],
    [
      'parts by other dimensions',
      follows,
      [part(first, rows('follow_type', { FOLLOWER: 3 })), part(second, rows('age', { '18-24': 3 }))],
    ],
    ['no part at all', likes, []],
  ];
  for (const [what, query, parts] of noSums) {
    it(`${what}: no sum`, () => {
      const { total, breakdowns, derivation, source } = stitchAnswer(query, parts, api);
      assert.deepEqual(
        { total, breakdowns, derivation, source },
        { total: undefined, breakdowns: undefined, derivation: undefined, source: 'api' },
      );
    });
  }

  it('a known total stays where one part has no breakdown', () => {
    const result = stitchAnswer(
      likes,
      [part(first, { total: 3, ...rows('media_product_type', { REEL: 3 }) }), part(second, { total: 4 })],
      api,
    );
    assert.deepEqual([result.total, result.breakdowns], [7, undefined]);
  });

  it('series: every day of the window once, in order', () => {
    const result = stitchAnswer(
      reachByDay,
      [part(first, points(first, 1)), part(second, points(second, 2)), part(third, points(third, 3))],
      api,
    );
    assert.deepEqual(
      result.series?.map(({ day }) => day),
      daysOf(days),
    );
    const valueOn = (day: string) => result.series?.find((point) => point.day === day)?.value;
    assert.deepEqual([first.until, second.since, third.until].map(valueOn), [1, 2, 3]);
    assert.deepEqual([result.total, result.source, result.derivation], [undefined, 'api', undefined]);
  });

  it('series: a day that Instagram left out is null, never zero', () => {
    const { series } = stitchAnswer(reachByDay, [part(first, { series: [{ day: first.since, value: 0 }] })], api);
    assert.deepEqual(series?.slice(0, 2), [
      { day: '2026-09-01', value: 0 },
      { day: '2026-09-02', value: null },
    ]);
  });

  it('series: a part speaks of its own days only', () => {
    const around = { since: '2026-08-30', until: '2026-11-02' };
    const whole = stitchAnswer(reachByDay, [part(first, points(first, 1)), part(second, points(around, 2))], api);
    assert.deepEqual(
      whole.series?.map(({ day }) => day),
      daysOf(days),
    );
    assert.deepEqual(
      [first.since, first.until, second.since, second.until, third.since].map(
        (day) => whole.series?.find((point) => point.day === day)?.value,
      ),
      [1, 1, 2, 2, null],
    );
  });

  it('series: a failed part is a gap of nulls, with its error', () => {
    const result = stitchAnswer(
      reachByDay,
      [part(first, points(first, 1)), part(second, limit), part(third, points(third, 3))],
      api,
    );
    assert.deepEqual(result.gaps, [{ ...second, error: limit }]);
    assert.deepEqual(
      new Set(result.series?.filter(({ day }) => second.since <= day && day <= second.until).map(({ value }) => value)),
      new Set([null]),
    );
    assert.equal(result.series?.at(-1)?.value, 3);
  });

  it('the order of the parts does not show', () => {
    const parts = [part(third, points(third, 3)), part(first, limit), part(second, new InsightsError('network'))];
    const result = stitchAnswer(reachByDay, parts, api);
    assert.deepEqual(
      result.gaps?.map(({ since }) => since),
      [first.since, second.since],
    );
    assert.deepEqual(result, stitchAnswer(reachByDay, parts.toReversed(), api));
  });

  it('maps by hour keep their days', () => {
    const query = ask({ metric: 'online_followers', since: '2026-11-01', until: '2026-11-20' });
    const hours = (day: string): Numbers => ({
      breakdowns: [{ dimensions: ['hour'], rows: [{ values: ['9'], value: 5 }], day }],
    });
    const { breakdowns, derivation } = stitchAnswer(
      query,
      [part(second, hours('2026-11-02')), part(first, hours('2026-11-01'))],
      api,
    );
    assert.deepEqual(
      breakdowns?.map(({ day, rows: [row] }) => [day, row?.value]),
      [
        ['2026-11-01', 5],
        ['2026-11-02', 5],
      ],
    );
    assert.equal(derivation, undefined);
  });

  it('nothing could be had: the first error is thrown', () => {
    const dead = new InsightsError('token-expired');
    assert.throws(
      () => stitchAnswer(likes, [part(first, limit), part(second, dead)], api),
      (thrown) => thrown === limit,
    );
    assert.throws(
      () => stitchAnswer(likes, [part(first, undefined), part(second, dead)], api),
      (thrown) => thrown === dead,
    );
  });

  it('never a sum without all parts, never a day outside, whatever came', () => {
    const outcome = fc.option(
      fc.oneof(fc.constant(limit), fc.record({ total: fc.nat() }, { requiredKeys: [] }), fc.constant(points(days, 5))),
      { nil: undefined },
    );
    fc.assert(
      fc.property(
        legalQuery.filter(({ range, since }) => Boolean(range ?? since)),
        fc.array(outcome, { minLength: 3, maxLength: 3 }),
        (query, outcomes) => {
          const canonical = ask(query);
          const parts = splitWindow(canonical.window as DayWindow).map((window, index) =>
            part(window, outcomes[index] as Numbers | undefined),
          );
          if (
            parts.every((each) => !each.outcome || each.outcome instanceof InsightsError) &&
            parts.some((each) => each.outcome)
          )
            return;
          const result = stitchAnswer(canonical, parts, api);
          const totals = outcomes
            .slice(0, parts.length)
            .map((each) => (each && 'total' in each ? each.total : undefined));
          if (result.total !== undefined)
            assert.equal(
              result.total,
              totals.reduce((sum: number, total) => sum + (total ?? Number.NaN), 0),
            );
          if (result.series)
            assert.deepEqual(
              result.series.map(({ day }) => day),
              daysOf(canonical.window as DayWindow),
            );
        },
      ),
    );
  });
});

describe('isEmptyResult', () => {
  const people = ask({ metric: 'follower_demographics', breakdown: 'age' });
  const cases: readonly [string, CanonicalQuery, Numbers, boolean][] = [
    ['a total of zero', likes, { total: 0 }, false],
    ['nothing', likes, {}, true],
    ['a series with one number', reachByDay, { series: [{ day: '2026-09-01', value: 0 }] }, false],
    ['a series of nulls', reachByDay, { series: [{ day: '2026-09-01', value: null }] }, true],
    ['a breakdown of events without rows, which is zero', follows, rows('follow_type', {}), false],
    ['a breakdown of people without rows, which is nothing', people, rows('age', {}), true],
    ['a breakdown of people', people, rows('age', { '18-24': 0 }), false],
  ];
  for (const [what, query, numbers, empty] of cases) {
    it(`${what}: ${empty ? 'empty' : 'not empty'}`, () =>
      assert.equal(isEmptyResult(query, { metric: 'x', period: 'day', ...numbers }), empty));
  }
});
