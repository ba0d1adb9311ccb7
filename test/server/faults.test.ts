// What can go wrong above and beside the backend, one row for each, over real sockets: what a page is told, that nothing leaks, and that
// the next question is answered.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net';
import { after, describe, it } from 'node:test';
import { createStorage, type Driver } from 'unstorage';
import { createInsightsHandler, type InsightsHandlerOptions, type LogEntry } from '../../src/server/index.js';
import { listen } from '../../src/server/node.js';
import { graphError, token, total } from './fake-graph.js';

const secretWords = 'Words of Instagram';
const insights = '/default/insights?metric_type=total_value&metric=';

const unhandled: unknown[] = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));
after(() => assert.deepEqual(unhandled, []));

/** One that answers as told, on this machine; each is counted. */
interface Upstream {
  readonly address: string;
  readonly calls: number;
  behave: RequestListener;
  readonly close: () => Promise<void>;
}

async function openUpstream(behave: RequestListener): Promise<Upstream> {
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    upstream.behave(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const upstream: Upstream = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get calls() {
      return calls;
    },
    behave,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return upstream;
}

const say =
  (body: unknown, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
const well = say(total);
const later =
  (ms: number, behave: RequestListener): RequestListener =>
  (request, response) =>
    void setTimeout(() => behave(request, response), ms);
const raw =
  (act: (socket: Socket) => void): RequestListener =>
  ({ socket }) =>
    act(socket);
const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;

interface Asked {
  readonly status: number;
  readonly code: string | undefined;
  readonly retryAfter: string | null;
  readonly headers: Headers;
  readonly text: string;
  readonly ms: number;
}

interface Opened {
  readonly ask: (metric: string) => Promise<Asked>;
  readonly log: LogEntry[];
}

/** A backend that listens, for one test. All that it says is searched for what must not be there. */
async function withBackend(
  options: Partial<InsightsHandlerOptions>,
  test: (backend: Opened) => Promise<void>,
): Promise<void> {
  const log: LogEntry[] = [];
  const handler = createInsightsHandler({
    accounts: { default: { id: '17841400000000001', accessToken: token } },
    access: 'public',
    log: (entry) => void log.push(entry),
    ...options,
  });
  const { address, close } = await listen({ handler, port: 0 });
  const said: string[] = [];
  const ask = async (metric: string): Promise<Asked> => {
    const start = performance.now();
    const response = await fetch(address + insights + metric);
    const text = await response.text();
    said.push(JSON.stringify([...response.headers]), text);
    const { error } = JSON.parse(text) as { error?: { error_data: { code: string } } };
    const { status, headers } = response;
    const retryAfter = headers.get('Retry-After');
    return { status, code: error?.error_data.code, retryAfter, headers, text, ms: performance.now() - start };
  };
  try {
    await test({ ask, log });
  } finally {
    await close();
  }
  const all = [...said, JSON.stringify(log)].join('\n');
  for (const secret of [token.slice(0, 12), secretWords, '127.0.0.1', 'elsewhere'])
    assert.ok(!all.includes(secret), `${secret} is in ${all}`);
}

interface Expected {
  readonly status: number;
  readonly code?: string;
  readonly retryAfter?: string | RegExp;
  /** Of the next question, when all is well again. @default 200 */
  readonly next?: number;
  /** It takes so many seconds at most. @default 3 */
  readonly within?: number;
}

const failed: Expected = { status: 502, code: 'server-error' };
const malformed: Expected = { status: 502, code: 'malformed-response' };
/** The backend's own limit on a call, which is 20 seconds where nobody says otherwise. */
const timeoutMs = 3_000;
const late: Expected = { ...failed, within: 5 };

const faults: readonly (readonly [string, RequestListener, Expected])[] = [
  ['slow', later(1_500, well), { status: 200 }],
  ['silent before its answer', () => {}, late],
  [
    'silent in the middle of it',
    raw((socket) => socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk('{"data":')}`)),
    late,
  ],
  [
    'a byte a second',
    raw((socket) => {
      socket.write(`${head}Content-Length: 1000\r\n\r\n`);
      const timer = setInterval(() => socket.write(' '), 1_000);
      socket.once('close', () => clearInterval(timer));
    }),
    late,
  ],
  ['reset before its answer', raw((socket) => socket.resetAndDestroy()), failed],
  [
    'reset in the middle of it',
    raw((socket) =>
      socket.write(`${head}Content-Length: 1000\r\n\r\n{"data":`, () => setTimeout(() => socket.resetAndDestroy(), 50)),
    ),
    failed,
  ],
  [
    'shorter than it says',
    raw((socket) => socket.end(`${head}Content-Length: 1000\r\n\r\n${JSON.stringify(total)}`)),
    failed,
  ],
  ['not HTTP', raw((socket) => socket.end(`${secretWords}\r\n\r\n`)), failed],
  ['compressed, it says', say(total, 200, { 'Content-Encoding': 'gzip' }), failed],
  ['not JSON', say(`<p>${secretWords} ${token}</p>`), malformed],
  ['empty', say(''), malformed],
  ['JSON of another shape', say({ data: { [secretWords]: token } }), malformed],
  [
    'numbers that are none',
    say({ data: [{ name: 'reach', period: 'day', total_value: { value: secretWords } }] }),
    malformed,
  ],
  ['five megabytes, it says', say(' ', 200, { 'Content-Length': '5000000' }), failed],
  ['without an end', (_, response) => pour(response), failed],
  ['a page of its proxy', say(`<p>${secretWords}</p>`, 503, { 'Retry-After': '7' }), failed],
  ['failing, and says so', say(graphError(2, { is_transient: true }), 500), failed],
  ['failing with an unknown code', say(graphError(987), 400), { status: 502, code: 'unknown' }],
  [
    'rate-limited, for 90 seconds',
    say(graphError(80002), 400, { 'Retry-After': '90' }),
    { status: 429, code: 'rate-limited', retryAfter: '90', next: 429 },
  ],
  [
    'rate-limited, without a word for how long',
    say(graphError(4), 400),
    { status: 429, code: 'rate-limited', retryAfter: '300', next: 429 },
  ],
  [
    'rate-limited, for a year',
    say(graphError(4), 400, { 'Retry-After': '9999999' }),
    { status: 429, code: 'rate-limited', retryAfter: '86400', next: 429 },
  ],
  [
    'rate-limited, until a time that has passed',
    say(graphError(4), 400, { 'Retry-After': 'Thu, 01 Jan 2015 00:00:00 GMT' }),
    { status: 429, code: 'rate-limited', retryAfter: '1' },
  ],
  [
    'rate-limited by its status alone',
    say('', 429, { 'Retry-After': '12' }),
    { status: 429, code: 'rate-limited', retryAfter: '12', next: 429 },
  ],
  ['redirecting', say('', 302, { Location: 'http://elsewhere.example/?access_token=x' }), failed],
  ['of an expired token', say(graphError(190), 400), { status: 502, code: 'token-expired', next: 502 }],
  [
    'three days ahead by its clock',
    say(total, 200, { Date: new Date(Date.now() + 3 * 86_400_000).toUTCString() }),
    { status: 200 },
  ],
  [
    'three days behind by its clock',
    say(total, 200, { Date: new Date(Date.now() - 3 * 86_400_000).toUTCString() }),
    { status: 200 },
  ],
];

/** Sends until it is stopped. */
function pour(response: ServerResponse): void {
  response.writeHead(200);
  const more = (): void => {
    while (!response.destroyed && response.write(' '.repeat(65_536)));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
}

describe('Instagram is', { concurrency: 8 }, () => {
  for (const [what, behave, { status, code, retryAfter, next = 200, within = 3 }] of faults) {
    it(`${what}: ${status} ${code ?? ''}`, async () => {
      const upstream = await openUpstream(behave);
      try {
        let clock = Date.now();
        await withBackend(
          { graph: { baseUrl: upstream.address, timeoutMs }, now: () => clock },
          async ({ ask, log }) => {
            const answer = await ask('reach');
            assert.deepEqual([answer.status, answer.code, answer.retryAfter], [status, code, retryAfter ?? null]);
            assert.ok(answer.ms < within * 1000, `it took ${answer.ms} ms`);
            assert.equal(upstream.calls, 1, 'it is asked once: a page decides whether to ask again');
            if (status === 200) {
              const age = Date.now() / 1000 - Number(answer.headers.get('X-Insights-Fetched-At'));
              assert.ok(age >= 0 && age < 30, 'dated by our own clock');
            }
            upstream.behave = well;
            const [calls, start] = [upstream.calls, clock];
            // What failed is not asked again for a moment; a limit, and a token that has ended, for longer.
            assert.equal(
              (await ask('views')).status,
              status === 200 || code === 'malformed-response' || code === 'unknown' ? 200 : status,
            );
            clock = start + 4_000;
            assert.equal((await ask('likes')).status, next);
            assert.ok(upstream.calls > calls || next !== 200, 'nobody asked');
            assert.equal(log.filter(({ event }) => event === 'call').length, upstream.calls);
          },
        );
      } finally {
        await upstream.close();
      }
    });
  }

  it('not there: 502 server-error', async () => {
    // A port that was somebody's just now.
    const server = createSocketServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await withBackend({ graph: { baseUrl: `http://127.0.0.1:${port}` } }, async ({ ask }) => {
      const { status, code } = await ask('reach');
      assert.deepEqual([status, code], [502, 'server-error']);
    });
  });
});

