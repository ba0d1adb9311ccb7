import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  breakdowns,
  descriptions,
  isMetricName,
  lifecycle,
  type MetricName,
  type MetricSpec,
  metricByWireName,
  metricNames,
  metricTypes,
  openBreakdowns,
  periods,
  specOf,
  timeframes,
  wireName,
} from '../../src/spec/index.js';

type Row = readonly [
  metric: string,
  period: string,
  timeframes: string,
  breakdowns: string,
  metricTypes: string,
  follows?: number,
];

/** Instagram's tables, copied by hand, in their order. The last column: below how many followers nothing is returned. */
const interaction: readonly Row[] = [
  ['impressions', 'day', '', '', 'total_value time_series'],
  ['reach', 'day', '', 'media_product_type follow_type', 'total_value time_series'],
  ['total_interactions', 'day', '', 'media_product_type', 'total_value'],
  ['accounts_engaged', 'day', '', '', 'total_value'],
  ['likes', 'day', '', 'media_product_type', 'total_value'],
  ['comments', 'day', '', 'media_product_type', 'total_value'],
  ['saved', 'day', '', 'media_product_type', 'total_value'],
  ['shares', 'day', '', 'media_product_type', 'total_value'],
  ['replies', 'day', '', '', 'total_value'],
  ['follows_and_unfollows', 'day', '', 'follow_type', 'total_value', 100],
  ['profile_links_taps', 'day', '', 'contact_button_type', 'total_value'],
  ['website_clicks', 'day', '', '', 'total_value'],
  ['profile_views', 'day', '', '', 'total_value'],
];
const sixTimeframes = 'last_14_days last_30_days last_90_days prev_month this_month this_week';
const demographic: readonly Row[] = [
  ['engaged_audience_demographics', 'lifetime', sixTimeframes, 'age city country gender', 'total_value', 100],
  ['reached_audience_demographics', 'lifetime', sixTimeframes, 'age city country gender', 'total_value', 100],
  ['follower_demographics', 'lifetime', sixTimeframes, 'age city country gender', 'total_value', 100],
];
const live: readonly Row[] = [
  ['views', 'day', '', 'media_product_type follow_type', 'total_value'],
  ['reposts', 'day', '', 'media_product_type', 'total_value'],
  ['follower_count', 'day', '', '', 'time_series', 100],
  ['online_followers', 'lifetime', '', '', 'time_series', 100],
];

const words = (text: string): string[] => text.split(' ').filter(Boolean);
const specs: readonly (readonly [string, MetricSpec])[] = metricNames.map((name) => [name, specOf(name)]);

