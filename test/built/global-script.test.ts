// cdn/insights-elements.global.js: one file for a classic script tag, wherever it stands, and for a page that is a file.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.js';
import { root } from '../../scripts/entries.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { createInsightsHandler } from '../../src/server/index.js';
import { type FilesServer, serveFiles } from './files-server.js';

const name = 'insights-elements.global.js';
const script = new URL(`cdn/${name}`, root);
const folder = mkdtempSync(join(tmpdir(), 'insights-global-'));

const elements = `<insights-provider demo locale="de">
  <insights-metric-card metric="reach"></insights-metric-card>
  <insights-trend-chart metric="reach"></insights-trend-chart>
  <insights-demographics-chart metric="follower_demographics" breakdown="country" display="map"></insights-demographics-chart>
</insights-provider>`;
const card = '<insights-metric-card demo metric="reach"></insights-metric-card>';
const frame = (content: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>${content}`;

interface Window {
  readonly InsightsElements: Readonly<Record<string, unknown>>;
}

describe('cdn/insights-elements.global.js', () => {
  let site: FilesServer;
  let browser: Browser;
  let page: Page;
  let html = '';
  const complaints: string[] = [];
  const requests: string[] = [];

  const open = async (content: string, isFile: boolean): Promise<void> => {
    page = await browser.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('request', (request) => requests.push(request.url()));
    html = frame(content);
    writeFileSync(join(folder, 'page.html'), html);
    await page.goto(isFile ? pathToFileURL(join(folder, 'page.html')).href : site.origin);
  };
  const inState = async (tag: string, state: string): Promise<void> => {
    await page.waitForSelector(`insights-${tag}[state="${state}"]`, { timeout: 10_000, state: 'attached' });
  };

  before(async () => {
    copyFileSync(fileURLToPath(script), join(folder, name));
    const { fetch, id, accessToken } = createSandbox();
    const backend = createInsightsHandler({
      accounts: { default: { id, accessToken } },
      access: 'public',
      graph: { fetch },
      basePath: '/insights',
      log: () => {},
    });
    site = await serveFiles(async (path, { url, headers }) => {
      if (path === `/${name}`) return { body: readFileSync(script) };
      if (!path.startsWith('/insights/')) return { body: html };
      const answer = await backend(new Request(`${site.origin}${url}`, { headers: { Origin: headers.origin ?? '' } }));
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
    });
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  });
  afterEach(async () => {
    await page?.close();
    complaints.length = 0;
    requests.length = 0;
  });
  after(async () => {
    await browser?.close();
    site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('loads nothing later: it has no import() in it', () => {
    assert.doesNotMatch(readFileSync(script, 'utf8'), /\bimport\s*\(|\bimport\.meta\b/);
  });

  it('in a page that is a file: sample data, chart, map, another language, a picture; nothing is fetched', async () => {
    await open(`<script defer src="${name}"></script>${elements}`, true);
    for (const tag of ['metric-card', 'trend-chart', 'demographics-chart']) await inState(tag, 'ready');
    await page.waitForFunction(() =>
      ['trend', 'demographics'].every((kind) =>
        document.querySelector(`insights-${kind}-chart`)?.shadowRoot?.querySelector('canvas'),
      ),
    );
    const [text, size] = await page.evaluate(async () => {
      const map = document.querySelector('insights-demographics-chart');
      return [map?.shadowRoot?.textContent, (await map?.toPNG())?.size] as const;
    });
    assert.match(text ?? '', /Beispieldaten/);
    assert.ok((size ?? 0) > 5000);
    assert.deepEqual(
      requests.map((address) => address.replace(/.*\//, '')),
      ['page.html', name],
    );
    assert.deepEqual(complaints, []);
  });

  it('in a page where somebody has put things on Object.prototype', async () => {
    const put = `<script>Object.assign(Object.prototype, { isAdmin: true, extra: 'x', each() {} })</script>`;
    await open(`${put}<script src="${name}"></script>${elements.replace('display="map"', '')}`, false);
    for (const tag of ['metric-card', 'trend-chart', 'demographics-chart']) await inState(tag, 'ready');
    assert.deepEqual(complaints, []);
    // The module has the same helper in a file of its own.
    assert.doesNotMatch(readFileSync(new URL('cdn/rolldown-runtime.js', root), 'utf8'), /\bin \w+\)/);
  });

  it('in a page that is a file a snapshot beside it cannot be read: the element says so', async () => {
    await open(
      `<script defer src="${name}"></script><insights-metric-card metric="reach" src="snapshot.json"></insights-metric-card>`,
      true,
    );
    await inState('metric-card', 'error');
    const error = await page.evaluate(
      () => (document.querySelector('insights-metric-card') as { error?: Error } | null)?.error?.message,
    );
    assert.match(error ?? '', /opened as a file.*`demo`/);
  });

  it('in a page that is a file a backend that is open to all answers', async () => {
    await open(
      `<script defer src="${name}"></script><insights-metric-card metric="reach" backend-url="${site.origin}/insights"></insights-metric-card>`,
      true,
    );
    await inState('metric-card', 'ready');
    assert.deepEqual(complaints, []);
  });

  for (const [where, content] of Object.entries({
    'in the head': `<script src="/${name}"></script>${card}`,
    'in the head, defer': `<script defer src="/${name}"></script>${card}`,
    'in the head, async': `<script async src="/${name}"></script>${card}`,
    'below the elements': `${card}<script src="/${name}"></script>`,
  })) {
    it(`works ${where}`, async () => {
      await open(content, false);
      await inState('metric-card', 'ready');
      assert.deepEqual(complaints, []);
    });
  }

  it('holds what the module exports, and can be used by the script after it', async () => {
    await open(
      `<script src="/${name}"></script><script>InsightsElements.setWords('en', { metrics: { reach: 'Unique viewers' } })</script>${card}`,
      false,
    );
    await inState('metric-card', 'ready');
    const label = () =>
      document.querySelector('insights-metric-card')?.shadowRoot?.querySelector('#label')?.textContent;
    assert.equal(await page.evaluate(label), 'Unique viewers');
    const held = await page.evaluate(() => Object.keys((window as unknown as Window).InsightsElements));
    const exported = Object.keys((await import(new URL('dist/index.js', root).href)) as object);
    assert.deepEqual(held.toSorted(), exported.toSorted());
  });

  it('leaves a variable of that name as it is, and takes an element with that id for none', async () => {
    await open(`<script>var InsightsElements = 'mine'</script><script src="/${name}"></script>${card}`, false);
    await inState('metric-card', 'ready');
    assert.equal(await page.evaluate(() => (window as unknown as Window).InsightsElements), 'mine');
    await page.close();

    await open(`<p id="InsightsElements"></p>${card}<script src="/${name}"></script>`, false);
    await inState('metric-card', 'ready');
    assert.equal(await page.evaluate(() => typeof (window as unknown as Window).InsightsElements.setWords), 'function');
  });
});
