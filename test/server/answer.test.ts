import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createBackendTransport } from '../../src/client/transports/backend.js';
import { isInsightsError, readGraphError } from '../../src/spec/index.js';
import {
  acme,
  createBackend,
  createFakeGraph,
  type Envelope,
  emptyData,
  errorOf,
  graphError,
  reach,
  token,
  total,
} from './fake-graph.js';

describe('createInsightsHandler: what comes back', () => {
  const paging = {
    previous: `https://graph.facebook.com/?access_token=${token}`,
    next: `https://x/?access_token=${token}`,
  };
  const breakdowns = [
    { dimension_keys: ['age', 'gender'], results: [{ dimension_values: ['18-24', 'F'], value: 12 }] },
  ];
  const cases: [name: string, given: object, passed: object][] = [
    [
      'a total, without paging, title, description and id',
      { data: [{ ...total.data[0], title: 'Zasięg', description: 'x', id: '1784/insights/reach/day' }], paging },
      total,
    ],
    ['nothing', { ...emptyData, paging }, emptyData],
    [
      'a metric without any value',
      { data: [{ name: 'views', period: 'day', id: '1' }] },
      { data: [{ name: 'views', period: 'day' }] },
    ],
    [
      'a series with a gap, a text and both forms of offset',
      {
        data: [
          {
            name: 'reach',
            period: 'day',
            values: [
              { value: 3, end_time: '2026-03-04T08:00:00+0000' },
              { value: '36', end_time: '2026-03-05T08:00:00+00:00', note: 1 },
              { value: null, end_time: '2026-03-06T08:00:00Z' },
            ],
          },
        ],
      },
      {
        data: [
          {
            name: 'reach',
            period: 'day',
            values: [
              { value: 3, end_time: '2026-03-04T08:00:00+0000' },
              { value: '36', end_time: '2026-03-05T08:00:00+00:00' },
              { value: null, end_time: '2026-03-06T08:00:00Z' },
            ],
          },
        ],
      },
    ],
    [
      'breakdowns, less their end_time',
      {
        data: [
          {
            name: 'follower_demographics',
            period: 'lifetime',
            total_value: { breakdowns: [{ ...breakdowns[0], end_time: 'x' }], extra: 1 },
          },
        ],
      },
      { data: [{ name: 'follower_demographics', period: 'lifetime', total_value: { breakdowns } }] },
    ],
    [
      'hours',
      {
        data: [
          {
            name: 'online_followers',
            period: 'lifetime',
            values: [{ value: { 0: 1, 23: 5 }, end_time: '2026-03-04T08:00:00+0000' }],
          },
        ],
      },
      {
        data: [
          {
            name: 'online_followers',
            period: 'lifetime',
            values: [{ value: { 0: 1, 23: 5 }, end_time: '2026-03-04T08:00:00+0000' }],
          },
        ],
      },
    ],
  ];
  for (const [name, given, passed] of cases) {
    it(name, async () => {
      const metric = (given as { data: { name?: string }[] }).data[0]?.name ?? 'reach';
      const path = `/default/insights?metric=${metric}${metric === 'follower_demographics' ? '&breakdown=age,gender' : ''}`;
      const response = await createBackend(createFakeGraph(given)).ask(path);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('Content-Type'), 'application/json');
      assert.deepEqual(await response.json(), passed);
    });
  }

  it('an account, without its id', async () => {
    const response = await createBackend(createFakeGraph({ ...acme, id: '17841400000000001', biography: 'x' })).ask(
      '/default',
    );
    assert.deepEqual(await response.json(), acme);
  });

  it('samples that say so, in a header and in the JSON', async () => {
    const graph = createFakeGraph(total, { headers: { 'X-Insights-Source': 'demo' } });
    const response = await createBackend(graph).ask(reach);
    assert.equal(response.headers.get('X-Insights-Source'), 'demo');
    assert.deepEqual(await response.json(), { ...total, source: 'demo' });
    const real = await createBackend(createFakeGraph({ ...total, source: 'elsewhere' })).ask(reach);
    assert.equal(real.headers.get('X-Insights-Source'), null);
    assert.deepEqual(await real.json(), total);
  });

  const row = { name: 'reach', period: 'day' };
  const malformed: [name: string, path: string, body: unknown][] = [
    ['a page', reach, '<!doctype html><title>x</title>'],
    ['nothing', reach, ''],
    ['a number', reach, '12'],
    ['no data', reach, {}],
    ['data that is no list', reach, { data: {} }],
    ['a name that is none', reach, { data: [{ ...row, name: 'Hello <b>' }] }],
    ['a value that is a list', reach, { data: [{ ...row, total_value: { value: [] } }] }],
    ['a value that is words', reach, { data: [{ ...row, total_value: { value: 'many' } }] }],
    ['a date that is words', reach, { data: [{ ...row, values: [{ value: 1, end_time: 'yesterday' }] }] }],
    ['a map of no hours', reach, { data: [{ ...row, values: [{ value: { [token]: 1 } }] }] }],
    [
      'a secret in a dimension',
      reach,
      {
        data: [
          {
            ...row,
            total_value: {
              breakdowns: [{ dimension_keys: ['age'], results: [{ dimension_values: [token], value: 1 }] }],
            },
          },
        ],
      },
    ],
    ['an account that is a list', '/default', []],
    ['an account of nothing that was asked', '/default', { id: '1' }],
    ['a field that was not asked', '/default?fields=name', { username: 'acme' }],
    ['followers in words', '/default', { ...acme, followers_count: 'many' }],
  ];
  for (const [name, path, body] of malformed) {
    it(`502 for ${name}`, async () => {
      const backend = createBackend(createFakeGraph(body));
      const response = await backend.ask(path);
      const error = await errorOf(response);
      assert.equal(response.status, 502);
      assert.deepEqual([error.code, error.error_data.code], [2, 'malformed-response']);
      assert.deepEqual(
        backend.log.map(({ code, fault }) => [code, fault]),
        [['malformed-response', 'graph']],
      );
    });
  }
});