describe('metrics', () => {
  it('are the 16 of the reference and 4 newer ones, in this order', () => {
    assert.deepEqual(
      metricNames,
      [...interaction, ...demographic, ...live].map(([name]) => name),
    );
  });

  const tables: readonly (readonly [readonly Row[], MetricSpec['kind'], MetricSpec['source']])[] = [
    [interaction, 'interaction', 'reference'],
    [demographic, 'demographic', 'reference'],
    [live, 'interaction', 'live'],
  ];
  for (const [table, kind, source] of tables) {
    for (const [name, period, frames, cuts, types, minFollowers] of table) {
      it(`${name} is as Instagram documents it`, () => {
        assert.ok(isMetricName(name));
        const spec = specOf(name);
        assert.deepEqual(
          [spec.kind, spec.source, spec.periods, spec.timeframes, spec.breakdowns, spec.metricTypes, spec.minFollowers],
          [kind, source, [period], words(frames), words(cuts), words(types), minFollowers],
        );
        assert.match(spec.doc.url, /^https:\/\/developers\.facebook\.com\//);
        assert.equal(spec.doc.date, source === 'reference' ? '2024-02-01' : '2026-09-11');
      });
    }
  }

  it('lists hold each API value once', () => {
    for (const list of [periods, timeframes, breakdowns, metricTypes, openBreakdowns, metricNames]) {
      assert.equal(new Set<string>(list).size, list.length);
    }
  });

  for (const [name, spec] of specs) {
    it(`${name} does not contradict itself`, () => {
      assert.equal(new Set(spec.breakdowns).size, spec.breakdowns.length);
      for (const partition of spec.partitions) assert.ok(spec.breakdowns.includes(partition), partition);
      if (spec.impliedBreakdown) assert.ok(spec.breakdowns.includes(spec.impliedBreakdown));
      if (spec.rowMeanings) assert.ok(spec.impliedBreakdown);
      if (spec.defaultTimeframe) assert.ok(spec.timeframes.includes(spec.defaultTimeframe));
      // Demographics are people with a timeframe; whatever takes breakdowns answers a total.
      assert.equal(spec.timeframes.length > 0, spec.kind === 'demographic');
      if (spec.breakdowns.length > 0) assert.ok(spec.metricTypes.includes('total_value'));
    });

    it(`${name} is named and described in our own words`, () => {
      assert.match(spec.label, /^[A-Z][a-z]+( [a-z]+)*$/);
      assert.match(descriptions[name as MetricName], /^[A-Z].{10,140}\.$/);
    });
  }

  it('have labels and descriptions of their own', () => {
    assert.equal(new Set(specs.map(([, { label }]) => label)).size, specs.length);
    assert.equal(new Set(Object.values(descriptions)).size, specs.length);
  });

  it('never lets the rows of unique accounts pass for parts of a whole', () => {
    const unique = specs.filter(([, { counts }]) => counts === 'unique accounts');
    assert.deepEqual(
      unique.map(([name, { partitions, estimated }]) => [name, partitions, estimated]),
      [
        ['reach', [], true],
        ['accounts_engaged', [], true],
      ],
    );
  });

  it('know what follows_and_unfollows answers', () => {
    const { impliedBreakdown, rowMeanings } = specOf('follows_and_unfollows');
    assert.equal(impliedBreakdown, 'follow_type');
    assert.deepEqual(rowMeanings, { FOLLOWER: 'gained', NON_FOLLOWER: 'lost' });
  });

  it('cap demographics at 45 rows, and ask for one timeframe that every version takes', () => {
    const retired = new Set(lifecycle.flatMap((change) => change.timeframes ?? []));
    const asked = new Set<string | undefined>();
    for (const [name] of demographic) {
      assert.ok(isMetricName(name));
      const { cap, counts, defaultTimeframe } = specOf(name);
      // Another one than the others' would be another call.
      asked.add(defaultTimeframe);
      assert.deepEqual([cap, counts], [45, 'people']);
      assert.ok(defaultTimeframe && !retired.has(defaultTimeframe), name);
    }
    assert.equal(asked.size, 1);
  });

  it('remember 30 days of followers', () => {
    assert.deepEqual(
      specs.filter(([, { memoryDays }]) => memoryDays !== undefined).map(([name, spec]) => [name, spec.memoryDays]),
      [
        ['follower_count', 30],
        ['online_followers', 30],
      ],
    );
  });
});

describe('isMetricName', () => {
  const cases: readonly (readonly [string, boolean])[] = [
    ['reach', true],
    ['saved', true],
    ['saves', false],
    ['Reach', false],
    ['', false],
    ['constructor', false],
    ['__proto__', false],
  ];
  for (const [name, expected] of cases)
    it(`${name || '(empty)'}: ${expected}`, () => assert.equal(isMetricName(name), expected));
});

describe('wireName', () => {
  it('is the name itself, but for saved', () => {
    assert.deepEqual(
      metricNames.filter((name) => wireName(name) !== name).map((name) => [name, wireName(name)]),
      [['saved', 'saves']],
    );
  });

  it('is another for every metric', () => {
    assert.equal(new Set(metricNames.map(wireName)).size, metricNames.length);
  });
});

describe('metricByWireName', () => {
  it('undoes wireName', () => {
    for (const name of metricNames) assert.equal(metricByWireName(wireName(name)), name);
  });

  it('takes the reference spelling, and knows no others', () => {
    assert.equal(metricByWireName('saved'), 'saved');
    assert.equal(metricByWireName('threads_likes'), undefined);
    assert.equal(metricByWireName('toString'), undefined);
  });
});
