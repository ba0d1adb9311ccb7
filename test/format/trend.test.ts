import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  compact,
  formatsFor,
  hasDailyNumbers,
  lastKnownDay,
  metricLabel,
  netAt,
  noTrend,
  shortDay,
  type Trend,
  type TrendAnswer,
  type TrendTotals,
  trendOf,
  trendSentence,
  trendWordsFor,
  weekday,
} from '../../src/format/index.js';
import { flowSum } from '../../src/format/trend.js';
import { InsightsError, type InsightsResult, type MetricName, metricNames, specOf } from '../../src/spec/index.js';

const words = trendWordsFor('en');
const formats = formatsFor('en-GB');
const saying = { words, formats, today: '2024-06-03' };

const series = (first: string, values: readonly (number | null)[]): NonNullable<InsightsResult['series']> =>
  values.map((value, at) => ({
    day: `${first.slice(0, 8)}${String(Number(first.slice(8)) + at).padStart(2, '0')}`,
    value,
  }));

const result = (more: Partial<InsightsResult>): InsightsResult => ({ metric: 'reach', period: 'day', ...more });

const answer = (more: Partial<TrendAnswer> = {}): TrendAnswer => ({
  metric: 'reach',
  label: 'Reach',
  color: 1,
  result: undefined,
  isMissing: false,
  before: undefined,
  ...more,
});

const week = { since: '2024-05-06', until: '2024-05-12' };

