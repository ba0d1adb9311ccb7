import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { issueEmbedToken } from '../../../src/server/index.js';
import { isLong, runCli } from '../../../src/server/run-cli.js';
import { now, token, total } from '../fake-graph.js';
import { createFolder, createHosts } from './command.js';

const fresh = 'IGAARenewedRenewedRenewed0123456789';
const env = {
  IG_USER_ID: '42',
  IG_ACCESS_TOKEN: token,
  GRAPH_HOST: 'graph.instagram.com',
  IG_TOKEN_EXPIRES: '2026-03-25T00:00:00Z',
  PORT: '0',
};

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

/** Serves, is asked once, and gives what the environment file holds when the renewal is over. */
async function renewBy(text: string): Promise<{ file: string; printed: string; used: string[] }> {
  const { path: directory, remove } = await createFolder();
  endings.push(remove);
  const file = join(directory, '.env');
  await writeFile(file, text);
  const { fetch: ask, asked } = createHosts({
    'graph.instagram.com/42/insights': total,
    'graph.instagram.com/refresh_access_token': { access_token: fresh, expires_in: 60 * 86_400 },
  });
  const stop = new AbortController();
  const printed: string[] = [];
  const heard = new EventTarget();
  const print = (line: string) => {
    printed.push(line);
    heard.dispatchEvent(new Event('line'));
  };
  const code = runCli(['serve'], env, {
    print,
    error: print,
    stop: stop.signal,
    directory,
    fetch: ask,
    now: () => now,
  });
  endings.push(
    () => code,
    () => stop.abort(),
  );
  if (printed.length === 0) await once(heard, 'line');
  const [, address = ''] = /Listening on (\S+)/.exec(printed.join('\n')) ?? [];
  const query = '/default/insights?metric_type=total_value&metric=';
  for (const metric of ['reach', 'likes']) {
    assert.equal((await fetch(`${address}${query}${metric}`)).status, 200);
    for (let i = 0; i < 100 && (await readFile(file, 'utf8')) === text && printed.length < 4; i += 1) {
      await new Promise((done) => setTimeout(done, 10));
    }
  }
  stop.abort();
  assert.equal(await code, 0);
  const used = asked.map(({ url }) => `${url.pathname.split('/').at(-1)} ${url.searchParams.get('access_token')}`);
  return { file: await readFile(file, 'utf8'), printed: printed.join('\n'), used };
}

describe('insights-elements serve: renewal', () => {
  it('writes a renewed token into .env, in the place of the one before, and goes on with it', async () => {
    const { file, printed, used } = await renewBy(
      `PORT=0\nIG_ACCESS_TOKEN=${token}\nIG_TOKEN_EXPIRES=2026-03-25T00:00:00Z\n`,
    );
    assert.equal(file, `PORT=0\nIG_ACCESS_TOKEN=${fresh}\nIG_TOKEN_EXPIRES=2026-05-19T18:00:00Z\n`);
    assert.ok(used.includes(`insights ${fresh}`), used.join());
    for (const secret of [token, fresh]) assert.ok(!printed.includes(secret.slice(0, 12)));
  });

  it('says so where .env does not hold the token, and uses the new one all the same', async () => {
    const { file, printed, used } = await renewBy('PORT=0\n');
    assert.equal(file, 'PORT=0\n');
    assert.ok(used.includes(`insights ${fresh}`), used.join());
    assert.match(printed, /lasts as long as this process: it could not be written down\. .*does not hold the token/);
    assert.match(printed, /"event":"renewal".*"fault":"saveToken"/);
    for (const secret of [token, fresh]) assert.ok(!printed.includes(secret.slice(0, 12)));
  });
});

/** Serves sample data, and gives what was printed and a way to ask. */
async function serveDemo(
  args: readonly string[],
  settings: Record<string, string>,
  files: Record<string, string> = {},
) {
  const { path: directory, remove } = await createFolder();
  endings.push(remove);
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
  const stop = new AbortController();
  const printed: string[] = [];
  const heard = new EventTarget();
  const print = (line: string) => {
    printed.push(line);
    heard.dispatchEvent(new Event('line'));
  };
  const io = { print, error: print, stop: stop.signal, directory };
  const code = runCli(['serve', '--demo', ...args], { PORT: '0', ...settings }, io);
  endings.push(() => {
    stop.abort();
    return code;
  });
  if (printed.length === 0) await Promise.race([once(heard, 'line'), code]);
  const [, address = ''] = /Listening on (\S+)/.exec(printed.join('\n')) ?? [];
  const ask = (query: string, init: RequestInit = {}) =>
    fetch(`${address}/default/insights?metric_type=total_value&${query}`, init);
  return { printed: printed.join('\n'), ask, directory };
}

