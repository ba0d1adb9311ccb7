import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type Environment,
  EnvironmentError,
  isLoopback,
  openUpstream,
  readEnvironment,
} from '../../src/server/environment.js';
import { token } from './fake-graph.js';

const account = { IG_USER_ID: '17841400000000001', IG_ACCESS_TOKEN: token };
const secret = 'a-secret-of-more-than-thirty-two-characters';
const usual = {
  account: undefined,
  graph: { baseUrl: 'https://graph.facebook.com', version: 'v25.0' },
  host: '127.0.0.1',
  port: 8787,
  isPublic: false,
  embedKeys: [],
  origins: undefined,
  store: '',
  retentionDays: undefined,
  clientHeader: undefined,
  perClient: undefined,
  logsAll: false,
  metricsPort: undefined,
  drainSeconds: 0,
};

describe('readEnvironment', () => {
  const cases: [env: Environment, expected: object][] = [
    [{}, {}],
    [{ IG_USER_ID: '', IG_ACCESS_TOKEN: ' ', PORT: '', HOST: undefined }, {}],
    [account, { account: { id: '17841400000000001', accessToken: token } }],
    [
      { IG_USER_ID: '17841400000000001', IG_ACCESS_TOKEN: ` ${token}\n`, IG_APP_SECRET: 's' },
      { account: { id: '17841400000000001', accessToken: token, appSecret: 's' } },
    ],
    [
      { ...account, IG_TOKEN_EXPIRES: '2027-01-27T06:00:00Z' },
      { account: { id: '17841400000000001', accessToken: token, expiresAt: Date.UTC(2027, 0, 27, 6) } },
    ],
    [
      { ...account, IG_TOKEN_EXPIRES: '2027-01-27' },
      { account: { id: '17841400000000001', accessToken: token, expiresAt: Date.UTC(2027, 0, 27) } },
    ],
    [
      { HOST: '0.0.0.0', PORT: '0', ACCESS: 'public' },
      { host: '0.0.0.0', port: 0, isPublic: true },
    ],
    [
      { GRAPH_HOST: 'graph.instagram.com', GRAPH_VERSION: '22' },
      { graph: { baseUrl: 'https://graph.instagram.com', version: 'v22.0' } },
    ],
    [
      { GRAPH_HOST: 'http://127.0.0.1:9999/graph/', GRAPH_VERSION: 'v19.0' },
      { graph: { baseUrl: 'http://127.0.0.1:9999/graph', version: 'v19.0' } },
    ],
    [
      { EMBED_KEYS: `a=${secret}, b=${secret}`, ORIGINS: 'https://a.example, https://b.example' },
      {
        embedKeys: [
          { id: 'a', secret },
          { id: 'b', secret },
        ],
        origins: ['https://a.example', 'https://b.example'],
      },
    ],
    [
      { LOG: 'all', METRICS_PORT: '0', DRAIN_SECONDS: '15' },
      { logsAll: true, metricsPort: 0, drainSeconds: 15 },
    ],
    [{ LOG: 'failures' }, {}],
    [
      { STORE: 'fs:/tmp/x', RETENTION_DAYS: '400', CLIENT_ADDRESS: 'X-Forwarded-For', PER_CLIENT: '60' },
      { store: 'fs:/tmp/x', retentionDays: 400, clientHeader: 'X-Forwarded-For', perClient: 60 },
    ],
    [{ GRAPH_HOST: 'http://[::1]:9999' }, { graph: { baseUrl: 'http://[::1]:9999', version: 'v25.0' } }],
  ];
  for (const [env, expected] of cases) {
    it(JSON.stringify(env), () => assert.deepEqual(readEnvironment(env), { ...usual, ...expected }));
  }

  const wrong: [env: Environment, words: RegExp][] = [
    [{ IG_USER_ID: '17841400000000001' }, /IG_ACCESS_TOKEN is not set/],
    [{ IG_ACCESS_TOKEN: token }, /IG_USER_ID is not set/],
    [{ IG_APP_SECRET: 's' }, /IG_USER_ID and IG_ACCESS_TOKEN is not set/],
    [{ ...account, IG_USER_ID: '@acme' }, /digits only/],
    [{ ...account, IG_USER_ID: 'me' }, /digits only.*`insights-elements connect` finds it/],
    [{ IG_USER_ID: token, IG_ACCESS_TOKEN: '17841400000000001' }, /digits only/],
    [{ ...account, IG_ACCESS_TOKEN: `${token}\n${token}` }, /Copy it again/],
    [{ ...account, IG_ACCESS_TOKEN: `“${token}”` }, /Copy it again/],
    [{ ...account, IG_TOKEN_EXPIRES: 'in 60 days' }, /IG_TOKEN_EXPIRES is no time/],
    [{ ...account, IG_TOKEN_EXPIRES: '2027-13-27' }, /IG_TOKEN_EXPIRES is no time/],
    [{ GRAPH_HOST: 'http://graph.facebook.com' }, /plain http only on this machine/],
    [{ GRAPH_HOST: 'ftp://127.0.0.1' }, /GRAPH_HOST is not an address/],
    [{ GRAPH_HOST: 'https://user@graph.facebook.com' }, /GRAPH_HOST is not an address/],
    [{ GRAPH_HOST: `graph.facebook.com?access_token=${token}` }, /GRAPH_HOST is not an address/],
    [{ GRAPH_HOST: 'a b' }, /GRAPH_HOST is not an address/],
    [{ GRAPH_VERSION: 'latest' }, /GRAPH_VERSION is not a version/],
    [{ GRAPH_VERSION: 'v25.0/../v1.0' }, /GRAPH_VERSION is not a version/],
    [{ PORT: '80a' }, /PORT is not a port/],
    [{ PORT: '65536' }, /PORT is not a port/],
    [{ ACCESS: 'private' }, /ACCESS has one value/],
    [{ ORIGINS: 'https://a.example/x' }, /ORIGINS is not a list of origins/],
    [{ ORIGINS: '*' }, /ORIGINS is not a list of origins/],
    [{ EMBED_KEYS: 'a=short' }, /EMBED_KEYS is not of the form/],
    [{ RETENTION_DAYS: '0' }, /RETENTION_DAYS is no count/],
    [{ PER_CLIENT: 'many' }, /PER_CLIENT is no count/],
    [{ CLIENT_ADDRESS: 'X Forwarded' }, /CLIENT_ADDRESS is not the name of a header/],
  ];
  for (const [env, words] of wrong) {
    it(`refuses ${JSON.stringify(env).replaceAll(token, '…')}`, () => {
      assert.throws(
        () => readEnvironment(env),
        (error) => {
          assert.ok(error instanceof EnvironmentError);
          assert.match(error.message, words);
          return !error.message.includes(token.slice(0, 12));
        },
      );
    });
  }
});

