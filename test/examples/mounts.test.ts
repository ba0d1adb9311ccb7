// Each example as its reader would run it, over a sandbox on this machine.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { register } from 'node:module';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createBackendTransport, createInsightsClient } from '../../src/client/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { type Listening, listen } from '../../src/server/node.js';

const token = 'EAAGm0PX4ZCpsBAKq7vV2hZBtYcW9xUe5dR1sLnTfHj';
const asked: Request[] = [];
let graph: Listening;

before(async () => {
  const sandbox = createSandbox();
  graph = await listen({
    port: 0,
    handler: async (request) => {
      asked.push(request.clone());
      return sandbox.fetch(request.url, { headers: request.headers });
    },
  });
  Object.assign(process.env, {
    IG_USER_ID: '17841405822304914',
    IG_ACCESS_TOKEN: token,
    GRAPH_URL: graph.address,
    EMBED_KEYS: `new=${'n'.repeat(32)},old=${'o'.repeat(32)}`,
  });
});
after(() => graph.close());

/** The total of reach, as a client gets it through a backend. */
async function reachBy(options: Parameters<typeof createBackendTransport>[0]): Promise<number> {
  const client = createInsightsClient({ transport: createBackendTransport(options) });
  const { total } = await client.get({ metric: 'reach', range: 'last_28_days' });
  return total ?? 0;
}

/** What a platform does with a handler: gives it requests. */
const through =
  (handle: (request: Request) => Promise<Response>, rewrite = (url: string) => url) =>
  (url: string, init?: RequestInit): Promise<Response> =>
    handle(new Request(rewrite(url), init));

describe('examples/express', () => {
  let address = '';
  let close = async (): Promise<void> => {};
  before(async () => {
    const path = '../../examples/express/server.js';
    const { createApp } = (await import(path)) as {
      createApp: (
        accountOf: (request: { get: (name: string) => string | undefined }) => string | undefined,
      ) => RequestListener;
    };
    const app = createApp((request) => (request.get('X-Test-User') === 'ann' ? 'acme' : undefined));
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    };
  });
  after(() => close());

  const tokenFor = (user: string): Promise<Response> =>
    fetch(`${address}/insights-token`, { method: 'POST', headers: { 'X-Test-User': user } });

  it('gives a token to who is signed in, and numbers to who has one', async () => {
    const response = await tokenFor('ann');
    assert.deepEqual([response.status, response.headers.get('Cache-Control')], [200, 'no-store']);
    const { token: embedToken } = (await response.json()) as { token: string };
    assert.ok(!embedToken.includes(token.slice(0, 12)));
    assert.ok((await reachBy({ url: `${address}/insights`, account: 'acme', getToken: () => embedToken })) > 0);
    const likes = '/insights/acme/insights?metric=likes&metric_type=total_value';
    const closed = await fetch(address + likes, { headers: { Authorization: `Bearer ${embedToken}` } });
    assert.equal(closed.status, 403, 'the token opens reach and views');
  });

  it('nothing to anybody else', async () => {
    assert.equal((await tokenFor('eve')).status, 401);
    const count = asked.length;
    assert.equal((await fetch(`${address}/insights/acme/insights?metric=reach`)).status, 401);
    assert.equal(asked.length, count);
  });
});

describe('examples/nextjs', () => {
  it('answers below the folder of its route, pages of other origins too', async () => {
    const path = '../../examples/nextjs/app/insights/[...path]/route.js';
    const { IG_ACCESS_TOKEN } = process.env;
    // A build loads it where there is no token.
    delete process.env.IG_ACCESS_TOKEN;
    const route = (await import(path)) as Record<'GET' | 'OPTIONS', (request: Request) => Promise<Response>>;
    await assert.rejects(
      async () => route.GET(new Request('https://acme.test/insights/default')),
      /accessToken of "default" is empty/,
    );
    Object.assign(process.env, { IG_ACCESS_TOKEN });
    assert.ok((await reachBy({ url: 'https://acme.test/insights', fetch: through(route.GET) })) > 0);
    const headers = { Origin: 'https://blog.test', 'Access-Control-Request-Method': 'GET' };
    const preflight = await route.OPTIONS(
      new Request('https://acme.test/insights/default', { method: 'OPTIONS', headers }),
    );
    assert.deepEqual([preflight.status, preflight.headers.get('Access-Control-Allow-Origin')], [204, '*']);
  });
});

describe('examples/vercel', () => {
  it('answers what the rule of vercel.json leads to it, and the questions that it names', async () => {
    const path = '../../examples/vercel/api/insights.js';
    const { GET } = (await import(path)) as { GET: (request: Request) => Promise<Response> };
    // What the rule has matched stands in the query.
    const rewritten = (url: string): string => {
      const given = new URL(url);
      given.searchParams.set('path', given.pathname.replace('/insights/', ''));
      return given.href;
    };
    assert.ok((await reachBy({ url: 'https://acme.test/insights', fetch: through(GET, rewritten) })) > 0);
    const other = await GET(new Request('https://acme.test/insights/default/insights?metric=views&path=default'));
    assert.equal(other.status, 403);
  });
});

describe('examples/worker', () => {
  const kept = new Map<string, string>();
  const works: Promise<unknown>[] = [];
  /** As much of a KV namespace as its driver uses. */
  const namespace = {
    get: async (key: string) => kept.get(key) ?? null,
    put: async (key: string, value: string) => void kept.set(key, value),
    delete: async (key: string) => void kept.delete(key),
    list: async () => ({ keys: [...kept.keys()].map((name) => ({ name })), list_complete: true }),
  };

  it('keeps its answers in its namespace, and answers one page of another origin', async (t) => {
    Object.assign(globalThis, { waitsFor: (work: Promise<unknown>) => works.push(work) });
    const runtime = `data:text/javascript,export const waitUntil = (work) => globalThis.waitsFor(work);`;
    register(
      `data:text/javascript,${encodeURIComponent(`export const resolve = (name, context, next) =>
        name === 'cloudflare:workers' ? { url: ${JSON.stringify(runtime)}, shortCircuit: true } : next(name, context);`)}`,
    );
    // What a Worker's fetch throws at, and Node's does not.
    const usual = globalThis.fetch;
    t.mock.method(globalThis, 'fetch', (url: string, init?: RequestInit) => {
      if (init?.redirect === 'error') throw new TypeError('Invalid redirect value');
      return usual(url, init);
    });
    const path = '../../examples/worker/worker.js';
    const { default: worker } = (await import(path)) as {
      default: { fetch: (request: Request, env: object) => Promise<Response> };
    };
    const { IG_USER_ID, IG_ACCESS_TOKEN, GRAPH_URL } = process.env;
    const env = { IG_USER_ID, IG_ACCESS_TOKEN, GRAPH_URL, INSIGHTS: namespace, ORIGINS: 'https://acme.example' };
    const ask = through((request) => worker.fetch(request, env));
    assert.ok((await reachBy({ url: 'https://insights.acme.workers.dev', fetch: ask })) > 0);
    assert.ok(kept.size > 0);
    for (const [key, value] of kept) assert.ok(!`${key}${value}`.includes(token.slice(0, 12)));
    const allowed = async (origin: string): Promise<string | null> =>
      (await ask('https://insights.acme.workers.dev/default', { headers: { Origin: origin } })).headers.get(
        'Access-Control-Allow-Origin',
      );
    assert.deepEqual(
      [await allowed('https://acme.example'), await allowed('https://blog.test')],
      ['https://acme.example', null],
    );
  });
});