describe('trendOf', () => {
  it('has every day of the range on its axis, and nothing where nothing came: missing is not zero', () => {
    const trend = trendOf(
      [answer({ result: result({ range: week, series: series('2024-05-07', [5, null, 0, 9]) }) })],
      words,
    );
    assert.deepEqual(trend.days.at(0), '2024-05-06');
    assert.deepEqual(trend.days.length, 7);
    assert.deepEqual(trend.series[0]?.values, [null, 5, null, 0, 9, null, null]);
    assert.equal(trend.isSingle, true);
  });

  it('without a range it goes from the first day to the last, gaps included', () => {
    const own = result({
      series: [
        { day: '2024-05-06', value: 1 },
        { day: '2024-05-09', value: 2 },
      ],
    });
    assert.deepEqual(trendOf([answer({ result: own })], words).series[0]?.values, [1, null, null, 2]);
  });

  it('lays the window before under it, day by day', () => {
    const current = result({ range: week, series: series('2024-05-06', [1, 2, 3, 4, 5, 6, 7]) });
    const before = result({ series: series('2024-04-29', [10, 20]) });
    const trend = trendOf([answer({ result: current, before })], words);
    assert.deepEqual([trend.daysBefore[0], trend.daysBefore.at(-1)], ['2024-04-29', '2024-05-05']);
    assert.deepEqual(trend.series[0]?.before, [10, 20, null, null, null, null, null]);
  });

  it('has the widest days of all answers on its axis, whichever comes first', () => {
    const short = { since: '2024-05-10', until: '2024-05-12' };
    const few = answer({
      metric: 'follower_count',
      result: result({ range: short, series: series('2024-05-10', [3, 3, 3]) }),
    });
    const many = answer({
      metric: 'likes',
      result: result({ range: week, series: series('2024-05-06', [1, 2, 3, 4, 5, 6, 7]) }),
      before: result({
        range: { since: '2024-04-29', until: '2024-05-05' },
        series: [
          { day: '2024-04-29', value: 10 },
          { day: '2024-05-05', value: 16 },
        ],
      }),
    });
    const trend = trendOf([answer({ isMissing: true }), few, many], words);
    assert.equal(trend.days.length, 7);
    assert.deepEqual(
      trend.series.map(({ values }) => values),
      [
        [null, null, null, null, 3, 3, 3],
        [1, 2, 3, 4, 5, 6, 7],
      ],
    );
    assert.deepEqual([trend.daysBefore[0], trend.daysBefore.at(-1)], ['2024-04-29', '2024-05-05']);
    assert.deepEqual(
      trend.series.map(({ before }) => before),
      [undefined, [10, null, null, null, null, null, 16]],
    );
  });

  it('sets the days before by their own range, also while the days that they precede are on their way', () => {
    const short = { since: '2024-05-10', until: '2024-05-12' };
    const few = answer({ result: result({ range: short, series: series('2024-05-10', [3, 3, 3]) }) });
    const before = result({
      range: { since: '2024-04-29', until: '2024-05-05' },
      series: [
        { day: '2024-05-02', value: 8 },
        { day: '2024-05-03', value: 9 },
      ],
    });
    const trend = trendOf([few, answer({ metric: 'likes', before })], words);
    assert.deepEqual(trend.daysBefore, ['2024-05-03', '2024-05-04', '2024-05-05']);
    assert.deepEqual(trend.series[1]?.before, [9, null, null]);
  });

  it('has no days before where they came without a number', () => {
    const current = result({ range: week, series: series('2024-05-06', [1, 2]) });
    const empty = [result({}), result({ series: series('2024-04-29', [null, null]) }), result({ total: 5 })];
    for (const before of empty) {
      const trend = trendOf([answer({ result: current, before })], words);
      assert.deepEqual([trend.daysBefore, trend.series[0]?.before], [[], undefined]);
    }
  });

  it('names the days before while their numbers are on the way, and none where nothing is compared', () => {
    const current = result({ range: week, series: series('2024-05-06', [1]) });
    assert.equal(trendOf([answer({ result: current, before: null })], words).daysBefore.length, 7);
    assert.equal(trendOf([answer({ result: current })], words).daysBefore.length, 0);
  });

  it('leaves out what could not be had and what has no number, and keeps what is on its way with its colour', () => {
    const good = result({ range: week, series: series('2024-05-06', [1]) });
    const trend = trendOf(
      [
        answer({ metric: 'likes', isMissing: true, color: 1 }),
        answer({ metric: 'reach', result: good, color: 2 }),
        answer({ metric: 'shares', result: result({ range: week, series: series('2024-05-06', [null]) }), color: 3 }),
        answer({ metric: 'saved', color: 4 }),
      ],
      words,
    );
    assert.deepEqual(
      trend.series.map(({ key, color }) => [key, color]),
      [
        ['reach', 2],
        ['saved', 4],
      ],
    );
    assert.equal(trend.isSingle, false);
  });

  it('is nothing where no answer has a day', () => {
    assert.deepEqual(trendOf([answer({ result: result({ total: 5 }) })], words), noTrend);
    assert.deepEqual(trendOf([answer()], words), noTrend);
    assert.deepEqual(trendOf([], words), noTrend);
  });

  const flowDay = (day: string, rows: readonly (readonly [string, number])[], incomplete = false) => ({
    day,
    dimensions: ['follow_type'],
    rows: rows.map(([value, count]) => ({ values: [value], value: count })),
    ...(incomplete && { incomplete: true as const }),
  });
  const flow = (breakdowns: NonNullable<InsightsResult['breakdowns']>): Trend =>
    trendOf(
      [
        answer({
          metric: 'follows_and_unfollows',
          result: {
            metric: 'follows_and_unfollows',
            period: 'day',
            range: { since: '2024-05-06', until: '2024-05-09' },
            breakdowns,
          },
        }),
      ],
      words,
    );

  it('of rows that mean gained and lost makes two series', () => {
    const trend = flow([
      flowDay('2024-05-06', [
        ['FOLLOWER', 12],
        ['NON_FOLLOWER', 5],
      ]),
      // No row at all says nothing; beside another one, a row that is missing is nobody.
      flowDay('2024-05-07', []),
      flowDay('2024-05-08', [['NON_FOLLOWER', 3]]),
    ]);
    assert.equal(trend.isFlow, true);
    assert.deepEqual(
      trend.series.map(({ key, label, values }) => [key, label, values]),
      [
        ['gained', 'Gained', [12, null, 0, null]],
        ['lost', 'Lost', [5, null, 3, null]],
      ],
    );
    assert.deepEqual(
      [0, 1, 2, 3].map((at) => netAt(trend, at)),
      [7, undefined, -3, undefined],
    );
  });

  it('says of gained and lost what they add up to, and of how many days', () => {
    const all = flow([
      flowDay('2024-05-06', [['FOLLOWER', 12]]),
      flowDay('2024-05-07', [
        ['FOLLOWER', 1],
        ['NON_FOLLOWER', 20],
      ]),
      flowDay('2024-05-08', [['NON_FOLLOWER', 3]]),
      flowDay('2024-05-09', [['FOLLOWER', 0]]),
    ]);
    assert.equal(trendSentence(all, undefined, saying), '13 gained, 23 lost in the 4 days to 9 May: net −10, derived.');
    const some = flow([flowDay('2024-05-06', [['FOLLOWER', 12]]), flowDay('2024-05-07', [['FOLLOWER', 30]], true)]);
    assert.equal(
      trendSentence(some, undefined, saying),
      '12 gained, 0 lost in the 4 days to 9 May: net +12, derived, known of 1 of 4 days.',
    );
    assert.equal(flow([flowDay('2024-05-06', [])]), noTrend);
  });

  it('takes no meaning from a name that every object has', () => {
    assert.equal(flow([flowDay('2024-05-06', [['constructor', 12]])]), noTrend);
  });

  it('adds up gained and lost over the days of which both are known, and nothing where there is none', () => {
    const some = flow([
      flowDay('2024-05-06', [
        ['FOLLOWER', 9],
        ['NON_FOLLOWER', 4],
      ]),
      flowDay('2024-05-07', [['FOLLOWER', 5]], true),
    ]);
    assert.deepEqual(flowSum(some), { gained: 9, lost: 4, days: 1 });
    assert.equal(flowSum(flow([flowDay('2024-05-07', [['FOLLOWER', 5]], true)])), undefined);
    assert.equal(flowSum(noTrend), undefined);
  });
});