/** A store in memory in which something is wrong. */
function storeWith(wrong: Partial<Driver>) {
  const kept = new Map<string, unknown>();
  const driver: Driver = {
    name: 'faulty',
    hasItem: (key) => kept.has(key),
    getItem: (key) => (kept.get(key) as string | undefined) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    getKeys: () => [...kept.keys()],
    ...wrong,
  };
  return createStorage({ driver });
}
const fail = (): never => {
  throw new Error(`redis://user:${token}@elsewhere ${secretWords}`);
};
const never = (): Promise<never> => new Promise(() => {});

describe('the store is', { concurrency: 4 }, () => {
  const faulty: readonly (readonly [string, Partial<Driver>, isTold: boolean])[] = [
    ['down', { getItem: fail, setItem: fail, hasItem: fail, getKeys: fail }, true],
    ['silent', { getItem: never, setItem: never }, true],
    ['full', { setItem: fail }, true],
    ['slow', { getItem: (key) => new Promise((resolve) => setTimeout(() => resolve(key && null), 200)) }, false],
    ['of somebody else', { getItem: () => `{"at":1,"v":{"name":"${secretWords}","access_token":"${token}"}}` }, false],
    ['full of what is no JSON', { getItem: () => '{"at":' }, false],
  ];
  for (const [what, wrong, isTold] of faulty) {
    it(`${what}: every question is answered, and asked of Instagram once`, async () => {
      const upstream = await openUpstream(well);
      const graph = { baseUrl: upstream.address };
      try {
        await withBackend({ graph, storage: storeWith(wrong) }, async ({ ask, log }) => {
          const first = await ask('reach');
          assert.deepEqual([first.status, first.text], [200, JSON.stringify(total)]);
          // Half a second for each of reading and writing, at most.
          assert.ok(first.ms < 2_500, `it took ${first.ms} ms`);
          const again = await ask('reach');
          assert.deepEqual([again.status, again.text, upstream.calls], [200, first.text, 1]);
          assert.ok(again.ms < 1_000);
          assert.equal(
            log.some(({ event }) => event === 'store'),
            isTold,
          );
        });
      } finally {
        await upstream.close();
      }
    });
  }

  it('down while Instagram is too: an error in words of ours, and the next one is answered', async () => {
    const upstream = await openUpstream(say(graphError(2), 500));
    try {
      let clock = Date.now();
      await withBackend(
        {
          graph: { baseUrl: upstream.address, timeoutMs },
          storage: storeWith({ getItem: fail, setItem: fail }),
          now: () => clock,
        },
        async ({ ask }) => {
          const answer = await ask('reach');
          assert.deepEqual([answer.status, answer.code], [502, 'server-error']);
          upstream.behave = well;
          clock += 4_000;
          assert.equal((await ask('views')).status, 200);
        },
      );
    } finally {
      await upstream.close();
    }
  });
});