describe('createInsightsHandler: what goes wrong above', () => {
  const cases: [code: number, more: object, status: number, told: string, graphCode: number, subcode?: number][] = [
    [190, { error_subcode: 463 }, 502, 'token-expired', 190],
    [102, {}, 502, 'token-expired', 190],
    [190, { error_subcode: 459 }, 502, 'blocked', 368],
    [368, {}, 502, 'blocked', 368],
    [10, {}, 502, 'no-permission', 10],
    [200, {}, 502, 'no-permission', 10],
    [3, {}, 502, 'no-permission', 10],
    [4, {}, 429, 'rate-limited', 4],
    [17, {}, 429, 'rate-limited', 17],
    [32, {}, 429, 'rate-limited', 32],
    [341, {}, 429, 'rate-limited', 341],
    [613, {}, 429, 'rate-limited', 613],
    [80002, {}, 429, 'rate-limited', 80002],
    [100, {}, 400, 'rejected', 100],
    [2500, {}, 400, 'rejected', 100],
    [100, { message: '(#100) Incompatible breakdowns (age)' }, 400, 'not-offered', 100],
    [100, { message: 'API calls from the server require an appsecret_proof argument' }, 502, 'misconfigured', 100],
    [100, { error_subcode: 33 }, 404, 'not-found', 100, 33],
    [1, {}, 502, 'server-error', 2],
    [2, {}, 502, 'server-error', 2],
    [-1, {}, 502, 'server-error', 2],
    [987654, {}, 502, 'unknown', 1],
    // Codes that only we give: a stranger's claim to them counts for nothing.
    [1, { error_data: { code: 'unauthorized' } }, 502, 'unknown', 1],
    [1, { error_data: { code: 'closed' } }, 502, 'unknown', 1],
    [
      100,
      {
        error_data: {
          issues: [
            { severity: 'error', code: 'x', attribute: 'x', value: 'x', message: 'Words of Instagram', allowed: [] },
          ],
        },
      },
      400,
      'rejected',
      100,
    ],
  ];
  for (const [code, more, status, told, graphCode, subcode] of cases) {
    it(`${code} ${JSON.stringify(more).slice(0, 60)} -> ${status} ${told}`, async () => {
      const backend = createBackend(createFakeGraph(graphError(code, more), { status: 400 }));
      const response = await backend.ask(reach);
      const text = await response.text();
      const { error } = JSON.parse(text) as Envelope;
      assert.equal(response.status, status);
      assert.deepEqual([error.code, error.error_subcode, error.error_data], [graphCode, subcode, { code: told }]);
      assert.equal(readGraphError(JSON.parse(text), { status })?.code, told);
      assert.ok(!text.includes('Words of Instagram') && !text.includes('AbCdEfGh123'));
      assert.equal(response.headers.get('Cache-Control'), 'no-store');
      assert.equal(response.headers.get('Retry-After'), status === 429 ? '300' : null);
      const [entry] = backend.log;
      assert.deepEqual(
        [entry?.account, entry?.code, entry?.graphCode, entry?.trace],
        ['default', told, code, 'AbCdEfGh123'],
      );
    });
  }

  const named: [what: string, more: object, metrics: string[], allowed: string[]][] = [
    [
      'that it blames',
      { message: `(#100) The following metrics (views,${token},likes) should be specified with parameter x` },
      ['views', 'likes'],
      [],
    ],
    [
      'that it takes',
      { message: `(#100) metric[1] must be one of the following values: saves, ${token}, quotes, reach` },
      [],
      ['saves', 'reach'],
    ],
    [
      'that another backend before it has read',
      { error_data: { code: 'rejected', metrics: ['views', token], allowed_metrics: [token] } },
      ['views'],
      [],
    ],
  ];
  for (const [what, more, metrics, allowed] of named) {
    it(`passes on the metrics ${what}: names that it knows, and no text`, async () => {
      const { handler } = createBackend(createFakeGraph(graphError(100, more), { status: 400 }));
      const { error_data: data } = await errorOf(await handler(new Request(`http://backend.test${reach}`)));
      assert.deepEqual([data.metrics ?? [], data.allowed_metrics ?? []], [metrics, allowed]);
      const ask = createBackendTransport({
        url: 'http://backend.test/',
        fetch: (url, init) => handler(new Request(url, init)),
      });
      await assert.rejects(ask({ edge: 'insights', params: { metric: 'reach', period: 'day' } }), (error) => {
        assert.ok(isInsightsError(error));
        assert.deepEqual([error.metrics, error.allowedMetrics], [metrics, allowed]);
        return true;
      });
    });
  }

  it('passes on for how long a limit holds, within a day', async () => {
    for (const [given, passed] of [
      ['120', '120'],
      ['0', '1'],
      ['9999999', '86400'],
    ]) {
      const graph = createFakeGraph(graphError(4), { status: 400, headers: { 'Retry-After': given ?? '' } });
      assert.equal((await createBackend(graph).ask(reach)).headers.get('Retry-After'), passed);
    }
  });

  it('answers a network that is down as a failure of the moment, and logs which', async () => {
    const backend = createBackend(createFakeGraph(new TypeError(`fetch failed: https://x/?access_token=${token}`)));
    const response = await backend.ask(reach);
    assert.equal(response.status, 502);
    assert.deepEqual((await errorOf(response)).error_data, { code: 'server-error' });
    assert.equal(backend.log[0]?.code, 'network');
  });

  it('reads a failure without an envelope by its status, never as one of ours', async () => {
    for (const [status, expected, told] of [
      [500, 502, 'server-error'],
      [401, 502, 'unknown'],
      [403, 502, 'unknown'],
      [429, 429, 'rate-limited'],
    ] as const) {
      const response = await createBackend(createFakeGraph('<h1>no</h1>', { status })).ask(reach);
      assert.equal(response.status, expected);
      assert.equal((await errorOf(response)).error_data.code, told);
    }
  });
});
