import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createQuestionReader } from '../../src/server/question-reader.js';
import { readGraphError } from '../../src/spec/index.js';
import { acme, appSecret, createBackend, createFakeGraph, errorOf, now, reach, token, total } from './fake-graph.js';

describe('createInsightsHandler: what goes up', () => {
  const cases: [asked: string, params: Record<string, string>][] = [
    ['metric=reach&period=day&metric_type=total_value', { metric: 'reach', period: 'day', metric_type: 'total_value' }],
    // What has several legal values is left to the API, what has one is filled in.
    ['metric=reach', { metric: 'reach', period: 'day' }],
    ['metric=likes', { metric: 'likes', period: 'day', metric_type: 'total_value' }],
    ['metric=reach,likes', { metric: 'reach,likes', period: 'day', metric_type: 'total_value' }],
    ['metric=follower_count', { metric: 'follower_count', period: 'day', metric_type: 'time_series' }],
    ['metric=likes&timeframe=&since=&until=&range=', { metric: 'likes', period: 'day', metric_type: 'total_value' }],
    ['metric=saved', { metric: 'saves', period: 'day', metric_type: 'total_value' }],
    ['metric=saves', { metric: 'saves', period: 'day', metric_type: 'total_value' }],
    [
      'metric=reach&metric_type=total_value&breakdown=follower_type',
      { metric: 'reach', period: 'day', metric_type: 'total_value', breakdown: 'follow_type' },
    ],
    // One order, whatever the caller's.
    ['metric=likes,%20reach', { metric: 'reach,likes', period: 'day', metric_type: 'total_value' }],
    [
      'metric=follower_demographics&breakdown=gender,age&timeframe=this_month',
      {
        metric: 'follower_demographics',
        period: 'lifetime',
        metric_type: 'total_value',
        timeframe: 'this_month',
        breakdown: 'age,gender',
      },
    ],
    // Pacific midnights: the clocks go forward on 8 March 2026.
    [
      'metric=likes&since=2026-03-07&until=2026-03-08',
      { metric: 'likes', period: 'day', metric_type: 'total_value', since: '1772870400', until: '1773039599' },
    ],
    // Seconds in the middle of a day mean that day.
    [
      'metric=likes&since=1772900000&until=1772990000',
      { metric: 'likes', period: 'day', metric_type: 'total_value', since: '1772870400', until: '1773039599' },
    ],
    [
      'metric=likes&range=last_7_days',
      { metric: 'likes', period: 'day', metric_type: 'total_value', since: '1773385200', until: '1773989999' },
    ],
    // The days to come hold nothing.
    [
      'metric=likes&since=2026-03-20&until=2026-04-20',
      { metric: 'likes', period: 'day', metric_type: 'total_value', since: '1773990000', until: '1774076399' },
    ],
    [
      'access_token=stolen&metric=likes&appsecret_proof=x&access_token=twice',
      { metric: 'likes', period: 'day', metric_type: 'total_value' },
    ],
  ];
  for (const [asked, params] of cases) {
    it(asked, async () => {
      const graph = createFakeGraph(total);
      const response = await createBackend(graph).ask(`/default/insights?${asked}`);
      assert.equal(response.status, 200);
      assert.equal(graph.requests.length, 1);
      const request = graph.requests[0] ?? assert.fail();
      assert.equal(
        request.url.origin + request.url.pathname,
        'https://graph.facebook.com/v25.0/17841400000000001/insights',
      );
      assert.deepEqual(Object.fromEntries(request.url.searchParams), params);
      assert.equal(request.headers.get('Authorization'), `Bearer ${token}`);
      assert.equal(request.redirect, 'manual');
    });
  }

  it('the account, with all fields or some', async () => {
    for (const [query, fields] of [
      ['', 'username,name,followers_count,media_count'],
      ['?fields=', 'username,name,followers_count,media_count'],
      ['?fields=media_count,%20username', 'username,media_count'],
    ]) {
      const graph = createFakeGraph(acme);
      const response = await createBackend(graph).ask(`/default${query}`);
      assert.equal(response.status, 200);
      assert.deepEqual(Object.keys((await response.json()) as object), fields?.split(','));
      assert.equal(graph.requests[0]?.url.pathname, '/v25.0/17841400000000001');
      assert.equal(graph.requests[0]?.url.searchParams.get('fields'), fields);
    }
  });

  it("to the operator's host and version, with a proof where there is an app secret", async () => {
    const graph = createFakeGraph(total);
    const accounts = { default: { id: '1', accessToken: token, appSecret } };
    const settings = { baseUrl: 'https://graph.instagram.com/', version: '22', fetch: graph.fetch };
    assert.equal((await createBackend(graph, { accounts, graph: settings }).ask(reach)).status, 200);
    const { url, headers } = graph.requests[0] ?? assert.fail('nothing was asked');
    assert.equal(url.origin + url.pathname, 'https://graph.instagram.com/v22.0/1/insights');
    assert.equal(url.searchParams.get('access_token'), token);
    assert.match(url.searchParams.get('appsecret_proof') ?? '', /^[0-9a-f]{64}$/);
    assert.equal(headers.get('Authorization'), null);
  });
});

