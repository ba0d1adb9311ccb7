import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { partsOf } from '../../src/client/plan.js';
import { isEmptyResult, stitchAnswer } from '../../src/client/stitch.js';
import { stitchParts } from '../../src/client/stitch-parts.js';
import {
  type CanonicalQuery,
  daysOf,
  InsightsError,
  type InsightsQuery,
  metricNames,
  specOf,
} from '../../src/spec/index.js';
import {
  api,
  ask,
  days,
  first,
  follows,
  isAnswered,
  likes,
  limit,
  type Numbers,
  anyOutcome as outcome,
  part,
  points,
  reachByDay,
  rows,
  second,
} from './answer-parts.js';
import { legalQuery } from './legal-queries.js';
import { noon } from './transports.contract.js';

const hours = { dimensions: ['hour'], rows: [{ values: ['9'], value: 5 }] };

describe('stitchAnswer', () => {
  const week = { since: '2026-11-02', until: '2026-11-08' };

  it('one part: the numbers of Instagram, under the name and for the days that were asked', async () => {
    const window = { since: '2026-11-16', until: '2026-11-22' };
    assert.deepEqual(await stitchAnswer(ask({ metric: 'saved', ...window }), [part(window, { total: 7 })], api), {
      metric: 'saved',
      period: 'day',
      total: 7,
      range: window,
      provisional: ['2026-11-21', '2026-11-22'],
      fetchedAt: noon,
      source: 'api',
    });
  });

  it('one part that failed: its error', async () => {
    await assert.rejects(stitchAnswer(likes, [part(days, limit)], api), (thrown) => thrown === limit);
  });

  it('one part of which nothing came: no number', async () => {
    const { total, series, breakdowns } = await stitchAnswer(likes, [part(days, undefined)], api);
    assert.deepEqual([total, series, breakdowns], [undefined, undefined, undefined]);
  });

  it('several parts are put together', async () => {
    const { total } = await stitchAnswer(likes, [part(first, { total: 1 }), part(second, { total: 2 })], api);
    assert.equal(total, 3);
  });

  it('one day of a question for each day is a point', async () => {
    const day = { since: '2026-11-02', until: '2026-11-02' };
    const { total, series } = await stitchAnswer(
      ask({ metric: 'likes', daily: true, ...day }),
      [part(day, { total: 4 })],
      api,
    );
    assert.deepEqual([total, series], [undefined, [{ day: '2026-11-02', value: 4 }]]);
  });

  const labelled: readonly [string, InsightsQuery, Numbers][] = [
    [
      'a point',
      { metric: 'reach', metricType: 'time_series', ...week },
      points({ since: '2026-11-02', until: '2026-11-09' }, 1),
    ],
    ['a map by hour', { metric: 'online_followers', ...week }, { breakdowns: [{ ...hours, day: '2026-11-09' }] }],
  ];
  for (const [what, query, numbers] of labelled) {
    it(`${what} of another day than was asked: left out, and told`, async () => {
      const result = await stitchAnswer(ask(query), [part(week, numbers)], api);
      assert.deepEqual([result.strays, result.series?.length ?? 7], [['2026-11-09'], 7]);
      assert.equal(result.breakdowns, undefined);
    });
  }

  it('one part without strays: stitchAnswer, which does without this, says the same', async () => {
    await fc.assert(
      fc.asyncProperty(legalQuery, outcome, async (legal, given) => {
        const { daily: _, ...query } = ask(legal);
        const asked = new Set(query.window && daysOf(query.window));
        const own = given && 'series' in given && given.series?.filter(({ day }) => asked.has(day));
        const parts = [part(query.window, own ? { ...given, series: own } : given)];
        const stitched = await stitchAnswer(query, parts, api).catch((thrown: unknown) => thrown);
        let expected: unknown;
        try {
          expected = stitchParts(query, parts, api);
        } catch (thrown) {
          expected = thrown;
        }
        assert.deepEqual(stitched, expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('stitchParts, whatever came', () => {
  const asked = fc
    .tuple(legalQuery, fc.array(outcome, { minLength: 1, maxLength: 8 }))
    .map(([query, outcomes]) => {
      const canonical = ask(query);
      const parts = partsOf(canonical).map(({ window }, index) => part(window, outcomes[index % outcomes.length]));
      return { canonical, parts };
    })
    .filter(({ parts }) => parts.some(isAnswered));

  it('never a sum without all parts, never a day that was not asked, never a label twice', () => {
    fc.assert(
      fc.property(asked, ({ canonical, parts }) => {
        const { window } = canonical;
        const result = stitchParts(canonical, parts, api);
        const totals = parts.map((each) => (isAnswered(each) ? each.outcome.total : undefined));
        if (result.total !== undefined) {
          assert.equal(
            result.total,
            totals.reduce((sum: number, total) => sum + (total ?? Number.NaN), 0),
          );
        }
        assert.equal(result.source === 'derived', result.derivation?.startsWith('sum of ') === true);
        if (!window) return;
        if (result.series)
          assert.deepEqual(
            result.series.map((point) => point.day),
            daysOf(window),
          );
        for (const stray of result.strays ?? []) {
          assert.ok(!result.series?.some(({ day, value }) => day === stray && value !== null));
        }
        assert.equal(new Set(result.strays).size, result.strays?.length ?? 0);
        const failed = parts.flatMap((each) =>
          each.outcome instanceof InsightsError && each.window ? daysOf(each.window) : [],
        );
        assert.deepEqual(result.gaps?.flatMap(daysOf) ?? [], failed);
        for (const { since, until, total } of result.parts ?? []) {
          const own = parts.find((each) => each.window?.since === since && each.window.until === until);
          assert.ok(own && isAnswered(own) && own.outcome.total === total);
          assert.ok(total !== undefined || own.outcome.breakdowns);
          assert.equal(result.total, undefined);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('unique accounts are never added: each number is one that came', () => {
    const unique = metricNames.filter((metric) => specOf(metric).counts === 'unique accounts');
    assert.deepEqual(unique, ['reach', 'accounts_engaged']);
    fc.assert(
      fc.property(asked, fc.constantFrom(...unique), ({ canonical: { window, daily }, parts }, metric) => {
        const query: CanonicalQuery = {
          ...ask({ metric } as InsightsQuery),
          window: window ?? days,
          ...(daily && { daily }),
        };
        const result = stitchParts(query, parts, api);
        assert.deepEqual([result.source, result.parts], ['api', undefined]);
        assert.ok(!result.derivation?.includes('sum'));
        const outcomes = parts.filter(isAnswered).map((each) => each.outcome);
        const given = new Set(
          outcomes.flatMap(({ total, series = [] }) => [total, ...series.map(({ value }) => value)]),
        );
        for (const { value } of result.series ?? []) assert.ok(value === null || given.has(value));
        if (parts.length > 1) assert.equal(result.total, undefined);
        const counts = new Set(
          outcomes.flatMap(({ breakdowns = [] }) => breakdowns.map((one) => JSON.stringify(one.rows))),
        );
        for (const one of result.breakdowns ?? []) assert.ok(counts.has(JSON.stringify(one.rows)));
      }),
      { numRuns: 500 },
    );
  });

  it('the order of the parts does not show', () => {
    fc.assert(
      fc.property(asked, fc.nat(), ({ canonical, parts }, turn) => {
        const shuffled = [...parts.slice(turn % parts.length), ...parts.slice(0, turn % parts.length)];
        assert.deepEqual(stitchParts(canonical, shuffled.toReversed(), api), stitchParts(canonical, parts, api));
      }),
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
    ['a breakdown of events without rows, which is zero', likes, rows('media_product_type', {}), false],
    ['rows that are the whole of a metric, and none of them', follows, rows('follow_type', {}), true],
    ['a breakdown of people without rows, which is nothing', people, rows('age', {}), true],
    ['a breakdown of people', people, rows('age', { '18-24': 0 }), false],
  ];
  for (const [what, query, numbers, empty] of cases) {
    it(`${what}: ${empty ? 'empty' : 'not empty'}`, () =>
      assert.equal(isEmptyResult(query, { metric: 'x', period: 'day', ...numbers }), empty));
  }
});
