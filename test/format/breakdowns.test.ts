import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { breakdownTable, breakdownWordsFor, formatsFor, inOrder, matrixOf, namesFor } from '../../src/format/index.js';
import type { InsightsResult, ResultBreakdown } from '../../src/spec/index.js';

const formats = formatsFor('en');
const names = namesFor('en');

/** An answer by dimensions: `a|b` are the values of two. */
const by = (
  metric: string,
  dimensions: string,
  rows: Readonly<Record<string, number>>,
  more: Partial<InsightsResult & Pick<ResultBreakdown, 'incomplete'>> = {},
): InsightsResult => {
  const { incomplete, ...others } = more;
  return {
    metric,
    period: 'day',
    breakdowns: [
      {
        dimensions: dimensions.split(','),
        rows: Object.entries(rows).map(([values, value]) => ({ values: values.split('|'), value })),
        ...(incomplete && { incomplete }),
      },
    ],
    ...others,
  };
};

const tableOf = (result: InsightsResult, before?: InsightsResult) => breakdownTable(result, before, names, formats);
const media = { STORY: 10, REEL: 60, POST: 30 };

describe('breakdownTable', () => {
  it('has the largest row first, also what nobody knows, with shares of a total that its rows are parts of', () => {
    const { rows, unshared, unlisted } = tableOf(
      by('likes', 'media_product_type', { ...media, NEW_KIND: 100 }, { total: 200 }),
    );
    assert.deepEqual(
      rows.map(({ label, value, share }) => [label, value, share]),
      [
        ['NEW_KIND', 100, 0.5],
        ['Reels', 60, 0.3],
        ['Posts', 30, 0.15],
        ['Stories', 10, 0.05],
      ],
    );
    assert.deepEqual([unshared, unlisted], [undefined, 0]);
  });

  const cases: readonly [name: string, InsightsResult, unshared: string | undefined, unlisted: number][] = [
    ['likes, total given', by('likes', 'media_product_type', media, { total: 100 }), undefined, 0],
    ['likes of which some are in no row', by('likes', 'media_product_type', media, { total: 125 }), undefined, 0.2],
    ['likes, rows more than the total', by('likes', 'media_product_type', media, { total: 99 }), 'tooMuch', 0],
    ['likes of none, and yet rows', by('likes', 'media_product_type', media, { total: 0 }), 'tooMuch', 0],
    ['likes without a total', by('likes', 'media_product_type', media), 'noTotal', 0],
    ['reach', by('reach', 'media_product_type', media, { total: 100 }), 'overlap', 0],
    ['reach by follow type', by('reach', 'follow_type', { FOLLOWER: 10 }, { total: 10 }), 'overlap', 0],
    [
      'reach of both',
      by('reach', 'media_product_type,follow_type', { 'REEL|FOLLOWER': 10 }, { total: 10 }),
      'overlap',
      0,
    ],
    [
      'views of both',
      by('views', 'media_product_type,follow_type', { 'REEL|FOLLOWER': 10 }, { total: 10 }),
      undefined,
      0,
    ],
    ['likes by something else', by('likes', 'follow_type', { FOLLOWER: 10 }, { total: 10 }), 'unknown', 0],
    ['a metric without a record', by('claps', 'media_product_type', media, { total: 100 }), 'unknown', 0],
    ['no likes', by('likes', 'media_product_type', {}, { total: 0 }), 'unknown', 0],
    ['no breakdown', { metric: 'likes', period: 'day', total: 4 }, 'unknown', 0],
  ];
  for (const [name, result, unshared, unlisted] of cases) {
    it(`${name}: ${unshared ?? 'shares'}`, () => {
      const table = tableOf(result);
      assert.equal(table.unshared, unshared);
      assert.ok(Math.abs(table.unlisted - unlisted) < 1e-9);
      assert.ok(table.rows.every(({ share }) => (share === undefined) === (unshared !== undefined)));
    });
  }

  const zeros: readonly [name: string, InsightsResult, isZero: boolean][] = [
    ['likes without a row', by('likes', 'media_product_type', {}), true],
    ['reach without a row', by('reach', 'media_product_type', {}), true],
    [
      'likes whose only row came without its number',
      by('likes', 'media_product_type', {}, { incomplete: true }),
      false,
    ],
    ['rows of zero', by('likes', 'media_product_type', { REEL: 0 }, { total: 0 }), true],
    ['a total and no row', by('likes', 'media_product_type', {}, { total: 5 }), false],
    ['follows without a row', by('follows_and_unfollows', 'follow_type', {}), false],
    ['a metric without a record', by('claps', 'media_product_type', {}), false],
    ['no breakdown', { metric: 'likes', period: 'day' }, false],
    ['something', by('likes', 'media_product_type', media), false],
  ];
  for (const [name, result, isZero] of zeros)
    it(`${name}: ${isZero ? '' : 'not '}nothing`, () => assert.equal(tableOf(result).isZero, isZero));

  it('beside each row stands the window before: zero where that has other rows, unknown where it may have had it', () => {
    const now = by('likes', 'media_product_type', media);
    const before = (rows: Readonly<Record<string, number>>, incomplete?: true): (number | undefined)[] =>
      tableOf(now, by('likes', 'media_product_type', rows, incomplete && { incomplete })).rows.map((row) => row.before);
    assert.deepEqual(before({ POST: 3, REEL: 9, AD: 1 }), [9, 3, 0]);
    assert.deepEqual(before({ POST: 3 }, true), [undefined, 3, undefined]);
    assert.deepEqual(
      tableOf(now, { metric: 'likes', period: 'day', total: 9 }).rows.map((row) => row.before),
      [undefined, undefined, undefined],
    );
    assert.deepEqual(
      tableOf(now).rows.map((row) => row.before),
      [undefined, undefined, undefined],
    );
  });

  it('tells apart two values that have one name here', () => {
    const { rows } = tableOf(by('likes', 'media_product_type', { REEL: 3, REELS: 2, POST: 1 }));
    assert.deepEqual(
      rows.map(({ label }) => label),
      ['Reels (REEL)', 'Reels (REELS)', 'Posts'],
    );
  });

  it('keeps hostile values what they are: text, no longer than a line', () => {
    const rows = JSON.parse('{"__proto__": 4, "constructor": 3, "toString": 2}') as Record<string, number>;
    const { rows: read } = tableOf(by('likes', 'media_product_type', { ...rows, ['X'.repeat(200)]: 1 }, { total: 10 }));
    assert.deepEqual(
      read.map(({ label }) => label),
      ['__proto__', 'constructor', 'toString', `${'X'.repeat(119)}…`],
    );
    const odd = tableOf(by('likes', 'constructor', { a: 1 }, { total: 1 }));
    assert.deepEqual([odd.rows[0]?.label, odd.unshared], ['a', 'unknown']);
  });

  it('does not change the answer', () => {
    const result = by('likes', 'media_product_type', media, { total: 100 });
    const copy = structuredClone(result);
    tableOf(result, result);
    matrixOf(result, result, names, formats);
    assert.deepEqual(result, copy);
  });
});

