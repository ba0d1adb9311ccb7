import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, mock } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  accountCall,
  type BackendOptions,
  createBackendTransport,
  createDemoTransport,
  createGraphTransport,
  type GraphOptions,
  type Transport,
} from '../../src/client/index.js';
import type { Fetch } from '../../src/client/transports/http.js';
import { createSandbox, type SandboxOptions } from '../../src/sandbox/index.js';
import { listen } from '../../src/server/node.js';
import {
  assertDiscreet,
  describeTransport,
  errorOf,
  insightsCall,
  noon,
  type Opened,
  reachOfWeek,
} from './transports.contract.js';

const token = 'EAAGm0PX4ZCpsBAKq7vV2hZBtYcW9xUe5dR1sLnTfHj';
const embedToken = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJwYWdlIn0.c2lnbmF0dXJl';
const id = '17841405822304914';
const nothing = (): Promise<void> => Promise.resolve();
const open = (options: SandboxOptions) => createSandbox({ now: noon, ...options });

async function openBackend(options: SandboxOptions): Promise<Opened> {
  const { fetch } = open(options);
  const { address, close } = await listen({
    accounts: { default: { id, accessToken: token } },
    access: 'public',
    basePath: '/behind',
    graph: { fetch },
    now: () => noon,
    log: () => {},
    port: 0,
  });
  return { transport: createBackendTransport({ url: `${address}/behind` }), secrets: [token, '/behind'], close };
}

async function openGraphServer(options: SandboxOptions): Promise<Opened> {
  const { fetch } = open(options);
  const { address, close } = await listen({ handler: ({ url, headers }) => fetch(url, { headers }), port: 0 });
  return {
    transport: createGraphTransport({ id, accessToken: token, baseUrl: address }),
    secrets: [token, id, address],
    close,
  };
}

describeTransport('createBackendTransport, over a socket', (scenario) => openBackend({ scenario }));
describeTransport('createGraphTransport, over a socket', (scenario) => openGraphServer({ scenario }));
describeTransport('createGraphTransport, over a fetch', async (scenario) => ({
  transport: createGraphTransport({ id, accessToken: token, fetch: open({ scenario }).fetch }),
  secrets: [token, id, 'graph.facebook.com'],
  close: nothing,
}));
describeTransport('createDemoTransport', async (scenario) => ({
  transport: createDemoTransport({ scenario, now: noon }),
  secrets: ['sandbox-token-that-opens-nothing', id],
  close: nothing,
}));

/** A fetch that keeps what it was asked, and answers as told. */
function recorder(answer: () => Response | Promise<Response> = () => Response.json({ data: [] })) {
  const requests: { url: URL; init: RequestInit; headers: Headers }[] = [];
  const fetch: Fetch = async (url, init = {}) => {
    requests.push({ url: new URL(url), init, headers: new Headers(init.headers) });
    return answer();
  };
  return { fetch, requests };
}

async function requestOf(make: (fetch: Fetch) => Transport, call = reachOfWeek) {
  const { fetch, requests } = recorder();
  await make(fetch)(call);
  assert.equal(requests.length, 1);
  return requests[0] as (typeof requests)[number];
}

const overHttp: readonly [string, (fetch?: Fetch) => Transport][] = [
  [
    'createBackendTransport',
    (fetch) => createBackendTransport({ url: 'https://site.test/insights', getToken: () => embedToken, fetch }),
  ],
  ['createGraphTransport', (fetch) => createGraphTransport({ id, accessToken: token, fetch })],
  [
    'createGraphTransport with Instagram Login',
    (fetch) => createGraphTransport({ id, accessToken: token, baseUrl: 'https://graph.instagram.com', fetch }),
  ],
];

