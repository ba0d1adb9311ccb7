import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { accountCall } from '../../src/client/call.js';
import { planCalls } from '../../src/client/plan.js';
import { createBackendTransport } from '../../src/client/transports/backend.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { createInsightsHandler, type InsightsHandlerOptions } from '../../src/server/index.js';
import {
  type InsightsQuery,
  metricNames,
  readAccount,
  readGraphError,
  readResults,
  specOf,
  wireName,
} from '../../src/spec/index.js';
import {
  acme,
  createBackend,
  createFakeGraph,
  type Envelope,
  errorOf,
  graphError,
  now,
  reach,
  token,
  total,
  whole,
} from './fake-graph.js';

describe('createInsightsHandler: for our own client', () => {
  it('answers every call that the planner makes, of every metric of its version', async () => {
    const then = Date.parse('2024-03-14T18:00:00Z');
    const sandbox = createSandbox({ now: then, apiVersion: 'v19.0' });
    const backend = createBackend(createFakeGraph(total), {
      accounts: { default: { id: sandbox.id, accessToken: sandbox.accessToken } },
      graph: { version: 'v19.0', fetch: sandbox.fetch },
      now: () => then,
    });
    const ask = createBackendTransport({
      url: 'http://backend.test/',
      fetch: (url, init) => backend.handler(new Request(url, init)),
    });
    const names = metricNames.filter((name) => specOf(name).source === 'reference');
    assert.equal(names.length, 16);
    for (const metric of names) {
      const { breakdowns, metricTypes, timeframes } = specOf(metric);
      const queries = [
        // Demographics answer only by breakdown.
        ...(timeframes.length > 0 ? [] : metricTypes).map((metricType) => ({ metric, metricType })),
        ...breakdowns.map((breakdown) => ({ metric, metricType: 'total_value', breakdown })),
        ...timeframes.map((timeframe) => ({ metric, timeframe, breakdown: 'age' })),
      ] as InsightsQuery[];
      for (const { call } of planCalls(queries, { now: then })) {
        const [result, ...others] = readResults(await ask(call));
        assert.equal(others.length, 0);
        assert.equal(result?.metric, wireName(metric));
        assert.ok(
          result.total !== undefined || result.series?.length || result.breakdowns?.length,
          JSON.stringify(call),
        );
      }
    }
    assert.deepEqual(readAccount(await ask(accountCall)).source, 'demo');
  });
});