describe('insights-elements serve: who may ask what', () => {
  it('answers the questions of a file and no others, and prints them', async () => {
    const { printed, ask } = await serveDemo(
      ['--public', '--questions', 'q.json'],
      {},
      {
        'q.json': '\uFEFF[{ "metric": "likes", "range": "last_7_days" }]',
      },
    );
    assert.match(printed, /^Open to everybody: the named questions about the account "default", and who it is\./m);
    assert.match(printed, /Answered are, and no others:\n {2}\{"metric":"likes","range":"last_7_days"\}/);
    assert.equal((await ask('metric=likes&range=last_7_days')).status, 200);
    assert.equal((await ask('metric=likes&range=last_28_days')).status, 403);
  });

  for (const [name, text, words] of [
    ['none', undefined, /cannot be read/],
    ['no JSON', '[', /is no JSON/],
    ['a list with a comma too many', '[\n  { "metric": "reach" },\n]', /is no JSON\. .*without a comma/],
    ['no question', '[{ "metric": "reech" }]', /Question 1 is none .*reach/],
  ] as const) {
    it(`does not start with a file that is ${name}`, async () => {
      const files = text === undefined ? {} : { 'q.json': text };
      const { printed } = await serveDemo(['--public', '--questions', 'q.json'], {}, files);
      assert.match(printed, words);
      assert.doesNotMatch(printed, /Listening/);
    });
  }

  it('with keys answers who has a token, and prints neither key nor token', async () => {
    const secret = 'a-secret-of-more-than-thirty-two-characters';
    const { printed, ask } = await serveDemo([], { EMBED_KEYS: `march=${secret}`, ORIGINS: 'https://page.example' });
    assert.match(printed, /the key march/);
    assert.ok(!printed.includes(secret));
    assert.equal((await ask('metric=likes')).status, 401);
    const bearer = await issueEmbedToken(
      { account: 'default', metrics: ['likes'] },
      { keys: [{ id: 'march', secret }] },
    );
    const headers = { Authorization: `Bearer ${bearer}`, Origin: 'https://page.example' };
    const answer = await ask('metric=likes', { headers });
    assert.deepEqual([answer.status, answer.headers.get('Access-Control-Allow-Origin')], [200, 'https://page.example']);
  });

  it('keeps answers in the folder of STORE', async () => {
    const { path, remove } = await createFolder();
    endings.push(remove);
    const { ask, printed } = await serveDemo(['--public'], { STORE: `fs:${path}` });
    assert.match(printed, /Answers are kept in the folder/);
    assert.equal((await ask('metric=likes&range=last_7_days')).status, 200);
    assert.equal((await readdir(path, { recursive: true })).filter((name) => name.includes('likes~')).length, 1);
  });
});

describe('isLong', () => {
  it('is a command that a signal asks to end; the others are cut off', () => {
    const names = ['connect', 'doctor', 'serve', 'snapshot', 'token', 'backfill', 'forget', 'nothing', '__proto__'];
    assert.deepEqual(
      names.filter((name) => isLong([name])),
      ['serve', 'backfill'],
    );
    assert.equal(isLong([]), false);
  });
});

describe('.env of the working directory', () => {
  const [tsx, cli] = [import.meta.resolve('tsx'), resolve('src/server/cli.ts')];
  const start = async (text: string, mode: number, more: Record<string, string> = {}) => {
    const { path: directory, remove } = await createFolder();
    endings.push(remove);
    await writeFile(join(directory, '.env'), text);
    await chmod(join(directory, '.env'), mode);
    const { IG_USER_ID, IG_ACCESS_TOKEN, IG_APP_SECRET, GRAPH_HOST, ...inherited } = process.env;
    const child = spawn(process.execPath, ['--import', tsx, cli, 'serve'], {
      cwd: directory,
      env: { ...inherited, ...more },
    });
    endings.push(() => child.kill('SIGKILL'));
    let errors = '';
    child.stderr.on('data', (data) => (errors += data));
    const [code] = await once(child, 'close');
    return { code, errors };
  };

  it('is read, and what the shell has set wins', { timeout: 30_000 }, async () => {
    const text = `IG_USER_ID=@acme\nIG_ACCESS_TOKEN=${token}\n`;
    const read = await start(text, 0o600);
    assert.equal(read.code, 1);
    assert.match(read.errors, /^IG_USER_ID is not an Instagram user id/);
    const set = await start(text, 0o600, { IG_USER_ID: '42', PORT: 'x' });
    assert.match(set.errors, /^PORT is not a port/);
  });
});
