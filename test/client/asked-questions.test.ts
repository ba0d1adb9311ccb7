import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expandQuestions, readQuestions } from '../../src/client/asked-questions.js';
import { InsightsError, isInsightsError, type QueryInput, queryKey } from '../../src/spec/index.js';

const now = Date.parse('2026-03-20T19:00:00Z');
const keys = (...lines: QueryInput[]): string[] => expandQuestions(lines, { now }).map(queryKey);
const days = '2026-02-20|2026-03-19';
const before = '2026-01-23|2026-02-19';

describe('expandQuestions', () => {
  const cases: readonly [string, QueryInput, readonly string[]][] = [
    [
      'a metric with a series',
      { metric: 'reach' },
      [`reach|day|total_value|||${days}`, `reach|day|time_series|||${days}`],
    ],
    ['one without', { metric: 'likes' }, [`likes|day|total_value|||${days}`]],
    [
      'one by days',
      { metric: 'likes', daily: true },
      [`likes|day|total_value|||${days}`, `likes|day|total_value|||${days}|daily`],
    ],
    [
      'a comparison',
      { metric: 'likes', range: 'last_28_days', compare: 'previous_period' },
      [`likes|day|total_value|||${days}`, `likes|day|total_value|||${before}`],
    ],
    [
      'one that the API does not remember',
      { metric: 'follower_count', compare: 'previous_period' },
      [`follower_count|day|time_series|||${days}`],
    ],
    ['a breakdown', { metric: 'reach', breakdown: 'follow_type' }, [`reach|day|total_value||follow_type|${days}`]],
    [
      'followers gained and lost',
      { metric: 'follows_and_unfollows', compare: 'previous_period' },
      [`follows_and_unfollows|day|total_value||follow_type|${days}`],
    ],
    [
      'people',
      { metric: 'follower_demographics', breakdown: 'age,gender' },
      ['follower_demographics|lifetime|total_value|this_month|age+gender||'],
    ],
    [
      'several of a trend',
      { metric: 'likes,saves', daily: 'true' },
      ['likes', 'saved'].flatMap((name) => [
        `${name}|day|total_value|||${days}`,
        `${name}|day|total_value|||${days}|daily`,
      ]),
    ],
    [
      'days by name',
      { metric: 'likes', since: '2026-03-01', until: '2026-03-07' },
      ['likes|day|total_value|||2026-03-01|2026-03-07'],
    ],
  ];
  for (const [name, line, expected] of cases) {
    it(name, () => assert.deepEqual(keys(line).toSorted(), [...expected].toSorted()));
  }

  it('asks nothing twice', () => {
    assert.deepEqual(keys({ metric: 'likes' }, { metric: 'likes', range: 'last_28_days' }), keys({ metric: 'likes' }));
  });

  it('says which line is wrong, and why', () => {
    assert.throws(
      () => keys({ metric: 'likes' }, { metric: 'reech' }),
      (error) => {
        assert.ok(isInsightsError(error));
        assert.match(error.message, /^Question 2 is none that Instagram answers\..*reach/);
        assert.equal(error.issues[0]?.suggestion, 'reach');
        return true;
      },
    );
  });
});

describe('readQuestions', () => {
  it('takes attributes by their names on an element', () => {
    assert.deepEqual(readQuestions([{ metric: 'reach', 'metric-type': 'time_series' }]), [
      { metric: 'reach', metricType: 'time_series' },
    ]);
  });

  const wrong: readonly [string, unknown, RegExp][] = [
    ['no list', { metric: 'reach' }, /are a list/],
    ['an empty one', [], /at least one/],
    ['a text', ['reach'], /Question 1 is no object/],
    [
      'an attribute that is none',
      [{ metric: 'reach' }, { metrics: 'reach' }],
      /Question 2 has "metrics", which is no attribute\. Did you mean "metric"\?/,
    ],
    [
      'a name that every object has',
      [{ constructor: 'x' }],
      /"constructor", which is no.*Allowed: metric, .*metric-type/,
    ],
    ['a token for a name', [{ [`EAAB${'x'.repeat(60)}`]: 'x' }], /^(?!.*x{20})Question 1 has /],
  ];
  for (const [name, json, words] of wrong) {
    it(`refuses ${name}`, () => {
      assert.throws(
        () => readQuestions(json),
        (error) => error instanceof InsightsError && words.test(error.message),
      );
    });
  }
});
