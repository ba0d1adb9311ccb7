import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  breakdowns,
  hasErrors,
  type MetricName,
  metricNames,
  metricTypes,
  periods,
  type QueryInput,
  specOf,
  timeframes,
} from '../../src/spec/index.js';
import { ask, now, short } from './asking.js';
import { token } from './tokens.js';

const reference = metricNames.filter((name) => specOf(name).source === 'reference');

const subsets = <T>(list: readonly T[]): T[][] =>
  list.reduce<T[][]>((all, item) => [...all, ...all.map((some) => [...some, item])], [[]]);
const orLeftOut = <T>(list: readonly T[]): (T | undefined)[] => [undefined, ...list];

/** Every legal question about a metric. */
function* legalQuestions(metric: MetricName): Generator<QueryInput> {
  const spec = specOf(metric);
  for (const period of orLeftOut(spec.periods)) {
    for (const timeframe of orLeftOut(spec.timeframes)) {
      for (const metricType of orLeftOut(spec.metricTypes)) {
        for (const breakdown of metricType === 'time_series' ? [[]] : subsets(spec.breakdowns)) {
          yield { metric, period, timeframe, metricType, breakdown };
        }
      }
    }
  }
}

/** What the design says of a legal question all the same: what will be retired, and what answers nothing as it stands. */
function warningsOf({ metric, timeframe, breakdown }: QueryInput): string[] {
  const isDemographic = specOf(metric as MetricName).kind === 'demographic';
  const isRetired = /^(last_|prev_)/.test(String(timeframe)) && metric !== 'follower_demographics';
  return [
    ...(isDemographic && (breakdown as string[]).length === 0 ? ['warning missing breakdown'] : []),
    ...(metric === 'impressions' ? ['warning retired metric impressions'] : []),
    ...(isRetired ? [`warning retired timeframe ${timeframe}`] : []),
  ];
}

