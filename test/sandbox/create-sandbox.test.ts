import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fetch } from '../../src/client/transports/http.js';
import { createSandbox, type SandboxOptions, scenarios } from '../../src/sandbox/index.js';
import { listen } from '../../src/server/node.js';
import { addDays, looksLikeSecret, readGraphError, readResults } from '../../src/spec/index.js';
import { ago, ask, breakdown, days, noon, type Params, rows, today, total } from './ask.js';

const reach: Params = { metric: 'reach', period: 'day' };

describe('createSandbox', () => {
  it('gives a fetch, an id and a token that finds itself in a leak', async () => {
    const { fetch, id, accessToken } = createSandbox({ now: noon });
    const asFetch: Fetch = fetch;
    assert.match(id, /^1784\d{13}$/);
    assert.ok(accessToken.length >= 24 && !looksLikeSecret(accessToken));
    const response = await asFetch(`https://anywhere.test/v25.0/${id}?access_token=${accessToken}`);
    assert.deepEqual(await response.json(), { id });
  });

  it('takes a text, a URL and a Request', async () => {
    const { fetch, accessToken } = createSandbox({ now: noon });
    const address = 'https://graph.test/me?fields=username';
    const headers = { Authorization: `Bearer ${accessToken}` };
    const answers = await Promise.all([
      fetch(address, { headers }),
      fetch(new URL(address), { headers }),
      fetch(new Request(address, { headers })),
      fetch(`${address}&access_token=${accessToken}`),
    ]);
    for (const answer of answers) assert.equal((await answer.json()).username, 'studio.lind');
  });

  it('is a handler that `listen` gives a port', async () => {
    const { fetch, accessToken } = createSandbox({ now: noon });
    const listening = await listen({ handler: fetch, port: 0 });
    try {
      const headers = { Authorization: `Bearer ${accessToken}` };
      const response = await globalThis.fetch(`${listening.address}/me?fields=username`, { headers });
      assert.equal((await response.json()).username, 'studio.lind');
    } finally {
      await listening.close();
    }
  });

  it('takes the metric and the period from the path', async () => {
    const params = { metric_type: 'total_value', breakdown: 'gender,age' };
    const { json } = await ask({}, '17841405822304914/insights/follower_demographics/lifetime', params);
    assert.deepEqual(json.data[0]?.total_value?.breakdowns?.[0]?.dimension_keys, ['gender', 'age']);
    assert.deepEqual(json.data[0]?.id, '17841405822304914/insights/follower_demographics/lifetime');
  });

  it('describes each row', async () => {
    const [row] = await rows({}, { metric: 'saves', metric_type: 'total_value' });
    assert.deepEqual([row?.name, row?.period, row?.title], ['saves', 'day', 'Saves']);
    assert.equal(row?.id, '17841405822304914/insights/saves/day');
    assert.match(row?.description ?? '', /saved/);
  });

  const versions: readonly { path: string; options: SandboxOptions; answers: string }[] = [
    { path: 'me', options: {}, answers: 'v25.0' },
    { path: 'v26.0/me', options: {}, answers: 'v26.0' },
    { path: 'v22.0/me', options: { apiVersion: 'v23.0' }, answers: 'v22.0' },
    { path: 'me', options: { apiVersion: 23 }, answers: 'v23.0' },
    { path: 'v19.0/me', options: {}, answers: 'v21.0' },
    { path: 'v99.0/me', options: {}, answers: 'v26.0' },
    { path: 'v19.0/me', options: { now: Date.parse('2024-03-01T12:00:00Z') }, answers: 'v19.0' },
  ];
  for (const { path, options, answers } of versions) {
    it(`answers ${path} of ${JSON.stringify(options)} as ${answers}`, async () => {
      const { status, headers } = await ask(options, path);
      assert.deepEqual([status, headers.get('facebook-api-version')], [200, answers]);
    });
  }

  it('says in a header of every answer that these are samples, and how much of the limit is used', async () => {
    for (const path of ['me', 'me/insights', 'nobody']) {
      const { headers } = await ask({}, path);
      assert.equal(headers.get('X-Insights-Source'), 'demo');
      assert.equal(headers.get('Content-Type'), 'application/json');
      assert.deepEqual(JSON.parse(headers.get('X-App-Usage') ?? ''), {
        call_count: 0,
        total_cputime: 0,
        total_time: 0,
      });
      const [[business]] = Object.values(JSON.parse(headers.get('X-Business-Use-Case-Usage') ?? '')) as [
        [Record<string, unknown>],
      ];
      assert.deepEqual([business.type, business.estimated_time_to_regain_access], ['instagram', 0]);
    }
  });

  it('counts calls as the limit does', async () => {
    const { fetch, accessToken } = createSandbox({ now: noon });
    const usage = async () => {
      const { headers } = await fetch(`https://graph.test/me?access_token=${accessToken}`);
      return JSON.parse(headers.get('X-App-Usage') ?? '').call_count;
    };
    for (let call = 1; call < 220; call += 1) await usage();
    assert.equal(await usage(), 2);
  });

  it('links to the windows before and after, with the token, as the real API does', async () => {
    const { fetch, accessToken } = createSandbox({ now: noon });
    const window = days(ago(10), ago(4));
    const asked = new URLSearchParams({ ...reach, ...window });
    const headers = { Authorization: `Bearer ${accessToken}` };
    const { paging } = await (await fetch(`https://graph.test/v25.0/me/insights?${asked}`, { headers })).json();
    for (const link of [paging.previous, paging.next]) {
      const url = new URL(link);
      assert.equal(`${url.origin}${url.pathname}`, 'https://graph.test/v25.0/me/insights');
      assert.equal(url.searchParams.get('access_token'), accessToken);
      assert.equal(url.searchParams.get('metric'), 'reach');
    }
    const at = (link: string, name: string): number => Number(new URL(link).searchParams.get(name));
    assert.equal(at(paging.previous, 'until'), Number(window.since) - 1);
    assert.equal(at(paging.next, 'since'), Number(window.until) + 1);
    for (const link of [paging.previous, paging.next]) {
      assert.equal(at(link, 'until') - at(link, 'since'), Number(window.until) - Number(window.since));
    }
    const series = readResults(await (await fetch(paging.previous)).json())[0]?.series;
    assert.deepEqual(series?.map(({ day }) => day).at(-1), ago(11));
  });

  it('answers only the fields asked for, and the id', async () => {
    const fields = 'username,name,followers_count,media_count';
    const { json } = await ask({}, 'me', { fields });
    assert.deepEqual(Object.keys(json), [...fields.split(','), 'id']);
    assert.deepEqual([json.username, json.name, json.followers_count], ['studio.lind', 'Studio Lind', 18_420]);
    assert.ok(Number(json.media_count) > 100);
    assert.deepEqual(Object.keys((await ask({}, 'me', { fields: 'website,biography' })).json), ['biography', 'id']);
    assert.equal((await ask({ followers: 3 }, 'me', { fields: 'followers_count' })).json.followers_count, 3);
  });

  it('has an account for every id of 1784 and 13 digits', async () => {
    const other = { fields: 'username,followers_count' };
    const { json } = await ask({}, '17841400000000001', other);
    assert.equal(json.id, '17841400000000001');
    assert.notEqual(json.followers_count, 18_420);
    assert.deepEqual((await ask({}, '17841400000000001', other)).json, json);
    assert.equal((await ask({ followers: 500 }, '17841400000000001', other)).json.followers_count, 500);
  });

  const senseless: readonly [string, SandboxOptions, RegExp][] = [
    ['scenario', { scenario: 'earthquake' as 'slow' }, /scenario.*small-account/],
    ['followers', { followers: -1 }, /followers/],
    ['followers', { followers: 1.5 }, /followers/],
    ['apiVersion', { apiVersion: 'latest' }, /apiVersion.*v25\.0/],
    ['now', { now: new Date('never') }, /now/],
  ];
  for (const [name, options, message] of senseless) {
    it(`refuses ${name}: ${JSON.stringify(Object.values(options)[0])}`, () => {
      assert.throws(() => createSandbox(options), { name: 'TypeError', message });
    });
  }

  it('rejects with the reason of a signal', async () => {
    const { fetch, accessToken } = createSandbox();
    const reason = new Error('no longer wanted');
    const call = fetch(`https://graph.test/me?access_token=${accessToken}`, { signal: AbortSignal.abort(reason) });
    await assert.rejects(call, (error) => error === reason);
  });
});