describe('openUpstream', () => {
  it('an account: that one, and words without its token', async () => {
    const settings = readEnvironment({ ...account, GRAPH_HOST: 'graph.instagram.com' });
    const { accounts, graph, description } = await openUpstream(settings);
    assert.deepEqual(accounts, { default: settings.account });
    assert.deepEqual(graph, settings.graph);
    assert.equal(description, 'account 17841400000000001 from graph.instagram.com v25.0');
  });

  const hosts: readonly (readonly [string, RegExp])[] = [
    ['graph.facebok.com', /^[^\n]*\ngraph\.facebok\.com is no host of Instagram: what is there gets the token\./],
    ['graph.facebook.com', /v25\.0$/],
    ['http://127.0.0.1:8080', /v25\.0$/],
  ];
  for (const [GRAPH_HOST, words] of hosts) {
    it(`an account at ${GRAPH_HOST}: says where the token goes`, async () => {
      const { description } = await openUpstream(readEnvironment({ ...account, GRAPH_HOST }));
      assert.match(description, words);
    });
  }

  it('none: samples, of the version in use', async () => {
    const { accounts, graph, description } = await openUpstream(readEnvironment({ GRAPH_VERSION: 'v22.0' }));
    assert.ok(typeof accounts === 'object' && accounts.default);
    assert.equal(description, 'sample data, as the Graph API v22.0 would give it');
    const { id, accessToken } = accounts.default;
    const response = await graph?.fetch?.(
      `https://graph.facebook.com/${id}?fields=username&access_token=${accessToken}`,
    );
    assert.equal(response?.headers.get('X-Insights-Source'), 'demo');
    assert.equal(response?.status, 200);
  });
});

describe('isLoopback', () => {
  for (const name of ['localhost', 'LOCALHOST', 'app.localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]']) {
    it(name, () => assert.equal(isLoopback(name), true));
  }
  for (const name of [
    '',
    '0.0.0.0',
    '::',
    '10.0.0.1',
    'localhost.example',
    '127.0.0.1.example',
    'notlocalhost',
    '[::10]',
  ]) {
    it(`not ${name}`, () => assert.equal(isLoopback(name), false));
  }
});
