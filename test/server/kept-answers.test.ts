import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStorage } from 'unstorage';
import type { Fetch } from '../../src/client/transports/http.js';
import { dayOf } from '../../src/spec/index.js';
import { token } from './fake-graph.js';
import {
  createMovingBackend,
  createMovingGraph,
  day,
  failure,
  hour,
  type Json,
  minute,
  settle,
  type Told,
} from './moving-graph.js';

const total = (metric: string, since: string, until: string): string =>
  `metric=${metric}&metric_type=total_value&since=${since}&until=${until}`;
const series = (metric: string, since: string, until: string): string =>
  `metric=${metric}&metric_type=time_series&since=${since}&until=${until}`;
const valueOf = ({ json }: Told): number | undefined => json.data?.[0]?.total_value?.value;
const pointsOf = ({ json }: Told): (number | null)[] => (json.data?.[0]?.values ?? []).map(({ value }) => value);
const fetchedAt = ({ headers }: Told): number => Number(headers.get('X-Insights-Fetched-At')) * 1000;

/** Days that still move, and days that do not, on the 20th of March. */
const moving = total('reach', '2026-03-13', '2026-03-19');
const settled = total('reach', '2026-03-01', '2026-03-07');

describe('the backend keeps answers', () => {
  it('gives one that is fresh again, dated by when it came', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    const first = await insights(moving);
    graph.now += 14 * minute;
    graph.seed = 1;
    const second = await insights(moving);
    assert.equal(graph.calls.length, 1);
    assert.deepEqual(second.json, first.json);
    assert.equal(fetchedAt(second), fetchedAt(first));
    assert.equal(second.headers.get('X-Insights-Stale'), null);
  });

  it('by metric: pages that ask for other sets share what they have in common', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    await insights(total('reach,likes', '2026-03-13', '2026-03-19'));
    const { json } = await insights(total('likes,comments,reach', '2026-03-13', '2026-03-19'));
    assert.deepEqual(
      graph.calls.map((call) => call.get('metric')),
      ['reach,likes', 'comments'],
    );
    assert.deepEqual(
      json.data?.map(({ name }) => name),
      ['reach', 'likes', 'comments'],
    );
  });

  it('apart for each account, version and host', async () => {
    const graph = createMovingGraph();
    const storage = createStorage();
    const [one, newer, other] = [
      createMovingBackend(graph, { storage }),
      createMovingBackend(graph, { storage, graph: { version: 'v26.0' } }),
      createMovingBackend(graph, { storage, graph: { baseUrl: 'https://graph.instagram.com' } }),
    ];
    await one.insights(settled);
    await one.insights(settled, { account: 'other' });
    await newer.insights(settled);
    await other.insights(settled);
    assert.equal(graph.calls.length, 4);
    await one.insights(settled);
    assert.equal(graph.calls.length, 4);
  });

  it('settled days for good, an answer without a number never', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    await insights(settled);
    graph.now += 300 * day;
    assert.equal(valueOf(await insights(settled)), 500);
    assert.equal(graph.calls.length, 1);
    graph.trouble = () => Response.json({ data: [] });
    const empty = total('likes', '2026-03-01', '2026-03-07');
    assert.deepEqual((await insights(empty)).json, { data: [] });
    graph.now += hour;
    await insights(empty);
    assert.equal(graph.calls.length, 2);
    graph.now += 30 * hour;
    graph.trouble = undefined;
    assert.equal(valueOf(await insights(empty)), 500);
  });

  it('a day that was asked while it moved is asked again once it has settled, and then never', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    const yesterday = total('reach', '2026-03-19', '2026-03-19');
    await insights(yesterday);
    graph.now += 4 * day;
    graph.seed = 7;
    assert.equal(valueOf(await insights(yesterday)), 507);
    graph.now += 40 * day;
    graph.seed = 9;
    assert.equal(valueOf(await insights(yesterday)), 507);
    assert.equal(graph.calls.length, 2);
  });

  it('of a series the days: another window asks for those that nobody knows', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    await insights(series('reach', '2026-03-01', '2026-03-10'));
    const wider = await insights(series('reach', '2026-02-20', '2026-03-12'));
    assert.equal(pointsOf(wider).length, 21);
    const spans = graph.calls.map((call) => ['since', 'until'].map((name) => dayOf(Number(call.get(name)) * 1000)));
    assert.deepEqual(spans, [
      ['2026-03-01', '2026-03-10'],
      ['2026-02-20', '2026-03-12'],
    ]);
    await insights(series('reach', '2026-02-25', '2026-03-05'));
    assert.equal(graph.calls.length, 2);
  });

  it('a series longer than one call takes is asked in parts: all that the API remembers in 25', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    const years = await insights(series('reach', '2024-03-21', '2026-03-12'));
    assert.equal(pointsOf(years).length, 722);
    assert.equal(graph.calls.length, 25);
  });

  it('a question about more days than anybody has kept is refused before they are looked up', async () => {
    const graph = createMovingGraph();
    const storage = createStorage();
    let looked = 0;
    const getItems: typeof storage.getItems = (items, options) => {
      looked += items.length;
      return createStorage().getItems(items, options);
    };
    const { insights } = createMovingBackend(graph, { storage: { ...storage, getItems } });
    for (const [metrics, since] of [
      ['reach', '1971-01-01'],
      ['reach,follower_count', '2022-01-01'],
    ] as const) {
      const { status, json } = await insights(
        `metric=${metrics}&period=day&metric_type=time_series&since=${since}&until=2026-03-12`,
      );
      assert.deepEqual([status, json.error?.error_data.code], [400, 'invalid-query'], since);
    }
    assert.deepEqual([looked, graph.calls.length], [0, 0]);
    await insights(series('follower_count', '2021-01-01', '2025-12-31'));
    assert.ok(looked > 0);
  });

  it('grows beyond what the API remembers', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    await insights(series('follower_count', '2026-02-20', '2026-03-10'));
    graph.now += 60 * day;
    const calls = graph.calls.length;
    const answer = await insights(series('follower_count', '2026-02-20', '2026-03-15'));
    assert.deepEqual([answer.status, pointsOf(answer).length], [200, 19]);
    assert.equal(graph.calls.length, calls);
    const never = await insights(series('follower_count', '2026-01-01', '2026-01-20'));
    assert.equal(never.status, 400);
    assert.equal(graph.calls.length, calls);
  });

  it('of days that the API has forgotten, also what an older version told', async () => {
    const graph = createMovingGraph();
    const storage = createStorage();
    const window = series('follower_count', '2026-03-01', '2026-03-10');
    await createMovingBackend(graph, { storage, graph: { version: 'v25.0' } }).insights(window);
    graph.now += 90 * day;
    const later = await createMovingBackend(graph, { storage, graph: { version: 'v26.0' } }).insights(window);
    assert.equal(pointsOf(later).length, 10);
    assert.equal(graph.calls.length, 1);
  });

  it('no longer than `retentionDays`', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph, { retentionDays: 30 });
    await insights(settled);
    graph.now += 29 * day;
    await insights(settled);
    assert.equal(graph.calls.length, 1);
    graph.now += 2 * day;
    await insights(settled);
    assert.equal(graph.calls.length, 2);
  });

  it('for as long as `freshSeconds` says', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph, { freshSeconds: 60 });
    await insights(moving);
    graph.now += 61_000;
    graph.seed = 3;
    await insights(moving);
    await settle();
    assert.equal(graph.calls.length, 2);
  });

  it('puts no token into the store, and no paging', async () => {
    const graph = createMovingGraph();
    const storage = createStorage();
    const { insights, ask } = createMovingBackend(graph, { storage });
    await insights(series('reach', '2026-03-01', '2026-03-19'));
    await ask('');
    const keys = await storage.getKeys();
    assert.equal(keys.length, 20);
    const all = JSON.stringify([keys, await storage.getItems(keys)]);
    for (const text of [token, 'access_token', 'paging']) assert.ok(!all.includes(text), text);
  });

  it('believes nothing of the store that it would not believe of Instagram', async () => {
    const graph = createMovingGraph();
    const storage = createStorage();
    const { insights } = createMovingBackend(graph, { storage });
    await insights(settled);
    const [key = ''] = await storage.getKeys();
    for (const value of [
      '{"at":1',
      { at: 'x' },
      { at: graph.now, v: { name: '<b>', period: 'day' } },
      { at: graph.now, v: { name: 'reach', period: 'day', id: 5 } },
      12,
      null,
    ]) {
      await storage.setItem(key, value as object);
      const fresh = createMovingBackend(graph, { storage });
      const calls = graph.calls.length;
      assert.equal(valueOf(await fresh.insights(settled)), 500);
      assert.equal(graph.calls.length, calls + 1, JSON.stringify(value));
    }
  });
});

