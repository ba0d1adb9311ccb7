// insights.php against what every backend owes to a client, over PHP's own server and a sandbox, both on this machine.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findDebianProgram } from '../../scripts/engines/debian-program.js';
import { createBackendTransport } from '../../src/client/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { type Listening, listen } from '../../src/server/node.js';
import { metricNames, wireName } from '../../src/spec/index.js';
import { describeTransport, noon } from '../client/transports.contract.js';
import { type PhpServer, runPhp, runPhpBeside, servePhp } from './php.js';

const token = 'EAAGm0PX4ZCpsBAKq7vV2hZBtYcW9xUe5dR1sLnTfHj';
const id = '17841405822304914';
const file = fileURLToPath(new URL('../../examples/php/insights.php', import.meta.url));
const reach = '/default/insights?metric=reach&period=day&metric_type=total_value';

/** The Graph API of all tests here: one address, and behind it whatever a test says. */
let graph: (request: Request) => Promise<Response>;
let upstream: Listening;
let server: PhpServer;
const asked: Request[] = [];
const settings = (): Record<string, string> => ({
  IG_USER_ID: id,
  IG_ACCESS_TOKEN: token,
  INSIGHTS_ACCESS: 'public',
  GRAPH_HOST: upstream.address,
});
const answerWith = (body: unknown, init?: ResponseInit): void => {
  graph = async () => (body instanceof Response ? body : Response.json(body, init));
};
const get = (path: string, init?: RequestInit): Promise<Response> => fetch(server.url + path, init);
const codeOf = async (response: Response): Promise<string> => {
  const text = await response.text();
  assert.ok(!text.includes(token.slice(0, 12)) && !text.includes('Words of'), text);
  return (JSON.parse(text) as { error: { error_data: { code: string } } }).error.error_data.code;
};

const found = findDebianProgram('PHP', 'php', 'php-cli');
if ('reason' in found) console.log(`insights.php: skipped, as there is no PHP: ${found.reason}.`);

