import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { afterEach, describe, it } from 'node:test';
import type { Fetch } from '../../../src/client/transports/http.js';
import { createSandbox } from '../../../src/sandbox/index.js';
import { createInsightsHandler } from '../../../src/server/insights-handler.js';
import { openStorage } from '../../../src/server/storage.js';
import { graphError, now, token } from '../fake-graph.js';
import { createFolder, type Ran, runCommand } from './command.js';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

interface Bench {
  readonly env: Readonly<Record<string, string>>;
  readonly fetch: Fetch;
  /** The metrics and days of each call that went up, since it was last emptied. */
  readonly calls: string[];
  readonly backfill: (args: string[], stop?: AbortSignal) => Promise<Ran>;
  readonly files: () => Promise<number>;
  /** Instead of the sandbox's answer. */
  answer: (url: URL) => Response | undefined;
}

async function createBench(): Promise<Bench> {
  const { path, remove } = await createFolder();
  endings.push(remove);
  const sandbox = createSandbox({ now: () => now });
  const calls: string[] = [];
  const env = { IG_USER_ID: sandbox.id, IG_ACCESS_TOKEN: sandbox.accessToken, STORE: `fs:${path}` };
  const bench: Bench = {
    env,
    calls,
    answer: () => undefined,
    fetch: async (input, init) => {
      const url = new URL(input);
      const { metric, metric_type: type, since, until } = Object.fromEntries(url.searchParams);
      const days = Math.round((Number(until) - Number(since)) / 86_400);
      calls.push(`${metric} ${type} ${days}`);
      return bench.answer(url) ?? sandbox.fetch(input, init);
    },
    async backfill(args, stop = new AbortController().signal) {
      let passed = 0;
      const wait = async (ms: number) => void (passed += ms);
      const ran = await runCommand(['backfill', ...args], {
        env,
        fetch: bench.fetch,
        stop,
        wait,
        now: () => now + passed,
      });
      assert.ok(!`${ran.out}${ran.errors}`.includes(token.slice(0, 12)));
      return ran;
    },
    async files() {
      return (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
    },
  };
  return bench;
}

/** What a backend over the same store asks of Instagram for a page's question. */
async function askAsPage({ env, fetch, calls }: Bench, query: string): Promise<{ json: unknown; calls: number }> {
  const { storage } = await openStorage(env.STORE ?? '');
  calls.length = 0;
  const handler = createInsightsHandler({
    accounts: { default: { id: env.IG_USER_ID ?? '', accessToken: env.IG_ACCESS_TOKEN ?? '' } },
    access: 'public',
    graph: { fetch },
    now: () => now,
    ...(storage && { storage }),
  });
  const response = await handler(new Request(`http://backend.test/default/insights?${query}`));
  assert.equal(response.status, 200);
  return { json: await response.json(), calls: calls.length };
}

const week = ['--since', '2026-03-11', '--until', '2026-03-17'];

describe('insights-elements backfill', () => {
  it('keeps series and the total of each day, so that pages ask nothing more', async () => {
    const bench = await createBench();
    const { code, out, errors } = await bench.backfill(['--metrics', 'reach,likes,shares', ...week]);
    assert.deepEqual([code, errors], [0, '']);
    assert.deepEqual(bench.calls, [
      'reach time_series 7',
      'likes total_value 1',
      'shares total_value 1',
      // Of the newest day both are there already.
      ...Array.from({ length: 6 }, () => 'likes,shares total_value 1'),
    ]);
    assert.equal(out, '2026-03\n9 questions asked, 1 answered by what was kept.');
    const series = await askAsPage(bench, 'metric=reach&metric_type=time_series&since=2026-03-12&until=2026-03-16');
    assert.equal(series.calls, 0);
    const { values } = (series.json as { data: [{ values: unknown[] }] }).data[0];
    assert.equal(values.length, 5);
    const total = await askAsPage(bench, 'metric=shares&since=2026-03-13&until=2026-03-13');
    assert.equal(total.calls, 0);
  });

  it('asks nothing the second time, and only what is new for more days', async () => {
    const bench = await createBench();
    await bench.backfill(['--metrics', 'likes', ...week]);
    bench.calls.length = 0;
    assert.equal((await bench.backfill(['--metrics', 'likes', ...week])).code, 0);
    assert.deepEqual(bench.calls, []);
    await bench.backfill(['--metrics', 'likes', '--since', '2026-03-09', '--until', '2026-03-17']);
    assert.equal(bench.calls.length, 2);
  });

  it('takes every metric that the version gives by the day, as far back as Instagram remembers each', async () => {
    const bench = await createBench();
    const { code } = await bench.backfill(['--since', '2026-02-01']);
    const asked = bench.calls.join('\n');
    assert.equal(code, 0);
    assert.match(asked, /^reach time_series/m);
    assert.match(asked, /^follower_count time_series/m);
    assert.match(asked, /^follows_and_unfollows total_value 1/m);
    assert.ok(!asked.includes('impressions') && !asked.includes('demographics'));
    assert.ok(bench.calls.every((call) => Number(call.split(' ').at(-1)) <= 30));
  });

  it('stops where a limit is reached, says when to go on, and goes on there', async () => {
    const bench = await createBench();
    bench.answer = () =>
      bench.calls.length > 4
        ? Response.json(graphError(4), { status: 400, headers: { 'Retry-After': '3600' } })
        : undefined;
    const { code, errors } = await bench.backfill(['--metrics', 'likes', ...week]);
    assert.equal(code, 1);
    assert.equal(bench.calls.length, 5, 'a limit is not tried again');
    assert.match(errors, /used up, until 2026-03-20T19:00Z at least\. Run this again: it goes on where it stopped\.$/);
    bench.answer = () => undefined;
    bench.calls.length = 0;
    assert.equal((await bench.backfill(['--metrics', 'likes', ...week])).code, 0);
    assert.equal(bench.calls.length, 3);
  });

  it('leaves the last quarter of the limit to the pages', async () => {
    const bench = await createBench();
    const used = (count: number) => ({
      'X-App-Usage': JSON.stringify({ call_count: count, total_time: 1, total_cputime: 1 }),
    });
    const row = { data: [{ name: 'likes', period: 'day', total_value: { value: 3 } }] };
    bench.answer = () => Response.json(row, { headers: used(bench.calls.length < 3 ? 10 : 76) });
    const { code, errors } = await bench.backfill(['--metrics', 'likes', ...week]);
    assert.deepEqual([code, bench.calls.length], [1, 3]);
    assert.match(errors, /Three quarters of Instagram's limit/);
  });

  it('leaves out what would spoil the calls of others, and says so', async () => {
    const bench = await createBench();
    bench.answer = ({ searchParams }) => {
      const metrics = searchParams.get('metric')?.split(',') ?? [];
      if (metrics.includes('replies')) return Response.json(graphError(100), { status: 400 });
      return metrics.includes('comments') ? Response.json({ data: [] }) : undefined;
    };
    const { code, errors } = await bench.backfill(['--metrics', 'likes,comments,replies,shares', ...week]);
    assert.equal(code, 0);
    assert.match(errors, /comments was left out: Instagram gave no number/);
    assert.match(errors, /replies was left out: Instagram refused a parameter/);
    assert.equal(bench.calls.filter((call) => call.startsWith('likes,shares ')).length, 6);
  });

  it('tries again what failed for the moment, and ends after three times', async () => {
    const bench = await createBench();
    bench.answer = () => (bench.calls.length === 3 ? new Response('', { status: 503 }) : undefined);
    const once = await bench.backfill(['--metrics', 'likes', ...week]);
    assert.deepEqual([once.code, once.errors, bench.calls.length], [0, '', 8]);
    const other = await createBench();
    other.answer = () => (other.calls.length >= 3 ? new Response('', { status: 503 }) : undefined);
    const down = await other.backfill(['--metrics', 'likes', ...week]);
    assert.deepEqual([down.code, other.calls.length], [1, 5]);
    assert.match(down.errors, /^Without an answer: 2026-03-15\.\n.*failed for the moment.*Run this again/);
  });

  it('goes on past a day whose answer makes no sense, and names it', async () => {
    const bench = await createBench();
    bench.answer = () => (bench.calls.length === 3 ? Response.json({ data: token }) : undefined);
    const { code, errors } = await bench.backfill(['--metrics', 'likes', ...week]);
    assert.deepEqual([code, errors, bench.calls.length], [1, 'Without an answer: 2026-03-15.', 7]);
  });

  it('stops when it is told to, and asks nothing', async () => {
    const bench = await createBench();
    const { code, errors } = await bench.backfill(week, AbortSignal.abort());
    assert.deepEqual([code, bench.calls], [1, []]);
    assert.match(errors, /^Stopped\. Run this again/);
  });

  const wrong: [name: string, args: string[], env: Record<string, string>, words: RegExp][] = [
    ['no store', [], { STORE: '' }, /STORE is not set/],
    ['no account', [], { IG_USER_ID: '', IG_ACCESS_TOKEN: '' }, /no account to ask for/],
    [
      'a metric that is none by the day',
      ['--metrics', 'likes,follower_demographics'],
      {},
      /does not give by the day\. It gives: reach/,
    ],
    ['a metric that is none', ['--metrics', 'reech'], {}, /does not give by the day/],
    ['no day', ['--since', 'yesterday'], {}, /are days, such as/],
    [
      'days that still move',
      ['--since', '2026-03-20'],
      {},
      /--since is after the last day that can be filled, 2026-03-1\d/,
    ],
  ];
  for (const [name, args, more, words] of wrong) {
    it(`ends with a sentence for ${name}`, async () => {
      const { env, fetch, calls } = await createBench();
      const { code, errors } = await runCommand(['backfill', ...args], { env: { ...env, ...more }, fetch });
      assert.deepEqual([code, calls], [1, []]);
      assert.match(errors, words);
    });
  }
});

describe('insights-elements forget', () => {
  it('removes all of an account, and nothing of others', async () => {
    const bench = await createBench();
    await bench.backfill(['--metrics', 'likes', ...week]);
    const kept = await bench.files();
    assert.ok(kept >= 7);
    const other = await runCommand(['forget', '17841400000099999'], { env: bench.env });
    assert.deepEqual([other.code, await bench.files()], [0, kept]);
    assert.match(other.out, /keeps nothing of account 17841400000099999/);
    const { code, out } = await runCommand(['forget', 'default'], { env: bench.env });
    assert.equal(code, 0);
    assert.equal(out, `Forgot account ${bench.env.IG_USER_ID}: ${kept} answers removed from the store.`);
    assert.equal(await bench.files(), 0);
  });

  it('needs no token: an account may be forgotten after it was disconnected', async () => {
    const bench = await createBench();
    await bench.backfill(['--metrics', 'likes', ...week]);
    const { code } = await runCommand(['forget', bench.env.IG_USER_ID ?? ''], {
      env: { STORE: bench.env.STORE ?? '' },
    });
    assert.deepEqual([code, await bench.files()], [0, 0]);
  });

  const wrong: [args: string[], env: Record<string, string>, words: RegExp][] = [
    [[], { STORE: 'fs:/nowhere' }, /Say which account/],
    [['1', '2'], { STORE: 'fs:/nowhere' }, /Say which account/],
    [['default'], { STORE: 'fs:/nowhere' }, /IG_USER_ID is not set/],
    [['acme'], { STORE: 'fs:/nowhere' }, /no Instagram user id/],
    [['1'], {}, /STORE is not set/],
    [['1'], { STORE: 'mysql://x' }, /STORE is not a store/],
    [['--all'], { STORE: 'fs:/nowhere' }, /does not take these arguments/],
    [
      ['1'],
      { STORE: 'redis://:hunter2@127.0.0.1:9' },
      /^The store failed, and may still keep answers of account 1\. Whoever runs it[^:]*$/,
    ],
  ];
  for (const [args, env, words] of wrong) {
    it(`${args.join(' ') || 'nothing'}: 1`, async () => {
      const { code, errors } = await runCommand(['forget', ...args], { env });
      assert.equal(code, 1);
      assert.match(errors, words);
    });
  }
});
