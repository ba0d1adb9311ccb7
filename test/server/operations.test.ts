// What an operator sees of a backend that runs and ends, over real sockets.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { createMetrics } from '../../src/server/metrics.js';
import { listen, openOperations } from '../../src/server/node.js';
import { runCli } from '../../src/server/run-cli.js';
import { createBackend, createFakeGraph, token, total } from './fake-graph.js';

const accounts = { 'acme-alias': { id: '17841400000000001', accessToken: token } };
const reach = '/default/insights?metric=reach&metric_type=total_value';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

/** The sample of a metric with these labels; undefined where it has none. */
function sampleOf(text: string, name: string): number | undefined {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length + 1));
}

/** A GET over a connection that is kept. */
async function get(
  address: string,
  options: { agent?: Agent; headers?: Record<string, string> } = {},
): Promise<IncomingMessage & { text: string }> {
  const request = httpRequest(address, options).end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return Object.assign(response, { text });
}

interface Served {
  readonly lines: string[];
  readonly address: string;
  readonly metrics: string;
  readonly stop: () => void;
  readonly code: Promise<number>;
}

/** The command with sample data, and the addresses that it prints. */
async function serve(env: Record<string, string>): Promise<Served> {
  const stop = new AbortController();
  const lines: string[] = [];
  const heard = new EventTarget();
  const say = (text: string): void => {
    lines.push(text);
    heard.dispatchEvent(new Event('line'));
  };
  const code = runCli(
    ['serve', '--demo'],
    { PORT: '0', ...env },
    {
      print: say,
      error: say,
      stop: stop.signal,
      directory: '/',
      readSecret: async () => '',
      fetch,
      now: Date.now,
      wait: undefined,
    },
  );
  endings.push(
    () => stop.abort(),
    () => code,
  );
  while (!lines.join('\n').includes('Listening on ')) {
    const ended = await Promise.race([once(heard, 'line'), code]);
    if (typeof ended === 'number') break;
  }
  const printed = lines.join('\n');
  return {
    lines,
    address: /Listening on (\S+)/.exec(printed)?.[1] ?? '',
    metrics: /Prometheus: (\S+)/.exec(printed)?.[1] ?? '',
    stop: () => stop.abort(),
    code,
  };
}