for (const [name, make] of overHttp) {
  describe(`${name}: what comes back over HTTP`, () => {
    const secrets = [token, embedToken, 'Words of'];
    const page = `<!doctype html><title>Words of the site about ${token}</title>`;
    const envelope = (error: object) =>
      JSON.stringify({ error: { message: `Words of Instagram about ${token}`, ...error } });
    const answers: readonly [string, status: number, body: string, code: string][] = [
      ['an HTML page', 200, page, 'malformed-response'],
      ['an HTML page of status 404', 404, page, 'malformed-response'],
      ['an HTML page of status 400', 400, page, 'malformed-response'],
      ['JSON of status 404 from something else', 404, '{"detail":"Not Found"}', 'malformed-response'],
      ['nothing', 204, '', 'malformed-response'],
      ['a number', 200, '42', 'malformed-response'],
      ['null', 200, 'null', 'malformed-response'],
      ['half an answer', 200, '{"data":[{"name":', 'malformed-response'],
      ['401 without an envelope', 401, page, 'unauthorized'],
      ['403 without an envelope', 403, page, 'closed'],
      ['429 without an envelope', 429, '', 'rate-limited'],
      ['503 without an envelope', 503, page, 'server-error'],
      ['a dead token', 400, envelope({ code: 190, error_subcode: 463 }), 'token-expired'],
      ['an envelope of status 200', 200, envelope({ code: 10 }), 'no-permission'],
      ['a refused parameter, of type OAuthException', 400, envelope({ code: 100, type: 'OAuthException' }), 'rejected'],
      ['an unknown account', 404, envelope({ code: 100, error_subcode: 33 }), 'not-found'],
      ['a code of our own', 403, envelope({ code: 10, error_data: { code: 'closed' } }), 'closed'],
      ['a code that nobody knows', 400, envelope({ code: 123_456 }), 'unknown'],
    ];
    for (const [what, status, body, code] of answers) {
      it(`${what}: ${code}`, async () => {
        const { fetch } = recorder(() => new Response(status === 204 ? null : body, { status }));
        const error = await errorOf(make(fetch)(reachOfWeek));
        assert.equal(error.code, code);
        assert.equal(error.status, status);
        assertDiscreet(error, secrets);
        if (code === 'malformed-response')
          assert.match(error.message, /Check that `backend-url` points at an insights backend/);
      });
    }

    it('a dead network: network, and nothing of what fetch said', async () => {
      const failing: Fetch = (url) => Promise.reject(new TypeError(`fetch failed: ${url} with ${token}`));
      const error = await errorOf(make(failing)(reachOfWeek));
      assert.deepEqual([error.code, error.cause], ['network', undefined]);
      assertDiscreet(error, secrets);
    });

    it('a body that breaks off: network', async () => {
      const body = new ReadableStream({ start: (controller) => controller.error(new Error(`broken ${token}`)) });
      const error = await errorOf(make(recorder(() => new Response(body)).fetch)(reachOfWeek));
      assert.equal(error.code, 'network');
      assertDiscreet(error, secrets);
    });

    it('an abort is passed on to fetch', async () => {
      const controller = new AbortController();
      let given: AbortSignal | null | undefined;
      const hanging: Fetch = (_url, init) =>
        new Promise((_resolve, reject) => {
          given = init?.signal;
          given?.addEventListener('abort', () => reject(new Error('aborted')));
          controller.abort('gone');
        });
      await assert.rejects(make(hanging)(reachOfWeek, { signal: controller.signal }), (reason) => reason === 'gone');
      assert.equal(given?.aborted, true);
    });

    it('an answer without the mark of a sandbox is none', async () => {
      const real = Response.json({ data: [] });
      assert.deepEqual(await make(recorder(() => real).fetch)(reachOfWeek), { data: [] });
      const marked = Response.json({ data: [] }, { headers: { 'X-Insights-Source': 'demo' } });
      assert.deepEqual(await make(recorder(() => marked).fetch)(reachOfWeek), { data: [], source: 'demo' });
    });

    it('what its headers say of an answer is in its JSON: when it was given, and why it is not newer', async () => {
      const headers = { 'X-Insights-Fetched-At': '1795420800', 'X-Insights-Stale': 'rate-limited' };
      const kept = Response.json({ data: [] }, { headers });
      assert.deepEqual(await make(recorder(() => kept).fetch)(reachOfWeek), {
        data: [],
        fetched_at: '1795420800',
        stale: 'rate-limited',
      });
    });

    const app = (text: string) => ({ 'X-App-Usage': text });
    const business = (text: string) => ({ 'X-Business-Use-Case-Usage': text });
    const usages: readonly [string, Record<string, string>, number | undefined][] = [
      ['nothing', {}, undefined],
      ['the example of Meta', app('{"call_count":28,"total_time":25,"total_cputime":25}'), 28],
      ['most of all in time', app('{"call_count":2, "total_time": 90 ,"total_cputime":25}'), 90],
      ['most of all in CPU time', app('{"call_count":2,"total_time":25,"total_cputime":91}'), 91],
      ['zero', app('{"call_count":0,"total_time":0,"total_cputime":0}'), 0],
      ['more than all', app('{"call_count":140}'), 140],
      ['a fraction', app('{"call_count":75.9}'), 75],
      [
        'several businesses and kinds of call',
        business(
          '{"17":[{"type":"pages","call_count":3,"total_cputime":1,"total_time":1},{"type":"instagram","call_count":60}],' +
            '"18":[{"type":"instagram","call_count":1,"total_cputime":2,"total_time":77,"estimated_time_to_regain_access":99}]}',
        ),
        77,
      ],
      ['both', { ...app('{"call_count":81}'), ...business('{"17":[{"type":"instagram","call_count":80}]}') }, 81],
      [
        'both, more of it for businesses',
        { ...app('{"call_count":81}'), ...business('{"17":[{"type": "instagram","call_count":82}]}') },
        82,
      ],
      [
        'almost all, of another product',
        business(
          '{"17":[{"type":"ads_insights","call_count":99,"total_cputime":99,"total_time":99,"estimated_time_to_regain_access":60},' +
            '{"type":"instagram","call_count":12,"total_cputime":1,"total_time":2,"estimated_time_to_regain_access":0}]}',
        ),
        12,
      ],
      [
        'of other products only',
        business('{"17":[{"type":"ads_insights","call_count":99},{"call_count":98}]}'),
        undefined,
      ],
      ['no number', app('{"call_count":"28","total_time":null,"total_cputime":-3}'), undefined],
      ['a number that is none of a percentage', app('{"call_count":123456,"total_time":1e9}'), undefined],
      ['other keys', app('{"calls":28,"my_call_count":30,"estimated_time_to_regain_access":17}'), undefined],
      ['what is not JSON', app('{'), undefined],
      ['another JSON', business('[null,{"a":[null]},3]'), undefined],
      [
        'one good value among garbage',
        business('{"17":[null,{"type":"instagram","call_count":"x","total_time":12}'),
        12,
      ],
    ];
    for (const [what, headers, expected] of usages) {
      it(`an answer whose usage is ${what}: told is ${expected}`, async () => {
        const told: number[] = [];
        const options = { onUsage: (percent: number): void => void told.push(percent) };
        const { fetch } = recorder(() => Response.json({ data: [] }, { headers }));
        await make(fetch)(reachOfWeek, options);
        const failing = recorder(() => new Response(page, { status: 500, headers }));
        await errorOf(make(failing.fetch)(reachOfWeek, options));
        assert.deepEqual(told, expected === undefined ? [] : [expected, expected]);
      });
    }

    const limitOf = (type: string, value: unknown) => ({ type, estimated_time_to_regain_access: value });
    const usage = (...minutes: unknown[]): string =>
      JSON.stringify(Object.fromEntries(minutes.map((value, at) => [`b${at}`, [limitOf('instagram', value)]])));
    const beside = (value: number): string =>
      JSON.stringify({ b0: [limitOf('ads_insights', 60), limitOf('instagram', value)] });
    const limits: readonly [string, Record<string, string>, number | undefined][] = [
      ['nothing', {}, undefined],
      ['seconds', { 'Retry-After': '90' }, 90_000],
      ['a date', { 'Retry-After': new Date(noon + 60_000).toUTCString() }, 60_000],
      ['no time', { 'Retry-After': 'soon' }, undefined],
      ['minutes of Meta', { 'X-Business-Use-Case-Usage': usage(5) }, 300_000],
      ['minutes for several businesses', { 'X-Business-Use-Case-Usage': usage(0, 17, 3) }, 17 * 60_000],
      ['both', { 'Retry-After': '90', 'X-Business-Use-Case-Usage': usage(5) }, 90_000],
      ['minutes of another product', { 'X-Business-Use-Case-Usage': beside(0) }, undefined],
      ['more minutes of another product', { 'X-Business-Use-Case-Usage': beside(5) }, 300_000],
      ['no minutes', { 'X-Business-Use-Case-Usage': usage(0) }, undefined],
      ['what is no number', { 'X-Business-Use-Case-Usage': usage('soon', null, -1) }, undefined],
      ['what is not JSON', { 'X-Business-Use-Case-Usage': '{' }, undefined],
      ['what is another JSON', { 'X-Business-Use-Case-Usage': '[null,{"a":[null]},3]' }, undefined],
    ];
    for (const [what, headers, wait] of limits) {
      it(`a limit that says ${what}: when to ask again`, async () => {
        mock.timers.enable({ apis: ['Date'], now: noon });
        try {
          const { fetch } = recorder(() => new Response(envelope({ code: 4 }), { status: 400, headers }));
          const { code, retryAt } = await errorOf(make(fetch)(reachOfWeek));
          assert.deepEqual([code, retryAt], ['rate-limited', wait === undefined ? undefined : noon + wait]);
        } finally {
          mock.timers.reset();
        }
      });
    }
  });
}

