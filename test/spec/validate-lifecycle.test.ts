import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { QueryInput } from '../../src/spec/index.js';
import { ask, now, short } from './asking.js';

describe('validateQuery, of versions', () => {
  const versions: readonly (readonly [QueryInput, string | number | undefined, string, readonly string[]])[] = [
    [{ metric: 'impressions' }, 'v21.0', '2025-02-01', ['warning retired metric impressions']],
    [{ metric: 'impressions' }, undefined, '2025-02-01', ['warning retired metric impressions']],
    [{ metric: 'impressions' }, 'newest', '2025-02-01', ['warning retired metric impressions']],
    [{ metric: 'impressions' }, 'v22.0', '2025-02-01', ['error retired metric impressions']],
    [{ metric: 'impressions' }, 22, '2025-02-01', ['error retired metric impressions']],
    [{ metric: 'impressions' }, 'v99.0', '2026-02-01', ['error retired metric impressions']],
    [{ metric: 'reach,impressions' }, 'v25.0', '2026-02-01', ['error retired metric impressions']],
    [{ metric: 'views' }, 'v19.0', '2024-02-15', ['warning too-new metric views']],
    [{ metric: 'views' }, 'v19.0', '2025-02-15', []],
    [{ metric: 'views' }, undefined, '2024-02-15', []],
    [{ metric: 'reposts' }, 'v24.0', '2025-12-02', ['warning too-new metric reposts']],
    [{ metric: 'reposts' }, 'v24.0', '2025-12-04', []],
    [{ metric: 'total_interactions' }, 'v17.0', '2023-10-01', ['warning too-new metric total_interactions']],
    [{ metric: 'engaged_audience_demographics', timeframe: 'this_week' }, 'v26.0', '2026-08-01', []],
    [{ metric: 'follower_demographics', timeframe: 'last_30_days' }, 'v26.0', '2026-08-01', []],
    [
      { metric: 'reached_audience_demographics', timeframe: ['prev_month'] },
      'v20.0',
      '2024-06-01',
      ['error retired timeframe prev_month'],
    ],
    [
      { metric: 'profile_views', metricType: 'time_series' },
      'v21.0',
      '2025-02-01',
      ['error retired metric-type time_series'],
    ],
    [
      { metric: 'website_clicks', metricType: 'time_series' },
      'v19.0',
      '2024-02-15',
      ['error retired metric-type time_series'],
    ],
    [
      { metric: 'likes', metricType: 'time_series' },
      'v21.0',
      '2025-02-01',
      ['error not-allowed metric-type time_series'],
    ],
    [{ metric: 'profile_views' }, 'v26.0', '2026-08-01', []],
    [{ metric: 'audience_country' }, 'v26.0', '2026-08-01', ['error retired metric audience_country']],
    [{ metric: 'reach,email_contacts' }, undefined, '2024-01-01', ['error retired metric email_contacts']],
  ];
  for (const [input, apiVersion, day, expected] of versions) {
    it(`${JSON.stringify(input)} at ${apiVersion} on ${day}: ${expected.join(' + ') || 'no issue'}`, () => {
      const breakdown = String(input.metric).endsWith('demographics') ? 'age' : undefined;
      const issues = ask({ ...input, breakdown }, { apiVersion, now: Date.parse(`${day}T20:00:00Z`) });
      assert.deepEqual(short(issues), expected);
    });
  }

  it('names the replacement and the dates', () => {
    const [issue] = ask({ metric: 'impressions' }, { apiVersion: 'v22.0', now });
    assert.equal(issue?.suggestion, 'views');
    assert.deepEqual(issue?.allowed, ['views']);
    assert.equal(
      issue?.message,
      'Instagram retired impressions with Graph v22.0 (2025-01-21), in every version on 2025-04-21. Ask for "views" instead.',
    );
  });

  it('says when a metric type went, and what to ask instead', () => {
    for (const options of [
      { apiVersion: 'v26.0', now },
      { apiVersion: 'v19.0', now },
      { apiVersion: undefined, now },
    ]) {
      const issues = ask({ metric: 'profile_views', metricType: 'time_series' }, options);
      assert.deepEqual(short(issues), ['error retired metric-type time_series']);
      assert.equal(issues[0]?.suggestion, 'total_value');
      assert.deepEqual(issues[0]?.allowed, ['total_value']);
      for (const date of ['2024-10-02', '2025-01-08']) assert.ok(issues[0]?.message.includes(date));
    }
  });

  it('says of which metric a timeframe is gone', () => {
    const [issue] = ask(
      { metric: 'engaged_audience_demographics', timeframe: 'last_90_days', breakdown: 'age' },
      { apiVersion: 'v20.0', now },
    );
    assert.deepEqual(issue?.allowed, ['this_month', 'this_week']);
    assert.match(issue?.message ?? '', /timeframe "last_90_days" of engaged_audience_demographics/);
  });
});
