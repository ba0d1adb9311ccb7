import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { envOf } from '../../../src/server/env-file.js';
import { appSecret, graphError, now, token } from '../fake-graph.js';
import {
  createFolder,
  createHosts,
  type Hosts,
  type Ran,
  type Routes,
  type RunOptions,
  runCommand,
} from './command.js';

const igToken = 'IGAAconnectConnectConnect0123456789';
const day = 86_400_000;
const total = { data: [{ name: 'reach', period: 'day', total_value: { value: 340 } }] };
const granted = (...names: string[]) => ({
  data: [
    ...names.map((permission) => ({ permission, status: 'granted' })),
    { permission: 'email', status: 'declined' },
  ],
});

const facebook: Routes = {
  'graph.facebook.com/me/accounts': {
    data: [{ id: '1', instagram_business_account: { id: '17841400000000001', username: 'acme' } }, { id: '2' }],
  },
  'graph.facebook.com/me/permissions': granted('instagram_basic', 'instagram_manage_insights', 'pages_read_engagement'),
  'graph.facebook.com/debug_token': { data: { expires_at: 0, data_access_expires_at: (now + 80 * day) / 1000 } },
  'graph.facebook.com/17841400000000001/insights': total,
};
const instagram: Routes = {
  'graph.instagram.com/me': { user_id: '17841400000000002', username: 'globex', id: '9' },
  'graph.instagram.com/17841400000000002/insights': total,
};

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

interface Connected extends Ran {
  readonly directory: string;
  readonly asked: Hosts['asked'];
  /** The variables of `.env`; undefined where there is none. */
  readonly written: Readonly<Record<string, string | undefined>> | undefined;
}

async function connect(
  routes: Routes,
  { args = [], prepare, ...options }: RunOptions & { args?: string[]; prepare?: (directory: string) => unknown } = {},
): Promise<Connected> {
  const { path: directory, remove } = await createFolder();
  endings.push(remove);
  await prepare?.(directory);
  const { fetch, asked } = createHosts(routes);
  const ran = await runCommand(['connect', ...args], { secret: token, fetch, directory, ...options });
  const file = join(directory, '.env');
  const written = existsSync(file) ? { ...envOf(await readFile(file, 'utf8')) } : undefined;
  for (const secret of [token, igToken]) assert.ok(!`${ran.out}${ran.errors}`.includes(secret.slice(0, 12)));
  return { ...ran, directory, asked, written };
}

const repository = (directory: string, ...ignored: string[]) => {
  execFileSync('git', ['init', '--quiet', directory]);
  return writeFile(join(directory, '.gitignore'), ignored.join('\n'));
};