/** A server on this machine that does one thing. */
async function serve(listener: RequestListener): Promise<{ server: Server; origin: string }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe('redirects', () => {
  const follows: readonly [string, boolean, (origin: string) => Transport][] = [
    [
      'a Graph transport never follows one: it carries the token',
      false,
      (origin) => createGraphTransport({ id, accessToken: token, baseUrl: origin }),
    ],
    [
      'a backend transport with a token does not either',
      false,
      (origin) => createBackendTransport({ url: origin, getToken: () => embedToken }),
    ],
    ['a backend transport without one does', true, (origin) => createBackendTransport({ url: origin })],
  ];
  for (const [what, followed, make] of follows) {
    it(what, async () => {
      const reached: string[] = [];
      const { server, origin } = await serve((request, response) => {
        const path = request.url?.split('?')[0] ?? '';
        reached.push(path);
        if (path === '/elsewhere') response.end('{"data":[]}');
        else response.writeHead(302, { Location: '/elsewhere' }).end();
      });
      const answer = make(origin)(reachOfWeek);
      if (followed) assert.deepEqual(await answer, { data: [] });
      else assert.equal((await errorOf(answer)).code, 'network');
      assert.equal(reached.includes('/elsewhere'), followed);
      server.closeAllConnections();
      server.close();
    });
  }
});

