// What docs/consent.md says a privacy page may say, held against a page with every element, watched from before its first script.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.js';
import { elementFolders, root } from '../../scripts/entries.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { createInsightsHandler } from '../../src/server/index.js';
import { type FilesServer, serveFiles } from './files-server.js';

/** Notes every use of what could keep something, tell somebody or ask a visitor. */
function watch(): void {
  const used: string[] = [];
  Object.assign(window, { used });
  const note = (owner: object, name: string): void => {
    const found = Object.getOwnPropertyDescriptor(owner, name);
    if (!found) return;
    const noted = { ...found };
    for (const part of ['get', 'set', 'value'] as const) {
      const real: unknown = found[part];
      if (typeof real !== 'function') continue;
      noted[part] = function noting(this: unknown, ...given: unknown[]): unknown {
        used.push(`${name} ${part}`);
        return Reflect.apply(real, this, given) as unknown;
      };
    }
    Object.defineProperty(owner, name, noted);
  };
  note(Document.prototype, 'cookie');
  for (const name of ['getItem', 'setItem', 'removeItem', 'key']) note(Storage.prototype, name);
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) note(window, name);
  for (const name of ['sendBeacon', 'geolocation', 'permissions', 'serviceWorker', 'mediaDevices', 'cookieStore'])
    note(Navigator.prototype, name);
}

const elements = (source: string): string => `<insights-provider ${source}>
  <insights-account-header></insights-account-header>
  <insights-range-picker></insights-range-picker>
  <insights-metric-card metric="reach"></insights-metric-card>
  <insights-trend-chart metric="reach"></insights-trend-chart>
  <insights-breakdown-chart metric="likes"></insights-breakdown-chart>
  <insights-demographics-chart metric="follower_demographics" breakdown="country" display="map"></insights-demographics-chart>
</insights-provider>
<insights-dashboard ${source} metrics="likes"></insights-dashboard>`;

const guide = readFileSync(new URL('docs/consent.md', root), 'utf8');

it('docs/consent.md names tests that there are', () => {
  const named = [...guide.matchAll(/\| `(test\/[\w/.-]+)`: ([^|]+) \|$/gm)];
  assert.ok(named.length > 6);
  assert.equal(named.length, guide.match(/^\| [A-Z].*\|$/gm)?.length);
  for (const [, file = '', title = ''] of named)
    assert.ok(readFileSync(new URL(file, root), 'utf8').includes(title), `${file} has no test "${title}"`);
});