describe('insights-elements connect', () => {
  it('finds the account of a Facebook login, its scopes and its end', async () => {
    const { code, out, errors, written, directory, asked } = await connect(facebook, {
      prepare: (path) => writeFile(join(path, '.env'), 'PORT=9000\nIG_USER_ID=1\n'),
    });
    assert.deepEqual([code, errors], [0, '']);
    assert.deepEqual(written, {
      PORT: '9000',
      IG_USER_ID: '17841400000000001',
      IG_ACCESS_TOKEN: token,
      GRAPH_HOST: 'graph.facebook.com',
      IG_TOKEN_EXPIRES: '2026-06-08T18:00:00Z',
    });
    assert.equal((await stat(join(directory, '.env'))).mode & 0o777, 0o600);
    assert.match(
      out,
      /^Facebook Login: @acme \(17841400000000001\), on graph\.facebook\.com\nIt may read insights\.\n/,
    );
    assert.match(out, /good until 2026-06-08, for 80 days/);
    assert.match(out, /Wrote \.env, which only this user can read\.\n/);
    for (const { url, headers } of asked) {
      assert.equal(url.hostname, 'graph.facebook.com', 'a token of that form is not shown to the other host first');
      assert.equal(headers.get('Authorization'), `Bearer ${token}`);
      assert.equal(url.searchParams.has('access_token'), false);
    }
  });

  it('finds the account of an Instagram login, whose end is not told', async () => {
    const { code, out, written, asked } = await connect(instagram, { secret: `  ${igToken}\n` });
    assert.equal(code, 0);
    assert.deepEqual(written, {
      IG_USER_ID: '17841400000000002',
      IG_ACCESS_TOKEN: igToken,
      GRAPH_HOST: 'graph.instagram.com',
    });
    assert.match(out, /Instagram Login: @globex.*\n.*\n.*does not tell when it ends/);
    assert.ok(
      asked.every(({ url, headers }) => url.hostname === 'graph.instagram.com' && !headers.has('Authorization')),
    );
  });

  it('reads the answer that the documentation prints, too', async () => {
    const { written } = await connect(
      { ...instagram, 'graph.instagram.com/me': { data: [{ user_id: 17_841_400_000_000_002, username: 'globex' }] } },
      { secret: igToken },
    );
    assert.equal(written?.IG_USER_ID, '17841400000000002');
  });

  it('has the token renewed on request, and knows its end', async () => {
    const renewed = { access_token: `${igToken}new`, token_type: 'bearer', expires_in: 60 * 86_400 };
    const { out, written } = await connect(
      { ...instagram, 'graph.instagram.com/refresh_access_token': renewed },
      { secret: igToken, args: ['--renew'] },
    );
    assert.equal(written?.IG_ACCESS_TOKEN, `${igToken}new`);
    assert.equal(written?.IG_TOKEN_EXPIRES, '2026-05-19T18:00:00Z');
    assert.match(out, /for 60 days\. The backend renews it in time/);
  });

  it('asks the other host where the first does not take the token', async () => {
    const { code, written } = await connect(instagram, { secret: token });
    assert.deepEqual([code, written?.GRAPH_HOST], [0, 'graph.instagram.com']);
    const pinned = await connect(instagram, { secret: token, args: ['--host', 'graph.facebook.com'] });
    assert.deepEqual([pinned.code, pinned.written], [1, undefined]);
    assert.match(pinned.errors, /No host took the token\.\ngraph\.facebook\.com: it does not accept this token\.\n/);
    assert.ok(pinned.asked.every(({ url }) => url.hostname === 'graph.facebook.com'));
  });

  it('lists the accounts where there are several, over pages, and takes the one that is named', async () => {
    const pages = (url: URL) => {
      const first = url.searchParams.get('after') === null;
      const account = first
        ? { id: '17841400000000001', username: 'acme' }
        : { id: '17841400000000003', username: 'Acme.de' };
      const paging = { cursors: { after: 'QVFI=' }, next: `https://graph.facebook.com/next?access_token=${token}` };
      return { data: [{ instagram_business_account: account }], ...(first && { paging }) };
    };
    const routes = {
      ...facebook,
      'graph.facebook.com/me/accounts': pages,
      'graph.facebook.com/17841400000000003/insights': total,
    };
    const listed = await connect(routes);
    assert.deepEqual([listed.code, listed.written], [1, undefined]);
    assert.match(
      listed.errors,
      /Say which: --account.*\n@acme \(17841400000000001\)\n@Acme\.de \(17841400000000003\)$/s,
    );
    for (const name of ['acme.de', '@Acme.de', '17841400000000003']) {
      const { written } = await connect(routes, { args: ['--account', name] });
      assert.equal(written?.IG_USER_ID, '17841400000000003');
    }
    const other = await connect(routes, { args: ['--account', 'nobody'] });
    assert.match(other.errors, /not for the account that --account names/);
  });

  it('knows the account of a page by its own token', async () => {
    const { code, written } = await connect({
      ...facebook,
      'graph.facebook.com/me/accounts': graphError(100),
      'graph.facebook.com/me': { id: '1', instagram_business_account: { id: '17841400000000001' } },
    });
    assert.deepEqual([code, written?.IG_USER_ID], [0, '17841400000000001']);
  });

  it('proves each call where an app secret is set', async () => {
    const { asked } = await connect(facebook, { env: { IG_APP_SECRET: appSecret } });
    assert.ok(asked.length > 3);
    for (const { url } of asked) assert.match(url.searchParams.get('appsecret_proof') ?? '', /^[0-9a-f]{64}$/);
  });

  it('says what is lacking, and writes where insights can be read all the same', async () => {
    const { code, out } = await connect({
      ...facebook,
      'graph.facebook.com/me/permissions': granted('instagram_basic'),
    });
    assert.equal(code, 0);
    assert.match(out, /It may read insights\. It lacks instagram_manage_insights, pages_read_engagement\./);
  });

  const refused: [name: string, routes: Routes, options: Parameters<typeof connect>[1], words: RegExp][] = [
    [
      'no host takes the token',
      {},
      {},
      /graph\.facebook\.com: it does not accept.*\ngraph\.instagram\.com: it does not accept/,
    ],
    [
      'nothing is reached',
      { 'graph.facebook.com/me/accounts': new Error(token), 'graph.instagram.com/me': new Error(token) },
      {},
      /^Whether the token is good could not be asked\.\n(graph\.\w+\.com: The Graph API was not reached from this machine.*\n){2}(?!Copy)/,
    ],
    [
      'the answer is none',
      { 'graph.facebook.com/me/accounts': { data: token } },
      {},
      /graph\.facebook\.com: its answer was not understood/,
    ],
    [
      'the id is none',
      { 'graph.facebook.com/me/accounts': { data: [{ instagram_business_account: { id: `1\n${token}` } }] } },
      {},
      /was not understood/,
    ],
    [
      'there is no Instagram account',
      { 'graph.facebook.com/me/accounts': { data: [{ id: '1' }] } },
      {},
      /for no Instagram account.*instagram_manage_insights.*pages_show_list/,
    ],
    [
      'insights may not be read',
      {
        ...facebook,
        'graph.facebook.com/17841400000000001/insights': graphError(10),
        'graph.facebook.com/me/permissions': granted('instagram_basic'),
      },
      {},
      /may not read insights:.*lacks instagram_manage_insights.*Log in again/,
    ],
    ['Instagram does not renew', instagram, { secret: igToken, args: ['--renew'] }, /did not renew the token/],
    ['renewal is not for this login', facebook, { args: ['--renew'] }, /Only tokens of Instagram Login/],
    ['there is no token', facebook, { secret: '' }, /That is no token/],
    ['the token has a space', facebook, { secret: 'a b' }, /That is no token/],
    ['the host is another', facebook, { args: ['--host', 'graph.evil.example'] }, /--host is graph\.facebook\.com/],
    ['an argument is a token', facebook, { args: [token] }, /An argument looks like an access token/],
    ['an option holds a token', facebook, { args: [`--account=${token}`] }, /An argument looks like an access token/],
    ['GRAPH_VERSION is none', facebook, { env: { GRAPH_VERSION: 'new' } }, /GRAPH_VERSION is not a version/],
  ];
  for (const [name, routes, options, words] of refused) {
    it(`writes nothing where ${name}`, async () => {
      const { code, errors, written } = await connect(routes, options);
      assert.deepEqual([code, written], [1, undefined]);
      assert.match(errors, words);
    });
  }

  it('says so where insights cannot be asked for now, and writes', async () => {
    const { code, out, written } = await connect({
      ...facebook,
      'graph.facebook.com/17841400000000001/insights': graphError(4),
    });
    assert.equal(code, 0);
    assert.match(out, /could not be asked now/);
    assert.equal(written?.IG_ACCESS_TOKEN, token);
  });

  it('tells a token that ends at once', async () => {
    const { out } = await connect({
      ...facebook,
      'graph.facebook.com/debug_token': { data: { expires_at: now / 1000 + 3600 } },
    });
    assert.match(out, /Warning: it ends on 2026-03-20\. Exchange it for a long-lived one/);
  });

  it('tells what the shell has set, which wins', async () => {
    const { errors } = await connect(facebook, { env: { IG_ACCESS_TOKEN: 'another', PORT: '1' } });
    assert.match(errors, /^IG_ACCESS_TOKEN also set outside \.env/);
    const same = await connect(facebook, {
      env: { IG_ACCESS_TOKEN: 'another' },
      prepare: (path) => writeFile(join(path, '.env'), 'IG_ACCESS_TOKEN=another\n'),
    });
    assert.equal(same.errors, '');
  });

  it('writes where git ignores .env', async () => {
    const { code, out } = await connect(facebook, { prepare: (path) => repository(path, 'dist', '.env') });
    assert.equal(code, 0);
    assert.match(out, /which only this user can read and git ignores/);
  });

  const exposed: [name: string, prepare: (path: string) => unknown, words: RegExp][] = [
    ['git does not ignore .env', (path) => repository(path, 'dist'), /Add this line to \.gitignore.*\n\.env\n/],
    [
      'git tracks .env, though it is ignored',
      async (path) => {
        await repository(path, '.env');
        await writeFile(join(path, '.env'), '');
        execFileSync('git', ['-C', path, 'add', '--force', '.env']);
      },
      /git rm --cached \.env/,
    ],
    [
      'there is a repository that git cannot read',
      (path) => writeFile(join(path, '.git'), 'gitdir: /nowhere'),
      /git could not be asked/,
    ],
    ['.env is a link', (path) => symlink(join(path, 'elsewhere'), join(path, '.env')), /is no file, but a link/],
  ];
  for (const [name, prepare, words] of exposed) {
    it(`asks for no token where ${name}`, async () => {
      const { code, errors, asked } = await connect(facebook, { prepare });
      assert.equal(code, 1);
      assert.match(errors, words);
      assert.deepEqual(asked, []);
    });
  }
});
