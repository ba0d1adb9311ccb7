import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { describe, it } from 'node:test';
import type { Fetch } from '../../../src/client/transports/http.js';
import { createSandbox, type SandboxOptions } from '../../../src/sandbox/index.js';
import type { Finding } from '../../../src/server/checks/finding.js';
import { graphError, now, token } from '../fake-graph.js';
import { createFolder, createHosts, type Ran, type Routes, type RunOptions, runCommand } from './command.js';

const day = 86_400_000;
const id = '17841400000000001';
const account = { IG_USER_ID: id, IG_ACCESS_TOKEN: token };
const instagram = { ...account, GRAPH_HOST: 'graph.instagram.com' };
const scopes = ['instagram_basic', 'instagram_manage_insights', 'pages_read_engagement'];
const facebook: Routes = {
  'graph.facebook.com/me/permissions': { data: scopes.map((permission) => ({ permission, status: 'granted' })) },
  'graph.facebook.com/debug_token': { data: { expires_at: (now + 40 * day) / 1000 } },
};

interface DoctorOptions extends RunOptions {
  readonly routes?: Routes;
  readonly args?: string[];
  readonly sandbox?: SandboxOptions;
  /** How far Instagram's clock is ahead, in milliseconds. */
  readonly ahead?: number;
}

interface Examined extends Ran {
  readonly findings: readonly Finding[];
  /** The check's level and words; undefined where there is none. */
  readonly of: (check: string) => string | undefined;
}

/** The Graph API of a sandbox, by the account and token of the environment. */
function sandboxAs({ id: own, accessToken, fetch }: ReturnType<typeof createSandbox>, ahead: number): Fetch {
  return async (input, init) => {
    const url = new URL(input.replace(id, own));
    const headers = new Headers(init?.headers);
    if (headers.has('Authorization')) headers.set('Authorization', `Bearer ${accessToken}`);
    if (url.searchParams.has('access_token')) url.searchParams.set('access_token', accessToken);
    const response = await fetch(url.href, { ...init, headers });
    response.headers.set('Date', new Date(now + ahead).toUTCString());
    return response;
  };
}

async function examine({
  routes = {},
  args = [],
  sandbox = {},
  ahead = 0,
  ...options
}: DoctorOptions): Promise<Examined> {
  const graph = sandboxAs(createSandbox({ now: () => now, ...sandbox }), ahead);
  const { fetch } = createHosts({ ...facebook, ...routes }, graph);
  const ran = await runCommand(['doctor', '--json', ...args], { env: account, fetch, ...options });
  assert.ok(!`${ran.out}${ran.errors}`.includes(token.slice(0, 12)));
  const { ok, checks } = (ran.out === '' ? { ok: false, checks: [] } : JSON.parse(ran.out)) as {
    ok: boolean;
    checks: Finding[];
  };
  assert.equal(ok, ran.code === 0);
  const of = (check: string) => {
    const found = checks.find((one) => one.check === check);
    return found && `${found.level} ${found.words}`;
  };
  return { ...ran, findings: checks, of };
}

