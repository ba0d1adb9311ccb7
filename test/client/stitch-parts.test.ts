import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AnswerPart } from '../../src/client/stitch.js';
import { stitchParts } from '../../src/client/stitch-parts.js';
import { type CanonicalQuery, type DayWindow, daysOf, InsightsError } from '../../src/spec/index.js';
import {
  api,
  ask,
  days,
  first,
  follows,
  likes,
  limit,
  type Numbers,
  part,
  points,
  reach,
  reachByDay,
  rows,
  second,
  third,
} from './answer-parts.js';
import { noon } from './transports.contract.js';

describe('stitchParts', () => {
  it('one part: the numbers of Instagram, under the name and for the days that were asked', () => {
    const window = { since: '2026-11-16', until: '2026-11-22' };
    assert.deepEqual(stitchParts(ask({ metric: 'saved', ...window }), [part(window, { total: 7 })], api), {
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
    const result = stitchParts(query, [part(undefined, rows('age', { '18-24': 5 }))], api);
    assert.deepEqual(result, {
      metric: 'follower_demographics',
      period: 'lifetime',
      ...rows('age', { '18-24': 5 }),
      fetchedAt: noon,
      source: 'api',
    });
  });

  it('events: totals are added, and the result says so', () => {
    const result = stitchParts(
      likes,
      [part(first, { total: 10 }), part(second, { total: 20 }), part(third, { total: 0 })],
      api,
    );
    assert.deepEqual([result.total, result.source, result.derivation], [30, 'derived', 'sum of 3 totals by Instagram']);
    assert.deepEqual(result.derivedFrom, { kind: 'totals', known: 3, of: 3 });
    assert.deepEqual(result.range, days);
  });

  it('samples stay samples when they are added', () => {
    const result = stitchParts(likes, [part(first, { total: 10 }), part(second, { total: 20 })], {
      ...api,
      source: 'demo',
    });
    assert.deepEqual([result.total, result.source, result.derivation], [30, 'demo', 'sum of 2 totals by Instagram']);
  });

  it('events by breakdown: rows of the same values are added, and the result says so', () => {
    const result = stitchParts(
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
    const { breakdowns } = stitchParts(
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
    [
      'parts by other dimensions',
      follows,
      [part(first, rows('follow_type', { FOLLOWER: 3 })), part(second, rows('age', { '18-24': 3 }))],
    ],
    ['no part at all', likes, []],
  ];
  for (const [what, query, parts] of noSums) {
    it(`${what}: no sum`, () => {
      const { total, breakdowns, derivation, derivedFrom, source } = stitchParts(query, parts, api);
      assert.deepEqual(
        { total, breakdowns, derivation, derivedFrom, source },
        { total: undefined, breakdowns: undefined, derivation: undefined, derivedFrom: undefined, source: 'api' },
      );
    });
  }

  const silent: readonly (readonly [string, Numbers | InsightsError])[] = [
    ['failed', limit],
    ['came without a breakdown', {}],
    ['came without a row', rows('follow_type', {})],
  ];
  for (const [what, outcome] of silent) {
    it(`rows that are the whole of a metric, where a part ${what}: those that are known, said to be not all`, () => {
      const result = stitchParts(
        follows,
        [part(first, outcome), part(second, rows('follow_type', { FOLLOWER: 3 }))],
        api,
      );
      assert.deepEqual(result.breakdowns, [
        { dimensions: ['follow_type'], rows: [{ values: ['FOLLOWER'], value: 3 }], incomplete: true },
      ]);
      assert.deepEqual([result.total, result.parts], [undefined, [second]]);
      assert.deepEqual([result.derivation, result.source], [`sum of 1 of 2 totals by Instagram`, 'derived']);
      assert.deepEqual(result.derivedFrom, { kind: 'totals', known: 1, of: 2 });
    });
  }

  it('a known total stays where one part has no breakdown', () => {
    const result = stitchParts(
      likes,
      [part(first, { total: 3, ...rows('media_product_type', { REEL: 3 }) }), part(second, { total: 4 })],
      api,
    );
    assert.deepEqual([result.total, result.breakdowns], [7, undefined]);
  });

  it('series: every day of the window once, in order', () => {
    const result = stitchParts(
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
    const { series } = stitchParts(reachByDay, [part(first, { series: [{ day: first.since, value: 0 }] })], api);
    assert.deepEqual(series?.slice(0, 2), [
      { day: '2026-09-01', value: 0 },
      { day: '2026-09-02', value: null },
    ]);
  });

  it('series: a part speaks of its own days only', () => {
    const around = { since: '2026-08-30', until: '2026-11-02' };
    const whole = stitchParts(reachByDay, [part(first, points(first, 1)), part(second, points(around, 2))], api);
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
    const result = stitchParts(
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
    const result = stitchParts(reachByDay, parts, api);
    assert.deepEqual(
      result.gaps?.map(({ since }) => since),
      [first.since, second.since],
    );
    assert.deepEqual(result, stitchParts(reachByDay, parts.toReversed(), api));
  });

  it('maps by hour keep their days', () => {
    const query = ask({ metric: 'online_followers', since: '2026-11-01', until: '2026-11-20' });
    const hours = (day: string): Numbers => ({
      breakdowns: [{ dimensions: ['hour'], rows: [{ values: ['9'], value: 5 }], day }],
    });
    const [early, late] = [
      { since: '2026-11-01', until: '2026-11-01' },
      { since: '2026-11-02', until: '2026-11-20' },
    ];
    const { breakdowns, derivation } = stitchParts(
      query,
      [part(late, hours('2026-11-02')), part(early, hours('2026-11-01'))],
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
      () => stitchParts(likes, [part(first, limit), part(second, dead)], api),
      (thrown) => thrown === limit,
    );
    assert.throws(
      () => stitchParts(likes, [part(first, undefined), part(second, dead)], api),
      (thrown) => thrown === dead,
    );
  });

  it('a total that is missing: those that are known are given apart', () => {
    const known = { parts: [{ ...first, total: 10 }], source: 'api', derivation: undefined, total: undefined };
    for (const missing of [limit, undefined, {}]) {
      const { parts, source, derivation, total } = stitchParts(
        likes,
        [part(second, missing), part(first, { total: 10 })],
        api,
      );
      assert.deepEqual({ parts, source, derivation, total }, known);
    }
  });

  const noParts: readonly [string, CanonicalQuery, readonly AnswerPart[]][] = [
    ['all totals are there', likes, [part(first, { total: 1 }), part(second, { total: 2 })]],
    ['there is one part', likes, [part(days, { total: 1 })]],
    ['accounts are counted once', reach, [part(first, { total: 1 }), part(second, limit)]],
    ['it is a question for each day', ask({ metric: 'likes', daily: true, ...days }), [part(first, { total: 1 })]],
  ];
  for (const [what, query, parts] of noParts) {
    it(`${what}: no totals apart`, () => assert.equal(stitchParts(query, parts, api).parts, undefined));
  }

  it('neighbours that failed alike are one gap', () => {
    const daily = ask({ metric: 'likes', daily: true, since: '2026-10-01', until: '2026-10-08' });
    const network = new InsightsError('network');
    const failures: (InsightsError | Numbers)[] = [
      network,
      new InsightsError('network'),
      limit,
      { total: 1 },
      limit,
      new InsightsError('rate-limited'),
      limit,
      network,
    ];
    const parts = daysOf(daily.window as DayWindow).map((day, index) =>
      part({ since: day, until: day }, failures[index]),
    );
    assert.deepEqual(
      stitchParts(daily, parts.toReversed(), api).gaps?.map(({ since, until, error }) => [since, until, error.code]),
      [
        ['2026-10-01', '2026-10-02', 'network'],
        ['2026-10-03', '2026-10-03', 'rate-limited'],
        ['2026-10-05', '2026-10-07', 'rate-limited'],
        ['2026-10-08', '2026-10-08', 'network'],
      ],
    );
  });

  it('the error of a gap is that of its last part: it says latest when to ask again', () => {
    const later = new InsightsError('rate-limited', { retryAt: noon + 2 });
    const result = stitchParts(likes, [part(first, limit), part(second, later), part(third, { total: 1 })], api);
    assert.deepEqual(result.gaps, [{ since: first.since, until: second.until, error: later }]);
  });

  it('a part without a number is no gap, and parts it from its neighbours', () => {
    const result = stitchParts(reachByDay, [part(first, limit), part(second, {}), part(third, limit)], api);
    assert.deepEqual(
      result.gaps?.map(({ since }) => since),
      [first.since, third.since],
    );
  });
});
