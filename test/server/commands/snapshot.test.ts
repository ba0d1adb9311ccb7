import assert from 'node:assert/strict';
import { readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { expandQuestions } from '../../../src/client/asked-questions.js';
import { metricsOf } from '../../../src/client/call.js';
import { cellKey } from '../../../src/client/cells.js';
import { partsOf, planParts } from '../../../src/client/plan.js';
import { createSandbox } from '../../../src/sandbox/index.js';
import type { SnapshotFile } from '../../../src/server/snapshot/snapshot-file.js';
import { readGraphError, readResults } from '../../../src/spec/index.js';
import { graphError, now, token } from '../fake-graph.js';
import { createFolder, createHosts, type Ran, runCommand } from './command.js';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

const questions = [
  { metric: 'reach', range: 'last_7_days', compare: 'previous_period' },
  { metric: 'follower_demographics', breakdown: 'age,gender' },
  { metric: 'likes', range: 'last_7_days', daily: true },
];

interface Bench {
  /** The questions of each call that went up, since it was last emptied. */
  readonly calls: URL[];
  readonly directory: string;
  readonly clock: { now: number };
  /** Instead of the sandbox's answer. */
  answer: (url: URL) => Response | undefined;
  readonly take: (args?: readonly string[], lines?: unknown) => Promise<Ran>;
  readonly read: () => Promise<SnapshotFile>;
  /** How many calls were under way at once, at most. */
  readonly most: () => number;
}

async function createBench(): Promise<Bench> {
  const { path: directory, remove } = await createFolder();
  endings.push(remove);
  const clock = { now };
  const sandbox = createSandbox({ now: () => clock.now });
  let [underWay, most] = [0, 0];
  const bench: Bench = {
    calls: [],
    directory,
    clock,
    most: () => most,
    answer: () => undefined,
    async take(args = [], lines = questions) {
      await writeFile(join(directory, 'q.json'), typeof lines === 'string' ? lines : JSON.stringify(lines));
      const ran = await runCommand(['snapshot', '--queries', 'q.json', '--out', 'acme.json', ...args], {
        env: { IG_USER_ID: sandbox.id, IG_ACCESS_TOKEN: sandbox.accessToken },
        directory,
        now: () => clock.now,
        wait: async () => {},
        async fetch(input, init) {
          const url = new URL(input);
          bench.calls.push(url);
          underWay += 1;
          most = Math.max(most, underWay);
          await new Promise((done) => setTimeout(done, 1));
          underWay -= 1;
          const response = bench.answer(url) ?? (await sandbox.fetch(input, init));
          // As the Graph API itself would: without saying that it is a sandbox.
          response.headers.delete('X-Insights-Source');
          return response;
        },
      });
      assert.ok(!`${ran.out}${ran.errors}`.includes(sandbox.accessToken.slice(0, 12)));
      return ran;
    },
    read: async () => JSON.parse(await readFile(join(directory, 'acme.json'), 'utf8')) as SnapshotFile,
  };
  return bench;
}

/** The keys by which a page over the file looks for the answers to lines. */
const keysOf = (lines: readonly object[]): string[] =>
  planParts(expandQuestions(lines, { now, apiVersion: 'v25.0' }).flatMap((query) => partsOf(query))).flatMap(
    ({ call }) => metricsOf(call).map((metric) => cellKey(call, metric)),
  );

const asks = (url: URL, metric: string): boolean => (url.searchParams.get('metric') ?? '').split(',').includes(metric);

describe('insights-elements snapshot', () => {
  it("writes an answer to everything that elements ask, by the snapshot's own clock", async () => {
    const bench = await createBench();
    bench.clock.now = now + 456;
    const { code, out, errors } = await bench.take();
    assert.deepEqual([code, errors], [0, '']);
    assert.match(out, /^Wrote acme\.json: 13 answers of account \d+ from graph\.facebook\.com v25\.0\.$/);
    const { answers, account, ...rest } = await bench.read();
    assert.deepEqual(rest, { insights_snapshot: 1, taken_at: now / 1000, graph_version: 'v25.0' });
    assert.deepEqual(Object.keys(account ?? {}), ['username', 'name', 'followers_count', 'media_count']);
    assert.deepEqual(Object.keys(answers), keysOf(questions).toSorted());
    for (const [key, answer] of Object.entries(answers)) {
      assert.ok('row' in answer && !('stale' in answer), key);
      assert.equal(answer.fetched_at, now / 1000);
      const [result] = readResults({ data: [answer.row] });
      assert.ok(result?.total !== undefined || result?.series || result?.breakdowns, key);
    }
  });

  it('holds no token, no ids and no paging, whatever the Graph API answers with', async () => {
    const bench = await createBench();
    await bench.take();
    const text = await readFile(join(bench.directory, 'acme.json'), 'utf8');
    const { id, accessToken } = createSandbox();
    for (const secret of [
      accessToken.slice(0, 12),
      id,
      'paging',
      'access_token',
      '"id"',
      'title',
      'description',
      'https:',
    ]) {
      assert.ok(!text.includes(secret), secret);
    }
    const sandboxText = await (
      await createSandbox({ now }).fetch(bench.calls.at(-1)?.href ?? '', {
        headers: { Authorization: `Bearer ${accessToken}` },
      })
    ).text();
    assert.ok(sandboxText.includes('"id"') && sandboxText.includes('title'), 'what is left out was there');
  });

  it('writes the file whole, for everybody to read, and in the place of a link', async () => {
    const bench = await createBench();
    const elsewhere = join(bench.directory, 'elsewhere.json');
    const mine = '{"insights_snapshot":1}';
    await writeFile(elsewhere, mine);
    await symlink(elsewhere, join(bench.directory, 'acme.json'));
    await bench.take();
    assert.equal(await readFile(elsewhere, 'utf8'), mine);
    assert.equal((await stat(join(bench.directory, 'acme.json'))).mode & 0o444, 0o444);
    assert.deepEqual((await readdir(bench.directory)).toSorted(), ['acme.json', 'elsewhere.json', 'q.json']);
  });

  it('asks six calls at once at most', async () => {
    const bench = await createBench();
    await bench.take([], [{ metric: 'likes', daily: true, range: 'last_28_days' }]);
    assert.equal(bench.calls.length, 30);
    assert.equal(bench.most(), 6);
  });

  it('asks days that have settled once ever', async () => {
    const bench = await createBench();
    await bench.take();
    const first = await bench.read();
    bench.calls.length = 0;
    bench.clock.now = now + 3_600_000;
    const { out } = await bench.take();
    assert.match(out, /\d+ of settled days that were there/);
    const second = await bench.read();
    const ages = Object.entries(second.answers).map(([key, answer]) => [key, 'row' in answer && answer.fetched_at]);
    const settled = ages.filter(([, at]) => at === now / 1000).map(([key]) => key);
    assert.deepEqual(Object.keys(second.answers), Object.keys(first.answers));
    assert.ok(settled.length >= 5 && settled.length < ages.length);
    assert.ok(bench.calls.length <= 7, `${bench.calls.length} calls`);
    for (const key of settled) assert.deepEqual(second.answers[String(key)], first.answers[String(key)]);
  });

  it('takes over nothing of another account, version or kind, nor what is no answer', async () => {
    const bench = await createBench();
    await bench.take();
    const first = await bench.read();
    const changed: [name: string, file: object][] = [
      ['another account', { ...first, account: { ...first.account, username: 'another' } }],
      ['no account', { ...first, account: undefined }],
      ['another version', { ...first, graph_version: 'v24.0' }],
      ['samples', { ...first, source: 'demo' }],
      [
        'rows with more in them',
        {
          ...first,
          answers: Object.fromEntries(
            Object.entries(first.answers).map(([key, answer]) => [
              key,
              { ...answer, row: { ...('row' in answer ? (answer.row as object) : {}), title: token } },
            ]),
          ),
        },
      ],
      ['no rows', { ...first, answers: Object.fromEntries(Object.keys(first.answers).map((key) => [key, token])) }],
    ];
    for (const [name, file] of changed) {
      await writeFile(join(bench.directory, 'acme.json'), JSON.stringify(file));
      const { code, out } = await bench.take();
      assert.equal(code, 0);
      assert.match(out, /^Wrote acme\.json: 13 answers of account/, name);
      assert.ok(!JSON.stringify(await bench.read()).includes(token.slice(0, 12)));
    }
  });

  it("writes a failure in the backend's words, and an older answer in its place, marked", async () => {
    const bench = await createBench();
    bench.answer = (url) =>
      asks(url, 'follower_demographics') ? Response.json(graphError(2), { status: 500 }) : undefined;
    const failed = await bench.take();
    assert.equal(failed.code, 0);
    assert.match(failed.errors, /failed for the moment/);
    assert.match(failed.out, /12 answers.*, 1 without an answer\.$/);
    const isDemographic = (key: string): boolean => key.startsWith('follower_demographics');
    const of = async () => Object.entries((await bench.read()).answers).find(([key]) => isDemographic(key))?.[1];
    const answer = (await of()) as { error: object };
    assert.equal(readGraphError(answer)?.code, 'server-error');
    assert.ok(
      !JSON.stringify(answer).includes('Words of Instagram') && !JSON.stringify(answer).includes('AbCdEfGh123'),
    );
    assert.equal(bench.calls.filter((url) => asks(url, 'follower_demographics')).length, 3, 'it was tried again');

    bench.answer = () => undefined;
    await bench.take();
    bench.answer = (url) =>
      asks(url, 'follower_demographics') ? Response.json(graphError(2), { status: 500 }) : undefined;
    bench.clock.now = now + 60_000;
    const { out } = await bench.take();
    assert.match(out, /1 older ones in place of what failed/);
    const kept = (await of()) as { fetched_at: number; stale: string; row: unknown };
    assert.deepEqual([kept.fetched_at, kept.stale], [now / 1000, 'server-error']);
    assert.ok(readResults({ data: [kept.row] })[0]?.breakdowns);
  });

  it('finds the metric that spoils the call of others', async () => {
    for (const refusal of [Response.json(graphError(100), { status: 400 }), Response.json({ data: [] })]) {
      const bench = await createBench();
      bench.answer = (url) => (asks(url, 'shares') ? refusal.clone() : undefined);
      const { code } = await bench.take([], [{ metric: 'likes,comments,shares,saved' }]);
      assert.equal(code, 0);
      const { answers } = await bench.read();
      const given = Object.fromEntries(
        Object.entries(answers).map(([key, answer]) => [
          key.split('~')[0],
          'row' in answer ? answer.row !== null : 'error',
        ]),
      );
      assert.deepEqual(given, { comments: true, likes: true, saves: true, shares: refusal.ok ? false : 'error' });
    }
  });

  it('says null where it was asked and nothing was given', async () => {
    const bench = await createBench();
    bench.answer = (url) => (asks(url, 'likes') ? Response.json({ data: [] }) : undefined);
    await bench.take([], [{ metric: 'likes' }, { metric: 'reach' }]);
    const { answers } = await bench.read();
    const rows = Object.entries(answers).map(([key, answer]) => [
      key.split('~')[0],
      'row' in answer && answer.row === null,
    ]);
    assert.deepEqual(rows, [
      ['likes', true],
      ['reach', false],
      ['reach', false],
    ]);
  });

  it('stops at a limit, says when to go on, and leaves the file where nothing could be had', async () => {
    const bench = await createBench();
    await bench.take([], [{ metric: 'views' }]);
    const before = await readFile(join(bench.directory, 'acme.json'), 'utf8');
    bench.calls.length = 0;
    bench.answer = () => Response.json(graphError(4), { status: 400, headers: { 'Retry-After': '600' } });
    const { code, out, errors } = await bench.take();
    assert.deepEqual([code, out], [1, '']);
    assert.match(
      errors,
      /^Instagram's limit on calls is used up\. Run this again after 2026-\d\d-\d\dT\d\d:\d\dZ\.\nNothing could be had; acme\.json is as it was\.$/,
    );
    assert.equal(bench.calls.length, 1);
    assert.equal(await readFile(join(bench.directory, 'acme.json'), 'utf8'), before);
  });

  it('writes what it had before a limit was reached', async () => {
    const bench = await createBench();
    bench.answer = (url) => (asks(url, 'likes') ? Response.json(graphError(4), { status: 400 }) : undefined);
    const { code, errors } = await bench.take([], [{ metric: 'reach' }, { metric: 'likes', range: 'last_7_days' }]);
    assert.equal(code, 0);
    assert.match(errors, /Run this again after/);
    const told = Object.values((await bench.read()).answers).map((answer) =>
      'row' in answer ? 'row' : readGraphError(answer)?.code,
    );
    assert.ok(told.includes('row') && told.includes('rate-limited'), told.join());
  });

  it('writes nothing where the token has ended', async () => {
    const bench = await createBench();
    bench.answer = () => Response.json(graphError(190), { status: 400 });
    const { code, errors } = await bench.take();
    assert.equal(code, 1);
    assert.match(errors, /no longer accepts the access token/);
    await assert.rejects(bench.read());
  });

  it('refuses to write an answer that quotes the token', async () => {
    const bench = await createBench();
    const { id, accessToken } = createSandbox();
    bench.answer = (url) =>
      url.pathname.endsWith(`/${id}`)
        ? Response.json({ username: 'acme', name: `Hi ${accessToken}`, followers_count: 1, media_count: 1 })
        : undefined;
    const { code, errors } = await bench.take([], [{ metric: 'reach' }]);
    assert.equal(code, 1);
    assert.match(errors, /quotes the access token/);
    await assert.rejects(bench.read());
  });

  it('gives samples, and says so', async () => {
    const { path: directory, remove } = await createFolder();
    endings.push(remove);
    await writeFile(join(directory, 'q.json'), JSON.stringify(questions));
    const { code, out } = await runCommand(['snapshot', '--queries', 'q.json', '--out', 'demo.json', '--demo'], {
      directory,
    });
    assert.equal(code, 0);
    assert.match(out, /answers of sample data/);
    const file = JSON.parse(await readFile(join(directory, 'demo.json'), 'utf8')) as SnapshotFile;
    assert.equal(file.source, 'demo');
    assert.deepEqual(Object.keys(file.account ?? {}), ['username', 'name', 'followers_count', 'media_count']);
    assert.equal(Object.values(file.answers).filter((answer) => 'row' in answer && answer.row !== null).length, 13);
  });

  const renewed = 'IGAARenewedRenewedRenewed0123456789';
  const ending = {
    IG_USER_ID: '42',
    IG_ACCESS_TOKEN: token,
    GRAPH_HOST: 'graph.instagram.com',
    IG_TOKEN_EXPIRES: '2026-03-25',
  };
  /** A run with a token that ends in five days; `.env` holds what is given. */
  async function takeNearEnd(dotEnv: string, answer: unknown = { access_token: renewed, expires_in: 60 * 86_400 }) {
    const { path: directory, remove } = await createFolder();
    endings.push(remove);
    await writeFile(join(directory, 'q.json'), JSON.stringify([{ metric: 'likes' }]));
    await writeFile(join(directory, '.env'), dotEnv);
    const { fetch, asked } = createHosts({
      'graph.instagram.com/refresh_access_token': answer,
      'graph.instagram.com/42': { username: 'acme' },
      'graph.instagram.com/42/insights': { data: [{ name: 'likes', period: 'day', total_value: { value: 3 } }] },
    });
    const ran = await runCommand(['snapshot', '--queries', 'q.json', '--out', 'a.json'], {
      env: ending,
      directory,
      fetch,
    });
    assert.equal(ran.code, 0);
    for (const secret of [token, renewed]) assert.ok(!`${ran.out}${ran.errors}`.includes(secret.slice(0, 12)));
    const used = asked.map(({ url }) => url.searchParams.get('access_token'));
    return { ...ran, used, dotEnv: await readFile(join(directory, '.env'), 'utf8') };
  }

  it('renews a token of .env that is near its end, and asks with the new one', async () => {
    const { used, dotEnv, errors } = await takeNearEnd(`IG_ACCESS_TOKEN=${token}\n`);
    assert.deepEqual(used, [token, renewed, renewed]);
    assert.equal(dotEnv, `IG_ACCESS_TOKEN=${renewed}\nIG_TOKEN_EXPIRES=2026-05-19T18:00:00Z\n`);
    assert.equal(errors, '');
  });

  it('goes on with the token that it has where it cannot be renewed, and says so', async () => {
    const { used, errors } = await takeNearEnd(`IG_ACCESS_TOKEN=${token}\n`, graphError(190));
    assert.deepEqual(used, [token, token, token]);
    assert.match(errors, /did not renew the token\. Run `insights-elements doctor`/);
  });

  it('renews no token that it could not write down, and says when it ends', async () => {
    const { used, errors, dotEnv } = await takeNearEnd('PORT=1\n');
    assert.deepEqual([used, dotEnv], [[token, token], 'PORT=1\n']);
    assert.match(errors, /^The token ends on 2026-03-25\. Put a new one where this one came from\.$/);
  });

  const wrong: [name: string, lines: unknown, words: RegExp][] = [
    [
      'a metric that is none',
      [{ metric: 'reach' }, { metric: 'reech' }],
      /^Question 2 (?!.*`issues`).*Did you mean "reach"/,
    ],
    ['a breakdown that the metric has not', [{ metric: 'likes', breakdown: 'age' }], /^Question 1 /],
    ['an attribute that is none', [{ metrics: 'reach' }], /^Question 1 has "metrics".*Did you mean "metric"\?$/],
    ['no list', { metric: 'reach' }, /questions are a list, and there is at least one\.$/],
    ['an empty list', [], /questions are a list/],
    ['no JSON', '[', /is no JSON/],
    ['a question that is none', [42], /^Question 1 /],
  ];
  for (const [name, lines, words] of wrong) {
    it(`asks nothing for ${name}`, async () => {
      const bench = await createBench();
      const { code, errors } = await bench.take([], lines);
      assert.deepEqual([code, bench.calls], [1, []]);
      assert.match(errors, words);
    });
  }

  it('ends with a sentence without files or an account', async () => {
    const { path: directory, remove } = await createFolder();
    endings.push(remove);
    const run = (...args: string[]) => runCommand(['snapshot', ...args], { directory });
    assert.match((await run('--out', 'a.json')).errors, /--queries q\.json --out acme\.json/);
    assert.match(
      (await run('--queries', 'q.json', '--out', 'a.json', '--demo')).errors,
      /file of questions cannot be read/,
    );
    await writeFile(join(directory, 'q.json'), JSON.stringify(questions));
    assert.match(
      (await run('--queries', 'q.json', '--out', 'q.json', '--demo')).errors,
      /q\.json is there, and is no snapshot/,
    );
    assert.match((await run('--queries', 'q.json', '--out', 'a.json')).errors, /no account to ask for/);
    assert.match(
      (await run('--queries', 'q.json', '--out', 'no/a.json', '--demo')).errors,
      /cannot be written \(ENOENT\)\. Make its folder first\./,
    );
    assert.match((await run('--queries', 'q.json', '--out', '.', '--demo')).errors, /name a file|is a folder/);
  });
});
