// Clients that others have written for the Graph API, against our backend over the sandbox: what they ask it understands, and they
// understand its answers. Neither lets its address be set, as the comments say; nothing leaves this machine.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { createSandbox, type Scenario } from '../../src/sandbox/index.js';
import { createInsightsHandler } from '../../src/server/index.js';
import { type Listening, listen } from '../../src/server/node.js';

const require = createRequire(import.meta.url);
const token = 'EAAGm0PX4ZCpsBAKq7vV2hZBtYcW9xUe5dR1sLnTfHj';
const since = Date.parse('2026-03-01T08:00:00Z') / 1000;
const week = { since, until: since + 7 * 86_400 - 3_601 };
const now = (): number => Date.parse('2026-03-20T18:00:00Z');

let backend: Listening;
/** The paths and queries that reached the backend. */
const asked: string[] = [];
let scenario: Scenario | undefined;

before(async () => {
  const graph = { fetch: (url: string, init?: RequestInit) => createSandbox({ now, scenario }).fetch(url, init) };
  const { id, accessToken } = createSandbox();
  const open = () =>
    createInsightsHandler({ accounts: { default: { id, accessToken } }, access: 'public', graph, now, log: () => {} });
  backend = await listen({
    port: 0,
    handler: (request) => {
      asked.push(request.url.slice(new URL(request.url).origin.length));
      // A new one each time: an answer that is kept would hide what a scenario does.
      return open()(request);
    },
  });
});
after(() => backend.close());

const inScenario = async (name: Scenario, test: () => Promise<void>): Promise<void> => {
  scenario = name;
  try {
    await test();
  } finally {
    scenario = undefined;
  }
};