describe('validateQuery', () => {
  for (const metric of reference) {
    it(`takes every legal question about ${metric}`, () => {
      let count = 0;
      for (const question of legalQuestions(metric)) {
        const asText = { ...question, breakdown: (question.breakdown as string[]).join(',') };
        assert.deepEqual(short(ask(question)), warningsOf(question), JSON.stringify(question));
        assert.deepEqual(ask(asText), ask(question));
        assert.ok(!hasErrors(ask(question, { now })), JSON.stringify(question));
        count += 1;
      }
      const { timeframes: frames, metricTypes: types, breakdowns: cuts } = specOf(metric);
      const shapes = 2 ** cuts.length * 2 + (types.length > 1 ? 1 : 0);
      assert.equal(count, 2 * (frames.length + 1) * shapes);
    });
  }

  const foreign = [
    'week',
    'days_28',
    'month',
    'total_over_range',
    'last_7_days',
    'hour',
    'default',
    'toString',
    '[object]',
  ];
  const rules = [
    { field: 'period', attribute: 'period', list: 'periods', all: periods },
    { field: 'timeframe', attribute: 'timeframe', list: 'timeframes', all: timeframes },
    { field: 'breakdown', attribute: 'breakdown', list: 'breakdowns', all: breakdowns },
    { field: 'metricType', attribute: 'metric-type', list: 'metricTypes', all: metricTypes },
  ] as const;
  for (const metric of reference) {
    it(`refuses every other value of ${metric}, and names the allowed ones`, () => {
      for (const { field, attribute, list, all } of rules) {
        const allowed: readonly string[] = specOf(metric)[list];
        const values: string[] = [...periods, ...timeframes, ...breakdowns, ...metricTypes, ...foreign];
        for (const value of values.filter((name) => !allowed.includes(name))) {
          const issues = ask({ metric, [field]: value });
          const found = issues.find((issue) => issue.attribute === attribute && issue.severity === 'error');
          assert.ok(found, `${metric} ${field}=${value}`);
          const isRetired = value === 'time_series' && ['profile_views', 'website_clicks'].includes(metric);
          const refused = isRetired ? 'retired' : 'not-allowed';
          assert.equal(found.code, all.some((name) => name === value) ? refused : 'unknown');
          assert.deepEqual(found.allowed, allowed);
          assert.ok(
            found.message.includes(allowed.length > 0 ? allowed.join(', ') : `Remove ${attribute}`),
            found.message,
          );
          assert.ok(found.message.includes(`"${value}"`), found.message);
        }
      }
    });
  }

  const cases: readonly (readonly [string, QueryInput, readonly string[]])[] = [
    ['nothing', {}, ['error missing metric']],
    ['an empty metric', { metric: ' ' }, ['error missing metric']],
    ['commas only', { metric: ' , ,' }, ['error missing metric']],
    ['one hole in a list', { metric: 'reach,' }, ['error unknown metric']],
    ['an unknown metric', { metric: 'reech' }, ['error unknown metric reech']],
    ['white space and arrays', { metric: [' reach '], breakdown: ' follow_type , media_product_type ' }, []],
    ['lists of one for what takes one value', { metric: 'reach', period: ['day'], metricType: ['time_series'] }, []],
    ['two values for what takes one', { metric: 'reach', period: 'day,day' }, ['error not-allowed period day,day']],
    ['the wire name', { metric: 'saves' }, ['warning renamed metric saves']],
    ['both names of one metric', { metric: 'saved,saves' }, ['error duplicate metric saves']],
    ['a metric twice', { metric: 'likes,likes' }, ['error duplicate metric likes']],
    [
      'a breakdown twice',
      { metric: 'reach', breakdown: 'follow_type,follow_type' },
      ['error duplicate breakdown follow_type'],
    ],
    [
      'the slip of the reference',
      { metric: 'reach', breakdown: 'follower_type' },
      ['warning renamed breakdown follower_type'],
    ],
    [
      'the slip beside what it means',
      { metric: 'reach', breakdown: 'follow_type,follower_type' },
      ['error duplicate breakdown follow_type', 'warning renamed breakdown follower_type'],
    ],
    [
      'a breakdown of a time series',
      { metric: 'reach', breakdown: 'follow_type', metricType: 'time_series' },
      ['error conflict breakdown follow_type'],
    ],
    [
      'a breakdown of a time series, in a list',
      { metric: 'reach', breakdown: 'follow_type', metricType: ['time_series'] },
      ['error conflict breakdown follow_type'],
    ],
    ['demographics without a breakdown', { metric: 'follower_demographics' }, ['warning missing breakdown']],
    [
      'days for demographics',
      { metric: 'follower_demographics', breakdown: 'age', since: '2024-01-01', until: '2024-01-31', compare: 'x' },
      ['error not-allowed since 2024-01-01', 'error not-allowed until 2024-01-31', 'error not-allowed compare x'],
    ],
    [
      'a range for demographics',
      { metric: 'follower_demographics', breakdown: 'age', range: 'last_30_days' },
      ['error not-allowed range last_30_days'],
    ],
    [
      'everything wrong at once, in the order of the attributes',
      {
        metric: 'reach',
        period: 'week',
        timeframe: 'this_week',
        breakdown: 'age',
        metricType: 'total',
        range: 'ever',
        compare: 'x',
        daily: 'x',
      },
      [
        'error unknown period week',
        'error not-allowed timeframe this_week',
        'error not-allowed breakdown age',
        'error unknown metric-type total',
        'error unknown range ever',
        'error unknown compare x',
        'error unknown daily x',
      ],
    ],
    [
      'values that are no text',
      {
        metric: 'reach',
        period: 7,
        timeframe: {},
        breakdown: [null, Symbol('age')],
        metricType: true,
        since: new Date(0),
        until: () => '',
      },
      [
        'error unknown period 7',
        'error unknown timeframe [object]',
        'error unknown breakdown',
        'error unknown breakdown [symbol]',
        'error unknown metric-type true',
        'error malformed since [object]',
        'error malformed until [function]',
      ],
    ],
    ['nulls', { metric: 'reach', period: null, breakdown: null, since: null }, []],
  ];
  for (const [name, input, expected] of cases) {
    it(`${name}: ${expected.join(' + ') || 'no issue'}`, () => assert.deepEqual(short(ask(input)), expected));
  }

  const lists: readonly (readonly [QueryInput, readonly string[]])[] = [
    [{ metric: 'reach,likes', breakdown: 'media_product_type' }, []],
    [{ metric: ['reach', 'follower_count'], metricType: 'time_series' }, []],
    [{ metric: 'reach,follower_count' }, []],
    [{ metric: 'reach,likes', breakdown: 'follow_type' }, ['error not-allowed breakdown follow_type']],
    [{ metric: 'reach,likes', metricType: 'time_series' }, ['error not-allowed metric-type time_series']],
    [{ metric: 'reach,reech' }, ['error unknown metric reech']],
    [{ metric: 'likes,follower_count' }, ['error conflict metric likes,follower_count']],
    [
      { metric: 'likes,follower_demographics', period: 'day', breakdown: 'age', range: 'ever' },
      ['error conflict metric likes,follower_demographics', 'error unknown range ever'],
    ],
  ];
  for (const [input, expected] of lists) {
    it(`${JSON.stringify(input)}: ${expected.join(' + ') || 'no issue'}`, () =>
      assert.deepEqual(short(ask(input)), expected));
  }

  it('allows a list of metrics what each of them allows', () => {
    const [issue] = ask({ metric: 'reach,likes', breakdown: 'follow_type' });
    assert.deepEqual(issue?.allowed, ['media_product_type']);
    assert.equal(issue?.message, 'reach with likes has no breakdown "follow_type". Allowed: media_product_type.');
  });

  it('says what was probably meant, and what is allowed', () => {
    const [issue] = ask({ metric: 'follower_demographics', breakdown: 'ages' });
    assert.equal(issue?.suggestion, 'age');
    assert.equal(issue?.message, '"ages" is not a breakdown. Did you mean "age"? Allowed: age, city, country, gender.');
  });

  it('words every issue as what is wrong, then what to do', () => {
    const inputs = [...cases.map(([, input]) => input), ...lists.map(([input]) => input)];
    for (const { message } of inputs.flatMap((input) => ask(input))) assert.match(message, /[.?] .+\.$/);
  });

  describe('hostile input', () => {
    const fields = [
      'metric',
      'period',
      'timeframe',
      'breakdown',
      'metricType',
      'since',
      'until',
      'range',
      'compare',
      'daily',
    ];
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
    });
    const question = fc.record(Object.fromEntries(fields.map((field) => [field, anything])), { requiredKeys: [] });

    it('never makes it throw', () => {
      fc.assert(
        fc.property(fc.oneof(question, anything), (input) => void ask(input as QueryInput)),
        { numRuns: 500 },
      );
      fc.assert(
        fc.property(question, anything, anything, (input, apiVersion, time) => {
          ask({ metric: 'reach', ...input }, { apiVersion: apiVersion as string, now: time as number });
        }),
      );
    });

    it('is unreadable where it throws itself', () => {
      const trap = new Proxy(
        {},
        {
          get: () => {
            throw new Error('trap');
          },
        },
      );
      const { proxy: revoked, revoke } = Proxy.revocable([], {});
      revoke();
      const cyclic: unknown[] = [];
      cyclic.push(cyclic);
      assert.equal(hasErrors(ask(trap)), true);
      assert.deepEqual(short(ask({ metric: 'reach', period: revoked })), ['error unknown period [unreadable]']);
      assert.deepEqual(short(ask({ metric: 'reach', breakdown: cyclic })), ['error unknown breakdown [object]']);
      assert.deepEqual(
        short(
          ask({
            get metric() {
              throw new Error('trap');
            },
          }),
        ),
        ['error unknown metric [unreadable]'],
      );
      assert.deepEqual(short(ask(null as unknown as QueryInput)), ['error missing metric']);
    });

    it('costs little however long it is', () => {
      const issues = ask({
        metric: ','.repeat(1e6),
        breakdown: Object.assign([], { length: 2 ** 32 - 1 }),
        period: 'x'.repeat(1e6),
      });
      assert.ok(issues.length < 200);
      assert.ok(issues.every(({ value, message }) => value.length <= 80 && message.length < 1000));
    });

    it('takes what is no time for none', () => {
      for (const time of [Number.NaN, new Date('never'), Number.POSITIVE_INFINITY, 8.64e15, -1]) {
        assert.deepEqual(ask({ metric: 'reach', range: 'last_7_days' }, { now: time }), []);
      }
    });

    it('is never echoed where it holds a token, in whatever attribute, alone or among others', () => {
      fc.assert(
        fc.property(
          token,
          fc.constantFrom(...fields),
          fc.constantFrom('', 'reach,', 'access_token='),
          fc.constantFrom('reach', 'follower_demographics', 'reach,follower_demographics', 'nothing'),
          fc.constantFrom(undefined, 'time_series', 'total_value'),
          (secret, field, before, metric, metricType) => {
            const issues = ask({ metric, metricType, since: '2024-01-01', [field]: before + secret });
            assert.ok(!JSON.stringify(issues).includes(secret.slice(0, 12)));
            assert.ok(issues.some(({ code, severity }) => code === 'secret' && severity === 'error'));
          },
        ),
        { numRuns: 500 },
      );
    });
  });
});

describe('hasErrors', () => {
  it('is about errors, not warnings', () => {
    assert.equal(hasErrors([]), false);
    assert.equal(hasErrors(ask({ metric: 'saves' })), false);
    assert.equal(hasErrors(ask({ metric: 'saves', period: 'week' })), true);
  });
});