describe('hasDailyNumbers', () => {
  const cases: readonly (readonly [string, InsightsResult, boolean])[] = [
    ['a number', result({ series: series('2024-05-06', [null, 0]) }), true],
    ['no number', result({ series: series('2024-05-06', [null]) }), false],
    ['a total alone', result({ total: 9 }), false],
    [
      'rows without a day',
      result({ breakdowns: [{ dimensions: ['follow_type'], rows: [{ values: ['FOLLOWER'], value: 1 }] }] }),
      false,
    ],
  ];
  for (const [name, given, expected] of cases) {
    it(name, () => assert.equal(hasDailyNumbers(given), expected));
  }
});

describe('lastKnownDay', () => {
  it('is the last day of which every series with numbers has one', () => {
    const one = answer({ result: result({ range: week, series: series('2024-05-06', [1, 2, 3, null]) }) });
    const other = answer({ metric: 'likes', result: result({ range: week, series: series('2024-05-06', [1, 2]) }) });
    assert.equal(lastKnownDay(trendOf([one], words)), '2024-05-08');
    assert.equal(lastKnownDay(trendOf([one, other], words)), '2024-05-07');
    assert.equal(lastKnownDay(trendOf([one, answer({ metric: 'saved' })], words)), '2024-05-08');
    assert.equal(lastKnownDay(noTrend), undefined);
  });
});

