import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSandbox, type SandboxOptions } from '../../src/sandbox/index.js';
import { addDays, isInsightsError, metricNames, metrics, readResults, wireName } from '../../src/spec/index.js';
import { ago, ask, days, type Params, today } from './ask.js';

interface Case {
  readonly when: string;
  readonly params: Params;
  readonly options?: SandboxOptions;
  readonly path?: string;
  readonly message: string | RegExp;
}

const enum2026 =
  'reach, follower_count, website_clicks, profile_views, online_followers, accounts_engaged, total_interactions, likes, comments, shares, saves, replies, engaged_audience_demographics, reached_audience_demographics, follower_demographics, follows_and_unfollows, profile_links_taps, views, threads_likes, threads_replies, reposts, quotes, threads_followers, threads_follower_demographics, content_views, threads_views, threads_clicks, threads_reposts';
const enum2023 =
  'impressions, reach, follower_count, email_contacts, phone_call_clicks, text_message_clicks, get_directions_clicks, website_clicks, profile_views, audience_gender_age, audience_locale, audience_country, audience_city, online_followers, accounts_engaged, total_interactions, likes, comments, shares, saves, replies, engaged_audience_demographics, reached_audience_demographics, follower_demographics, follows_and_unfollows, profile_links_taps';
const in2024: SandboxOptions = { apiVersion: 'v19.0', now: Date.parse('2024-03-15T19:00:00Z') };
const total = { metric_type: 'total_value' };
const people = { metric: 'follower_demographics', period: 'lifetime', ...total, breakdown: 'age' };
const engaged = { ...people, metric: 'engaged_audience_demographics' };
const tooOld = '(#100) since param is not valid. Metrics data is available for the last 2 years';
const tooLong = '(#100) There cannot be more than 30 days (2592000 s) between since and until';
const shortMemory =
  '(#100) (follower_count) metric only supports querying data for the last 30 days excluding the current day';
const breakdownEnum = 'country, city, age, gender, follow_type, media_product_type, contact_button_type';