it('docs/consent.md says which settings make a sentence untrue', () => {
  const conditionOf = (words: string): string =>
    guide
      .match(/^\| .+ \|$/gm)
      ?.find((row) => row.includes(words))
      ?.split(' | ')[1] ?? '';
  // token-source.test.ts and transports.test.ts: what they send, and where.
  assert.match(conditionOf('send no cookies'), /`setTokenOrigins`.*`credentials`/);
  assert.match(conditionOf('no other host'), /`src`.*`token-url`/);
  assert.match(conditionOf('Instagram or Meta'), /`createGraphTransport`/);
  assert.match(guide, /browser's own cache/);
});

describe('a page that says what it keeps and whom it calls', () => {
  let site: FilesServer;
  let host: FilesServer;
  let backend: FilesServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let html = '';
  const requests: string[] = [];
  const heard: { readonly origin: string; readonly headers: IncomingHttpHeaders }[] = [];

  const open = async (source: string): Promise<void> => {
    html = `<!doctype html><html lang="de"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
<script type="module" crossorigin src="${host.origin}/cdn/insights-elements.js"></script>${elements(source)}`;
    await context?.close();
    requests.length = 0;
    heard.length = 0;
    context = await browser.newContext();
    await context.addInitScript(watch);
    page = await context.newPage();
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(site.origin);
    for (const tag of ['account-header', 'metric-card', 'trend-chart', 'breakdown-chart', 'demographics-chart'])
      await page.waitForSelector(`insights-${tag}[state=ready]`, { timeout: 10_000, state: 'attached' });
    await page.waitForFunction(() =>
      document.querySelector('insights-demographics-chart')?.shadowRoot?.querySelector('canvas'),
    );
    for (const folder of elementFolders()) assert.ok(html.includes(`<insights-${folder}`), folder);
    await page.evaluate(async () => {
      const chart = document.querySelector('insights-trend-chart');
      await Promise.all([chart?.toPNG(), chart?.toText()]);
      chart?.toCSV();
    });
    // What is kept is kept in a task of its own.
    await page.waitForTimeout(300);
  };
  const used = (): Promise<string[]> => page.evaluate(() => (window as unknown as { used: string[] }).used);
  const origins = (): string[] =>
    [...new Set(requests.filter((url) => !/^(data|blob):/.test(url)).map((url) => new URL(url).origin))].toSorted();

  before(async () => {
    const { fetch, id, accessToken } = createSandbox();
    const handler = createInsightsHandler({
      accounts: { default: { id, accessToken } },
      access: 'public',
      graph: { fetch },
      basePath: '/insights',
      log: () => {},
    });
    const answer = async (server: FilesServer, url: string, headers: IncomingHttpHeaders) => {
      heard.push({ origin: server.origin, headers });
      const reply = await handler(new Request(`${server.origin}${url}`, { headers: { Origin: headers.origin ?? '' } }));
      return { status: reply.status, headers: Object.fromEntries(reply.headers), body: await reply.text() };
    };
    host = await serveFiles((path, { headers }) => {
      heard.push({ origin: host.origin, headers });
      return {
        body: readFileSync(new URL(`.${path}`, root)),
        headers: { 'Access-Control-Allow-Origin': '*' },
      };
    });
    backend = await serveFiles((_path, { url = '/', headers }) => answer(backend, url, headers));
    site = await serveFiles((path, { url = '/', headers }) =>
      path === '/' ? { body: html, headers: { 'Set-Cookie': 'visitor=7' } } : answer(site, url, headers),
    );
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  });
  after(async () => {
    await browser?.close();
    for (const server of [site, host, backend]) server?.close();
  });

  it('sets no cookie, reads none, and touches no storage', async () => {
    await open(`backend-url="${backend.origin}/insights"`);
    assert.deepEqual(await used(), []);
    assert.deepEqual(
      (await context.cookies()).map(({ name }) => name),
      ['visitor'],
    );
  });

  it('calls the host of its script and the backend that is named, and nobody else', async () => {
    await open(`backend-url="${backend.origin}/insights"`);
    assert.deepEqual(origins(), [site.origin, host.origin, backend.origin].toSorted());
    assert.deepEqual(
      requests.filter((url) => url.startsWith(site.origin)),
      [`${site.origin}/`],
    );
  });

  it('sends no cookie to another origin, and those of the page to its own only', async () => {
    await open(`backend-url="${backend.origin}/insights"`);
    assert.ok(heard.length > 3);
    assert.deepEqual(
      heard.filter(({ headers }) => headers.cookie !== undefined),
      [],
    );
    await open('backend-url="/insights"');
    const [own, others] = [true, false].map((isOwn) =>
      heard.filter(({ origin }) => (origin === site.origin) === isOwn),
    );
    assert.ok(own?.length && own.every(({ headers }) => headers.cookie === 'visitor=7'));
    assert.ok(others?.length && others.every(({ headers }) => headers.cookie === undefined));
  });

  it('with sample data calls nobody but the host of its script', async () => {
    await open('demo');
    assert.deepEqual(origins(), [site.origin, host.origin].toSorted());
    assert.deepEqual(await used(), []);
  });

  it('can wait for a click, as the guide has it', async () => {
    await open('demo');
    const [, snippet = ''] = /```html\n(.*?)```/s.exec(guide) ?? [];
    html = `<!doctype html><html lang="en"><title>A page</title>${snippet.replace('/insights-elements/cdn/', `${host.origin}/cdn/`)}`;
    requests.length = 0;
    await page.goto(site.origin);
    await page.waitForTimeout(300);
    assert.deepEqual(origins(), [site.origin]);
    await page.click('#show');
    await page.waitForSelector('insights-metric-card[state=ready]', { timeout: 10_000, state: 'attached' });
  });

  for (const place of ['session', 'local'] as const) {
    it(`with persist="${place}" keeps one entry, of numbers, in that storage and nowhere else`, async () => {
      await open(`backend-url="${backend.origin}/insights" persist="${place}"`);
      const kept = await page.evaluate(() =>
        Object.fromEntries(
          (['session', 'local'] as const).map((name) => [name, Object.entries({ ...window[`${name}Storage`] })]),
        ),
      );
      const entries = kept[place] ?? [];
      assert.deepEqual(kept, { session: [], local: [], [place]: entries });
      assert.equal(entries.length, 1);
      const [key, text] = entries[0] ?? ['', ''];
      assert.match(key, /^insights-elements:[0-9a-f]{32}$/);
      const username = await page.evaluate(
        () => document.querySelector('insights-account-header')?.shadowRoot?.textContent?.match(/@?([\w.]{4,})/)?.[1],
      );
      assert.ok(username && !text.includes(username), `${username} is in ${text}`);
      assert.deepEqual(
        (await used()).filter((use) => !/Storage|Item/.test(use)),
        [],
      );
    });
  }
});
