// Backends as processes of their own, as an operator runs them, over one store: Redis, or a folder. Instagram is a stand-in on this
// machine, which counts.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findDebianProgram } from '../../scripts/engines/debian-program.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { type Listening, listen } from '../../src/server/node.js';
import { token } from './fake-graph.js';
import { type RedisServer, startRedis } from './redis.js';

const cli = fileURLToPath(new URL('../../src/server/cli.ts', import.meta.url));
const reach = '/default/insights?metric=reach&metric_type=total_value&since=2026-03-01&until=2026-03-07';
const path = (metric: string): string => reach.replace('=reach', `=${metric}`);

let instagram: Listening;
/** Tells of each metric that is asked for. */
const heard = new EventTarget();
/** How often each metric was asked for. */
const calls = new Map<string, number>();
let isDown = false;
/** Resolved before each answer: how a test holds it back. */
let gate: Promise<void> = Promise.resolve();

before(async () => {
  const sandbox = createSandbox({ now: Date.parse('2026-03-20T18:00:00Z') });
  instagram = await listen({
    port: 0,
    handler: async (request) => {
      const metric = new URL(request.url).searchParams.get('metric') ?? 'account';
      calls.set(metric, (calls.get(metric) ?? 0) + 1);
      heard.dispatchEvent(new Event(metric));
      await gate;
      if (isDown)
        return Response.json({ error: { code: 2, message: `Words of Instagram about ${token}` } }, { status: 500 });
      return sandbox.fetch(request.url, { headers: request.headers });
    },
  });
});
after(() => instagram.close());

/** Asks, and holds Instagram's answer back: what happens in the meantime is in the middle of it. */
async function askHeld(backend: Backend, metric: string, meanwhile: () => Promise<void>): Promise<Told | undefined> {
  let open = (): void => {};
  gate = new Promise((resolve) => {
    open = resolve;
  });
  const asked = once(heard, metric);
  const answer = ask(backend, path(metric)).catch(() => undefined);
  try {
    await Promise.race([asked, answer.then(() => assert.fail('Instagram was not asked.'))]);
    await meanwhile();
  } finally {
    open();
    gate = Promise.resolve();
  }
  return answer;
}

interface Backend {
  readonly address: string;
  /** All that it has printed. */
  readonly said: () => string;
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>;
}

async function start(store: string): Promise<Backend> {
  const env = {
    PATH: process.env.PATH,
    IG_USER_ID: '17841405822304914',
    IG_ACCESS_TOKEN: token,
    GRAPH_HOST: instagram.address,
    PORT: '0',
    STORE: store,
  };
  // A folder without .env, which is not read here.
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), cli, 'serve', '--public'],
    { env, cwd: tmpdir() },
  );
  let said = '';
  const closed = once(child, 'close') as Promise<[number | null]>;
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: unknown): void => {
      said += String(chunk);
      const [, found] = /Listening on (\S+)/.exec(said) ?? [];
      if (found) resolve(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    closed.then(() => reject(new Error(`It ended: ${said}`)), reject);
  });
  return {
    address,
    said: () => said,
    end: async (signal) => {
      child.kill(signal);
      const [code] = await closed;
      return code;
    },
  };
}

interface Told {
  readonly status: number;
  readonly text: string;
  readonly stale: string | null;
  readonly ms: number;
}

async function ask({ address }: Backend, what: string): Promise<Told> {
  const begin = performance.now();
  const response = await fetch(address + what);
  return {
    status: response.status,
    text: await response.text(),
    stale: response.headers.get('X-Insights-Stale'),
    ms: performance.now() - begin,
  };
}

const found = findDebianProgram('Redis', 'redis-server', 'redis-server');
if ('reason' in found) console.log(`Two processes over one Redis: skipped, as there is no Redis: ${found.reason}.`);

