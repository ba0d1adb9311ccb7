// Real sockets: what listens, who gets in, and how the command ends.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { listen } from '../../src/server/node.js';
import { runCli } from '../../src/server/run-cli.js';
import { createBackend, createFakeGraph, token } from './fake-graph.js';

const total = { data: [{ name: 'reach', period: 'day', total_value: { value: 340 } }] };
const reach = '/default/insights?metric=reach&metric_type=total_value';
const accounts = { default: { id: '17841400000000001', accessToken: token } };

/** Ends what a test has started, also where the test fails half-way: an open socket would keep the runner waiting. */
const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

/** A GET with headers that fetch would not send. */
async function get(
  address: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }> {
  const request = httpRequest(address, { headers }).end();
  const [response] = await once(request, 'response');
  response.resume();
  return { status: response.statusCode, headers: response.headers };
}

describe('listen', () => {
  it('serves handler options over a socket, on this machine only, until it is closed', async () => {
    const { address, port, close } = await listen({
      accounts,
      access: 'public',
      graph: createFakeGraph(total),
      log: () => {},
      port: 0,
    });
    endings.push(close);
    assert.equal(address, `http://127.0.0.1:${port}`);
    const response = await fetch(address + reach);
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), total);
    assert.equal(response.headers.get('Server') ?? response.headers.get('X-Powered-By'), null);
    const head = await fetch(address + reach, { method: 'HEAD' });
    assert.deepEqual([head.status, await head.text()], [200, '']);
    assert.equal((await fetch(address + reach, { method: 'POST', body: 'x' })).status, 405);
    await close();
    await assert.rejects(fetch(address + reach));
  });

  it('takes a handler, and answers what is under way before it closes', async () => {
    const graph = new EventTarget();
    const fetchSlowly = async () => {
      graph.dispatchEvent(new Event('asked'));
      await once(graph, 'answer');
      return Response.json(total);
    };
    const { handler } = createBackend({ requests: [], fetch: fetchSlowly });
    const { address, close } = await listen({ handler, port: 0 });
    endings.push(() => graph.dispatchEvent(new Event('answer')), close);
    const asked = once(graph, 'asked');
    const answer = fetch(address + reach);
    await asked;
    const closed = close();
    await assert.rejects(fetch(address + reach), 'nobody new is let in');
    graph.dispatchEvent(new Event('answer'));
    assert.equal((await answer).status, 200);
    await closed;
  });

  it('says which port is taken', async () => {
    const { port, close } = await listen({ accounts, port: 0 });
    endings.push(close);
    await assert.rejects(listen({ accounts, port }), {
      message: `Port ${port} on 127.0.0.1 is taken. End what listens there, or set PORT to another.`,
    });
    await assert.rejects(listen({ accounts, host: '203.0.113.1', port: 0 }), /Check HOST and PORT/);
  });
});

interface Run {
  readonly printed: string[];
  readonly errors: string[];
  readonly code: Promise<number>;
  readonly stop: AbortController;
  /** The address that was printed. */
  readonly address: Promise<string>;
}

function run(argv: string[], env: Record<string, string> = {}): Run {
  const [printed, errors, stop]: [string[], string[], AbortController] = [[], [], new AbortController()];
  const listening = new EventTarget();
  const heard = once(listening, 'address');
  const code = runCli(
    argv,
    { PORT: '0', ...env },
    {
      print: (text) => {
        printed.push(text);
        if (text.includes('Listening on ')) listening.dispatchEvent(new Event('address'));
      },
      error: (text) => errors.push(text),
      stop: stop.signal,
    },
  );
  const ended = code.then(() => assert.fail(`It ended without listening: ${errors.join()}`));
  const address = Promise.race([heard, ended]).then(() => /Listening on (\S+)/.exec(printed.join())?.[1] ?? '');
  // Awaited only by those who serve.
  address.catch(() => {});
  ended.catch(() => {});
  endings.push(
    () => stop.abort(),
    () => code,
  );
  return { printed, errors, code, stop, address };
}