describe('matrixOf', () => {
  const both = {
    'POST|NON_FOLLOWER': 20,
    'POST|FOLLOWER': 10,
    'REEL|NON_FOLLOWER': 40,
    'REEL|FOLLOWER': 5,
    'STORY|UNKNOWN': 1,
  };
  const matrix = (metric: string, more: Parameters<typeof by>[3] = {}, before?: InsightsResult) =>
    matrixOf(by(metric, 'media_product_type,follow_type', both, more), before, names, formats);

  it('has a row per first value, the largest first, and columns in an order of their own', () => {
    const { rows, columns } = matrix('views') ?? {};
    assert.deepEqual(
      columns?.map(({ value, label }) => [value, label]),
      [
        ['FOLLOWER', 'Followers'],
        ['NON_FOLLOWER', 'Not followers'],
        ['UNKNOWN', 'Unknown'],
      ],
    );
    assert.deepEqual(
      rows?.map(({ label, cells }) => [label, ...cells]),
      [
        ['Reels', 5, 40, 0],
        ['Posts', 10, 20, 0],
        ['Stories', 0, 0, 1],
      ],
    );
  });

  it('is stacked only where the second dimension parts each row, and the rows are not more than the total', () => {
    assert.equal(matrix('views')?.isStacked, true);
    assert.equal(matrix('views', { total: 76 })?.isStacked, true);
    assert.equal(matrix('views', { total: 75 })?.isStacked, false);
    assert.equal(matrix('reach')?.isStacked, false);
    assert.equal(matrix('claps')?.isStacked, false);
  });

  it('adds up nothing of overlapping columns: rows stand by their largest number, and have no number before', () => {
    const rows = matrixOf(
      by('reach', 'media_product_type,follow_type', {
        'POST|FOLLOWER': 30,
        'POST|NON_FOLLOWER': 30,
        'REEL|FOLLOWER': 40,
      }),
      by('reach', 'media_product_type,follow_type', { 'POST|FOLLOWER': 7 }),
      names,
      formats,
    )?.rows;
    assert.deepEqual(
      rows?.map(({ value, before, earlier }) => [value, before, ...earlier]),
      [
        ['REEL', undefined, 0, 0],
        ['POST', undefined, 7, 0],
      ],
    );
  });

  it('knows nothing of a pair that is not there where a row came without its number', () => {
    assert.deepEqual(matrix('views', { incomplete: true })?.rows[0]?.cells, [5, 40, undefined]);
  });

  it('stacked, has the sum of the window before', () => {
    const before = by('views', 'media_product_type,follow_type', { 'REEL|FOLLOWER': 3, 'REEL|NON_FOLLOWER': 4 });
    assert.deepEqual(
      matrix('views', {}, before)?.rows.map((row) => row.before),
      [7, 0, 0],
    );
  });

  for (const dimensions of ['media_product_type', 'a,b,c'])
    it(`there is none of ${dimensions}`, () => {
      assert.equal(matrixOf(by('views', dimensions, { 'x|y|z': 1 }), undefined, names, formats), undefined);
    });
});

describe('inOrder', () => {
  it('does not depend on the order given: what most have first, then the other names, then the unknown', () => {
    const order = ['REEL', 'POST', 'STORY', 'AD', 'IGTV', 'A_NEW', 'B_NEW'];
    assert.deepEqual(inOrder('media_product_type', order.toReversed(), names), order);
    assert.deepEqual(inOrder('media_product_type', ['B_NEW', ...order.slice(0, 6)], names), order);
    assert.deepEqual(inOrder('toString', ['b', 'a'], names), ['a', 'b']);
  });
});

describe('breakdownWordsFor', () => {
  it('says a title and a net number', () => {
    const words = breakdownWordsFor('en');
    assert.equal(words.title('Likes', 'Kind of post'), 'Likes by kind of post');
    assert.equal(words.gainedAndLost('612', '287', '+325'), '612 gained, 287 lost: net +325, derived.');
  });
});