describe('two processes over one Redis', { skip: 'reason' in found && found.reason }, () => {
  let redis: RedisServer;
  let one: Backend;
  let other: Backend;
  before(async () => {
    assert.ok('path' in found);
    redis = await startRedis(found.path);
    [one, other] = await Promise.all([start(redis.url), start(redis.url)]);
  });
  after(() => Promise.all([one?.end('SIGKILL'), other?.end('SIGKILL'), redis?.kill()]));

  it('what one has fetched the other does not', async () => {
    const first = await ask(one, reach);
    assert.deepEqual([first.status, calls.get('reach')], [200, 1]);
    for (const backend of [other, one, other])
      assert.deepEqual([(await ask(backend, reach)).text, calls.get('reach')], [first.text, 1]);
    const both = await ask(other, path('reach,likes'));
    assert.deepEqual(
      [both.status, calls.get('likes'), calls.get('reach')],
      [200, 1, 1],
      'and of a larger question the part that nobody has',
    );
    await ask(one, path('likes'));
    assert.equal(calls.get('likes'), 1);
  });

  it('twenty pages at once, at both: each process asks once', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) => ask(index % 2 ? one : other, path('views'))),
    );
    assert.equal(new Set(all.map(({ text }) => text)).size, 1);
    assert.ok((calls.get('views') ?? 0) <= 2, `${calls.get('views')} calls`);
  });

  it('one is killed in the middle, and started again: the other goes on, and nothing is asked twice', async () => {
    const kept = await ask(one, path('comments'));
    const cut = await askHeld(one, 'shares', async () => {
      await one.end('SIGKILL');
      assert.equal((await ask(other, path('comments'))).text, kept.text);
    });
    assert.equal(cut, undefined);
    one = await start(redis.url);
    assert.equal((await ask(one, path('comments'))).text, kept.text);
    assert.equal(calls.get('comments'), 1);
    assert.equal((await ask(one, path('shares'))).status, 200);
    assert.equal(calls.get('shares'), 2, 'what nobody has received is asked again');
  });

  it('asked to end, a process answers what is under way and ends with 0', async () => {
    const third = await start(redis.url);
    let ended: Promise<number | null> | undefined;
    const answer = await askHeld(third, 'saves', async () => {
      ended = third.end('SIGTERM');
      // Nobody new is let in.
      while (await ask(third, path('comments')).catch(() => undefined)) await setTimeout(20);
    });
    assert.deepEqual([answer?.status, await ended], [200, 0]);
  });

  it('Redis hangs: every question is answered all the same, and what one fetches is shared again once it does not', async () => {
    redis.hang();
    const answers = [await ask(one, path('website_clicks')), await ask(one, path('website_clicks'))];
    const third = await start(redis.url);
    const ofThird = await ask(third, path('likes'));
    const code = await third.end('SIGTERM');
    redis.resume();
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
    );
    assert.deepEqual([ofThird.status, code], [200, 0], 'one that starts and ends meanwhile does both');
    assert.equal(calls.get('website_clicks'), 1);
    // Half a second for each of reading and writing, at most.
    assert.ok((answers[0]?.ms ?? 0) < 2_500, `it took ${answers[0]?.ms} ms`);
    assert.match(one.said(), /"fault":"store"/);
    await sharedAgain('profile_views');
  });

  it('Redis is gone: both go on with what they have, and ask for the rest', async () => {
    await redis.kill();
    const known = await ask(one, path('comments'));
    assert.deepEqual([known.status, calls.get('comments')], [200, 1], 'what it has answered lately it has itself');
    const unknown = await ask(other, path('replies'));
    assert.deepEqual([unknown.status, calls.get('replies')], [200, 1]);
    assert.ok(unknown.ms < 3_000, `it took ${unknown.ms} ms`);
    assert.match(other.said(), /"fault":"store"/);
    for (const { said } of [one, other]) {
      for (const secret of [token.slice(0, 12), redis.url, 'Words of'])
        assert.ok(
          !said()
            .replace(/Answers are kept.*/, '')
            .includes(secret),
          said(),
        );
    }
  });

  it('Redis is back, and empty: what one has fetched the other does not', async () => {
    await redis.restart();
    await sharedAgain('accounts_engaged');
  });

  /** A store that failed is left alone for five seconds, and a connection that was lost takes a moment. */
  async function sharedAgain(metric: string): Promise<void> {
    const ofWeek = (week: number): string =>
      path(metric).replace(/since.*/, `since=2026-02-0${week}&until=2026-02-1${week}`);
    for (let week = 1; week <= 9; week += 1) {
      await setTimeout(1_500);
      const count = calls.get(metric) ?? 0;
      for (const backend of [one, other]) assert.equal((await ask(backend, ofWeek(week))).status, 200);
      if ((calls.get(metric) ?? 0) - count === 1) return;
    }
    assert.fail('each still asks for itself');
  }
});

describe('a store that is full', { skip: 'reason' in found && found.reason }, () => {
  it('is left alone: every question is answered', async () => {
    assert.ok('path' in found);
    // Redis refuses to write from here on; it has this much in use when it is empty.
    const redis = await startRedis(found.path, '--maxmemory', '100kb', '--maxmemory-policy', 'noeviction');
    const backend = await start(redis.url);
    try {
      const count = calls.get('reposts') ?? 0;
      const answers = [await ask(backend, path('reposts')), await ask(backend, path('reposts'))];
      assert.deepEqual(
        answers.map(({ status }) => status),
        [200, 200],
      );
      assert.equal((calls.get('reposts') ?? 0) - count, 1);
      assert.match(backend.said(), /"fault":"store"/);
    } finally {
      await Promise.all([backend.end('SIGKILL'), redis.kill()]);
    }
  });
});

describe('a folder as the store', () => {
  it('a process that is killed leaves its answers to the next one, also while Instagram is down', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'insights-'));
    let backend = await start(`fs:${folder}`);
    try {
      const answer = await ask(backend, path('total_interactions'));
      assert.equal(answer.status, 200);
      // Some are being written when it ends.
      const underWay = ['profile_views', 'website_clicks'].map((metric) =>
        ask(backend, path(metric)).catch(() => undefined),
      );
      await backend.end('SIGKILL');
      await Promise.all(underWay);
      isDown = true;
      backend = await start(`fs:${folder}`);
      const again = await ask(backend, path('total_interactions'));
      assert.deepEqual(
        [again.status, again.text, again.stale, calls.get('total_interactions')],
        [200, answer.text, null, 1],
      );
      isDown = false;
      assert.equal((await ask(backend, path('profile_views'))).status, 200);
    } finally {
      isDown = false;
      await backend.end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('that is taken away, and stands in the way as a file: every question is answered, and the log says so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'insights-'));
    const backend = await start(`fs:${folder}`);
    try {
      const answer = await ask(backend, path('replies'));
      await rm(folder, { recursive: true, force: true });
      await writeFile(folder, '');
      const count = calls.get('replies') ?? 0;
      const again = await ask(backend, path('replies'));
      assert.deepEqual([again.status, again.text, calls.get('replies')], [200, answer.text, count]);
      assert.equal((await ask(backend, path('profile_links_taps'))).status, 200);
      assert.match(backend.said(), /"event":"store"/);
      assert.ok(
        !backend
          .said()
          .replace(/Answers are kept.*/, '')
          .includes(folder),
        backend.said(),
      );
      assert.equal(await backend.end('SIGTERM'), 0);
    } finally {
      await backend.end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    }
  });
});