describe('createMetrics', () => {
  it('counts requests, calls, what was kept and what failed', async () => {
    let now = 1_000_000;
    const { log, text } = createMetrics(() => now);
    log({ event: 'answer', status: 200, ms: 12, account: 'acme', kept: 'none', usage: 40 });
    log({ event: 'answer', status: 200, ms: 1, account: 'acme', kept: 'stale', code: 'rate-limited', usage: 91 });
    log({ event: 'answer', status: 429, ms: 1, account: 'acme', code: 'rate-limited', usage: 7 });
    log({ event: 'call', ms: 300 });
    log({ event: 'call', ms: 20_000, code: 'network' });
    log({ event: 'store', fault: 'store' });
    log({ event: 'renewal', ms: 5, account: 'acme', code: 'token-expired' });
    const told = await text();
    assert.equal(sampleOf(told, 'insights_requests_total{status="200",code=""}'), 1);
    assert.equal(sampleOf(told, 'insights_requests_total{status="429",code="rate-limited"}'), 1);
    assert.equal(sampleOf(told, 'insights_request_duration_seconds_count'), 3);
    assert.equal(sampleOf(told, 'insights_answers_total{kept="stale"}'), 1);
    assert.equal(sampleOf(told, 'insights_calls_total{code=""}'), 1);
    assert.equal(sampleOf(told, 'insights_calls_total{code="network"}'), 1);
    assert.equal(sampleOf(told, 'insights_call_duration_seconds_bucket{le="0.25"}'), 0);
    assert.equal(sampleOf(told, 'insights_store_failures_total'), 1);
    assert.equal(sampleOf(told, 'insights_token_renewals_total{code="token-expired"}'), 1);
    assert.equal(sampleOf(told, 'insights_usage_percent'), 91);
    assert.ok((sampleOf(told, 'process_resident_memory_bytes') ?? 0) > 0);
    now += 300_000;
    log({ event: 'answer', status: 200, ms: 1, usage: 12 });
    assert.equal(sampleOf(await text(), 'insights_usage_percent'), 12, 'what was heard long ago says nothing of now');
  });

  it('names no account, and has no label for what a caller says', async () => {
    const { log, text } = createMetrics(Date.now);
    const { ask } = createBackend(createFakeGraph(total), { accounts, log });
    for (const path of [
      '/acme-alias/insights?metric=reach',
      '/acme-alias/insights?metric=ref-3f',
      '/nobody-7c/x',
      `/acme-alias?q=${token}`,
    ])
      await ask(path);
    const told = await text();
    assert.equal(sampleOf(told, 'insights_requests_total{status="200",code=""}'), 1);
    for (const word of ['acme', 'nobody', 'ref-3f', '17841400000000001', token.slice(0, 12)])
      assert.ok(!told.includes(word), word);
    const names = [...told.matchAll(/^insights_\w+\{(.*)\}/gm)].flatMap(([, labels = '']) =>
      [...labels.matchAll(/(\w+)=/g)].map(([, name]) => name),
    );
    assert.deepEqual(new Set(names), new Set(['status', 'code', 'le', 'kept']));
  });

  it('are those of docs/operations.md', async () => {
    const { log, text } = createMetrics(Date.now);
    log({ event: 'answer', status: 200, ms: 1, kept: 'none', usage: 1 });
    const told = [...(await text()).matchAll(/^# TYPE (insights_\w+)/gm)].map(([, name]) => name);
    const page = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8');
    const written = [...page.matchAll(/^\| `(insights_\w+)`/gm)].map(([, name]) => name);
    assert.deepEqual(new Set(written), new Set(told));
  });

  it('two of them do not share what they count', async () => {
    const [one, other] = [createMetrics(Date.now), createMetrics(Date.now)];
    one.log({ event: 'store', fault: 'store' });
    assert.deepEqual(
      [
        sampleOf(await one.text(), 'insights_store_failures_total'),
        sampleOf(await other.text(), 'insights_store_failures_total'),
      ],
      [1, 0],
    );
  });
});

describe('openOperations', () => {
  it('counts and prints for a backend of your own, of many accounts', async () => {
    const lines: string[] = [];
    const { log, words, close } = await openOperations({ metricsPort: 0, print: (line) => void lines.push(line) });
    endings.push(close);
    const { fetch: askGraph } = createFakeGraph(total);
    const find = async (alias: string) => (alias === 'nobody' ? undefined : accounts['acme-alias']);
    const backend = await listen({ accounts: find, access: 'public', graph: { fetch: askGraph }, log, port: 0 });
    endings.push(backend.close);
    for (const alias of ['client-0001', 'client-2000', 'nobody'])
      await fetch(backend.address + reach.replace('default', alias));
    const told = await (await fetch(/http\S+/.exec(words)?.[0] ?? '')).text();
    assert.equal(sampleOf(told, 'insights_requests_total{status="200",code=""}'), 2);
    assert.equal(sampleOf(told, 'insights_requests_total{status="404",code="not-found"}'), 1);
    assert.ok(!told.includes('client-'));
    assert.deepEqual([lines.length, lines[0]?.includes('"status":404')], [1, true], 'failures only');
  });

  it('without a port is a log, and opens nothing', async () => {
    const { words, close } = await openOperations();
    assert.equal(words, '');
    await close();
  });
});

describe('serve', () => {
  it('METRICS_PORT: what was counted, on this machine, and for nobody who comes by another name', async () => {
    const { address, metrics, lines } = await serve({ METRICS_PORT: '0' });
    assert.match(metrics, /^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
    assert.equal((await fetch(address + reach)).status, 200);
    const response = await fetch(metrics);
    assert.match(response.headers.get('Content-Type') ?? '', /^text\/plain; version=0\.0\.4/);
    const told = await response.text();
    assert.equal(sampleOf(told, 'insights_calls_total{code=""}'), 1);
    assert.equal((await get(metrics, { headers: { Host: 'rebound.example' } })).statusCode, 404);
    assert.equal((await fetch(metrics, { method: 'POST' })).status, 404);
    assert.equal((await fetch(`${address}/metrics`)).status, 404, 'not where pages ask');
    assert.ok(
      !lines.join('\n').includes('"event"') || lines.every((line) => !line.includes('"status":200')),
      'failures only',
    );
  });

  it('LOG=all: a line for each request and call, without a query or a token', async () => {
    const { address, lines } = await serve({ LOG: 'all' });
    await fetch(`${address}${reach}&access_token=${token}`);
    const entries = lines
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    for (const { time } of entries) assert.ok(Math.abs(Date.parse(String(time)) - Date.now()) < 60_000, String(time));
    assert.deepEqual(
      entries.map(({ event, status, kept }) => [event, status, kept]),
      [
        ['call', undefined, undefined],
        ['answer', 200, 'none'],
      ],
    );
    for (const word of ['reach', token.slice(0, 12), 'metric'])
      assert.ok(
        !lines
          .filter((line) => line.startsWith('{'))
          .join()
          .includes(word),
      );
  });

  const wrong: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ LOG: 'everything' }, /^LOG has two values/],
    [{ METRICS_PORT: '99999' }, /^METRICS_PORT is not a port/],
    [{ DRAIN_SECONDS: '-1' }, /^DRAIN_SECONDS is no count/],
    [{ STORE: 'mongodb://x' }, /^STORE is not a store/],
    [{ EMBED_KEYS: 'short=abc' }, /./],
  ];
  for (const [env, words] of wrong) {
    it(`${Object.keys(env).join()} set wrong: ends with 1 and a sentence`, async () => {
      const { code, lines } = await serve(env);
      assert.deepEqual([await code, lines.length], [1, 1]);
      assert.match(lines[0] ?? '', words);
    });
  }

  it('ends with 1 where the port for metrics is taken, and where its own is', async () => {
    const { port, close } = await listen({ accounts, port: 0 });
    endings.push(close);
    const taken = await serve({ METRICS_PORT: String(port) });
    assert.equal(await taken.code, 1);
    assert.match(taken.lines.join(), /METRICS_PORT \d+ on 127\.0\.0\.1 cannot be had/);
    const own = await serve({ METRICS_PORT: '0', PORT: String(port) });
    assert.equal(await own.code, 1);
  });

  it('asked to end: /healthz says 503 while it drains, answers go on, and nobody is kept', async () => {
    const { address, stop, code } = await serve({ DRAIN_SECONDS: '1' });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    endings.push(() => agent.destroy());
    const well = await get(`${address}/healthz`, { agent });
    assert.deepEqual([well.statusCode, well.text, well.headers.connection], [200, '{"status":"ok"}', 'keep-alive']);
    const start = performance.now();
    stop();
    const ill = await get(`${address}/healthz`);
    assert.deepEqual([ill.statusCode, ill.text], [503, '{"status":"closing"}']);
    const last = await get(address + reach, { agent });
    assert.deepEqual([last.statusCode, last.headers.connection], [200, 'close']);
    assert.equal(await code, 0);
    assert.ok(performance.now() - start > 900, 'it waited for who sends requests to notice');
    await assert.rejects(get(`${address}/healthz`));
  });
});

