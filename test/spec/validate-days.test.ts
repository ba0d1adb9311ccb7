import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { QueryInput } from '../../src/spec/index.js';
import { ask, now, short } from './asking.js';

describe('validateQuery, of who keeps a history', () => {
  const cases: readonly (readonly [QueryInput, readonly string[]])[] = [
    [{ metric: 'reach', since: '2020-01-01', until: '2020-01-31' }, ['warning out-of-range since 2020-01-01']],
    [{ metric: 'follower_count', range: 'last_90_days' }, ['warning out-of-range range last_90_days']],
    [{ metric: 'reach', since: '2020-01-31', until: '2020-01-01' }, ['error conflict since 2020-01-31']],
  ];
  for (const [input, expected] of cases) {
    it(JSON.stringify(input), () => {
      assert.deepEqual(short(ask(input, { now, history: true })), expected);
      assert.ok(short(ask(input, { now })).every((text) => text.startsWith('error')));
    });
  }
});

describe('validateQuery, of days', () => {
  const days: readonly (readonly [QueryInput, readonly string[]])[] = [
    [{}, []],
    [{ since: '2024-01-01', until: '2024-01-31' }, []],
    [{ since: 1_704_096_000, until: '1704700800' }, []],
    [{ since: '2024-02-15', until: '2024-02-15' }, []],
    [{ range: 'this_month', compare: 'previous_period' }, []],
    [{ since: '2024-01-01' }, ['error missing until']],
    [{ until: '2024-01-01' }, ['error missing since']],
    [{ since: '2024-02-30', until: '2024-01-31' }, ['error malformed since 2024-02-30']],
    [
      { since: 'yesterday', until: '31.1.2024' },
      ['error malformed since yesterday', 'error malformed until 31.1.2024'],
    ],
    [{ since: '2024-01-01', range: 'last_7_days' }, ['error conflict range last_7_days', 'error missing until']],
    [{ since: '2024-01-01', until: '2024-01-31', range: 'last_7_days' }, ['error conflict range last_7_days']],
    [{ since: '2024-01-31', until: '2024-01-01' }, ['error conflict since 2024-01-31']],
    [{ since: '2022-02-16', until: '2022-03-01' }, []],
    [{ since: '2022-02-15', until: '2022-03-01' }, ['error out-of-range since 2022-02-15']],
    [{ since: '2024-02-16', until: '2024-02-20' }, ['error out-of-range since 2024-02-16']],
    [{ since: '2024-02-01', until: '2024-02-16' }, ['warning out-of-range until 2024-02-16']],
    [
      { since: '2020-01-01', until: '2024-12-31', compare: 'x' },
      ['error unknown compare x', 'error out-of-range since 2020-01-01', 'warning out-of-range until 2024-12-31'],
    ],
    [
      { since: '2023-01-01', until: '2024-01-31', compare: 'previous_period' },
      ['warning out-of-range compare previous_period'],
    ],
    [{ metric: 'follower_count', since: '2024-01-16', until: '2024-02-14' }, []],
    [{ metric: 'follower_count', since: '2024-01-15', until: '2024-02-14' }, ['error out-of-range since 2024-01-15']],
    [{ metric: 'follower_count', range: 'last_30_days' }, []],
    [{ metric: 'follower_count', range: 'last_90_days' }, ['error out-of-range range last_90_days']],
    [{ metric: 'follower_count', compare: 'previous_period' }, ['warning out-of-range compare previous_period']],
    [{ metric: 'follower_count', range: 'last_14_days', compare: 'previous_period' }, []],
    [{ metric: 'reach,online_followers', range: 'last_90_days' }, ['error conflict metric reach,online_followers']],
  ];
  for (const [input, expected] of days) {
    it(`${JSON.stringify(input)}: ${expected.join(' + ') || 'no issue'}`, () => {
      assert.deepEqual(short(ask({ metric: 'reach', ...input }, { now })), expected);
    });
  }

  it('go by the clock of Los Angeles', () => {
    const tonight = { metric: 'reach', since: '2024-02-15', until: '2024-02-15' };
    assert.deepEqual(short(ask(tonight, { now: Date.parse('2024-02-15T07:59:59Z') })), [
      'error out-of-range since 2024-02-15',
    ]);
    assert.deepEqual(ask(tonight, { now: new Date('2024-02-15T08:00:00Z') }), []);
  });

  it('suggests to exchange since and until', () => {
    const [issue] = ask({ metric: 'reach', since: '2024-01-31', until: '2024-01-01' });
    assert.equal(issue?.suggestion, '2024-01-01');
  });
});

describe('validateQuery, of daily', () => {
  const conflict = ['warning conflict daily true'];
  const cases: readonly (readonly [QueryInput, readonly string[]])[] = [
    [{ metric: 'likes', daily: true }, []],
    [{ metric: 'likes', daily: 'true' }, []],
    [{ metric: 'likes', daily: ['true'] }, []],
    [{ metric: 'likes', daily: false }, []],
    [{ metric: 'likes', daily: 'false' }, []],
    [{ metric: 'likes', daily: '' }, []],
    [{ metric: 'likes', daily: null }, []],
    [{ metric: 'likes', daily: 'yes' }, ['error unknown daily yes']],
    [{ metric: 'likes', daily: 'TRUE' }, ['error unknown daily TRUE']],
    [{ metric: 'likes', daily: 1 }, ['error unknown daily 1']],
    [{ metric: 'likes', daily: {} }, ['error unknown daily [object]']],
    [{ metric: 'likes', daily: 'true,true' }, ['error unknown daily true,true']],
    [{ metric: 'likes', metricType: 'total_value', breakdown: 'media_product_type', daily: true }, []],
    [{ metric: 'likes,shares', daily: true }, []],
    [{ metric: 'follows_and_unfollows', daily: true }, []],
    [{ metric: 'accounts_engaged', daily: true, since: '2023-02-16', until: '2024-02-15' }, []],
    // It has a series, and is asked for that.
    [{ metric: 'reach', daily: true }, []],
    [{ metric: 'reach', breakdown: 'follow_type', daily: true }, []],
    [{ metric: 'reach', metricType: 'time_series', daily: true }, conflict],
    [{ metric: 'follower_count', daily: true }, conflict],
    [{ metric: 'online_followers', daily: true }, conflict],
    [{ metric: 'reach,follower_count', daily: true }, conflict],
    [{ metric: 'follower_count', daily: false }, []],
    [{ metric: 'follower_demographics', breakdown: 'age', daily: true }, ['error not-allowed daily true']],
    [{ metric: 'follower_demographics', breakdown: 'age', daily: false }, []],
    [
      { metric: 'likes', daily: true, since: '2020-01-01', until: '2020-01-31' },
      ['error out-of-range since 2020-01-01'],
    ],
    [{ daily: true }, ['error missing metric']],
    [{ metric: 'reech', daily: true }, ['error unknown metric reech']],
  ];
  for (const [input, expected] of cases) {
    it(`${JSON.stringify(input)}: ${expected.join(' + ') || 'no issue'}`, () =>
      assert.deepEqual(short(ask(input, { now })), expected));
  }

  it('says what is allowed, and why not', () => {
    const [garbage] = ask({ metric: 'likes', daily: 'yes' });
    assert.deepEqual(garbage?.allowed, ['true']);
    assert.equal(ask({ metric: 'likes', daily: 'True' })[0]?.suggestion, 'true');
    const [people] = ask({ metric: 'follower_demographics', breakdown: 'age', daily: true });
    assert.match(people?.message ?? '', /^follower_demographics takes a timeframe.* Remove daily\.$/);
  });
});
