import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import {
  createBackendTransport,
  createInsightsClient,
  setTokenOrigins,
  type Transport,
} from '../../src/client/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { createEmbedTokenAccess, createInsightsHandler, issueEmbedToken } from '../../src/server/index.js';
import { assertDiscreet, errorOf, noon, reachOfWeek } from './transports.contract.js';

const keys = [{ id: 'k1', secret: 'a secret of this test, of no other use' }];
const url = 'https://data.test/insights';
const tokenUrl = '/insights-token?visitor=7';
const minutes = (count: number): number => count * 60_000;
const tick = (ms: number): void => mock.timers.tick(ms);

/** A page of `https://page.test` and what it reaches: its own token route, and our backend behind another origin. */
class Page {
  readonly posts: { readonly url: string; readonly init: RequestInit }[] = [];
  readonly tokens: string[] = [];
  /** Authorization of each call of the backend, and the status of its answer. */
  readonly calls: (readonly [token: string, status: number])[] = [];
  /** What the token route answers, instead of a token. */
  route: (() => Response | Promise<Response>) | undefined;
  expiresIn = 600;
  /** What is added to the clock of the servers. */
  ahead = 0;
  readonly #backend: (request: Request) => Promise<Response>;

  constructor() {
    const now = (): number => Date.now() + this.ahead;
    const { fetch, id, accessToken } = createSandbox({ now });
    this.#backend = createInsightsHandler({
      accounts: { default: { id, accessToken } },
      access: createEmbedTokenAccess({ keys, now }),
      basePath: '/insights',
      graph: { fetch },
      log: () => {},
      now,
    });
  }

  readonly issue = async (): Promise<string> => {
    const now = (): number => Date.now() + this.ahead;
    const token = await issueEmbedToken(
      { account: 'default', metrics: 'all' },
      { keys, expiresIn: this.expiresIn, now },
    );
    this.tokens.push(token);
    return token;
  };

  readonly fetch = async (input: string, init: RequestInit = {}): Promise<Response> => {
    if (init.method === 'POST') {
      this.posts.push({ url: input, init });
      return this.route ? this.route() : Response.json({ token: await this.issue() });
    }
    const { method, headers } = new Request(input, { headers: init.headers ?? {} });
    const response = await this.#backend(new Request(input, { method, headers }));
    this.calls.push([headers.get('Authorization')?.replace('Bearer ', '') ?? '', response.status]);
    return response;
  };
}

let page: Page;
let count = 0;
/** A transport of this page over a token route that no other test has asked. */
const transport = (options: Partial<Parameters<typeof createBackendTransport>[0]> = {}): Transport =>
  createBackendTransport({ url, tokenUrl: `${tokenUrl}&test=${count}`, ...options });

beforeEach(() => {
  count += 1;
  page = new Page();
  mock.timers.enable({ apis: ['Date'], now: noon });
  mock.method(globalThis, 'fetch', page.fetch);
  Object.assign(globalThis, {
    document: { baseURI: 'https://page.test/app/' },
    location: { origin: 'https://page.test' },
  });
});
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
  setTokenOrigins([]);
  for (const name of ['document', 'location']) Reflect.deleteProperty(globalThis, name);
});

