/** Anything at all: what a stranger can put into a path, a query, a header or a token. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addressFromHeader, createEmbedTokenAccess, issueEmbedToken } from '../../src/server/index.js';
import { metricNames, readMetric } from '../../src/spec/index.js';
import { token } from './fake-graph.js';
import { createMovingBackend, createMovingGraph, noon } from './moving-graph.js';

const keys = [{ id: 'k', secret: 'a-secret-of-more-than-thirty-two-characters' }];

const names = [
  'metric',
  'period',
  'metric_type',
  'timeframe',
  'breakdown',
  'since',
  'until',
  'range',
  'fields',
  'access_token',
  'appsecret_proof',
  '__proto__',
];
const values = [
  ...metricNames,
  'saves',
  'day',
  'lifetime',
  'age',
  'follow_type',
  'total_value',
  'time_series',
  '2026-03-01',
  '2026-03-19',
  '1772900000',
  'last_28_days',
  'prev_month',
  'this_week',
  'username,name',
  '',
];
const text = fc.oneof(fc.constantFrom(...names, ...values), fc.string({ unit: 'binary', maxLength: 40 }));
const query = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), text), text), { maxLength: 6 });
const path = fc.array(
  fc.oneof(
    fc.constantFrom(
      'default',
      'other',
      'nobody',
      'insights',
      'v25.0',
      '..',
      '.',
      '%',
      '%00',
      '%2e%2e',
      '',
      'me',
      '178414001',
    ),
    text,
  ),
  { maxLength: 5 },
);
/** Nearly a question: most of these are legal, with a slip in some. */
const nearly = fc
  .record({
    account: fc.constantFrom('default', 'default', 'default', 'other'),
    what: fc.constantFrom(
      ['reach', 'total_value'],
      ['reach', 'time_series'],
      ['likes,saved', 'total_value'],
      ['reach,views,likes', 'total_value'],
      ['follower_count', undefined],
      ['likes', 'time_series'],
    ),
    days: fc.constantFrom(
      ['range', 'last_7_days'],
      ['range', 'last_28_days'],
      ['since', '2026-03-01', 'until', '2026-03-09'],
      ['since', '2026-01-20', 'until', '2026-03-10'],
      [],
    ),
    slip: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: query }),
  })
  .map(({ account, what: [metric, type], days: [a, b, c, d], slip }): [string[], [string, string][]] => {
    const pairs = Object.entries({ metric, metric_type: type, [a ?? '']: b, [c ?? '']: d });
    const set = pairs.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
    return [
      [account, 'insights'],
      [...set, ...slip],
    ];
  });