describe('trendSentence', () => {
  const trend = (values: readonly (number | null)[], more: Partial<InsightsResult> = {}): Trend => {
    const days = series('2024-05-06', values);
    const range = { ...week, until: days.at(-1)?.day ?? '' };
    return trendOf([answer({ result: result({ range, series: days, ...more }) })], words);
  };
  const seven = trend([3, 4, 1200, 2, 2, 1, 0]);
  const totals = (total: number, more: Partial<TrendTotals> = {}): TrendTotals => ({
    label: 'Reach',
    spec: specOf('reach'),
    total,
    current: result({ total }),
    before: undefined,
    ...more,
  });
  const cases: readonly (readonly [string, Trend, TrendTotals | undefined, string])[] = [
    ['no total', seven, undefined, 'Best day: Wednesday 8 May (1,200).'],
    ['a total', seven, totals(41_200), 'Reach was 41,200 in the 7 days to 12 May. Best day: Wednesday 8 May (1,200).'],
    [
      'above',
      seven,
      totals(41_200, { before: result({ total: 36_790 }) }),
      'Reach was 41,200 in the 7 days to 12 May, 12% above the 7 days before. Best day: Wednesday 8 May (1,200).',
    ],
    [
      'below',
      seven,
      totals(40, { before: result({ total: 80 }) }),
      'Reach was 40 in the 7 days to 12 May, 50% below the 7 days before. Best day: Wednesday 8 May (1,200).',
    ],
    [
      'still moving: no verdict yet',
      seven,
      totals(90, { current: result({ total: 90, provisional: ['2024-05-12'] }), before: result({ total: 60 }) }),
      'Reach was 90 in the 7 days to 12 May, so far 50% above the 7 days before. Best day: Wednesday 8 May (1,200).',
    ],
    [
      'the same',
      seven,
      totals(90, { before: result({ total: 90 }) }),
      'Reach was 90 in the 7 days to 12 May, the same as the 7 days before. Best day: Wednesday 8 May (1,200).',
    ],
    [
      'from nothing: no percentage of zero',
      seven,
      totals(90, { before: result({ total: 0 }) }),
      'Reach was 90 in the 7 days to 12 May. Best day: Wednesday 8 May (1,200).',
    ],
    [
      'a base that has days and no total: unique accounts are not added up',
      seven,
      totals(90, { before: result({ series: series('2024-04-29', [10, 20]) }) }),
      'Reach was 90 in the 7 days to 12 May. Best day: Wednesday 8 May (1,200).',
    ],
    ['one day', trend([7]), totals(7), 'Reach was 7 on 6 May.'],
    [
      'one day, compared',
      trend([7]),
      totals(70, { before: result({ total: 50 }) }),
      'Reach was 70 on 6 May, 40% above the day before.',
    ],
    ['two best days', trend([3, 9, 9, 1]), undefined, 'Best days: Tuesday 7 May and Wednesday 8 May (9 each).'],
    ['too many best days', trend([9, 9, 9, 9, 1]), undefined, 'Highest: 9, on 4 of 5 days.'],
    ['all alike', trend([9, 9]), undefined, 'Highest: 9, on 2 of 2 days.'],
    ['all alike, with a total', trend([9, 9]), totals(18), 'Reach was 18 in the 2 days to 7 May.'],
    ['nothing but zero', trend([0, 0]), undefined, 'Highest: 0, on 2 of 2 days.'],
    ['one day, its number', trend([7]), undefined, 'Reach was 7 on 6 May.'],
    ['all zero', trend([0, 0, 0]), totals(0), 'Reach was 0 in the 3 days to 8 May.'],
    ['one known day', trend([null, 9]), undefined, 'Highest: 9, on 1 of 2 days. One day is not reported.'],
    ['nothing', noTrend, undefined, ''],
  ];
  for (const [name, given, total, expected] of cases) {
    it(name, () => assert.equal(trendSentence(given, total, saying), expected));
  }

  it('names the year where it is not that of today', () => {
    const text = trendSentence(trend([1, 1]), totals(5), { ...saying, today: '2026-11-24' });
    assert.equal(text, 'Reach was 5 in the 2 days to 7 May 2024.');
  });

  const moving: readonly (readonly [string, readonly (number | null)[], readonly string[], string])[] = [
    ['is the best', [1, 2, 9], ['2024-05-08'], 'Best day so far: Wednesday 8 May (9).'],
    ['is one of the best', [1, 9, 9], ['2024-05-08'], 'Best days so far: Tuesday 7 May and Wednesday 8 May (9 each).'],
    ['is not the best', [1, 9, 2], ['2024-05-08'], 'Best day: Tuesday 7 May (9).'],
  ];
  for (const [name, values, provisional, expected] of moving) {
    it(`a day that still moves ${name}`, () =>
      assert.equal(trendSentence(trend(values, { provisional }), undefined, saying), expected));
  }

  const failure = new InsightsError('server-error');
  const silent: readonly (readonly [string, readonly (number | null)[], Partial<InsightsResult>, string])[] = [
    ['one, older than two days', [1, null, 9], {}, 'One day is not reported.'],
    ['several, listed or not', [1, null, 9], { range: week }, 'Five days are not reported.'],
    ['of the last two days', [1, 9, null], { provisional: ['2024-05-08'] }, 'One day is not reported yet.'],
    [
      'both of the last two days',
      [9, 1, null],
      { range: { ...week, until: '2024-05-09' }, provisional: ['2024-05-08', '2024-05-09'] },
      'Two days are not reported yet.',
    ],
    [
      'of either kind',
      [9, null, 1, null],
      { provisional: ['2024-05-09'] },
      'One day is not reported. One day is not reported yet.',
    ],
    ['none: zero is a number', [9, 0, 0], { provisional: ['2024-05-08'] }, ''],
    [
      'none that could not be had',
      [9, null, null, 1],
      { gaps: [{ since: '2024-05-07', until: '2024-05-08', error: failure }] },
      '',
    ],
    [
      'none that was not asked for',
      [9, null, 1],
      { range: undefined as never, series: series('2024-05-06', [9]) },
      'Reach was 9 on 6 May.',
    ],
    [
      'more than nine, in digits',
      [9, 1],
      { range: { since: '2024-05-01', until: '2024-05-17' } },
      '15 days are not reported.',
    ],
  ];
  for (const [name, values, more, expected] of silent) {
    it(`days without a number: ${name}`, () =>
      assert.equal(trendSentence(trend(values, more), undefined, saying).replace(/^Best day[^.]*\. ?/, ''), expected));
  }

  it('days without a number: of several metrics, and of gained and lost, they are not counted', () => {
    const own = (metric: string): TrendAnswer =>
      answer({
        metric,
        label: metricLabel(metric, 'en'),
        result: result({ metric, range: week, series: series('2024-05-06', [1, null, 2]) }),
      });
    assert.doesNotMatch(trendSentence(trendOf([own('reach'), own('likes')], words), undefined, saying), /reported/);
  });

  it('of several, a best day that still moves is the best so far', () => {
    const own = (provisional: readonly string[]): InsightsResult =>
      result({ range: week, series: series('2024-05-06', [1, 5, 2]), provisional });
    const both = [
      answer({ result: own(['2024-05-07']) }),
      answer({ metric: 'likes', label: 'Likes', result: own(['2024-05-08']) }),
    ];
    assert.equal(
      trendSentence(trendOf(both, words), undefined, saying),
      'Reach: best so far on Tuesday 7 May (5). Likes: best on Tuesday 7 May (5).',
    );
  });

  it('of several over one day tells each number', () => {
    const day = { since: '2024-05-06', until: '2024-05-06' };
    const own = (metric: MetricName, value: number): TrendAnswer =>
      answer({
        metric,
        label: metricLabel(metric, 'en'),
        result: result({ metric, range: day, series: series('2024-05-06', [value]) }),
      });
    assert.equal(
      trendSentence(trendOf([own('likes', 5), own('comments', 7)], words), undefined, saying),
      'Likes were 5 on 6 May. Comments were 7 on 6 May.',
    );
  });

  it('a base that could not be compared with is never the same, whatever its words are', () => {
    const total = totals(90, { before: result({ series: series('2024-04-29', [10, 20]) }) });
    assert.doesNotMatch(trendSentence(seven, total, saying), /same/);
  });

  it('of several tells the best days of the first three, and adds up nothing', () => {
    const several = (['reach', 'likes', 'shares', 'saved'] as const).map((metric, at) =>
      answer({
        metric,
        label: metricLabel(metric, 'en'),
        color: at + 1,
        result: result({ metric, range: week, series: series('2024-05-06', [1, 2 + at, 1]) }),
      }),
    );
    assert.equal(
      trendSentence(trendOf(several, words), totals(5), saying),
      'Reach: best on Tuesday 7 May (2). Likes: best on Tuesday 7 May (3). Shares: best on Tuesday 7 May (4).',
    );
  });

  it('is grammar for each metric', () => {
    const period = { days: formats.quantity(1), until: '' };
    const saidOf = (metric: MetricName) => words.total({ label: metricLabel(metric, 'en'), number: '1', ...period });
    const singular = metricNames.filter((name) => saidOf(name).includes(' was '));
    assert.deepEqual(
      singular.filter((name) => specOf(name).kind === 'interaction'),
      ['reach'],
    );
  });
});

describe('formats of an axis and of a day', () => {
  const cases = [
    ['en', 0, '0'],
    ['en', 612, '612'],
    ['en', 1250, '1.25K'],
    ['en', 41_234, '41.2K'],
    ['en', 999_950, '1M'],
    ['de', 1_500_000, '1,5 Mio.'],
  ] as const;
  for (const [locale, value, expected] of cases) {
    it(`${value} in ${locale}`, () =>
      assert.equal(compact(value, formatsFor(locale)).replaceAll(/[\u00a0\u202f]/g, ' '), expected));
  }

  it('a day is that day in any zone', () => {
    assert.deepEqual(
      [
        shortDay('2024-05-06', formatsFor('en')),
        weekday('2024-05-28', formatsFor('en')),
        weekday('2024-05-28', formats),
      ],
      ['May 6', 'Tuesday, May 28', 'Tuesday 28 May'],
    );
  });
});