describe('token-url', () => {
  it('is asked by a POST that nobody keeps and nothing diverts, and its token goes to the backend in a header', async () => {
    await transport()(reachOfWeek);
    const [{ url: asked, init } = assert.fail('not asked')] = page.posts;
    assert.equal(asked, `https://page.test/insights-token?visitor=7&test=${count}`);
    const { method, cache, redirect, credentials, body } = init;
    assert.deepEqual(
      [method, cache, redirect, credentials, body],
      ['POST', 'no-store', 'manual', 'same-origin', undefined],
    );
    assert.deepEqual(page.calls, [[page.tokens[0], 200]]);
  });

  it('is asked once for all: clients of several accounts, calls at once and one after the other', async () => {
    const other = transport({ account: 'other' });
    await Promise.all([transport()(reachOfWeek), transport()(reachOfWeek), other(reachOfWeek).catch(() => {})]);
    await transport()(reachOfWeek);
    assert.equal(page.posts.length, 1);
    assert.equal(page.calls.length, 4);
  });

  it('of another backend is asked anew: a token is for the origin it was set beside', async () => {
    await transport()(reachOfWeek);
    await transport({ url: 'https://else.test/insights' })(reachOfWeek);
    assert.equal(page.posts.length, 2);
    assert.notEqual(page.calls[0]?.[0], page.calls[1]?.[0]);
  });

  it('with a fetch of its own, as on a server, is shared with nobody', async () => {
    await transport({ fetch: page.fetch })(reachOfWeek);
    await transport({ fetch: page.fetch })(reachOfWeek);
    assert.equal(page.posts.length, 2);
  });

  it('a token is renewed before its end, again and again, and no earlier', async () => {
    const ask = transport();
    for (const [passed, asked] of [
      [0, 1],
      [8.9, 1],
      [0.2, 2],
      [8.9, 2],
      [0.2, 3],
      [minutes(60 * 8) / 60_000, 4],
    ] as const) {
      tick(minutes(passed));
      await ask(reachOfWeek);
      assert.equal(page.posts.length, asked, `after ${passed} minutes`);
    }
    assert.ok(page.calls.every(([, status]) => status === 200));
  });

  for (const [what, ahead] of [
    ['ahead', -minutes(45)],
    ['behind', minutes(45)],
  ] as const) {
    it(`by a clock of the page that is far ${what}, a token counts from its arrival`, async () => {
      page.ahead = ahead;
      const ask = transport();
      await ask(reachOfWeek);
      tick(minutes(8));
      await ask(reachOfWeek);
      assert.equal(page.posts.length, 1);
      tick(minutes(2));
      await ask(reachOfWeek);
      assert.equal(page.posts.length, 2);
      assert.ok(page.calls.every(([, status]) => status === 200));
    });
  }

  it('a token of seconds is used for most of them', async () => {
    page.expiresIn = 20;
    const ask = transport();
    await ask(reachOfWeek);
    tick(14_000);
    await ask(reachOfWeek);
    assert.equal(page.posts.length, 1);
    tick(2_000);
    await ask(reachOfWeek);
    assert.equal(page.posts.length, 2);
  });

  it('a token that the backend refuses is replaced before anybody hears of it, by one for all calls at once', async () => {
    const ask = transport();
    await ask(reachOfWeek);
    const forged = `${page.tokens[0]}x`;
    tick(minutes(10));
    // What comes next is refused, and then a good one is given.
    page.route = () => {
      page.route = undefined;
      return Response.json({ token: forged });
    };
    const answers = await Promise.all([ask(reachOfWeek), ask(reachOfWeek), ask(reachOfWeek)]);
    assert.equal(answers.length, 3);
    assert.equal(page.posts.length, 3, 'the first, the refused one, its replacement');
    assert.deepEqual(
      page.calls.map(([, status]) => status),
      [200, 401, 401, 401, 200, 200, 200],
    );
  });

  it('a replacement that is refused too is a failure, and so is the same token again', async () => {
    const ask = transport();
    let given = 0;
    page.route = () => Response.json({ token: `${'x'.repeat(20)}.${(given += 1)}` });
    const error = await errorOf(ask(reachOfWeek));
    assert.deepEqual([error.code, page.posts.length, page.calls.length], ['unauthorized', 2, 2]);
    page.route = () => Response.json({ token: 'always-the-same' });
    await errorOf(ask(reachOfWeek));
    assert.deepEqual([page.posts.length, page.calls.length], [4, 3]);
    page.route = undefined;
    await ask(reachOfWeek);
  });

  it('a call that was given up while the token came is not sent', async () => {
    const controller = new AbortController();
    const answer = transport()(reachOfWeek, { signal: controller.signal });
    controller.abort('gone');
    await assert.rejects(answer, (reason) => reason === 'gone');
    assert.equal(page.calls.length, 0);
    await transport()(reachOfWeek);
    assert.equal(page.posts.length, 1, 'the token is of use for the next one');
  });

  it('is forgotten with all else by clear(), also one that is on its way: somebody else may have logged in', async () => {
    const own = transport();
    const client = createInsightsClient({ transport: own, now: () => noon });
    await client.get({ metric: 'reach' });
    client.clear();
    await client.get({ metric: 'reach' });
    assert.equal(page.posts.length, 2);

    tick(minutes(60));
    let arrive = (_response: Response): void => {};
    page.route = () =>
      new Promise((resolve) => {
        arrive = resolve;
      });
    const early = own(reachOfWeek);
    await new Promise(setImmediate);
    client.clear();
    page.route = undefined;
    await own(reachOfWeek);
    arrive(Response.json({ token: await page.issue() }));
    await early;
    await own(reachOfWeek);
    const [before, after] = [page.tokens.at(-2), page.calls.at(-1)?.[0]];
    assert.equal(after, before, 'what came late is not used again');
  });

  const failures: readonly [what: string, route: () => Response | Promise<Response>, code: string][] = [
    [
      'that is not reached',
      () => Promise.reject(new TypeError('https://page.test/insights-token?visitor=7')),
      'network',
    ],
    ['that fails', () => new Response('SECRET', { status: 503 }), 'server-error'],
    [
      'that is asked too often',
      () => new Response('SECRET', { status: 429, headers: { 'Retry-After': '60' } }),
      'rate-limited',
    ],
    ['for which nobody is logged in', () => new Response('SECRET', { status: 401 }), 'unauthorized'],
    ['that refuses', () => Response.json({ error: { message: 'SECRET', code: 190 } }, { status: 403 }), 'unauthorized'],
    ['that is not there', () => new Response('<h1>SECRET</h1>', { status: 404 }), 'unauthorized'],
    ['that answers with a page', () => new Response('<h1>SECRET</h1>'), 'unauthorized'],
    ['that answers with the bare token', () => Response.json('SECRET'), 'unauthorized'],
    ['that answers with no token', () => Response.json({ jwt: 'SECRET' }), 'unauthorized'],
    ['that answers with what no header can carry', () => Response.json({ token: 'SECRET\r\nX: y' }), 'unauthorized'],
    ['that answers with a number', () => Response.json({ token: 7 }), 'unauthorized'],
    ['that answers at too great a length', () => Response.json({ token: 'SECRET'.repeat(2_000) }), 'unauthorized'],
  ];
  for (const [what, route, code] of failures) {
    it(`a route ${what}: ${code}, in our own words, and the next success ends it`, async () => {
      page.route = route;
      const error = await errorOf(transport()(reachOfWeek));
      assert.equal(error.code, code);
      assert.match(error.message, /^The route of `token-url` /);
      assertDiscreet(error, ['SECRET', 'visitor=7', 'insights-token']);
      assert.equal(error.retryAt, code === 'rate-limited' ? noon + 60_000 : undefined);
      assert.equal(page.calls.length, 0);
      page.route = undefined;
      await transport()(reachOfWeek);
    });
  }

  it('a failure that can heal is asked again like any other, and nobody sees it', async () => {
    const client = createInsightsClient({ transport: transport(), now: () => noon });
    page.route = () => {
      page.route = undefined;
      return new Response('', { status: 503 });
    };
    assert.equal((await client.get({ metric: 'reach' })).metric, 'reach');
    assert.equal(page.posts.length, 2);
  });

  for (const [what, address] of [
    ['of another origin', 'https://login.test/token'],
    ['of another scheme', 'http://page.test/token'],
    ['of another port', 'https://page.test:8443/token'],
    ['of a subdomain', 'https://www.page.test/token'],
    ['that begins like the page', 'https://page.test.evil.test/token'],
    ['of another origin, relative', '//login.test/token'],
  ] as const) {
    it(`${what} is not asked, unless the page lists it`, async () => {
      const error = await errorOf(transport({ tokenUrl: address })(reachOfWeek));
      assert.deepEqual([error.code, page.posts.length], ['unauthorized', 0]);
      assert.match(error.message, /setTokenOrigins/);
      setTokenOrigins([new URL(address, 'https://page.test').origin]);
      await transport({ tokenUrl: address })(reachOfWeek);
      assert.equal(page.posts[0]?.init.credentials, 'include');
    });
  }

  for (const address of ['javascript:alert(1)', 'data:,x', 'https://me:word@page.test/token', 'https://']) {
    it(`"${address}" is no address: nothing is asked`, async () => {
      const error = await errorOf(transport({ tokenUrl: address })(reachOfWeek));
      assert.deepEqual([error.code, page.posts.length, page.calls.length], ['unauthorized', 0, 0]);
      assertDiscreet(error, ['word@']);
    });
  }
});