describe('runCli', () => {
  const ends: [argv: string[], env: Record<string, string>, code: number, words: RegExp][] = [
    [[], {}, 0, /connect +find out .*doctor +check .*serve +run the backend.*token +make/s],
    [['--help'], {}, 0, /insights-elements <command>/],
    [['--version'], {}, 0, /^\d+\.\d+\.\d+/],
    [['serve', '--help'], {}, 0, /IG_ACCESS_TOKEN.*IG_APP_SECRET.*GRAPH_HOST.*GRAPH_VERSION.*HOST, PORT/s],
    [['serv'], {}, 1, /Did you mean serve\?/],
    [[token], {}, 1, /no command of this name/],
    [['serve', '--dmeo'], {}, 1, /serve does not take these arguments/],
    [['serve', token], {}, 1, /serve does not take these arguments/],
    [['serve'], {}, 1, /no account to serve.*or ask for sample data with --demo/],
    [['serve'], { IG_USER_ID: '1' }, 1, /IG_ACCESS_TOKEN is not set/],
    [['serve'], { IG_ACCESS_TOKEN: token }, 1, /IG_USER_ID is not set/],
    [['serve', '--demo'], { IG_USER_ID: '1' }, 1, /IG_ACCESS_TOKEN is not set/],
    [['serve', '--demo'], { PORT: 'x' }, 1, /PORT is not a port/],
  ];
  for (const [argv, env, code, words] of ends) {
    it(`${argv.join(' ')} ${Object.keys(env)} -> ${code}`.replace(token, '…'), async () => {
      const { printed, errors, code: ended } = run(argv, env);
      assert.equal(await ended, code);
      assert.match((code === 0 ? printed : errors).join('\n'), words);
      assert.deepEqual(code === 0 ? errors : printed, []);
      assert.ok(![...printed, ...errors].join().includes(token.slice(0, 12)));
    });
  }

  it('serves samples to this machine, and to no name that only leads to it', async () => {
    const { printed, errors, code, stop, address: listening } = run(['serve', '--demo']);
    const address = await listening;
    const response = await fetch(`${address}${reach}&range=last_7_days`);
    assert.equal(response.headers.get('X-Insights-Source'), 'demo');
    assert.equal(((await response.json()) as { source: string }).source, 'demo');
    assert.equal((await fetch(`${address}/default`)).status, 200);
    assert.match(printed.join('\n'), /Serving sample data.*\nOpen to pages of this machine/);
    const { port } = new URL(address);
    assert.equal((await get(address + reach, { Host: `localhost:${port}` })).status, 200);
    assert.equal((await get(address + reach, { Host: `rebound.example:${port}` })).status, 404);
    const origins = [
      ['http://localhost:5173', true],
      ['http://127.0.0.1:1', true],
      ['https://page.example', false],
      ['null', false],
    ] as const;
    for (const [origin, allowed] of origins) {
      const { headers } = await get(address + reach, { Origin: origin });
      assert.equal(headers['access-control-allow-origin'], allowed ? origin : undefined);
    }
    stop.abort();
    assert.equal(await code, 0);
    assert.match(
      errors.join('\n'),
      /^\{"time":"20\d\d-\d\d-\d\dT[\d:.]+Z","event":"answer","status":404,"ms":\d+,"code":"not-found"\}$/,
    );
    await assert.rejects(fetch(address));
  });

  it('serves the account of the environment from the Graph API that it names', async () => {
    const asked: string[] = [];
    const graph = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers.authorization}`);
      response.end(JSON.stringify(total));
    }).listen(0, '127.0.0.1');
    endings.push(() => graph.close());
    await once(graph, 'listening');
    const host = `http://127.0.0.1:${(graph.address() as AddressInfo).port}`;
    const { printed, code, stop, address } = run(['serve', '--public'], {
      IG_USER_ID: '42',
      IG_ACCESS_TOKEN: token,
      GRAPH_HOST: host,
      GRAPH_VERSION: '23',
    });
    const { status, headers } = await get((await address) + reach, {
      Origin: 'https://page.example',
      Host: 'insights.example',
    });
    assert.equal(status, 200);
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.deepEqual(asked, [`/v23.0/42/insights?metric=reach&period=day&metric_type=total_value Bearer ${token}`]);
    assert.match(printed.join('\n'), /Serving account 42 from 127\.0\.0\.1:\d+ v23\.0\nOpen to everybody/);
    assert.ok(!printed.join().includes(token.slice(0, 12)));
    stop.abort();
    assert.equal(await code, 0);
  });

  it('starts closed where other machines can reach it, unless it is told to open', async () => {
    for (const [argv, env, status] of [
      [[], {}, 403],
      [['--public'], {}, 200],
      [[], { ACCESS: 'public' }, 200],
    ] as const) {
      const { printed, code, stop, address } = run(['serve', '--demo', ...argv], { HOST: '0.0.0.0', ...env });
      const { port } = new URL(await address);
      assert.equal((await fetch(`http://127.0.0.1:${port}${reach}`)).status, status);
      assert.match(
        printed.join('\n'),
        status === 403 ? /Closed: 0\.0\.0\.0.*start it with --public/ : /Open to everybody/,
      );
      stop.abort();
      assert.equal(await code, 0);
    }
  });
});

describe('the insights-elements command', () => {
  const start = (argv: string[], env: Record<string, string> = {}) => {
    const { IG_USER_ID, IG_ACCESS_TOKEN, IG_APP_SECRET, GRAPH_HOST, GRAPH_VERSION, HOST, ACCESS, ...inherited } =
      process.env;
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/cli.ts', ...argv], {
      env: { ...inherited, PORT: '0', ...env },
    });
    endings.push(() => child.kill('SIGKILL'));
    return child;
  };

  it('ends with 1 and a sentence on standard error', async () => {
    const child = start(['serve'], { IG_USER_ID: '1' });
    let [out, errors] = ['', ''];
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => (errors += data));
    const [code] = await once(child, 'close');
    assert.deepEqual([code, out], [1, '']);
    assert.match(errors, /^An account takes both IG_USER_ID and IG_ACCESS_TOKEN.*\n$/);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`serves until ${signal}, and ends with 0`, { timeout: 30_000 }, async () => {
      const child = start(['serve', '--demo']);
      let out = '';
      for await (const data of child.stdout) {
        out += data;
        if (out.includes('Try ')) break;
      }
      const [, address = ''] = /Listening on (\S+)/.exec(out) ?? [];
      assert.equal((await fetch(`${address}/default`)).status, 200);
      child.kill(signal);
      assert.deepEqual(await once(child, 'close'), [0, null]);
    });
  }
});