describe('insights.php', { skip: 'reason' in found && found.reason }, () => {
  before(async () => {
    upstream = await listen({
      port: 0,
      handler: async (request) => {
        asked.push(request.clone());
        return graph(request);
      },
    });
    if ('path' in found) server = await servePhp(found.path, settings());
  });
  after(async () => {
    await server?.close();
    await upstream?.close();
  });

  describeTransport('createBackendTransport, over insights.php', async (scenario) => {
    const sandbox = createSandbox({ now: noon, scenario });
    graph = ({ url, headers }) => sandbox.fetch(url, { headers });
    return {
      transport: createBackendTransport({ url: server.url }),
      secrets: [token, id, 'insights.php'],
      close: async () => {},
    };
  });

  it('is at most 100 lines, and knows every metric', () => {
    const text = readFileSync(file, 'utf8');
    assert.ok(text.trimEnd().split('\n').length <= 100);
    const names = metricNames.map(wireName).filter((name) => name !== 'impressions');
    for (const name of names) {
      const [, who] = /^(\w+)_demographics$/.exec(name) ?? [];
      assert.match(text, new RegExp(`[|'(]${who ?? name}[|')]`), name);
    }
  });

  it('sends the token in a header, to an address without one', async () => {
    answerWith({ data: [] });
    assert.equal((await get(reach)).status, 200);
    const request = asked.at(-1);
    assert.equal(request?.headers.get('Authorization'), `Bearer ${token}`);
    assert.equal(new URL(request?.url ?? '').pathname, `/v25.0/${id}/insights`);
    assert.ok(!request?.url.includes(token));
  });

  it('passes on numbers, and neither paging nor titles, texts and ids', async () => {
    const hours = { '0': 4, '1': 5 };
    answerWith({
      data: [
        {
          name: 'online_followers',
          period: 'lifetime',
          title: 'Words of Instagram',
          description: 'Words of Instagram',
          id: `${id}/insights/online_followers/lifetime`,
          values: [{ value: hours, end_time: '2026-11-20T08:00:00+0000' }],
        },
        {
          name: 'views',
          total_value: {
            value: 3,
            breakdowns: [{ dimension_keys: ['city'], results: [{ dimension_values: ['São Paulo'], value: 3 }] }],
          },
        },
      ],
      paging: { next: `https://graph.facebook.com/?access_token=${token}` },
    });
    const response = await get('/default/insights?metric=online_followers,views');
    assert.deepEqual(await response.json(), {
      data: [
        {
          name: 'online_followers',
          period: 'lifetime',
          values: [{ value: hours, end_time: '2026-11-20T08:00:00+0000' }],
        },
        {
          name: 'views',
          total_value: {
            value: 3,
            breakdowns: [{ dimension_keys: ['city'], results: [{ dimension_values: ['São Paulo'], value: 3 }] }],
          },
        },
      ],
    });
    assert.deepEqual(
      ['X-Powered-By', 'X-Content-Type-Options', 'Cache-Control', 'Access-Control-Allow-Origin'].map((name) =>
        response.headers.get(name),
      ),
      [null, 'nosniff', 'public, max-age=0, s-maxage=300', '*'],
    );
  });

  it('gives nothing that holds the token, wherever it stands', async () => {
    answerWith({ data: [{ name: token, period: 'day' }] });
    const response = await get(reach);
    assert.deepEqual([response.status, await codeOf(response)], [502, 'malformed-response']);
  });

  const refused = [
    '/default/insights',
    '/default/insights?metric=reach&metric=views',
    '/default/insights?metric=reach%0a',
    '/default/insights?metric[]=reach',
    '/default/insights?metric=reach&since=yesterday',
    '/default/insights?metric=reach&fields=id',
    '/default/insights?metric=reach&breakdown=age,,city',
    '/default?fields=username,business_discovery',
    `/default?fields=username&limit=${token}`,
  ];
  for (const path of refused) {
    it(`${path.replace(token, '…')}: 400, and nothing goes up`, async () => {
      const count = asked.length;
      const response = await get(path);
      assert.deepEqual([response.status, await codeOf(response), asked.length], [400, 'invalid-query', count]);
    });
  }

  it('knows one account, and reads no token of a client', async () => {
    answerWith({ data: [] });
    for (const path of ['/other/insights?metric=reach', '/', '', '/default/media', '/default/insights/../../x']) {
      assert.equal(await codeOf(await get(path)), 'not-found', path);
    }
    assert.equal((await get(`/v24.0${reach}&access_token=x&appsecret_proof=y`)).status, 200);
    assert.ok(!asked.at(-1)?.url.includes('access_token'));
    const post = await get(reach, { method: 'POST', body: 'x' });
    assert.deepEqual([post.status, post.headers.get('Allow')], [400, 'GET, HEAD']);
    const head = await get(reach, { method: 'HEAD' });
    assert.deepEqual([head.status, await head.text()], [200, '']);
  });

  const failures: readonly (readonly [string, () => Response, number, string])[] = [
    ['a redirect', () => Response.redirect('https://example.com/', 302), 502, 'server-error'],
    ['HTML', () => new Response('<p>Words of Instagram'), 502, 'server-error'],
    [
      'an unknown code',
      () => Response.json({ error: { code: 999, message: 'Words of Instagram' } }, { status: 400 }),
      502,
      'unknown',
    ],
    [
      'an error that is none',
      () => Response.json({ error: 'Words of Instagram' }, { status: 200 }),
      502,
      'server-error',
    ],
    ['five megabytes', () => new Response('[' + ' '.repeat(5_000_000)), 502, 'server-error'],
  ];
  for (const [what, answer, status, code] of failures) {
    it(`${what} from Instagram: ${status} ${code}`, async () => {
      graph = async () => answer();
      const response = await get(reach);
      assert.deepEqual([response.status, await codeOf(response)], [status, code]);
    });
  }

  it('says for how long a limit holds: Instagram, else five minutes', async () => {
    const limit = { error: { code: 4, message: 'Words of Instagram' } };
    answerWith(limit, { status: 400, headers: { 'Retry-After': '90' } });
    assert.equal((await get(reach)).headers.get('Retry-After'), '90');
    answerWith(limit, { status: 400 });
    assert.equal((await get(reach)).headers.get('Retry-After'), '300');
  });

  const wrong: readonly (readonly [string, Record<string, string>, number, string])[] = [
    ['nobody has opened it', { INSIGHTS_ACCESS: '' }, 403, 'closed'],
    ['the token has a line break', { IG_ACCESS_TOKEN: `${token}\nX: y` }, 502, 'misconfigured'],
    ['there is no token', { IG_ACCESS_TOKEN: '' }, 502, 'misconfigured'],
    ['the id is a name', { IG_USER_ID: 'studio.lind' }, 502, 'misconfigured'],
    ['the host is somebody else', { GRAPH_HOST: 'example.com' }, 502, 'misconfigured'],
  ];
  for (const [what, more, status, code] of wrong) {
    it(`${what}: ${status} ${code}, and nothing goes up`, async () => {
      assert.ok('path' in found);
      const own = await servePhp(found.path, { ...settings(), ...more });
      try {
        const count = asked.length;
        const response = await fetch(own.url + reach);
        assert.deepEqual([response.status, await codeOf(response), asked.length], [status, code, count]);
      } finally {
        await own.close();
      }
    });
  }

  it('asks about whole days of Instagram: every second of one is the same question', async () => {
    answerWith({ data: [] });
    // The 8th of March 2026 has 23 hours in Los Angeles.
    for (const [since, until] of [
      ['1772956800', '1773039599'],
      ['1772960000', '1773000001'],
    ] as const) {
      await get(`${reach}&since=${since}&until=${until}`);
      const { searchParams } = new URL(asked.at(-1)?.url ?? '');
      assert.deepEqual([searchParams.get('since'), searchParams.get('until')], ['1772956800', '1773039599']);
    }
  });

  it('in WordPress: keeps answers, for a minute what was refused, and asks nothing where nothing helps', async () => {
    assert.ok('path' in found);
    const folder = await mkdtemp(join(tmpdir(), 'insights-php-'));
    const ask = (query: string): Promise<string> =>
      runPhpBeside(
        found.path,
        `define('ABSPATH', '/');
        ${Object.entries(settings())
          .map(([name, value]) => `define('${name}', '${value}');`)
          .join('\n')}
        function add_action() {} function add_shortcode() {}
        function get_transient($name) { return is_file("${folder}/$name") ? unserialize(file_get_contents("${folder}/$name"))[0] : false; }
        function set_transient($name, $value, $seconds) { file_put_contents("${folder}/$name", serialize([$value, $seconds])); }
        $_SERVER['REQUEST_METHOD'] = 'GET';
        require '${file}';
        insights_answer('/default/insights', '${query}');`,
      );
    try {
      answerWith({ data: [] });
      const count = asked.length;
      assert.deepEqual([await ask('metric=reach'), await ask('metric=reach')], ['{"data":[]}', '{"data":[]}']);
      assert.equal(asked.length, count + 1);
      graph = async () => Response.json({ error: { code: 100 } }, { status: 400 });
      for (let times = 0; times < 2; times += 1) assert.match(await ask('metric=likes&period=lifetime'), /"rejected"/);
      assert.equal(asked.length, count + 2);
      graph = async () => Response.json({ error: { code: 4 } }, { status: 400 });
      for (const metric of ['views', 'shares', 'views']) assert.match(await ask(`metric=${metric}`), /"rate-limited"/);
      assert.equal(asked.length, count + 3);
      assert.equal(await ask('metric=reach'), '{"data":[]}');
      const kept = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
      assert.deepEqual(kept.map((text) => /i:(\d+);\}$/.exec(text)?.[1] ?? '').toSorted(), ['60', '60', '900']);
      assert.ok(!kept.join().includes(token.slice(0, 12)));
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('in WordPress: a shortcode that makes an element, of allowed attributes, escaped', () => {
    assert.ok('path' in found);
    const wordpress = `
      define('ABSPATH', '/');
      function add_action($name, $act) {}
      function add_shortcode($name, $act) { $GLOBALS[$name] = $act; }
      function wp_enqueue_script_module($id, $url) { echo "<script $url>"; }
      function plugins_url($path, $file) { return "/plugins/$path"; }
      function rest_url($path) { return "https://blog.test/wp-json/$path"; }
      function esc_url($text) { return $text; }
      function esc_attr($text) { return htmlspecialchars($text, ENT_QUOTES); }
      require ${JSON.stringify(file)};
      echo $insights(['metric' => 'reach', 'heading' => 'A "b" <i>', 'onclick' => 'x', 'token-url' => 'y']), $insights(''), $insights(['type' => 'trend-chart']);`;
    assert.equal(
      runPhp(found.path, wordpress),
      [
        '<insights-metric-card backend-url="https://blog.test/wp-json/insights/v1" metric="reach" heading="A &quot;b&quot; &lt;i&gt;"></insights-metric-card>',
        '<insights-metric-card backend-url="https://blog.test/wp-json/insights/v1"></insights-metric-card>',
        '<insights-trend-chart backend-url="https://blog.test/wp-json/insights/v1"></insights-trend-chart>',
      ]
        .map((element) => `<script /plugins/cdn/insights-elements.js>${element}`)
        .join(''),
    );
  });
});