describe('setTokenOrigins', () => {
  for (const text of [
    '',
    'page.test',
    '*',
    'https://page.test/token',
    'ftp://page.test',
    'https://a:b@page.test',
    'null',
  ]) {
    it(`"${text}" is no origin`, () => {
      assert.throws(() => setTokenOrigins([text]), TypeError);
    });
  }
  it('a slash at the end is forgiven', () => setTokenOrigins(['https://login.test/']));
});

describe('getToken', () => {
  it('is asked once for a token that says when it ends, by all clients of the page, and comes before token-url', async () => {
    const getToken = mock.fn(page.issue);
    await Promise.all([
      transport({ getToken })(reachOfWeek),
      transport({ getToken, account: 'b' })(reachOfWeek).catch(() => {}),
    ]);
    await transport({ getToken })(reachOfWeek);
    assert.deepEqual([getToken.mock.callCount(), page.posts.length], [1, 0]);
    tick(minutes(10));
    await transport({ getToken })(reachOfWeek);
    assert.equal(getToken.mock.callCount(), 2);
  });

  for (const [what, token] of [
    ['opaque', () => 'opaque'],
    ['a JWT without an end', () => `e30.${btoa(JSON.stringify({ iat: noon / 1000 }))}.c2ln`],
    ['a JWT whose end is no number', () => `e30.${btoa(JSON.stringify({ iat: 1, exp: 'soon' }))}.c2ln`],
    ['a JWT that has ended, and does not say when it began', () => `e30.${btoa(JSON.stringify({ exp: 1 }))}.c2ln`],
    ['no JWT', () => 'a.%%%.b'],
  ] as const) {
    it(`${what}: asked anew for each call, and once for those at once`, async () => {
      const getToken = mock.fn(async () => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        return token();
      });
      const refused = async (): Promise<void> => void (await errorOf(transport({ getToken })(reachOfWeek)));
      await Promise.all([refused(), refused()]);
      const first = getToken.mock.callCount();
      await refused();
      assert.ok(first <= 3, `${first} times`);
      assert.ok(getToken.mock.callCount() > first, 'not asked again');
      assert.deepEqual(new Set(page.calls.map(([, status]) => status)), new Set([401]));
    });
  }
});
