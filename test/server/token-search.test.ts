import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSandbox, scenarios } from '../../src/sandbox/index.js';
import { metricNames, specOf } from '../../src/spec/index.js';
import { appSecret, type Backend, createBackend, createFakeGraph, graphError, now, token } from './fake-graph.js';

/** Every form in which a secret may be found by somebody who looks for it. */
function forms(secret: string): string[] {
  const base64 = Buffer.from(secret).toString('base64');
  return [
    secret,
    encodeURIComponent(secret),
    base64,
    base64.replace(/=+$/, ''),
    Buffer.from(secret).toString('base64url'),
    secret.slice(0, 12),
  ];
}

/** Asks, and looks for the secrets in every byte that the page and the log get. */
async function search(
  backend: Backend,
  path: string,
  secrets: readonly string[],
  init?: RequestInit,
): Promise<Response> {
  const response = await backend.ask(path, init);
  const copy = response.clone();
  const body = Buffer.from(await response.arrayBuffer());
  const given = [
    response.statusText,
    JSON.stringify([...response.headers]),
    body.toString('latin1'),
    body.toString(),
    JSON.stringify(backend.log),
  ];
  for (const text of given) {
    for (const form of secrets.flatMap(forms))
      assert.ok(!text.includes(form), `${path}: ${form} in ${text.slice(0, 2000)}`);
  }
  return copy;
}

const paths = [
  '/default',
  '/default?fields=name',
  '/default/insights?metric=reach&metric_type=time_series&range=last_28_days',
  '/default/insights?metric=reach,likes&range=last_28_days',
  '/default/insights?metric=follower_demographics&breakdown=city',
];

describe('the search itself', () => {
  it('finds a token in a body, a header, a status text and a log line', async () => {
    for (const form of forms(token)) {
      for (const response of [
        new Response(form),
        new Response('', { headers: { 'X-Odd': form } }),
        new Response('', { statusText: form }),
      ]) {
        const backend: Backend = { ask: async () => response, handler: async () => response, log: [] };
        await assert.rejects(search(backend, '/', [token]), assert.AssertionError);
      }
      const log = [{ event: 'answer', status: 200, ms: 0, trace: form } as const];
      const backend: Backend = { ask: async () => new Response(''), handler: async () => new Response(''), log };
      await assert.rejects(search(backend, '/', [token]), assert.AssertionError);
    }
  });
});

describe('no byte of a token leaves the backend: over the sandbox', { concurrency: true }, () => {
  const questions = [
    ...paths,
    ...metricNames.map((metric) => `/default/insights?metric=${metric}`),
    ...metricNames.flatMap((metric) =>
      specOf(metric).breakdowns.map(
        (cut) => `/default/insights?metric=${metric}&metric_type=total_value&breakdown=${cut}`,
      ),
    ),
    '/nobody/insights?metric=reach',
    '/default/insights?metric=impressions',
    '/default/insights?metric=likes&range=last_90_days',
  ];
  for (const scenario of [undefined, ...scenarios]) {
    for (const baseUrl of ['https://graph.facebook.com', 'https://graph.instagram.com']) {
      it(`${scenario ?? 'no scenario'}, ${new URL(baseUrl).host}`, async () => {
        const sandbox = createSandbox({ now: () => now, ...(scenario && { scenario }) });
        const accounts = { default: { id: sandbox.id, accessToken: sandbox.accessToken, appSecret } };
        const ask = async (path: string): Promise<number> => {
          const backend = createBackend(createFakeGraph({}), { accounts, graph: { baseUrl, fetch: sandbox.fetch } });
          const { status } = await search(backend, path, [sandbox.accessToken, appSecret]);
          assert.equal(backend.log.length, 1);
          return status;
        };
        const statuses = new Set(await Promise.all(questions.map(ask)));
        assert.ok(!statuses.has(500), 'a 500 is a fault of ours');
        if (scenario === undefined) assert.ok(statuses.has(200) && statuses.has(400) && statuses.has(404));
      });
    }
  }
});