describe('createSandbox: scenarios', () => {
  it('are all here', () => {
    const names = [
      'small-account',
      'expired-token',
      'no-permission',
      'throttled',
      'busy',
      'lagging',
      'partial',
      'server-error',
      'slow',
    ];
    assert.deepEqual(scenarios, names);
  });

  it('small-account: 57 followers unless another number is given', async () => {
    const followers = async (options: SandboxOptions) =>
      (await ask(options, 'me', { fields: 'followers_count' })).json.followers_count;
    assert.equal(await followers({ scenario: 'small-account' }), 57);
    assert.equal(await followers({ scenario: 'small-account', followers: 99 }), 99);
    const answer = await rows({ scenario: 'small-account' }, { metric: 'follower_count,reach' });
    assert.deepEqual(
      answer.map(({ name }) => name),
      ['reach'],
    );
  });

  const failures = [
    { scenario: 'expired-token', status: 400, code: 190, subcode: 463, ours: 'token-expired', account: true },
    { scenario: 'no-permission', status: 400, code: 10, subcode: undefined, ours: 'no-permission', account: false },
    { scenario: 'throttled', status: 400, code: 80002, subcode: undefined, ours: 'rate-limited', account: true },
    { scenario: 'server-error', status: 500, code: 2, subcode: undefined, ours: 'server-error', account: true },
  ] as const;
  for (const { scenario, status, code, subcode, ours, account } of failures) {
    it(`${scenario}: ${code} for insights, and for the account ${account ? 'too' : 'not'}`, async () => {
      const insights = await ask({ scenario }, 'me/insights', reach);
      assert.deepEqual(
        [insights.status, insights.json.error?.code, insights.json.error?.error_subcode],
        [status, code, subcode],
      );
      assert.equal(readGraphError(insights.json)?.code, ours);
      assert.equal((await ask({ scenario }, 'me')).status, account ? status : 200);
    });
  }

  it('throttled: the limit is used up, and when it is lifted', async () => {
    const { headers, json } = await ask({ scenario: 'throttled' }, 'me/insights', reach);
    assert.match(json.error?.message ?? '', /^\(#80002\) There have been too many calls to this Instagram account\./);
    assert.equal(JSON.parse(headers.get('X-App-Usage') ?? '').call_count, 100);
    const [[business]] = Object.values(JSON.parse(headers.get('X-Business-Use-Case-Usage') ?? '')) as [
      [Record<string, number>],
    ];
    assert.equal(business.call_count, 100);
    assert.ok((business.estimated_time_to_regain_access ?? 0) > 0);
  });

  it('busy: nearly all of the limit is used up, and everything is answered', async () => {
    const { headers, json } = await ask({ scenario: 'busy' }, 'me/insights', reach);
    assert.deepEqual(json.data, (await ask({}, 'me/insights', reach)).json.data);
    assert.deepEqual(JSON.parse(headers.get('X-App-Usage') ?? ''), {
      call_count: 97,
      total_cputime: 97,
      total_time: 97,
    });
    const [[business]] = Object.values(JSON.parse(headers.get('X-Business-Use-Case-Usage') ?? '')) as [
      [Record<string, number>],
    ];
    assert.deepEqual([business.call_count, business.estimated_time_to_regain_access], [97, 0]);
  });

  it('server-error: may be asked again', async () => {
    const { json } = await ask({ scenario: 'server-error' }, 'me/insights', reach);
    assert.equal(json.error?.is_transient, true);
    assert.equal(json.error?.message, 'An unexpected error has occurred. Please retry your request later.');
  });

  it('lagging: the last three days are in no series and in no total', async () => {
    const scenario = 'lagging';
    const [row] = await rows({ scenario }, { metric: 'reach', ...days(ago(6), today) });
    assert.deepEqual(
      row?.values?.map(({ end_time: end }) => end.slice(0, 10)),
      [ago(6), ago(5), ago(4), ago(3)],
    );
    assert.equal(await total({ scenario }, 'likes', ago(6), today), await total({}, 'likes', ago(6), ago(3)));
    for (const params of [{ metric: 'likes', metric_type: 'total_value' }, { metric: 'reach' }]) {
      assert.deepEqual(await rows({ scenario }, { ...params, ...days(ago(2), today) }), []);
    }
  });

  it('partial: some metrics say nothing, some days are missing', async () => {
    const scenario = 'partial';
    const metric = 'reach,likes,saves,accounts_engaged';
    const answer = await rows({ scenario }, { metric, metric_type: 'total_value', ...days(ago(9), ago(3)) });
    const silent = answer.filter((row) => row.total_value === undefined && row.values === undefined);
    assert.deepEqual(
      silent.map(({ name }) => name),
      ['saves', 'accounts_engaged'],
    );
    assert.equal(answer[1]?.total_value?.value, await total({}, 'likes', ago(9), ago(3)));
    assert.equal((await breakdown({ scenario }, 'follows_and_unfollows', 'follow_type', {})).size, 0);

    const [row] = await rows({ scenario }, { metric: 'reach', ...days(ago(12), ago(1)) });
    assert.equal(row?.values?.length, 9);
    const [whole] = await rows({}, { metric: 'reach', ...days(ago(12), ago(1)) });
    for (const point of row?.values ?? []) assert.ok(whole?.values?.some(({ value }) => value === point.value));
  });

  it('slow: answers after two seconds, the same as ever', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    let isDone = false;
    const answer = ask({ scenario: 'slow' }, 'me/insights', reach).finally(() => {
      isDone = true;
    });
    t.mock.timers.tick(1_999);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(isDone, false);
    t.mock.timers.tick(1);
    assert.deepEqual((await answer).json.data, (await ask({}, 'me/insights', reach)).json.data);
  });

  it('slow: can be aborted while it waits', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const { fetch, accessToken } = createSandbox({ scenario: 'slow' });
    const controller = new AbortController();
    const reason = new Error('gone');
    const call = fetch(`https://graph.test/me?access_token=${accessToken}`, { signal: controller.signal });
    const rejected = assert.rejects(call, (error) => error === reason);
    t.mock.timers.tick(500);
    controller.abort(reason);
    await rejected;
  });

  it('ordinary days: yesterday is there', async () => {
    const [row] = await rows({}, { metric: 'reach', ...days(ago(2), addDays(today, -1)) });
    assert.equal(row?.values?.length, 2);
  });
});
