import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AnswerPart, isEmptyResult } from '../../src/client/stitch.js';
import { stitchParts } from '../../src/client/stitch-parts.js';
import { daysOf, InsightsError } from '../../src/spec/index.js';
import {
  api,
  ask,
  first,
  likes,
  limit,
  type Numbers,
  part,
  points,
  reachByDay,
  rows,
  second,
  third,
} from './answer-parts.js';
import { noon } from './transports.contract.js';

describe('stitchParts, of labels outside the days', () => {
  const week = { since: '2026-11-02', until: '2026-11-08' };
  const query = ask({ metric: 'reach', metricType: 'time_series', ...week });

  it('leaves them out, and tells: in order, each once', () => {
    const series = ['2026-11-09', '2026-11-02', '2026-11-01', '2026-10-31', '2026-11-03'].map((day, index) => ({
      day,
      value: index + 1,
    }));
    const result = stitchParts(query, [part(week, { series })], api);
    assert.deepEqual(result.strays, ['2026-10-31', '2026-11-01', '2026-11-09']);
    assert.deepEqual(
      result.series?.map(({ day }) => day),
      daysOf(week),
    );
    assert.deepEqual(
      result.series?.map(({ value }) => value),
      [2, 5, null, null, null, null, null],
    );
  });

  it('a stray of several parts is told once', () => {
    const stray = { series: [{ day: '2026-12-01', value: 1 }] };
    const result = stitchParts(reachByDay, [part(first, stray), part(second, stray), part(third, limit)], api);
    assert.deepEqual(result.strays, ['2026-12-01']);
    assert.equal(result.series, undefined);
  });

  it("a day inside another part's window does not count there, and is told unless that part has it", () => {
    const wrong = { series: [{ day: second.since, value: 9 }] };
    const result = stitchParts(reachByDay, [part(first, wrong), part(second, points(second, 2))], api);
    assert.equal(result.strays, undefined);
    assert.equal(result.series?.find(({ day }) => day === second.since)?.value, 2);
    const alone = stitchParts(reachByDay, [part(first, wrong), part(second, { series: [] })], api);
    assert.deepEqual(
      [alone.strays, alone.series?.some(({ value }) => value !== null) ?? false],
      [[second.since], false],
    );
  });

  it('nothing but strays: no number, and they are told', () => {
    const shifted = stitchParts(query, [part(week, { series: [{ day: '2026-11-09', value: 3 }] })], api);
    assert.deepEqual([shifted.series, shifted.strays], [undefined, ['2026-11-09']]);
    assert.ok(isEmptyResult(query, shifted));
    const online = ask({ metric: 'online_followers', ...week });
    const map = { breakdowns: [{ dimensions: ['hour'], rows: [{ values: ['9'], value: 5 }], day: '2026-11-01' }] };
    const hours = stitchParts(online, [part(week, map)], api);
    assert.deepEqual([hours.breakdowns, hours.strays], [undefined, ['2026-11-01']]);
  });

  it('a map by hour of another day is left out, those of the days stay', () => {
    const online = ask({ metric: 'online_followers', ...week });
    const breakdowns = ['2026-11-01', '2026-11-02'].map((day) => ({
      dimensions: ['hour'],
      rows: [{ values: ['9'], value: 5 }],
      day,
    }));
    const result = stitchParts(online, [part(week, { breakdowns })], api);
    assert.deepEqual([result.breakdowns, result.strays], [[breakdowns[1]], ['2026-11-01']]);
  });

  it('what has no day is no stray', () => {
    const people = ask({ metric: 'follower_demographics', breakdown: 'age' });
    assert.equal(stitchParts(people, [part(undefined, rows('age', { '18-24': 5 }))], api).strays, undefined);
    assert.equal(stitchParts(likes, [part(first, { total: 1 }), part(second, { total: 2 })], api).strays, undefined);
  });
});

describe('stitchParts, day by day', () => {
  const three = { since: '2026-11-02', until: '2026-11-04' };
  const daily = ask({ metric: 'likes', daily: true, ...three });
  const dayParts = (...outcomes: readonly (Numbers | InsightsError | undefined)[]): AnswerPart[] =>
    daysOf(three).map((day, index) => part({ since: day, until: day }, outcomes[index]));
  const sentence = 'one question per day; days need not add up to the total';

  it('the total of each day is a point, by Instagram itself: no total, and nothing added', () => {
    assert.deepEqual(stitchParts(daily, dayParts({ total: 4 }, { total: 0 }, { total: 6 }), api), {
      metric: 'likes',
      period: 'day',
      series: [
        { day: '2026-11-02', value: 4 },
        { day: '2026-11-03', value: 0 },
        { day: '2026-11-04', value: 6 },
      ],
      range: three,
      provisional: [],
      fetchedAt: noon,
      source: 'api',
      derivation: sentence,
      derivedFrom: { kind: 'days' },
    });
  });

  it('samples stay samples', () => {
    const { source, derivation } = stitchParts(daily, dayParts({ total: 4 }, { total: 0 }, { total: 6 }), {
      ...api,
      source: 'demo',
    });
    assert.deepEqual([source, derivation], ['demo', sentence]);
  });

  it('a day without a number is null, and a day that failed is a gap', () => {
    for (const nothing of [undefined, {}]) {
      const { series, gaps, derivation } = stitchParts(daily, dayParts(nothing, limit, { total: 6 }), api);
      assert.deepEqual(
        series?.map(({ value }) => value),
        [null, null, 6],
      );
      assert.deepEqual(gaps, [{ since: '2026-11-03', until: '2026-11-03', error: limit }]);
      assert.equal(derivation, sentence);
    }
  });

  it('rows keep their day, beside the totals of the days', () => {
    const cut = (total: number, reels: number): Numbers => ({ total, ...rows('media_product_type', { REEL: reels }) });
    const byMedia = ask({ metric: 'likes', breakdown: 'media_product_type', daily: true, ...three });
    const result = stitchParts(byMedia, dayParts(cut(9, 5), limit, cut(8, 8)), api);
    assert.deepEqual(
      result.breakdowns?.map(({ day, rows: [row] }) => [day, row?.value]),
      [
        ['2026-11-02', 5],
        ['2026-11-04', 8],
      ],
    );
    assert.deepEqual(
      result.series?.map(({ value }) => value),
      [9, null, 8],
    );
    assert.deepEqual([result.total, result.source, result.derivation], [undefined, 'api', sentence]);
  });

  it('a metric without totals has its rows, and no series', () => {
    const gained = ask({ metric: 'follows_and_unfollows', daily: true, ...three });
    const result = stitchParts(
      gained,
      dayParts(rows('follow_type', { FOLLOWER: 2 }), rows('follow_type', {}), rows('follow_type', { FOLLOWER: 3 })),
      api,
    );
    assert.equal(result.series, undefined);
    assert.deepEqual(
      result.breakdowns?.map(({ day, rows: found }) => [day, found.length]),
      [
        ['2026-11-02', 1],
        ['2026-11-03', 0],
        ['2026-11-04', 1],
      ],
    );
  });

  it('one day is a point too', () => {
    const day = { since: '2026-11-02', until: '2026-11-02' };
    const result = stitchParts(ask({ metric: 'likes', daily: true, ...day }), [part(day, { total: 4 })], api);
    assert.deepEqual([result.series, result.total], [[{ day: '2026-11-02', value: 4 }], undefined]);
  });

  it('no day could be had: the first error is thrown', () => {
    const network = new InsightsError('network');
    assert.throws(
      () => stitchParts(daily, dayParts(limit, undefined, network), api),
      (thrown) => thrown === limit,
    );
  });
});