const address = fc.oneof({ weight: 1, arbitrary: fc.tuple(path, query) }, { weight: 2, arbitrary: nearly });
/** What a header may hold at all. */
const line = fc.oneof(
  fc.string({ maxLength: 60 }).map((string) => string.replaceAll(/[^\x20-\x7e]/g, '')),
  fc.constantFrom(
    '*',
    '"x"',
    'W/"x"',
    'null',
    'https://page.example',
    '1.2.3.4',
    'bytes=0-1',
    'no-cache',
    '::1',
    `Bearer ${token}`,
  ),
);
const headers = fc.dictionary(
  fc.constantFrom(
    'Authorization',
    'Origin',
    'If-None-Match',
    'X-Forwarded-For',
    'Range',
    'Cache-Control',
    'Accept',
    'Host',
    'X-HTTP-Method-Override',
    'Cookie',
  ),
  line,
  { maxKeys: 4 },
);
const method = fc.constantFrom('GET', 'GET', 'GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'POST', 'DELETE');

/** A request of these; undefined where no client could send it. */
type Asked = readonly [[string[], [string, string][]], Record<string, string>, string];

function requestOf([[segments, pairs], head, verb]: Asked): Request | undefined {
  const url = new URL('http://backend.test/');
  url.pathname = segments.join('/');
  for (const [name, value] of pairs) url.searchParams.append(name, value);
  try {
    return new Request(url, { method: verb, headers: head });
  } catch {
    return undefined;
  }
}

const request = fc
  .tuple(address, headers, method)
  .map(requestOf)
  .filter((made) => made !== undefined);

describe('the backend, asked anything', () => {
  it('public: never a 500, and upward only questions of ours about accounts of ours', async () => {
    const graph = createMovingGraph();
    const paths: string[] = [];
    const { handler } = createMovingBackend(graph, {
      clientAddress: addressFromHeader('X-Forwarded-For'),
      graph: {
        fetch: (url, init) => {
          paths.push(new URL(url).pathname);
          return graph.fetch(url, init);
        },
      },
    });
    await fc.assert(
      fc.asyncProperty(request, async (made) => {
        const response = await handler(made);
        const body = await response.text();
        assert.ok([200, 204, 304, 400, 404, 405, 429].includes(response.status), `${response.status} ${made.url}`);
        assert.ok(!`${body}${JSON.stringify([...response.headers])}`.includes(token));
        assert.equal(response.headers.get('X-Content-Type-Options'), 'nosniff');
      }),
      { numRuns: 1500 },
    );
    for (const asked of paths) assert.match(asked, /^\/v25\.0\/17841400[12](\/insights)?$/);
    for (const call of graph.calls) {
      for (const [name, value] of call) {
        assert.ok(names.slice(0, 9).includes(name), name);
        assert.match(value, /^[a-z0-9_]+(,[a-z0-9_]+)*$/);
      }
    }
    assert.ok(graph.calls.length > 30, `${graph.calls.length} calls: the search asks too little`);
  });

  it('closed: nothing goes up', async () => {
    const graph = createMovingGraph();
    for (const access of [undefined, () => false, createEmbedTokenAccess({ keys, now: () => noon })]) {
      const { handler } = createMovingBackend(graph, { access });
      await fc.assert(
        fc.asyncProperty(request, async (made) => {
          assert.ok([204, 400, 401, 403, 404, 405].includes((await handler(made)).status));
        }),
        { numRuns: 300 },
      );
    }
    assert.equal(graph.calls.length, 0);
  });

  const claims = fc.record(
    {
      account: fc.constantFrom('default', 'default', 'default', 'other'),
      metrics: fc.oneof(
        fc.constant('all' as const),
        fc.uniqueArray(fc.constantFrom('reach', 'likes', 'saved', 'views', ...metricNames), {
          minLength: 1,
          maxLength: 4,
        }),
      ),
      maxRangeDays: fc.integer({ min: 1, max: 60 }),
      lookbackDays: fc.integer({ min: 1, max: 90 }),
    },
    { requiredKeys: ['account', 'metrics'] },
  );

  it('with a token: upward only what the token opens', async () => {
    let wentUp = 0;
    await fc.assert(
      fc.asyncProperty(claims, fc.array(request, { minLength: 3, maxLength: 8 }), async (granted, requests) => {
        const graph = createMovingGraph();
        const ids: string[] = [];
        const { handler } = createMovingBackend(graph, {
          access: createEmbedTokenAccess({ keys, now: () => noon }),
          graph: {
            fetch: (url, init) => {
              ids.push(new URL(url).pathname.split('/')[2] ?? '');
              return graph.fetch(url, init);
            },
          },
        });
        const bearer = await issueEmbedToken(granted, { keys, now: () => noon });
        for (const made of requests) {
          const [calls, asked] = [graph.calls.length, ids.length];
          made.headers.set('Authorization', `Bearer ${bearer}`);
          const { status } = await handler(made);
          assert.ok([200, 204, 304, 400, 403, 404, 405].includes(status), `${status} ${made.url}`);
          for (const id of ids.slice(asked))
            assert.equal(id, granted.account === 'default' ? '178414001' : '178414002');
          for (const call of graph.calls.slice(calls)) {
            const metrics = (call.get('metric') ?? '').split(',').filter(Boolean).map(readMetric);
            assert.ok(granted.metrics === 'all' || metrics.every((name) => granted.metrics.includes(name as never)));
            const seconds = Number(call.get('until')) - Number(call.get('since'));
            assert.ok(seconds <= (granted.maxRangeDays ?? 1000) * 86_400 + 3_600);
          }
        }
        wentUp += graph.calls.length;
      }),
      { numRuns: 200 },
    );
    assert.ok(wentUp > 20, `${wentUp} calls: the search asks too little`);
  });

  it('with a token that somebody has changed: 401, and nothing goes up', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const decode = (part: string): object => JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
    const seconds = noon / 1000;
    /** Three parts into what is sent in their place. */
    type Change = (parts: readonly [string, string, string]) => string;
    const character: fc.Arbitrary<Change> = fc.tuple(fc.nat(), fc.nat()).map(([place, other]) => (parts) => {
      const whole = parts.join('.');
      // The last character's last two bits are of no byte: with others it is the same signature.
      const at = place % (whole.length - 1);
      const one = alphabet[other % alphabet.length] as string;
      return `${whole.slice(0, at)}${one === whole[at] ? `${one}${one}` : one}${whole.slice(at + 1)}`;
    });
    const claim: fc.Arbitrary<Change> = fc
      .constantFrom<object>(
        { sub: 'other' },
        { metrics: 'all' },
        { exp: seconds + 3_000 },
        { iat: seconds - 1 },
        { aud: ['insights-elements', 'x'] },
        { lookbackDays: 90 },
      )
      .map(
        (more) =>
          ([head, payload, signature]) =>
            `${head}.${encode({ ...decode(payload), ...more })}.${signature}`,
      );
    const header: fc.Arbitrary<Change> = fc
      .constantFrom<object>(
        { alg: 'none' },
        { alg: 'HS512' },
        { typ: 'JWT' },
        { kid: 'other' },
        { kid: '__proto__' },
        { b64: false, crit: ['b64'] },
        { jwk: { kty: 'oct', k: '' } },
        { jku: 'https://elsewhere.example' },
      )
      .map(
        (more) =>
          ([head, payload, signature]) =>
            `${encode({ ...decode(head), ...more })}.${payload}.${signature}`,
      );
    const shape: fc.Arbitrary<Change> = fc.constantFrom<Change>(
      ([head, payload]) => `${head}.${payload}.`,
      ([head, payload]) => `${head}.${payload}`,
      ([head, payload, signature]) => `${head}.${payload}.${signature.slice(0, -4)}`,
      (parts) => `${parts.join('.')}.${parts[2]}`,
      ([head, payload, signature]) => `${payload}.${head}.${signature}`,
      (parts) => parts.join('.').repeat(200),
      () => token,
    );
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph, { access: createEmbedTokenAccess({ keys, now: () => noon }) });
    const bearer = await issueEmbedToken(
      { account: 'default', metrics: ['reach'], lookbackDays: 30 },
      { keys, now: () => noon },
    );
    const ask = (Authorization: string) =>
      insights('metric=reach&metric_type=total_value&range=last_7_days', { headers: { Authorization } });
    await fc.assert(
      fc.asyncProperty(fc.oneof(character, claim, header, shape), async (change) => {
        const { status, json } = await ask(`Bearer ${change(bearer.split('.') as [string, string, string])}`);
        assert.deepEqual([status, json.error?.error_data.code], [401, 'unauthorized']);
      }),
      { numRuns: 400 },
    );
    assert.equal(graph.calls.length, 0);
    assert.equal((await ask(`Bearer ${bearer}`)).status, 200, 'the one that nobody has changed');
  });
});