describe('createInsightsHandler: who may ask', () => {
  it('nobody, until somebody says so', async () => {
    for (const access of [undefined, null, true, 'Public', 'private'] as InsightsHandlerOptions['access'][]) {
      const graph = createFakeGraph(total);
      for (const [path, method] of [
        [reach, 'GET'],
        ['/default', 'HEAD'],
        ['/', 'GET'],
        [reach, 'POST'],
      ] as const) {
        const response = await createBackend(graph, { access }).ask(path, { method });
        assert.equal(response.status, 403);
        if (method === 'HEAD') continue;
        const error = await errorOf(response);
        assert.match(error.message, /closed.*operator has to set `access`/);
        assert.deepEqual([error.code, error.error_data], [10, { code: 'closed' }]);
      }
      assert.equal(graph.requests.length, 0);
    }
  });

  it('whom the verifier lets, for the question it was told', async () => {
    const asked: unknown[] = [];
    const { ask, log } = createBackend(createFakeGraph(total), {
      access: async (request, { account, call, metrics, window }) => {
        asked.push([account, call.edge, metrics, window]);
        return request.headers.get('Authorization') === 'Bearer good';
      },
    });
    const headers = { Authorization: 'Bearer good' };
    const response = await ask('/default/insights?metric=saves&range=last_7_days', { headers });
    assert.equal(response.status, 200);
    assert.equal((await ask('/default?fields=username', { headers })).status, 502, 'a total is no account');
    assert.deepEqual(asked, [
      ['default', 'insights', ['saved'], { since: '2026-03-13', until: '2026-03-19' }],
      ['default', 'account', [], undefined],
    ]);
    assert.deepEqual(
      log.map(({ status, account }) => [status, account]),
      [
        [200, 'default'],
        [502, 'default'],
      ],
    );
  });

  it('one and the same answer where there is no account, where it is forbidden, and where Instagram knows none', async () => {
    const accounts = { default: { id: '1', accessToken: token } };
    const missing = createFakeGraph(graphError(100, { error_subcode: 33 }), { status: 400 });
    const moved = createFakeGraph(graphError(9009), { status: 400 });
    const access = ((_, question) => question.account !== 'secret') satisfies InsightsHandlerOptions['access'];
    const answers = await Promise.all([
      createBackend(missing, { access, accounts }).ask(reach),
      createBackend(moved, { access, accounts }).ask(reach),
      createBackend(missing, { access, accounts }).ask('/nobody/insights?metric=reach'),
      createBackend(missing, { access, accounts: () => undefined }).ask(reach),
      createBackend(missing, { access, accounts: async () => null }).ask('/default'),
      createBackend(missing, { access, accounts: { secret: accounts.default } }).ask('/secret/insights?metric=reach'),
      createBackend(missing, { access, accounts }).ask('/constructor/insights?metric=reach'),
      createBackend(missing, { access, accounts }).ask('/__proto__'),
      createBackend(missing, { access, accounts }).ask('/a%2Fb/insights?metric=reach'),
      createBackend(missing, { access, accounts }).ask('/%E0%A4%A/insights?metric=reach'),
      createBackend(missing, { access, accounts }).ask(`/${'a'.repeat(65)}`),
      createBackend(missing, { access, accounts }).ask('/'),
      createBackend(missing, { access, accounts }).ask('/default/media'),
    ]);
    const texts = new Set(await Promise.all(answers.map(whole)));
    assert.equal(texts.size, 1, [...texts].join('\n'));
    assert.match([...texts][0] ?? '', /^\[404,.*\\"code\\":100,\\"error_subcode\\":33,/);
    assert.equal(missing.requests.length, 1);
  });

  it('refuses a wrong question alike, whether there is such an account or not', async () => {
    const access = ((_, question) => question.account !== 'secret') satisfies InsightsHandlerOptions['access'];
    const accounts = { default: { id: '1', accessToken: token }, secret: { id: '2', accessToken: token } };
    const { ask } = createBackend(createFakeGraph(total), { access, accounts });
    const answers = ['default', 'secret', 'nobody'].map(async (alias) =>
      whole(await ask(`/${alias}/insights?metric=x`)),
    );
    assert.equal(new Set(await Promise.all(answers)).size, 1);
  });

  it("401 for the verifier's own token; everything but true is a no", async () => {
    for (const [verdict, status] of [
      ['unauthorized', 401],
      [false, 404],
      [undefined, 404],
      ['true', 404],
      [{ allowed: true }, 404],
      [1, 404],
    ]) {
      const graph = createFakeGraph(total);
      const access = (() => verdict) as unknown as NonNullable<InsightsHandlerOptions['access']>;
      const response = await createBackend(graph, { access }).ask(reach);
      assert.equal(response.status, status);
      assert.equal(response.headers.get('WWW-Authenticate'), status === 401 ? 'Bearer' : null);
      assert.equal(
        readGraphError(await response.json(), { status: response.status })?.code,
        status === 401 ? 'unauthorized' : 'not-found',
      );
      assert.equal(graph.requests.length, 0);
    }
  });

  it('a verifier, or a look-up of who asks, that never ends is as good as down', { timeout: 20_000 }, async () => {
    const never = (): Promise<never> => new Promise(() => {});
    for (const options of [{ access: never }, { clientAddress: never }]) {
      mock.timers.enable({ apis: ['setTimeout'] });
      try {
        const graph = createFakeGraph(total);
        const { ask, log } = createBackend(graph, options);
        const asked = ask(reach);
        await new Promise((resolve) => setImmediate(resolve));
        mock.timers.tick(5_000);
        const response = await asked;
        assert.deepEqual([response.status, graph.requests.length], [500, 0]);
        assert.deepEqual([log[0]?.code, log[0]?.fault], ['server-error', 'access']);
      } finally {
        mock.timers.reset();
      }
    }
  });
});

describe('createInsightsHandler: HTTP', () => {
  it('drops a version segment, trailing slashes, and what it is mounted below', async () => {
    const graph = createFakeGraph(total);
    const mounts: [basePath: string, paths: string[]][] = [
      ['/', ['/default/insights', '/v25.0/default/insights', '/v9.1/default/insights/']],
      ['/insights', ['/insights/default/insights', '/insights/v22.0/default/insights']],
      ['api/:id/*/', ['/api/:id/*/default/insights']],
    ];
    for (const [basePath, paths] of mounts) {
      for (const path of paths) {
        const { status } = await createBackend(graph, { basePath }).ask(`${path}?metric=likes`);
        assert.equal(status, 200, `${path} below ${basePath}`);
      }
    }
    for (const path of ['/default/insights', '/insightsdefault/insights', '/insights', '/other/default/insights']) {
      assert.equal((await createBackend(graph, { basePath: '/insights' }).ask(`${path}?metric=likes`)).status, 404);
    }
  });

  it('answers HEAD as GET without a body', async () => {
    const { ask } = createBackend(createFakeGraph(total));
    const [get, head] = await Promise.all([ask(reach), ask(reach, { method: 'HEAD' })]);
    assert.deepEqual([head.status, [...head.headers], await head.text()], [200, [...get.headers], '']);
    assert.equal((await ask('/default/insights', { method: 'HEAD' })).status, 400);
    assert.equal((await ask('/default/media', { method: 'HEAD' })).status, 404);
  });

  it('405 for every other method', async () => {
    const graph = createFakeGraph(total);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      for (const path of [reach, '/default', '/nobody']) {
        const response = await createBackend(graph).ask(path, { method });
        assert.equal(response.status, 405);
        assert.equal(response.headers.get('Allow'), 'GET, HEAD, OPTIONS');
        assert.equal((await errorOf(response)).code, 100);
      }
    }
    assert.equal(graph.requests.length, 0);
  });

  it('says how long an answer keeps, and for whom', async () => {
    const graph = createFakeGraph(total);
    const open = createBackend(graph);
    const closed = createBackend(graph, { access: () => true });
    for (const path of [reach, '/default/insights?metric=x', '/nobody']) {
      const [a, b] = await Promise.all([open.ask(path), closed.ask(path)]);
      const ok = a.status === 200;
      assert.equal(a.headers.get('Cache-Control'), ok ? 'public, max-age=0, s-maxage=300' : 'no-store');
      assert.equal(b.headers.get('Cache-Control'), ok ? 'private, no-cache' : 'no-store');
      assert.equal(a.headers.get('Vary'), null);
      assert.equal(b.headers.get('Vary'), 'Authorization, Origin');
    }
  });

  it('carries its manners on every answer, and no banner', async () => {
    for (const [path, init] of [
      [reach, {}],
      ['/default/insights', {}],
      ['/x', {}],
      [reach, { method: 'POST' }],
      [reach, { method: 'OPTIONS' }],
    ] as const) {
      const { headers } = await createBackend(createFakeGraph(total)).ask(path, init);
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
      assert.equal(headers.get('Content-Security-Policy'), "default-src 'none'");
      assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
      assert.equal(headers.get('Cross-Origin-Resource-Policy'), 'same-origin');
      assert.equal(headers.get('Server') ?? headers.get('X-Powered-By'), null);
    }
  });

  it('says how much of the limit on calls is used, on answers and refusals, and never whose', async () => {
    const headers = {
      'X-App-Usage': '{"call_count":28,"total_time":25,"total_cputime":25}',
      'X-Business-Use-Case-Usage': '{"1048576102030405":[{"type":"instagram","call_count":61,"total_time":2}]}',
    };
    const used = '{"call_count":61,"total_time":61,"total_cputime":61}';
    const verifier = () => true;
    const cases: [graph: ReturnType<typeof createFakeGraph>, path: string, status: number, usage: string | null][] = [
      [createFakeGraph(total, { headers }), reach, 200, used],
      [createFakeGraph(acme, { headers }), '/default', 200, used],
      [createFakeGraph(graphError(4), { headers, status: 400 }), reach, 429, used],
      [createFakeGraph(graphError(190), { headers, status: 400 }), reach, 502, used],
      [createFakeGraph('<h1>no</h1>', { headers, status: 500 }), reach, 502, used],
      [createFakeGraph('<h1>no</h1>', { headers }), reach, 502, used],
      [createFakeGraph(total), reach, 200, null],
      [createFakeGraph(total, { headers: { 'X-App-Usage': token } }), reach, 200, null],
      [createFakeGraph(new TypeError('fetch failed')), reach, 502, null],
      // Nothing was asked of the Graph API.
      [createFakeGraph(total, { headers }), '/default/insights?metric=x', 400, null],
      [createFakeGraph(total, { headers }), '/nobody', 404, null],
    ];
    for (const [graph, path, status, usage] of cases) {
      for (const access of ['public', verifier] as const) {
        const { ask } = createBackend(graph, { access });
        for (const method of ['GET', 'HEAD']) {
          const response = await ask(path, { method });
          assert.deepEqual([response.status, response.headers.get('X-App-Usage')], [status, usage], path);
          assert.equal(response.headers.get('X-Business-Use-Case-Usage'), null);
        }
      }
    }
  });

  const page = 'https://page.example';
  const verifier = () => true;
  const origins: [
    name: string,
    options: Partial<InsightsHandlerOptions>,
    origin: string,
    allowed: string | null,
    vary: string | null,
  ][] = [
    ['public: every page', {}, page, '*', null],
    ['public, listed', { origins: [page] }, page, page, 'Origin'],
    ['public, another listed', { origins: ['https://other.example'] }, page, null, 'Origin'],
    ['public, none', { origins: [] }, page, null, 'Origin'],
    ['a verifier: none', { access: verifier }, page, null, 'Authorization, Origin'],
    ['a verifier, listed', { access: verifier, origins: [page] }, page, page, 'Authorization, Origin'],
    ['a verifier, all', { access: verifier, origins: '*' }, page, '*', 'Authorization, Origin'],
    ['a function', { origins: (origin) => origin.endsWith('.example') }, page, page, 'Origin'],
    ['no origin of any kind', { origins: () => true }, '', null, 'Origin'],
    ['closed', { access: undefined }, page, null, 'Authorization, Origin'],
  ];
  for (const [name, options, origin, allowed, vary] of origins) {
    it(`CORS, ${name}`, async () => {
      const { ask } = createBackend(createFakeGraph(total), options);
      const headers = { ...(origin && { Origin: origin }) };
      const preflight = {
        ...headers,
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': 'authorization',
      };
      const answers = await Promise.all([
        ask(reach, { headers }),
        ask('/nobody', { headers }),
        ask(reach, { method: 'OPTIONS', headers: preflight }),
      ]);
      for (const answer of answers) {
        assert.equal(answer.headers.get('Access-Control-Allow-Origin'), allowed);
        assert.equal(answer.headers.get('Access-Control-Allow-Credentials'), null);
        assert.equal(answer.headers.get('Vary'), vary);
        assert.equal(
          answer.headers.get('Access-Control-Expose-Headers'),
          'Retry-After,X-Insights-Source,X-App-Usage,X-Insights-Fetched-At,X-Insights-Stale',
        );
      }
      const [, , options204] = answers;
      assert.equal(options204?.status, 204);
      assert.equal(options204?.headers.get('Access-Control-Allow-Methods'), 'GET,HEAD');
      assert.equal(options204?.headers.get('Access-Control-Allow-Headers'), 'authorization');
    });
  }
});