describe('insights-elements doctor', () => {
  it('finds nothing wrong where nothing is, line by line', async () => {
    const graph = sandboxAs(createSandbox({ now: () => now }), 0);
    const { fetch } = createHosts(facebook, graph);
    const { code, out, errors } = await runCommand(['doctor'], { env: account, fetch });
    assert.deepEqual([code, errors], [0, '']);
    const lines = out.split('\n');
    const patterns = [
      /^ok {4}token {4}Facebook Login accepts it\. It is good until 2026-04-29, for 40 days\.$/,
      /^ok {4}account {2}@[\w.]+ has \d+ followers\.$/,
      /^ok {4}scopes {3}Insights may be read\.$/,
      /^ok {4}days {5}Reach of 2026-03-16 is (\d+), as a total and in the series\.$/,
      /^ok {4}version {2}Graph v25\.0 is alive until 2028-07-29\.$/,
      /^ok {4}clock {4}This machine's clock is 0 s /,
      /^ok {4}access {3}Open to pages of this machine/,
      /^warn {2}store {4}Answers are kept in this process/,
    ];
    assert.equal(lines.length, patterns.length, out);
    for (const [index, pattern] of patterns.entries()) assert.match(lines[index] ?? '', pattern);
  });

  const point = (value: number, end: string) => ({
    data: [{ name: 'reach', period: 'day', values: [{ value, end_time: end }] }],
  });
  const insights = (total: object, series: object): Routes => ({
    [`graph.facebook.com/${id}/insights`]: (url: URL) =>
      url.searchParams.get('metric_type') === 'time_series' ? series : total,
  });
  const total = (value?: number) => ({ data: [{ name: 'reach', period: 'day', total_value: { value } }] });

  const cases: [name: string, options: DoctorOptions, check: string, finding: RegExp][] = [
    ['no account', { env: {} }, 'account', /^fail IG_USER_ID and IG_ACCESS_TOKEN are not set.*connect/],
    [
      'a token that has ended',
      { sandbox: { scenario: 'expired-token' } },
      'token',
      /^fail graph\.facebook\.com: Instagram no longer accepts.*connect/,
    ],
    [
      'nothing reached',
      { routes: { [`graph.facebook.com/${id}`]: new Error(token) } },
      'token',
      /^fail .*not reached.*way out/,
    ],
    [
      'an id that is another',
      { routes: { [`graph.facebook.com/${id}`]: graphError(100, { error_subcode: 33 }) } },
      'account',
      /^fail .*Check IG_USER_ID\. And check GRAPH_HOST/,
    ],
    [
      'no proof of the secret',
      {
        routes: {
          [`graph.facebook.com/${id}`]: {
            error: { code: 100, message: 'API calls from the server require an appsecret_proof argument' },
          },
        },
      },
      'token',
      /^fail .*IG_APP_SECRET/,
    ],
    [
      'a token near its end',
      { routes: { 'graph.facebook.com/debug_token': { data: { expires_at: (now + 9 * day) / 1000 } } } },
      'token',
      /^warn It ends on 2026-03-29\. The account's owner has to log in again/,
    ],
    [
      'a right to data near its end',
      {
        routes: {
          'graph.facebook.com/debug_token': { data: { expires_at: 0, data_access_expires_at: (now + day) / 1000 } },
        },
      },
      'token',
      /^warn It ends on 2026-03-21/,
    ],
    [
      'a token without an end',
      { routes: { 'graph.facebook.com/debug_token': { data: { expires_at: 0 } } } },
      'token',
      /^ok .*It has no end/,
    ],
    [
      'an end that is not told',
      { routes: { 'graph.facebook.com/debug_token': graphError(100) } },
      'token',
      /^warn .*does not tell when it ends/,
    ],
    [
      'the end that was written down',
      {
        routes: { 'graph.facebook.com/debug_token': graphError(100) },
        env: { ...account, IG_TOKEN_EXPIRES: '2026-05-01' },
      },
      'token',
      /^ok .*good until 2026-05-01/,
    ],
    [
      'an end that is past, by what was written down',
      { env: { ...instagram, IG_TOKEN_EXPIRES: '2026-03-01' } },
      'token',
      /^warn .*by IG_TOKEN_EXPIRES it ended on 2026-03-01/,
    ],
    [
      'an Instagram token near its end',
      { env: { ...instagram, IG_TOKEN_EXPIRES: '2026-03-25' } },
      'token',
      /^warn It ends on 2026-03-25\. A backend that is asked renews it/,
    ],
    [
      'an Instagram token without a known end',
      { env: instagram },
      'token',
      /^warn Instagram Login accepts it.*connect --renew/,
    ],
    [
      'a small account',
      { sandbox: { scenario: 'small-account' } },
      'account',
      /^warn .* followers\. Instagram gives demographics from 100 on/,
    ],
    [
      'no permission',
      { sandbox: { scenario: 'no-permission' } },
      'scopes',
      /^fail Insights may not be read\..*log in again and allow instagram_basic/,
    ],
    [
      'a scope that is missing',
      {
        routes: {
          'graph.facebook.com/me/permissions': { data: [{ permission: 'instagram_basic', status: 'granted' }] },
        },
      },
      'scopes',
      /^warn .*lacks instagram_manage_insights, pages_read_engagement/,
    ],
    [
      'scopes that are not told',
      { routes: { 'graph.facebook.com/me/permissions': graphError(100) } },
      'scopes',
      /^ok Insights may be read/,
    ],
    [
      'a limit',
      { routes: { [`graph.facebook.com/${id}/insights`]: graphError(4) } },
      'scopes',
      /^warn Not to be asked now/,
    ],
    [
      'a total that is not the day of the series',
      { routes: insights(total(340), point(341, '2026-03-16T07:00:00+0000')) },
      'days',
      /^fail Reach of 2026-03-16 is 340 as a total and 341 in the series/,
    ],
    [
      'days that are labelled otherwise',
      { routes: insights(total(340), point(340, '2026-03-17T07:00:00+0000')) },
      'days',
      /^fail Asked for 2026-03-16, Instagram gave the series of 2026-03-17/,
    ],
    [
      'no reach',
      { routes: insights({ data: [] }, { data: [] }) },
      'days',
      /^warn Instagram gave no reach for 2026-03-16/,
    ],
    [
      'no total',
      { routes: insights({ data: [] }, point(5, '2026-03-16T07:00:00+0000')) },
      'days',
      /^warn Instagram gave no reach/,
    ],
    [
      'an answer of another shape',
      { routes: insights(total(340), { data: [{ name: 'reach', period: 'day', values: token }] }) },
      'days',
      /^fail Reach of 2026-03-16 was not given/,
    ],
    [
      'an old version',
      { env: { ...account, GRAPH_VERSION: 'v19' } },
      'version',
      /^warn Graph v19\.0 is alive until 2026-05-21, for 62 days/,
    ],
    [
      'a version that has ended',
      { env: { ...account, GRAPH_VERSION: 'v18' } },
      'version',
      /^fail Graph v18\.0 ended on 2026-01-26.*GRAPH_VERSION to v26\.0/,
    ],
    ['the newest version', { env: { ...account, GRAPH_VERSION: 'v26' } }, 'version', /^ok Graph v26\.0 is the newest/],
    [
      'a version of the future',
      { env: { ...account, GRAPH_VERSION: 'v40' } },
      'version',
      /^warn Graph v40\.0 is none that this package knows/,
    ],
    ['a clock that is behind', { ahead: 61_000 }, 'clock', /^warn This machine's clock is 61 s behind.*NTP/],
    ['a clock that is far ahead', { ahead: -600_000 }, 'clock', /^fail This machine's clock is 600 s ahead of/],
    [
      'no clock to compare',
      { routes: { [`graph.facebook.com/${id}`]: new Error('x') } },
      'clock',
      /^warn Not compared/,
    ],
    ['a backend that is closed', { env: { ...account, HOST: '0.0.0.0' } }, 'access', /^warn Closed: 0\.0\.0\.0/],
    ['a store that is none', { env: { ...account, STORE: 'mysql://x' } }, 'store', /^fail STORE is not a store/],
    ['a backend that is open', { args: ['--public'] }, 'access', /^ok Open to everybody/],
    [
      'keys',
      { env: { ...account, EMBED_KEYS: `b=${'x'.repeat(32)},a=${'y'.repeat(32)}` } },
      'access',
      /^ok Open to pages with an embed token, signed by one of the keys b, a/,
    ],
  ];
  for (const [name, options, check, finding] of cases) {
    it(`${name}: ${check}`, async () => {
      const { of, code, findings } = await examine(options);
      assert.match(of(check) ?? 'nothing', finding);
      assert.equal(code, findings.some(({ level }) => level === 'fail') ? 1 : 0);
    });
  }

  it('tries the store, and leaves nothing in it', async () => {
    const { path, remove } = await createFolder();
    try {
      const { of } = await examine({ env: { ...account, STORE: `fs:${path}` } });
      assert.match(of('store') ?? '', /^ok Answers are kept in the folder that STORE names/);
      const files = await readdir(path, { recursive: true, withFileTypes: true });
      assert.deepEqual(
        files.filter((entry) => entry.isFile()),
        [],
      );
    } finally {
      await remove();
    }
  });

  it('says where a store cannot be reached, and quotes no password', { timeout: 20_000 }, async () => {
    const { of, code } = await examine({ env: { ...account, STORE: 'redis://:hunter2@127.0.0.1:9' } });
    assert.match(of('store') ?? '', /^fail The store did not .*Whoever runs the store/);
    assert.ok(!of('store')?.includes('hunter2'));
    assert.equal(code, 1);
  });

  it('asks no further once the token has failed, and judges the rest all the same', async () => {
    const { findings } = await examine({ sandbox: { scenario: 'expired-token' } });
    assert.deepEqual(
      findings.map(({ check }) => check),
      ['token', 'version', 'clock', 'access', 'store'],
    );
  });

  it('ends with a sentence where the environment itself is wrong', async () => {
    for (const env of [
      { IG_USER_ID: '1' },
      { ...account, IG_TOKEN_EXPIRES: 'tomorrow' },
      { ...account, EMBED_KEYS: 'x' },
      { ...account, EMBED_KEYS: `a=${'x'.repeat(32)}`, ACCESS: 'public' },
    ]) {
      const { code, out, errors } = await examine({ env });
      assert.deepEqual([code, out], [1, '']);
      assert.match(
        errors,
        /IG_ACCESS_TOKEN is not set|IG_TOKEN_EXPIRES is no time|EMBED_KEYS is not of the form|Keep one of them/,
      );
    }
  });
});
