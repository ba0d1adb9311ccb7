import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { QueryInput } from '../../src/spec/index.js';
import { ask, now, short } from './asking.js';

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