describe('no byte of a token leaves the backend: a Graph API that quotes it wherever it can', () => {
  const next = `https://graph.facebook.com/v25.0/1/insights?access_token=${encodeURIComponent(token)}&metric=reach`;
  const row = {
    name: 'reach',
    period: 'day',
    title: token,
    description: token,
    id: `${token}/insights`,
    total_value: { value: 3 },
  };
  const cut = (values: string[], keys = ['city']): object => ({
    ...row,
    total_value: { breakdowns: [{ dimension_keys: keys, results: [{ dimension_values: values, value: 1 }] }] },
  });
  const half = token.slice(0, 14);
  const base64 = Buffer.from(token).toString('base64');
  const bodies: [name: string, body: unknown][] = [
    ['paging', { data: [row], paging: { previous: next, next, cursors: { after: token } } }],
    ['fields nobody asked for', { data: [row], access_token: token, __debug__: { messages: [token] }, source: token }],
    ['the name', { data: [{ ...row, name: token }] }],
    ['the period', { data: [{ ...row, period: token }] }],
    ['a value', { data: [{ ...row, total_value: { value: token } }] }],
    ['an end_time', { data: [{ ...row, values: [{ value: 1, end_time: token }] }] }],
    ['a key of a map', { data: [{ ...row, values: [{ value: { [token]: 1 } }] }] }],
    ['a dimension', { data: [cut([token])] }],
    ['half a dimension', { data: [cut([half])] }],
    ['a dimension in base64', { data: [cut([base64])] }],
    ['a dimension key', { data: [cut(['x'], [token])] }],
    ['an account', { id: token, username: token, name: token, followers_count: 1 }],
    ['half an account', { id: '1', username: half, name: half, followers_count: 1 }],
    ['a bare text', token],
    ['a JSON text', JSON.stringify(token)],
    ['a page', `<!doctype html><a href="${next}">`],
    ['JSON that breaks off', `{"data":[{"name":"reach","paging":"${next}`],
    [
      'an error',
      graphError(190, { error_user_title: token, error_user_msg: token, fbtrace_id: token, error_data: token }),
    ],
    ['half a trace', graphError(2, { fbtrace_id: half })],
    ['a trace in base64', graphError(2, { fbtrace_id: base64 })],
    [
      'issues',
      graphError(100, {
        error_data: {
          code: 'invalid-query',
          issues: [
            { severity: 'error', code: 'unknown', attribute: token, value: token, message: token, allowed: [token] },
          ],
        },
      }),
    ],
    [
      'a metric that it blames',
      graphError(100, {
        message: `The following metrics (${token},likes) should be specified`,
        error_data: { metrics: [token] },
      }),
    ],
    [
      'a list of metrics',
      graphError(100, {
        message: `metric[0] must be one of the following values: ${token}, likes`,
        error_data: { allowed_metrics: [token] },
      }),
    ],
    ['a code', graphError(100, { error_data: { code: token } })],
    ['a thrown error', new TypeError(`fetch failed for ${next}`, { cause: token })],
  ];
  const hostile = {
    'X-Token': token,
    'WWW-Authenticate': `Bearer ${token}`,
    Location: next,
    'Retry-After': token,
    'Set-Cookie': `t=${token}`,
    'X-Insights-Source': token,
    'X-App-Usage': `{"call_count":9,"${token}":8}`,
    'X-Business-Use-Case-Usage': `{"${token}":[{"type":"${token}","call_count":97}]}`,
  };

  for (const [where, body] of bodies) {
    it(where, async () => {
      const accounts = { default: { id: '17841400000000001', accessToken: token, appSecret } };
      for (const status of [200, 400, 500]) {
        for (const baseUrl of ['https://graph.facebook.com', 'https://graph.instagram.com']) {
          for (const path of paths) {
            const graph = createFakeGraph(body, { status, statusText: token, headers: hostile });
            const backend = createBackend(graph, { accounts, graph: { baseUrl, fetch: graph.fetch } });
            assert.notEqual((await search(backend, path, [token, appSecret])).status, 500);
            const { url, headers } = graph.requests[0] ?? assert.fail('nothing went up');
            assert.ok(`${url.href} ${headers.get('Authorization')}`.includes(token), 'the fake has no token to quote');
          }
        }
      }
    });
  }

  it('a token of a shape that nobody knows', async () => {
    const odd = 'secret-token-of-acme';
    const options = { accounts: { default: { id: '1', accessToken: odd } } };
    for (const body of [
      { data: [cut([odd])] },
      { data: [cut(['x'], [odd.replaceAll('-', '_')])] },
      { username: 'a', name: `I am ${odd}` },
      graphError(2, { fbtrace_id: odd }),
    ]) {
      for (const path of ['/default', '/default/insights?metric=reach&metric_type=total_value']) {
        await search(createBackend(createFakeGraph(body), options), path, [odd]);
      }
    }
  });
});

describe('no byte of a token leaves the backend: a caller who sends one', () => {
  const requests: [path: string, init?: RequestInit][] = [
    [`/${token}`],
    [`/${token}/insights?metric=reach`],
    [`/default/insights?metric=${token}`],
    [
      `/default/insights?metric=reach&breakdown=${token}&period=${token}&timeframe=${token}&metric_type=${token}&range=${token}`,
    ],
    [`/default/insights?metric=likes&since=${token}&until=${token}`],
    [`/default/insights?metric=reach&${token}=1`],
    [`/default/insights?metric=reach&access_token=${token}&appsecret_proof=${token}`],
    [`/default?fields=${token}`],
    [`/default/${token}`],
    [`/default/insights?metric=reach`, { headers: { Authorization: `Bearer ${token}`, 'X-Forwarded-For': token } }],
    [`/default/insights?metric=reach&access_token=${token}`, { method: 'POST', body: token }],
  ];
  for (const [path, init] of requests) {
    it(`${init?.method ?? 'GET'} ${path.replaceAll(token, '…')}`, async () => {
      const graph = createFakeGraph({ data: [] });
      const options = { accounts: { default: { id: '1', accessToken: 'another-token-that-is-not-sent' } } };
      await search(createBackend(graph, options), path, [token], init);
      for (const { url, headers } of graph.requests)
        assert.ok(!(url.href + JSON.stringify([...headers])).includes(token));
    });
  }
});