describe('createBackendTransport', () => {
  const backend = (options: Partial<BackendOptions>) => (fetch: Fetch) =>
    createBackendTransport({ url: 'https://site.test/insights', fetch, ...options });

  const addresses: readonly [string, Partial<BackendOptions>, string][] = [
    ['the account is "default"', {}, 'https://site.test/insights/default/insights'],
    ['an account of a name', { account: 'studio-1' }, 'https://site.test/insights/studio-1/insights'],
    ['a name is encoded', { account: 'a/b?c#d&e' }, 'https://site.test/insights/a%2Fb%3Fc%23d%26e/insights'],
    ['a slash at the end', { url: 'https://site.test/insights/' }, 'https://site.test/insights/default/insights'],
    ['several', { url: 'https://site.test/insights///' }, 'https://site.test/insights/default/insights'],
    ['no path', { url: 'https://site.test' }, 'https://site.test/default/insights'],
    [
      'a query and a hash are dropped',
      { url: 'https://site.test/in?key=1#top' },
      'https://site.test/in/default/insights',
    ],
    ['a port', { url: 'http://localhost:8787/v1' }, 'http://localhost:8787/v1/default/insights'],
  ];
  for (const [what, options, address] of addresses) {
    it(`address: ${what}`, async () => {
      const { url } = await requestOf(backend(options));
      assert.equal(url.href.split('?')[0], address);
      assert.deepEqual(Object.fromEntries(url.searchParams), reachOfWeek.params);
    });
  }

  it('asks for the account one level up', async () => {
    const { url } = await requestOf(backend({}), accountCall);
    assert.equal(url.href, 'https://site.test/insights/default?fields=username%2Cname%2Cfollowers_count%2Cmedia_count');
  });

  it('reads a relative address against the page', async (test) => {
    Object.assign(globalThis, { document: { baseURI: 'https://page.test/app/index.html?x=1' } });
    test.after(() => Reflect.deleteProperty(globalThis, 'document'));
    assert.equal(
      (await requestOf(backend({ url: '/insights' }))).url.href.split('?')[0],
      'https://page.test/insights/default/insights',
    );
    assert.equal(
      (await requestOf(backend({ url: 'api' }))).url.href.split('?')[0],
      'https://page.test/app/api/default/insights',
    );
  });

  for (const url of [
    '/insights',
    'insights',
    '',
    'javascript:alert(1)',
    'file:///etc',
    'https://me:secret-word@site.test/',
    'https://secret-word@site.test/',
    '//',
  ]) {
    it(`"${url}" without a page is no address: nothing is sent`, async () => {
      const { fetch, requests } = recorder();
      const error = await errorOf(createBackendTransport({ url, fetch })(reachOfWeek));
      assert.deepEqual([error.code, requests.length], ['no-client', 0]);
      assertDiscreet(error, ['secret-word', 'site.test']);
    });
  }

  for (const account of ['', '.', '..', '\ud800']) {
    it(`${JSON.stringify(account)} is no name of an account: nothing is sent`, async () => {
      const { fetch, requests } = recorder();
      const error = await errorOf(
        createBackendTransport({ url: 'https://site.test/insights', account, fetch })(reachOfWeek),
      );
      assert.deepEqual([error.code, requests.length], ['not-found', 0]);
    });
  }

  it('sends no Authorization without getToken, and cookies to its own origin only', async () => {
    const { headers, init } = await requestOf(backend({}));
    assert.equal(headers.get('Authorization'), null);
    assert.equal(headers.get('Accept'), 'application/json');
    assert.equal(init.credentials, 'same-origin');
  });

  it('sends what getToken gives, anew with each call, and never in the URL', async () => {
    const tokens = [`${embedToken}1`, `${embedToken}2`];
    const { fetch, requests } = recorder();
    const transport = backend({ getToken: async () => tokens.shift() ?? '' })(fetch);
    await transport(reachOfWeek);
    await transport(accountCall);
    assert.deepEqual(
      requests.map(({ headers }) => headers.get('Authorization')),
      [`Bearer ${embedToken}1`, `Bearer ${embedToken}2`],
    );
    for (const { url } of requests) assert.ok(!url.href.includes(embedToken));
  });

  const noTokens: readonly [string, () => string | Promise<string>][] = [
    ['that throws', () => assert.fail(`no token: ${embedToken}`)],
    ['that rejects', () => Promise.reject(new Error(`https://site.test/token?key=${embedToken}`))],
    ['that gives nothing', () => undefined as unknown as string],
    ['that gives an empty text', () => ''],
    ['that gives what no header can carry', () => `${embedToken}\n`],
  ];
  for (const [what, getToken] of noTokens) {
    it(`a getToken ${what}: unauthorized, and nothing is sent`, async () => {
      const { fetch, requests } = recorder();
      const error = await errorOf(backend({ getToken })(fetch)(reachOfWeek));
      assert.deepEqual([error.code, requests.length], ['unauthorized', 0]);
      assertDiscreet(error, [embedToken, 'site.test']);
    });
  }

  it('sends headers and credentials as told', async () => {
    const { headers, init } = await requestOf(
      backend({ headers: { 'X-Client': 'dashboard' }, credentials: 'include' }),
    );
    assert.deepEqual([headers.get('X-Client'), init.credentials], ['dashboard', 'include']);
  });

  it('says which origin was silent, and no more of the address', async () => {
    const error = await errorOf(
      backend({ url: 'https://site.test/a/private/path' })(() => Promise.reject(new Error()))(reachOfWeek),
    );
    assert.match(error.message, /^Nothing was heard from https:\/\/site\.test\. /);
    assertDiscreet(error, ['private']);
  });

  const pages: readonly [page: string, message: RegExp][] = [
    [
      'https://blog.test',
      /^Nothing was heard from https:\/\/site\.test, or it does not list this page's origin, https:\/\/blog\.test\. .+\(CORS\)\.$/,
    ],
    // As for the page of a file, or of a sandboxed frame.
    ['null', /this page's origin, null\. /],
    // A page of its own origin needs no leave.
    ['https://site.test', /^Nothing was heard from https:\/\/site\.test\. The backend was not reached/],
  ];
  for (const [page, message] of pages) {
    it(`a silent backend and a page of ${page}: names what has to be listed`, async (test) => {
      const before = Object.getOwnPropertyDescriptor(globalThis, 'location');
      test.after(() =>
        Object.defineProperty(globalThis, 'location', before ?? { value: undefined, configurable: true }),
      );
      Object.defineProperty(globalThis, 'location', {
        value: { origin: page, href: `${page}/secret/path?draft=1` },
        configurable: true,
      });
      const silent = backend({ url: 'https://site.test/a/private/path' });
      const error = await errorOf(silent(() => Promise.reject(new TypeError('Failed to fetch')))(reachOfWeek));
      assert.equal(error.code, 'network');
      assert.match(error.message, message);
      assertDiscreet(error, ['private', 'secret', 'draft']);
    });
  }
});

describe('a backend transport with a token, on a Worker', () => {
  it('sends it, where fetch knows no redirect: "error"', async () => {
    const { fetch, requests } = recorder();
    const worker: Fetch = (url, init) => {
      if (init?.redirect === 'error') throw new TypeError('Invalid redirect value');
      return fetch(url, init);
    };
    await createBackendTransport({ url: 'https://backend.test', getToken: () => embedToken, fetch: worker })(
      reachOfWeek,
    );
    assert.equal(requests.length, 1);
  });
});

describe('createGraphTransport', () => {
  const graph = (options: Partial<GraphOptions>) => (fetch: Fetch) =>
    createGraphTransport({ id, accessToken: token, fetch, ...options });

  it('graph.facebook.com: the token in a header, never in the URL', async () => {
    const { url, headers, init } = await requestOf(graph({}));
    assert.equal(url.href.split('?')[0], `https://graph.facebook.com/v25.0/${id}/insights`);
    assert.deepEqual(Object.fromEntries(url.searchParams), reachOfWeek.params);
    assert.equal(headers.get('Authorization'), `Bearer ${token}`);
    assert.equal(init.redirect, 'manual', 'on error Workers throw');
  });

  it('graph.instagram.com: the token as a parameter, as it is not known to take the header', async () => {
    const { url, headers, init } = await requestOf(
      graph({ id: 'me', baseUrl: 'https://graph.instagram.com/', version: 'v23.0' }),
    );
    assert.equal(url.href.split('?')[0], 'https://graph.instagram.com/v23.0/me/insights');
    assert.equal(url.searchParams.get('access_token'), token);
    assert.equal(headers.get('Authorization'), null);
    assert.equal(init.redirect, 'manual', 'on error Workers throw');
  });

  it('takes for a failure what a browser shows of a redirect, which is nothing', async () => {
    const hidden = Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });
    const transport = createGraphTransport({ id, accessToken: token, fetch: async () => hidden });
    assert.equal((await errorOf(transport(reachOfWeek))).code, 'network');
  });

  it('asks a function for the token with each call', async () => {
    const { fetch, requests } = recorder();
    let calls = 0;
    const transport = graph({ accessToken: async () => `${token}${(calls += 1)}` })(fetch);
    await transport(reachOfWeek);
    await transport(reachOfWeek);
    assert.deepEqual(
      requests.map(({ headers }) => headers.get('Authorization')),
      [`Bearer ${token}1`, `Bearer ${token}2`],
    );
  });

  it('appsecret_proof is the HMAC of the token, where an app secret is given', async () => {
    const appSecret = '5f2b7c0d9e8a41637b1c0ffee0ddba11';
    const { url } = await requestOf(graph({ appSecret }));
    assert.equal(url.searchParams.get('appsecret_proof'), createHmac('sha256', appSecret).update(token).digest('hex'));
    assert.ok(!url.href.includes(appSecret));
    assert.equal((await requestOf(graph({}))).url.searchParams.get('appsecret_proof'), null);
  });

  const noTokens: readonly [string, GraphOptions['accessToken']][] = [
    ['an empty one', ''],
    ['one with a line break', `${token}\n`],
    ['a function that throws', () => assert.fail(token)],
    ['a function that gives nothing', () => undefined as unknown as string],
  ];
  for (const [what, accessToken] of noTokens) {
    it(`no token (${what}): token-expired, and nothing is sent`, async () => {
      const { fetch, requests } = recorder();
      const error = await errorOf(graph({ accessToken })(fetch)(reachOfWeek));
      assert.deepEqual([error.code, requests.length], ['token-expired', 0]);
      assertDiscreet(error, [token]);
    });
  }

  for (const wrong of ['', 'studio.lind', '1/../2', '12 ', 'me/accounts', '١٢']) {
    it(`the id ${JSON.stringify(wrong)} is none`, () => {
      assert.throws(() => createGraphTransport({ id: wrong, accessToken: token }), {
        name: 'InsightsError',
        code: 'not-found',
      });
    });
  }

  for (const options of [
    { baseUrl: 'graph.facebook.com' },
    { baseUrl: 'ftp://graph.test' },
    { baseUrl: 'https://a:b@graph.test' },
  ]) {
    it(`the address ${options.baseUrl} cannot work, and says so at once`, () => {
      assert.throws(() => createGraphTransport({ id, accessToken: token, ...options }), TypeError);
    });
  }
});