describe("createInsightsHandler: the operator's own", () => {
  const boom = () => {
    throw new Error(`no row for ${token}`);
  };
  const odd = () => {
    throw token;
  };

  const faults: [name: string, options: Partial<InsightsHandlerOptions>, fault: string][] = [
    ['accounts throws', { accounts: boom }, 'accounts'],
    ['accounts rejects', { accounts: async () => boom() }, 'accounts'],
    ['accounts throws a text', { accounts: odd }, 'accounts'],
    ['accounts gives no account', { accounts: () => ({ id: 'acme', accessToken: token }) }, 'accounts'],
    [
      'accounts gives a token with a line break',
      { accounts: () => ({ id: '1', accessToken: `${token}\n` }) },
      'accounts',
    ],
    ['access throws', { access: boom }, 'access'],
    ['access rejects with a text', { access: async () => odd() }, 'access'],
    ['origins throws', { origins: boom }, 'access'],
    ['origins throws a text', { origins: odd }, 'access'],
  ];
  for (const [name, options, fault] of faults) {
    it(`500 where ${name}`, async () => {
      const graph = createFakeGraph(total);
      const backend = createBackend(graph, options);
      const response = await backend.ask(reach, { headers: { Origin: 'https://page.example' } });
      const text = await response.text();
      assert.equal(response.status, 500);
      assert.deepEqual((JSON.parse(text) as Envelope).error.error_data, { code: 'server-error' });
      assert.deepEqual(backend.log, [{ event: 'answer', status: 500, ms: 0, code: 'server-error', fault }]);
      assert.ok(!text.includes('no row'));
      assert.equal(response.headers.get('Cache-Control'), 'no-store');
      assert.equal(graph.requests.length, 0);
    });
  }

  it('a log that throws costs nobody the answer', async () => {
    assert.equal((await createBackend(createFakeGraph(total), { log: boom }).ask(reach)).status, 200);
    assert.equal((await createBackend(createFakeGraph(total), { log: odd }).ask('/nobody')).status, 404);
  });

  it('logs by alias, once the account is known, and by numbers', async () => {
    let time = now;
    const graph = createFakeGraph(total);
    const { ask, log } = createBackend(graph, { now: () => (time += 5) });
    await ask(reach);
    await ask(`/${token}/insights?metric=likes`);
    await ask('/constructor');
    await ask(`/default/insights?metric=${token}`);
    assert.ok(log.every(({ ms }) => ms > 0));
    assert.deepEqual(
      log.map(({ ms: _, ...entry }) => entry),
      [
        { event: 'answer', status: 200, account: 'default', kept: 'none' },
        { event: 'answer', status: 404, code: 'not-found' },
        { event: 'answer', status: 404, code: 'not-found' },
        { event: 'answer', status: 400, code: 'invalid-query' },
      ],
    );
  });

  it('without a log, failures are lines of JSON on standard error', async (t) => {
    const print = t.mock.method(console, 'error', () => {});
    const { ask } = createBackend(createFakeGraph(total), { log: undefined });
    await ask(reach);
    await ask('/nobody');
    assert.deepEqual(
      print.mock.calls.map(({ arguments: args }) => args.map((line) => JSON.parse(String(line)))),
      [[{ time: '2026-03-20T18:00:00.000Z', event: 'answer', status: 404, ms: 0, code: 'not-found' }]],
    );
  });

  const wrong: [name: string, options: Partial<InsightsHandlerOptions>, words: RegExp][] = [
    ['an alias with a slash', { accounts: { 'a/b': { id: '1', accessToken: token } } }, /"a\/b" cannot be the alias/],
    ['an id in words', { accounts: { acme: { id: 'acme', accessToken: token } } }, /id of "acme" cannot be used/],
    [
      'no token',
      { accounts: { acme: { id: '1', accessToken: '' } } },
      /accessToken of "acme" is empty\. Where .* environment/,
    ],
    ['a Graph address with a query', { graph: { baseUrl: 'https://graph.facebook.com?x=1' } }, /graph\.baseUrl is not/],
    ['a Graph address without a scheme', { graph: { baseUrl: 'graph.facebook.com' } }, /graph\.baseUrl is not/],
    ['a Graph version that is a path', { graph: { version: 'v25.0/..' } }, /graph\.version is not/],
    ['an origin with a path', { origins: ['https://page.example/'] }, /Write scheme and host only/],
    ['an origin without a scheme', { origins: ['page.example'] }, /Write scheme and host only/],
    ['the null origin', { origins: ['null'] }, /"null" is not an origin/],
  ];
  for (const [name, options, words] of wrong) {
    it(`throws at once for ${name}`, () => {
      const accounts = { default: { id: '1', accessToken: token } };
      assert.throws(
        () => createInsightsHandler({ accounts, access: 'public', ...options }),
        (error) => {
          assert.ok(error instanceof TypeError);
          assert.match(error.message, words);
          return !error.message.includes(token.slice(0, 12));
        },
      );
    });
  }
});