describe('facebook-nodejs-business-sdk', () => {
  interface Row {
    exportAllData: () => {
      name?: string;
      total_value?: { value: number };
      values?: { value: number; end_time: string }[];
    };
  }
  type Rows = Row[] & { hasNext: () => boolean };
  interface User {
    getInsights: (fields: string[], params: object) => Promise<Rows>;
    get: (fields: string[]) => Promise<Row>;
  }
  interface Sdk {
    FacebookAdsApi: new (token: string, locale: string, reportsCrashes: boolean) => object;
    IGUser: new (id: string, data: object, parent: undefined, api: object) => User;
  }
  let user: User;

  before(() => {
    const { FacebookAdsApi, IGUser } = require('facebook-nodejs-business-sdk') as Sdk;
    // Its address is a getter without a setter, read with each call: it can be put in its place, and not be set.
    Object.defineProperty(FacebookAdsApi, 'GRAPH', { get: () => backend.address });
    // The last argument: it reports crashes to Meta otherwise.
    user = new IGUser('default', {}, undefined, new FacebookAdsApi(token, 'en_US', false));
  });

  it('totals of several metrics, which it writes as a list in JSON', async () => {
    const rows = await user.getInsights([], {
      metric: ['reach', 'views'],
      period: 'day',
      metric_type: 'total_value',
      ...week,
    });
    assert.match(asked.at(-1) ?? '', /^\/v\d+\.0\/default\/insights\?metric=%5B%22reach%22/);
    assert.deepEqual(
      rows.map((row) => row.exportAllData()).map(({ name, total_value: total }) => [name, (total?.value ?? 0) > 0]),
      [
        ['reach', true],
        ['views', true],
      ],
    );
    assert.equal(rows.hasNext(), false, 'there is no paging to follow, which would hold the token');
  });

  it('a series, with the end of each day', async () => {
    const [row] = await user.getInsights([], { metric: 'reach', period: 'day', ...week });
    assert.deepEqual(
      row?.exportAllData().values?.map(({ end_time }) => end_time.slice(0, 10)),
      ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-03-${day}`),
    );
  });

  it('a breakdown by two dimensions', async () => {
    const params = {
      metric: ['follower_demographics'],
      period: 'lifetime',
      metric_type: 'total_value',
      breakdown: ['age', 'gender'],
    };
    const [row] = await user.getInsights([], params);
    assert.equal(row?.exportAllData().name, 'follower_demographics');
    assert.match(JSON.stringify(row?.exportAllData()), /"dimension_keys":\["age","gender"\]/);
  });

  it('who the account is', async () => {
    const account = await user.get(['username', 'followers_count']);
    assert.deepEqual(
      Object.keys(account.exportAllData()).toSorted((a, b) => a.localeCompare(b)),
      ['followers_count', 'id', 'source', 'username'],
    );
  });

  const refusals: readonly (readonly [Scenario | undefined, object, status: number, code: number])[] = [
    [undefined, { metric: ['reech'] }, 400, 100],
    [undefined, { metric: ['reach'], limit: 5 }, 400, 100],
    ['expired-token', { metric: ['reach'] }, 502, 190],
    ['throttled', { metric: ['reach'] }, 429, 80_002],
    ['no-permission', { metric: ['reach'] }, 502, 10],
  ];
  for (const [name, params, status, code] of refusals) {
    it(`${name ?? JSON.stringify(params)}: an error that it reads as one of the Graph API`, async () => {
      const ask = () => user.getInsights([], { period: 'day', metric_type: 'total_value', ...params });
      const expected = (error: { name: string; status: number; response: { code: number; type: string } }) => {
        assert.deepEqual(
          [error.name, error.status, error.response.type],
          ['FacebookRequestError', status, 'OAuthException'],
        );
        assert.equal(error.response.code, code);
        return true;
      };
      if (name) await inScenario(name, () => assert.rejects(ask(), expected));
      else await assert.rejects(ask(), expected);
    });
  }
});

describe('instagram-graph-api', () => {
  interface Page {
    getMetrics: () => { getMetricName: () => string; getMetricValues: () => { value: number; end_time: string }[] }[];
    getMetricByName: (name: string) => { getMetricValues: () => unknown[] } | undefined;
    getPaging: () => { getPaging: () => unknown };
    getUsername: () => string;
    getFollowers: () => number;
  }
  interface Request_ {
    withRange: (since: number, until: number) => Request_;
    execute: () => Promise<Page>;
  }
  interface Library {
    Client: new (
      token: string,
      id: string,
      version?: string,
    ) => Record<'newGetPageDayInsightsRequest' | 'newGetPageInfoRequest', (...names: string[]) => Request_>;
  }
  const { Client } = require('instagram-graph-api') as Library;
  const usualFetch = globalThis.fetch;

  before(() => {
    // Its address is a constant that it does not export. It asks by the global fetch, which here leads to our backend.
    globalThis.fetch = (input, init) => {
      const request = new Request(input, init);
      const { pathname, search, host } = new URL(request.url);
      assert.equal(host, 'graph.facebook.com');
      return usualFetch(backend.address + pathname + search, { method: request.method });
    };
  });
  after(() => {
    globalThis.fetch = usualFetch;
  });

  for (const version of [undefined, 'v25.0']) {
    it(`a series of days, ${version ?? 'without a version'}, behind the slashes that it writes`, async () => {
      const page = await new Client(token, 'default', version)
        .newGetPageDayInsightsRequest('reach', 'follower_count')
        .withRange(week.since, week.until)
        .execute();
      assert.match(asked.at(-1) ?? '', version ? /^\/v25\.0\/\/default\/insights\?/ : /^\/\/+default\/insights\?/);
      const metrics = page.getMetrics();
      assert.deepEqual(
        metrics.map((metric) => metric.getMetricName()),
        ['reach', 'follower_count'],
      );
      for (const metric of metrics) assert.equal(metric.getMetricValues().length, 7);
      // It has no idea of an answer without paging: it holds undefined, and fails once somebody follows it.
      assert.equal(page.getPaging().getPaging(), undefined);
    });
  }

  it('who the account is, of the fields that a page may know', async () => {
    const page = await new Client(token, 'default').newGetPageInfoRequest('username', 'followers_count').execute();
    assert.deepEqual([page.getUsername(), page.getFollowers()], ['studio.lind', 18_420]);
  });

  it('an error: it reads none, and fails on the answer without numbers', async () => {
    await assert.rejects(new Client(token, 'default').newGetPageDayInsightsRequest('impressions').execute(), TypeError);
    await assert.rejects(new Client(token, 'nobody').newGetPageDayInsightsRequest('reach').execute(), TypeError);
  });
});

describe('both', () => {
  it('were told no token, and their own went nowhere', () => {
    assert.ok(asked.length > 10);
    assert.ok(asked.every((path) => !path.includes('sandbox-token')));
    assert.ok(
      asked.some((path) => path.includes(`access_token=${token}`)),
      'they put one into the address, which goes unread',
    );
  });
});