describe('listen', () => {
  it('ends at once where all connections are idle', async () => {
    const { address, close } = await listen({ accounts, port: 0 });
    const agent = new Agent({ keepAlive: true });
    endings.push(() => agent.destroy());
    await get(`${address}/healthz`, { agent });
    const start = performance.now();
    await close();
    assert.ok(performance.now() - start < 2_000);
  });

  it('/healthz is beside a backend of options only: a handler of your own has its own paths', async () => {
    const { address, close } = await listen({ handler: async () => new Response('mine'), port: 0 });
    endings.push(close);
    assert.equal(await (await fetch(`${address}/healthz`)).text(), 'mine');
    const { address: ours, close: closeOurs } = await listen({ accounts, port: 0, log: () => {} });
    endings.push(closeOurs);
    const response = await fetch(`${ours}/healthz`);
    assert.deepEqual([response.status, response.headers.get('Cache-Control')], [200, 'no-store']);
    assert.equal(response.headers.get('Content-Security-Policy'), "default-src 'none'");
    assert.equal((await fetch(`${ours}/default/healthz`)).status, 403, 'closed, as all that is asked of it');
  });

  it('does not hear headers of more than 16 kB, and goes on', async () => {
    const { address, port, close } = await listen({ accounts, access: 'public', port: 0, log: () => {} });
    endings.push(close);
    const socket = connect(port, '127.0.0.1');
    socket.write(`GET /default HTTP/1.1\r\nHost: x\r\nCookie: ${'a'.repeat(20_000)}\r\n\r\n`);
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    assert.match(text, /^HTTP\/1\.1 431 /);
    assert.equal((await fetch(`${address}/healthz`)).status, 200);
  });
});
