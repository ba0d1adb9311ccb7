import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  changesFor,
  defaultGraphVersion,
  formerMetrics,
  graphVersions,
  isMetricName,
  type LifecycleChange,
  type LifecycleSubject,
  lifecycle,
  metricNames,
  metricTypes,
  newestGraphVersion,
  readVersion,
  refusedBy,
  timeframes,
} from '../../src/spec/index.js';

describe('lifecycle', () => {
  it('names real metrics, known versions and what is really there instead', () => {
    const legal: readonly string[] = [...metricNames, ...timeframes, ...metricTypes];
    for (const change of lifecycle) {
      assert.ok(change.metrics.length > 0);
      for (const metric of change.metrics) assert.ok(isMetricName(metric), metric);
      for (const name of change.replacement) assert.ok(legal.includes(name), name);
      assert.ok(graphVersions.some(({ version }) => version === change.version));
      assert.ok(change.since <= change.everywhere);
    }
  });

  it('never replaces a value by one that is retired too', () => {
    for (const { timeframes: gone = [], metricTypes: goneTypes = [], replacement } of lifecycle) {
      for (const name of replacement) assert.ok(![...gone, ...goneTypes].some((value) => value === name), name);
    }
  });

  it('has the versions in order, without a hole', () => {
    graphVersions.forEach(({ version, since, until }, index) => {
      assert.equal(version, 18 + index);
      if (until !== undefined) assert.ok(since < until);
      assert.ok(since > (graphVersions[index - 1]?.since ?? ''));
    });
  });
});

describe('formerMetrics', () => {
  it('are no metrics of the registry, and what replaces them is', () => {
    for (const { names, replacement, version, since, everywhere } of formerMetrics) {
      assert.ok(names.length > 0 && !names.some(isMetricName));
      assert.ok(replacement.every(isMetricName));
      assert.equal(graphVersions.find((graph) => graph.version === version)?.since, since);
      assert.ok(since < everywhere);
    }
  });
});

describe('readVersion', () => {
  const cases: readonly (readonly [unknown, number | undefined])[] = [
    ['v22.0', 22],
    ['v22', 22],
    ['22.0', 22],
    [' 22 ', 22],
    [22, 22],
    ['v18.0', 18],
    ['v27.0', newestGraphVersion],
    [999, newestGraphVersion],
    [defaultGraphVersion, 25],
    ['', undefined],
    ['v', undefined],
    ['v22.0/', undefined],
    ['22,0', undefined],
    ['-1', undefined],
    [22.5e9, undefined],
    [undefined, undefined],
    [null, undefined],
    [['22'], undefined],
    [Object.create(null), undefined],
    [Symbol('22'), undefined],
  ];
  for (const [text, expected] of cases) {
    it(`${typeof text === 'string' ? `"${text}"` : typeof text} -> ${expected}`, () => {
      assert.equal(readVersion(text), expected);
    });
  }

  it('knows the newest of the list as the newest', () => {
    assert.equal(graphVersions.at(-1)?.version, newestGraphVersion);
  });
});

describe('changesFor', () => {
  const cases: readonly (readonly [LifecycleSubject, readonly string[]])[] = [
    [{ metric: 'reach' }, []],
    [{ metric: 'impressions' }, ['retired v22']],
    [{ metric: 'views' }, ['added v22']],
    [{ metric: 'profile_views' }, []],
    [{ metric: 'profile_views', metricType: 'total_value' }, []],
    [{ metric: 'profile_views', metricType: 'time_series' }, ['retired v21']],
    [{ metric: 'engaged_audience_demographics' }, []],
    [{ metric: 'engaged_audience_demographics', timeframe: 'this_month' }, []],
    [{ metric: 'engaged_audience_demographics', timeframe: 'prev_month' }, ['retired v20']],
    [{ metric: 'follower_demographics', timeframe: 'prev_month' }, []],
  ];
  for (const [subject, expected] of cases) {
    it(`${Object.values(subject).join(' ')}: ${expected.join(' ') || 'none'}`, () => {
      assert.deepEqual(
        changesFor(subject).map(({ change, version }) => `${change} v${version}`),
        expected,
      );
    });
  }
});

describe('refusedBy', () => {
  const find = (subject: LifecycleSubject): LifecycleChange => changesFor(subject)[0] as LifecycleChange;
  const impressions = find({ metric: 'impressions' });
  const views = find({ metric: 'views' });
  const reposts = find({ metric: 'reposts' });
  const prevMonth = find({ metric: 'reached_audience_demographics', timeframe: 'prev_month' });
  const cases: readonly (readonly [string, LifecycleChange, number, string, boolean])[] = [
    ['impressions', impressions, 21, '2025-04-20', false],
    ['impressions', impressions, 21, '2025-04-21', true],
    ['impressions', impressions, 22, '2025-01-21', true],
    ['views', views, 21, '2025-01-20', true],
    ['views', views, 21, '2025-01-21', false],
    ['views', views, 22, '2025-01-21', false],
    ['reposts', reposts, 24, '2025-12-02', true],
    ['reposts', reposts, 24, '2025-12-03', false],
    ['prev_month', prevMonth, 19, '2024-08-18', false],
    ['prev_month', prevMonth, 19, '2024-08-19', true],
    ['prev_month', prevMonth, 20, '2024-05-21', true],
  ];
  for (const [name, change, version, today, expected] of cases) {
    it(`${name} at v${version} on ${today}: ${expected}`, () =>
      assert.equal(refusedBy(change, version, today), expected));
  }
});