describe('createInsightsHandler: what is refused before it goes up', () => {
  const cases: [path: string, attributeOrWords: string | RegExp][] = [
    ['/default/insights', 'metric'],
    ['/default/insights?metric=likez', 'metric'],
    ['/default/insights?metric=likes,likes', 'metric'],
    ['/default/insights?metric=reach,follower_demographics', 'metric'],
    ['/default/insights?metric=impressions', 'metric'],
    ['/default/insights?metric=likes&period=week', 'period'],
    ['/default/insights?metric=likes&metric_type=time_series', 'metric-type'],
    ['/default/insights?metric=likes&breakdown=age', 'breakdown'],
    ['/default/insights?metric=likes&timeframe=this_month', 'timeframe'],
    ['/default/insights?metric=likes&since=2026-03-01', 'until'],
    ['/default/insights?metric=likes&since=yesterday&until=today', 'since'],
    ['/default/insights?metric=likes&since=2023-01-01&until=2023-01-02', 'since'],
    ['/default/insights?metric=likes&range=last_29_days', 'range'],
    ['/default/insights?metric=likes&range=last_7_days&since=2026-03-01&until=2026-03-02', 'range'],
    ['/default/insights?metric=likes&metric=reach', /metric stands twice/],
    ['/default/insights?metric=likes&metrics=reach', /Did you mean metric\?/],
    ['/default/insights?metric=likes&paging=1', /Allowed: metric, period/],
    ['/default/insights?metric=likes&metric[]=reach', /"metric\[\]" is not a parameter/],
    ['/default/insights?metric=likes&__proto__=1', /"__proto__" is not a parameter/],
    [`/default/insights?metric=likes&${token}=1`, /"\(hidden: looks like an access token\)" is not/],
    [`/default/insights?metric=${'likes,'.repeat(100)}`, /longer than 512/],
    ['/default?fields=id', /"id" cannot be asked for/],
    ['/default?fields=username,username', /twice/],
    ['/default?fields=insights{data}', /Allowed, once each: username, name/],
    ['/default?metric=likes', /Did you|Allowed: fields/],
  ];
  for (const [path, expected] of cases) {
    it(path.slice(0, 90), async () => {
      const graph = createFakeGraph(total);
      const response = await createBackend(graph).ask(path);
      const error = await errorOf(response);
      assert.equal(response.status, 400);
      assert.equal(error.code, 100);
      assert.equal(error.type, 'OAuthException');
      assert.equal(error.error_data.code, 'invalid-query');
      if (typeof expected === 'string')
        assert.ok(error.error_data.issues?.some(({ attribute }) => attribute === expected));
      else assert.match(error.message, expected);
      assert.equal(graph.requests.length, 0);
    });
  }

  it("by the version in use, and not by the caller's", async () => {
    const graph = createFakeGraph(total);
    const backend = createBackend(graph, { graph: { version: 'v19.0', fetch: graph.fetch } });
    assert.equal((await backend.ask('/v25.0/default/insights?metric=impressions')).status, 200);
    assert.equal(graph.requests[0]?.url.pathname, '/v19.0/17841400000000001/insights');
  });

  it('with issues that our own client reads back', async () => {
    const response = await createBackend(createFakeGraph(total)).ask('/default/insights?metric=likez');
    const error = readGraphError(await response.json(), { status: response.status });
    assert.equal(error?.code, 'invalid-query');
    assert.equal(error?.issues[0]?.suggestion, 'likes');
  });
});

describe('createQuestionReader', () => {
  it('remembers what it has understood, and nothing that came with a secret', () => {
    const read = createQuestionReader({ version: 'v25.0', now: () => now });
    const asked = '?metric=reach&metric_type=total_value';
    assert.equal(read('insights', 'default', asked), read('insights', 'default', asked));
    for (const secret of ['&access_token=x', '&acces%73_token=x', '&appsecret_proof=x']) {
      const [one, two] = [read('insights', 'default', asked + secret), read('insights', 'default', asked + secret)];
      assert.notEqual(one, two);
      assert.deepEqual(one, two);
    }
  });
});