describe('the backend asks once for all who ask', () => {
  it('equal questions at once go up once', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    const answers = await Promise.all(Array.from({ length: 50 }, () => insights(moving)));
    assert.equal(graph.calls.length, 1);
    assert.equal(new Set(answers.map(({ json }) => JSON.stringify(json))).size, 1);
  });

  it('and of others the part that is not on its way', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    const [, both] = await Promise.all([insights(moving), insights(total('reach,likes', '2026-03-13', '2026-03-19'))]);
    assert.deepEqual(
      graph.calls.map((call) => call.get('metric')),
      ['reach', 'likes'],
    );
    assert.deepEqual(
      both.json.data?.map(({ name }) => name),
      ['reach', 'likes'],
    );
  });

  it('a question that is refused for what was asked beside refuses nobody else, who then ask once more together', async () => {
    const graph = createMovingGraph();
    let letGo = (): void => {};
    graph.gate = new Promise((resolve) => {
      letGo = resolve;
    });
    const fetch: Fetch = async (address, init) => {
      const answer = await graph.fetch(address, init);
      return new URL(address).searchParams.get('metric')?.includes('comments') ? failure(100)() : answer;
    };
    const { insights } = createMovingBackend(graph, { graph: { fetch } });
    const spoilt = insights(total('reach,comments', '2026-03-13', '2026-03-19'));
    await settle();
    const others = Array.from({ length: 5 }, () => insights(moving));
    await settle();
    letGo();
    assert.equal((await spoilt).status, 400);
    assert.deepEqual((await Promise.all(others)).map(valueOf), [500, 500, 500, 500, 500]);
    assert.deepEqual(
      graph.calls.map((call) => call.get('metric')),
      ['reach,comments', 'reach'],
    );
  });

  it('who asks for one account without end fills its queue, and nobody stands behind it but they', async () => {
    const graph = createMovingGraph();
    let letGo = (): void => {};
    graph.gate = new Promise((resolve) => {
      letGo = resolve;
    });
    const { insights } = createMovingBackend(graph);
    const days = Array.from({ length: 28 }, (_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`);
    const flood = ['reach', 'likes', 'views', 'shares', 'comments', 'replies', 'saves', 'accounts_engaged'].flatMap(
      (metric) => days.map((since) => insights(total(metric, since, '2026-03-12'))),
    );
    await settle();
    const others = ['reach', 'likes', 'views', 'shares', 'comments', 'replies', 'saves'].map((metric) =>
      insights(total(metric, '2026-02-01', '2026-03-12'), { account: 'other' }),
    );
    await settle();
    letGo();
    const statuses = (await Promise.all(flood)).map(({ status }) => status);
    assert.deepEqual(
      [200, 503].map((status) => statuses.filter((one) => one === status).length),
      [206, 18],
    );
    assert.ok((await Promise.all(others)).every(({ status }) => status === 200));
  });

  it('what waits for its turn does not go up any more once Instagram has refused those before it', async () => {
    for (const trouble of [failure(4, 400), failure(190, 401)]) {
      const graph = createMovingGraph();
      graph.trouble = trouble;
      const { insights } = createMovingBackend(graph);
      const days = Array.from({ length: 20 }, (_, index) => `2026-02-${10 + index}`).slice(0, 19);
      const told = await Promise.all(days.map((since) => insights(total('reach', since, '2026-03-12'))));
      assert.ok(told.every(({ status }) => status === 429 || status === 502));
      assert.equal(graph.calls.length, 6);
    }
  });

  it("a failure is everybody's, and the next one asks again in time", async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    graph.trouble = failure(2, 500);
    const answers = await Promise.all(Array.from({ length: 5 }, () => insights(moving)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [502, 502, 502, 502, 502],
    );
    assert.equal((await insights(moving)).status, 502);
    assert.equal(graph.calls.length, 1);
    graph.trouble = undefined;
    graph.now += 4_000;
    assert.equal((await insights(moving)).status, 200);
  });
});

describe('the backend stands in with what it has', () => {
  it('an answer that has just grown old is given at once, and renewed behind it', async () => {
    const graph = createMovingGraph();
    const { insights, log } = createMovingBackend(graph);
    await insights(moving);
    graph.now += 20 * minute;
    graph.seed = 5;
    assert.equal(valueOf(await insights(moving)), 500);
    await settle();
    graph.now += 1_001;
    assert.equal(valueOf(await insights(moving)), 505);
    assert.equal(graph.calls.length, 2);
    assert.deepEqual(
      log.map((entry) => (entry.event === 'answer' ? entry.kept : entry.event)),
      ['call', 'none', 'call', 'stale', 'fresh'],
    );
  });

  it('hands what goes on behind an answer to the runtime', async () => {
    const graph = createMovingGraph();
    const works: Promise<unknown>[] = [];
    const { insights } = createMovingBackend(graph, { waitUntil: (work) => works.push(work) });
    await insights(moving);
    graph.now += 20 * minute;
    await insights(moving);
    assert.equal(works.length, 1);
    await Promise.all(works);
  });

  const down: readonly [string, () => Response | Promise<Response>, string][] = [
    ['the Graph API fails', failure(2, 500), 'server-error'],
    ['nothing is reached', () => Promise.reject(new Error('reset')), 'network'],
    ['it answers nonsense', () => new Response('<html>'), 'malformed-response'],
    ['it refuses for a while', failure(4, 400), 'rate-limited'],
    ['the token has run out', failure(190, 400), 'token-expired'],
  ];
  for (const [name, trouble, code] of down) {
    it(`for a week while ${name}, and says so`, async () => {
      const graph = createMovingGraph();
      const { insights } = createMovingBackend(graph);
      await insights(moving);
      const came = graph.now;
      graph.now += 3 * hour;
      graph.trouble = trouble;
      const stale = await insights(moving);
      assert.deepEqual([stale.status, valueOf(stale)], [200, 500]);
      assert.equal(stale.headers.get('X-Insights-Stale'), code);
      assert.equal(fetchedAt(stale), came);
      graph.now += 8 * day;
      assert.ok((await insights(moving)).status >= 429);
    });
  }

  const takenBack: readonly [string, () => Response, number][] = [
    ['the account is gone', failure(100, 400, { error_subcode: 33 }), 404],
    ['insights are no longer allowed', failure(10), 502],
    ['the app was removed', failure(190, 400, { error_subcode: 458 }), 502],
    ['the account is blocked', failure(368), 502],
  ];
  for (const [name, trouble, status] of takenBack) {
    it(`not where ${name}`, async () => {
      const graph = createMovingGraph();
      const { insights } = createMovingBackend(graph);
      await insights(moving);
      graph.now += 3 * hour;
      graph.trouble = trouble;
      assert.equal((await insights(moving)).status, status);
    });
  }

  it('asks no more about an account that nothing helps, and at once with a new token', async () => {
    const graph = createMovingGraph();
    let accessToken = token;
    const { insights } = createMovingBackend(graph, { accounts: () => ({ id: '178414001', accessToken }) });
    graph.trouble = failure(190);
    for (const metric of ['reach', 'likes', 'comments']) {
      assert.equal((await insights(total(metric, '2026-03-13', '2026-03-19'))).status, 502);
    }
    assert.equal(graph.calls.length, 1);
    accessToken = `${token}New`;
    graph.trouble = undefined;
    assert.equal((await insights(moving)).status, 200);
  });

  it("one account's trouble is not another's", async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    graph.trouble = failure(80002, 400, {}, { 'Retry-After': '600' });
    assert.equal((await insights(moving)).status, 429);
    graph.trouble = undefined;
    assert.equal((await insights(moving)).status, 429);
    assert.equal((await insights(moving, { account: 'other' })).status, 200);
  });
});

describe('the backend answers 304', () => {
  it('to who has the answer already, without its text', async () => {
    const { insights } = createMovingBackend(createMovingGraph());
    const first = await insights(moving);
    const tag = first.headers.get('ETag') ?? '';
    assert.match(tag, /^"[\da-f]{24}"$/);
    const again = await insights(moving, { headers: { 'If-None-Match': `"x", W/${tag}` } });
    assert.deepEqual([again.status, again.json], [304, {} satisfies Json]);
    for (const name of [
      'ETag',
      'Cache-Control',
      'X-Insights-Fetched-At',
      'Access-Control-Allow-Origin',
      'X-Content-Type-Options',
    ]) {
      assert.equal(again.headers.get(name), first.headers.get(name), name);
    }
  });

  it('only while the numbers are the same', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    const tag = (await insights(moving)).headers.get('ETag') ?? '';
    graph.now += 3 * hour;
    assert.equal((await insights(moving, { headers: { 'If-None-Match': tag } })).status, 304);
    graph.now += 3 * hour;
    graph.seed = 1;
    assert.equal((await insights(moving, { headers: { 'If-None-Match': tag } })).status, 200);
  });

  it('never before it has asked who may ask', async () => {
    const graph = createMovingGraph();
    let may = true;
    const { insights } = createMovingBackend(graph, { access: () => may });
    const tag = (await insights(moving)).headers.get('ETag') ?? '';
    may = false;
    assert.equal((await insights(moving, { headers: { 'If-None-Match': tag } })).status, 404);
  });
});