/** Parameters are beside `period=day`; the code is 100 and the status 400 in every case. */
const cases: readonly Case[] = [
  { when: 'no metric', params: {}, message: '(#100) The parameter metric is required' },
  {
    when: 'an unknown metric',
    params: { metric: 'raech' },
    message: `(#100) metric[0] must be one of the following values: ${enum2026}`,
  },
  {
    when: "the reference's spelling of saves",
    params: { metric: 'likes,saved', ...total },
    message: `(#100) metric[1] must be one of the following values: ${enum2026}`,
  },
  {
    when: 'an unknown metric in 2024',
    options: in2024,
    params: { metric: 'views' },
    message: `(#100) metric[0] must be one of the following values: ${enum2023}`,
  },
  {
    when: 'reposts before there were any',
    options: in2024,
    params: { metric: 'reposts', ...total },
    message: /^\(#100\) metric\[0\] must be one of/,
  },
  { when: 'an empty item in the list', params: { metric: 'reach,' }, message: /^\(#100\) metric\[1\] must be one of/ },
  {
    when: 'impressions on v22 and above',
    params: { metric: 'impressions' },
    message: '(#100) Starting from version 22 and above, the impressions metric is no longer supported',
  },
  {
    when: 'impressions on an old version, late',
    path: 'v19.0/me/insights',
    params: { metric: 'impressions' },
    message: /the impressions metric is no longer supported$/,
  },
  { when: 'no period', params: { metric: 'reach', period: '' }, message: '(#100) The parameter period is required' },
  {
    when: 'an unknown period',
    params: { metric: 'reach', period: 'daily' },
    message: '(#100) period must be one of the following values: day, week, days_28, month, lifetime, total_over_range',
  },
  {
    when: 'the wrong period',
    params: { metric: 'online_followers', period: 'week' },
    message: '(#100) The following periods (week) are incompatible with the metric (online_followers)',
  },
  {
    when: 'demographics by day',
    params: { ...people, period: 'day' },
    message: '(#100) The following periods (day) are incompatible with the metric (follower_demographics)',
  },
  {
    when: 'one metric of another period',
    params: { metric: 'reach,online_followers' },
    message: '(#100) The following periods (day) are incompatible with the metric (online_followers)',
  },
  {
    when: 'an unknown metric type',
    params: { metric: 'reach', metric_type: 'total' },
    message: '(#100) metric_type must be one of the following values: default, time_series, total_value',
  },
  {
    when: 'no metric type where a total is all there is',
    params: { metric: 'views,profile_views,reach,likes' },
    message:
      '(#100) The following metrics (views,profile_views,likes) should be specified with parameter metric_type=total_value',
  },
  {
    when: 'a series of what has none',
    params: { metric: 'saves', metric_type: 'time_series' },
    message: '(#100) The following metrics (saves) should be specified with parameter metric_type=total_value',
  },
  {
    when: 'a total of what has none',
    params: { metric: 'reach,follower_count', ...total },
    message: '(#100) The following metrics (follower_count) should be specified with parameter metric_type=time_series',
  },
  {
    when: 'an unknown breakdown',
    params: { metric: 'reach', ...total, breakdown: 'follower_type' },
    message: `(#100) breakdown[0] must be one of the following values: ${breakdownEnum}`,
  },
  {
    when: 'a second, unknown breakdown',
    params: { metric: 'reach', ...total, breakdown: 'follow_type,planet' },
    message: `(#100) breakdown[1] must be one of the following values: ${breakdownEnum}`,
  },
  {
    when: 'a breakdown of what has none',
    params: { metric: 'reach,likes', ...total, breakdown: 'follow_type' },
    message: '(#100) Incompatible breakdowns (follow_type) for metric (likes)',
  },
  {
    when: 'two wrong breakdowns',
    params: { metric: 'reach', ...total, breakdown: 'age,city' },
    message: '(#100) Incompatible breakdowns (age, city) for metric (reach)',
  },
  {
    when: 'an unknown timeframe',
    params: { ...people, timeframe: 'last_year' },
    message:
      '(#100) timeframe must be one of the following values: last_14_days, last_30_days, last_90_days, prev_month, this_month, this_week',
  },
  {
    when: 'a retired timeframe',
    params: { ...engaged, timeframe: 'last_90_days' },
    message: '(#100) timeframe must be one of the following values: this_month, this_week',
  },
  {
    when: 'a retired timeframe on an old version, late',
    path: 'v19.0/me/insights',
    params: { ...engaged, timeframe: 'prev_month' },
    message: /^\(#100\) timeframe must be/,
  },
  { when: 'more than 30 days', params: { metric: 'reach', ...days(ago(35), ago(5)) }, message: tooLong },
  {
    when: '30 days over the November change',
    params: { metric: 'reach', ...days('2026-10-20', '2026-11-18') },
    message: tooLong,
  },
  {
    when: 'since after until',
    params: { metric: 'reach', since: ago(3), until: ago(9) },
    message: /^\(#100\) since param is not valid/,
  },
  { when: 'since before the API remembers', params: { metric: 'reach', ...days(ago(730), ago(725)) }, message: tooOld },
  {
    when: 'since that has not come',
    params: { metric: 'reach', ...days(addDays(today, 1), addDays(today, 2)) },
    message: tooOld,
  },
  {
    when: 'follower_count of more than 30 days ago',
    params: { metric: 'follower_count', ...days(ago(31), ago(20)) },
    message: shortMemory,
  },
  {
    when: 'reach and follower_count of more than 30 days ago',
    params: { metric: 'reach,follower_count', ...days(ago(40), ago(35)) },
    message: shortMemory,
  },
  {
    when: 'online_followers of more than 30 days ago',
    params: { metric: 'online_followers', period: 'lifetime', ...days(ago(33), ago(31)) },
    message: /^\(#100\) \(online_followers\) metric only supports/,
  },
  {
    when: 'since that is no time',
    params: { metric: 'reach', since: 'yesterday' },
    message: /^\(#100\) since param is not valid/,
  },
  {
    when: 'until that is no day',
    params: { metric: 'reach', since: ago(2), until: '2026-02-30' },
    message: /^\(#100\) until param is not valid/,
  },
  {
    when: 'an unknown field',
    path: 'me',
    params: { fields: 'username,likes' },
    message: '(#100) Tried accessing nonexisting field (likes)',
  },
  {
    when: 'a field of every object',
    path: 'me',
    params: { fields: 'constructor' },
    message: '(#100) Tried accessing nonexisting field (constructor)',
  },
  {
    when: 'an unknown edge',
    path: 'me/media',
    params: {},
    message: '(#100) Tried accessing nonexisting field (media)',
  },
];

const assertMessage = (actual: string | undefined, expected: string | RegExp): void =>
  typeof expected === 'string' ? assert.equal(actual, expected) : assert.match(actual ?? '', expected);

describe('createSandbox: what it refuses', () => {
  for (const { when, params, options = {}, path = 'me/insights', message } of cases) {
    it(when, async () => {
      const { status, json } = await ask(options, path, { period: 'day', ...params });
      assertMessage(json.error?.message, message);
      assert.deepEqual([status, json.error?.code, json.error?.error_subcode], [400, 100, undefined]);
      assert.equal(json.error?.type, 'OAuthException');
      assert.match(json.error?.fbtrace_id ?? '', /^A\w{5,31}$/);
      assert.throws(() => readResults(json), isInsightsError);
    });
  }

  for (const id of ['17841405822304', '99999999999999999', 'default', '1784140582230491x']) {
    it(`the id ${id}`, async () => {
      for (const path of [id, `${id}/insights`]) {
        const { status, json } = await ask({}, path, { metric: 'reach', period: 'day' });
        assert.deepEqual([status, json.error?.code, json.error?.error_subcode], [400, 100, 33]);
        const text = `Unsupported get request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`;
        assert.equal(json.error?.message, text);
      }
    });
  }

  it('every method but GET', async () => {
    const { fetch, accessToken } = createSandbox();
    const response = await fetch(`https://graph.test/me?access_token=${accessToken}`, { method: 'POST' });
    const { error } = await response.json();
    assert.deepEqual([response.status, error.code, error.error_subcode], [400, 100, 33]);
    assert.match(error.message, /^Unsupported post request\./);
  });

  it('a path that goes on', async () => {
    const { status, json } = await ask({}, 'me/insights/reach/day/more');
    assert.deepEqual([status, json.error?.code, json.error?.message], [400, 2500, 'Unknown path components: /more']);
  });

  const tokens = [
    { token: '', code: 104, subcode: undefined, message: 'An access token is required to request this resource.' },
    {
      token: 'expired-0123456789',
      code: 190,
      subcode: 463,
      message: /^Error validating access token: Session has expired on /,
    },
    {
      token: 'invalid-0123456789',
      code: 190,
      subcode: undefined,
      message: 'Malformed access token invalid-0123456789',
    },
  ];
  for (const { token, code, subcode, message } of tokens) {
    it(`the token "${token}", in the URL and in the header`, async () => {
      const { fetch } = createSandbox();
      const inUrl = await fetch(`https://graph.test/me?access_token=${token}`);
      const inHeader = await fetch('https://graph.test/me', {
        headers: token ? { Authorization: `Bearer ${token}` } : {},
      });
      for (const response of [inUrl, inHeader]) {
        const { error } = await response.json();
        assert.deepEqual([response.status, error.code, error.error_subcode], [400, code, subcode]);
        assertMessage(error.message, message);
      }
    });
  }
});

describe('createSandbox: what it answers', () => {
  // 2024, on v19: when every metric of the reference was alive.
  for (const metric of metricNames.filter((name) => metrics[name].source === 'reference')) {
    const spec: {
      timeframes: readonly string[];
      breakdowns: readonly string[];
      metricTypes: readonly string[];
      periods: readonly string[];
    } = metrics[metric];
    it(`every legal question about ${metric}`, async () => {
      for (const type of spec.metricTypes) {
        for (const by of ['', ...(type === 'total_value' ? spec.breakdowns : [])]) {
          for (const timeframe of ['', ...spec.timeframes]) {
            const params = {
              metric: wireName(metric),
              period: spec.periods[0] ?? '',
              metric_type: type,
              breakdown: by,
              timeframe,
            };
            const { status, json } = await ask(in2024, 'v19.0/me/insights', params);
            assert.equal(status, 200, JSON.stringify(params));
            const [result] = readResults(json);
            assert.equal(result?.metric, wireName(metric));
            assert.equal(result?.breakdowns?.[0]?.dimensions.join(), by === '' ? undefined : by);
            if (by !== '') assert.ok((result?.breakdowns?.[0]?.rows.length ?? 0) > 1, JSON.stringify(params));
            else if (type === 'time_series') assert.equal(result?.series?.length, 2);
            else
              assert.equal(
                typeof result?.total,
                spec.timeframes.length > 0 || metric === 'follows_and_unfollows' ? 'undefined' : 'number',
              );
          }
        }
      }
    });
  }

  const changed: readonly { when: string; options: SandboxOptions; metric: string; offered: boolean }[] = [
    { when: 'impressions on v19 in 2024', options: in2024, metric: 'impressions', offered: true },
    {
      when: 'impressions on v21 in February 2025',
      options: { apiVersion: 21, now: Date.parse('2025-02-01T20:00:00Z') },
      metric: 'impressions',
      offered: true,
    },
    {
      when: 'impressions on v22 in February 2025',
      options: { apiVersion: 22, now: Date.parse('2025-02-01T20:00:00Z') },
      metric: 'impressions',
      offered: false,
    },
    {
      when: 'impressions on v21 in May 2025',
      options: { apiVersion: 21, now: Date.parse('2025-05-01T20:00:00Z') },
      metric: 'impressions',
      offered: false,
    },
    {
      when: 'views on v21 in February 2025',
      options: { apiVersion: 21, now: Date.parse('2025-02-01T20:00:00Z') },
      metric: 'views',
      offered: true,
    },
    { when: 'reposts on v24 in 2026', options: { apiVersion: 'v24.0' }, metric: 'reposts', offered: true },
  ];
  for (const { when, options, metric, offered } of changed) {
    it(`${when}: ${offered ? 'yes' : 'no'}`, async () => {
      const { status } = await ask(options, 'me/insights', { metric, period: 'day', metric_type: 'total_value' });
      assert.equal(status, offered ? 200 : 400);
    });
  }

  it('a call of many metrics in the order asked, each once', async () => {
    const metric = 'likes,reach,saves,likes,views';
    const { json } = await ask({}, 'me/insights', { metric, period: 'day', metric_type: 'total_value' });
    assert.deepEqual(
      json.data.map(({ name }) => name),
      ['likes', 'reach', 'saves', 'views'],
    );
  });

  it('a metric of its own list that is none of ours with nothing', async () => {
    const { status, json } = await ask({}, 'me/insights', { metric: 'threads_views', period: 'day' });
    assert.deepEqual([status, json.data], [200, []]);
  });

  it('a time series without the breakdown', async () => {
    const { json } = await ask({}, 'me/insights', {
      metric: 'reach',
      period: 'day',
      metric_type: 'time_series',
      breakdown: 'follow_type',
    });
    assert.equal(json.data[0]?.values?.length, 2);
    assert.equal(json.data[0]?.total_value, undefined);
  });

  it('exactly 30 days, and exactly 729 days back', async () => {
    const until = Math.floor(Date.parse('2026-11-20T00:00:00Z') / 1000);
    const widest = { metric: 'reach', period: 'day', since: String(until - 2_592_000), until: String(until) };
    assert.equal((await ask({}, 'me/insights', widest)).status, 200);
    assert.equal(
      (await ask({}, 'me/insights', { metric: 'reach', period: 'day', ...days(ago(729), ago(720)) })).status,
      200,
    );
    assert.equal(
      (await ask({}, 'me/insights', { metric: 'follower_count', period: 'day', ...days(ago(30), ago(20)) })).status,
      200,
    );
  });

  it('demographics whatever since and until say', async () => {
    const params = { ...people, timeframe: 'this_week' };
    const plain = await ask({}, 'me/insights', params);
    assert.deepEqual(
      (await ask({}, 'me/insights', { ...params, since: '1', until: 'never' })).json.data,
      plain.json.data,
    );
  });
});