describe('createDemoTransport', () => {
  it('asks no network', async (test) => {
    const { fetch, requests } = recorder();
    test.mock.method(globalThis, 'fetch', fetch);
    await createDemoTransport({ now: noon })(reachOfWeek);
    assert.equal(requests.length, 0);
  });

  it('passes its options on: seed, followers, version', async () => {
    const total = async (options: SandboxOptions) =>
      JSON.stringify(await createDemoTransport({ now: noon, ...options })(reachOfWeek));
    assert.notEqual(await total({ seed: 1 }), await total({ seed: 2 }));
    assert.notEqual(await total({}), await total({ followers: 500 }));
    const past = { now: Date.parse('2024-03-20T18:00:00Z') };
    const impressions = insightsCall({ metric: 'impressions' });
    await createDemoTransport({ ...past, apiVersion: 'v19.0' })(impressions);
    assert.equal((await errorOf(createDemoTransport({ ...past, apiVersion: 22 })(impressions))).code, 'not-offered');
  });

  it('takes a version that is none for none: an attribute can hold anything', async () => {
    const usual = await createDemoTransport({ now: noon })(reachOfWeek);
    assert.deepEqual(await createDemoTransport({ now: noon, apiVersion: 'latest' })(reachOfWeek), usual);
  });
});

describe('a call whose answer stops in the middle', () => {
  it('ends in time, also where the engine tidies up meanwhile', { timeout: 10_000 }, async (t) => {
    const { server, origin } = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{"data":');
    });
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    t.mock.method(AbortSignal, 'timeout', () => timeout(400));
    setFlagsFromString('--expose-gc');
    const tidying = setInterval(runInNewContext('gc') as () => void, 20);
    // Nobody else holds it.
    const asked = createBackendTransport({ url: origin })(reachOfWeek, { signal: new AbortController().signal });
    const error = await errorOf(asked);
    assert.equal(error.code, 'network');
    clearInterval(tidying);
    server.closeAllConnections();
    server.close();
  });
});
