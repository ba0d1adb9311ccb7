// The files of cdn/ from another origin, with integrity: what is published is true of the files, and the browser holds to it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.js';
import { manifest, root } from '../../scripts/entries.js';
import { examplePage, type Integrity, importMapAt, withBlock, withModule } from '../../scripts/integrity.js';
import { type FilesServer, serveFiles } from './files-server.js';

const folder = new URL('cdn/', root);
const published = JSON.parse(readFileSync(new URL('integrity.json', folder), 'utf8')) as Integrity;
const { files } = published;
const readme = readFileSync(new URL('README.md', root), 'utf8');

describe('cdn/integrity.json', () => {
  it('has the hash of every script and style sheet, and of nothing else', () => {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|css)$/.test(name));
    assert.deepEqual(Object.keys(files), names.map((name) => name.replaceAll('\\', '/')).toSorted());
    for (const [name, hash] of Object.entries(files)) {
      const bytes = readFileSync(new URL(name, folder));
      assert.equal(hash, `sha384-${createHash('sha384').update(bytes).digest('base64')}`, name);
    }
  });

  it('names the version of package.json, and an address that stays', () => {
    assert.equal(published.version, manifest.version);
    assert.equal(published.base, `https://cdn.jsdelivr.net/npm/insights-elements@${manifest.version}/cdn/`);
    const { integrity } = published.importMap;
    const modules = Object.keys(files).filter((name) => name.endsWith('.js') && !name.includes('global'));
    assert.deepEqual(integrity, Object.fromEntries(modules.map((name) => [`${published.base}${name}`, files[name]])));
    assert.ok(modules.length > 20);
  });

  it('is what the example loads', () => {
    const page = readFileSync(examplePage, 'utf8');
    assert.equal(page, withModule(page, published), 'the example is of another build: npm run build, then commit it');
    assert.ok(page.includes(`integrity="${files['insights-elements.js']}"`));
  });

  it('is what README.md shows', () => {
    assert.equal(readme, withBlock(readme, published), 'README.md is of another build: npm run build, then commit it');
    const addresses = readme.match(/https:\/\/cdn\.[^"\s]+\.js/g) ?? [];
    assert.ok(addresses.length > 20);
    for (const address of addresses) assert.ok(address.startsWith(published.base), address);
  });
});

describe('docs/cdn.md', () => {
  const guide = readFileSync(new URL('docs/cdn.md', root), 'utf8');
  const gzip = (name: string): number => gzipSync(readFileSync(new URL(name, folder)), { level: 9 }).length / 1000;
  /** A file and all that it loads at once. */
  const closure = (first: string): string[] => {
    const found = new Set([first]);
    for (const name of found) {
      const code = readFileSync(new URL(name, folder), 'utf8');
      for (const [, next = ''] of code.matchAll(/(?:from|import)\s*[`'"]\.\/([\w-]+\.js)[`'"]/g)) found.add(next);
    }
    return [...found];
  };

  it('says how much is loaded, within a twentieth, and so does README.md', () => {
    const entry = closure('insights-elements.js');
    const [, moduleSize = 0, count = 0] =
      /`insights-elements\.js` \| (\d+) kB \(gzip\) in (\d+) files/.exec(guide) ?? [];
    const [, globalSize = 0] = /`insights-elements\.global\.js` \| (\d+) kB/.exec(guide) ?? [];
    const sum = entry.reduce((kilobytes, name) => kilobytes + gzip(name), 0);
    assert.equal(Number(count), entry.length);
    for (const [said, real] of [
      [Number(moduleSize), sum],
      [Number(globalSize), gzip('insights-elements.global.js')],
    ] as const) {
      assert.ok(Math.abs(said - real) < real / 20, `says ${said} kB, is ${real}`);
      assert.ok(readme.includes(`${said} kB`), `README.md does not say ${said} kB`);
    }
  });

  it('names the version of package.json', () => {
    const versions = new Set(guide.match(/(?<=insights-elements@)[\d.]+\d/g));
    assert.deepEqual([...versions], [manifest.version]);
  });
});

describe('cdn/ from another origin', () => {
  /** Files that somebody between has changed, by one byte. */
  const spoilt = new Set<string>();
  let isShared = true;
  let host: FilesServer;
  let site: FilesServer;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  const elements = `<insights-provider demo><insights-metric-card metric="reach"></insights-metric-card></insights-provider>`;
  const html = (content: string): string => `<!doctype html><html lang="en"><title>A page</title>
<script type="importmap">${JSON.stringify(importMapAt(`${host.origin}/cdn/`, files))}</script>
<script type="module" crossorigin src="${host.origin}/cdn/insights-elements.js"
  integrity="${files['insights-elements.js']}"></script>
${content}`;

  const open = async (content = elements): Promise<void> => {
    shown = html(content);
    host.paths.length = 0;
    page = await browser.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await page.goto(site.origin);
  };
  let shown = '';
  const add = (tag: string, attributes: Record<string, string>): Promise<void> =>
    page.evaluate(
      ([name, values]) => {
        const element = document.createElement(name);
        for (const [key, value] of Object.entries(values)) element.setAttribute(key, value);
        document.querySelector('insights-provider')?.append(element);
      },
      [tag, attributes] as const,
    );
  const inState = async (tag: string, state: string): Promise<void> => {
    await page.waitForSelector(`${tag}[state="${state}"]`, { timeout: 15_000, state: 'attached' });
  };
  const text = (tag: string): Promise<string> =>
    page.evaluate((name) => document.querySelector(name)?.shadowRoot?.textContent ?? '', tag);

  before(async () => {
    host = await serveFiles((path) => {
      const name = path.replace('/cdn/', '');
      if (!(name in files)) return undefined;
      const bytes = readFileSync(new URL(name, folder));
      return {
        body: spoilt.has(name) ? Buffer.concat([bytes, Buffer.from(' ')]) : bytes,
        headers: isShared ? { 'Access-Control-Allow-Origin': '*' } : {},
      };
    });
    site = await serveFiles((path) => (path === '/' ? { body: shown } : undefined));
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  });
  afterEach(async () => {
    spoilt.clear();
    isShared = true;
    complaints.length = 0;
    await page.close();
  });
  after(async () => {
    await browser?.close();
    host?.close();
    site?.close();
  });

  it('every file passes: card, chart, map, tones, pictures, every language', async () => {
    await open();
    await inState('insights-metric-card', 'ready');
    await add('insights-trend-chart', { metric: 'reach' });
    await add('insights-demographics-chart', {
      metric: 'follower_demographics',
      breakdown: 'country',
      display: 'map',
    });
    await inState('insights-trend-chart', 'ready');
    await inState('insights-demographics-chart', 'ready');
    await page.waitForFunction(() =>
      document.querySelector('insights-demographics-chart')?.shadowRoot?.querySelector('canvas'),
    );
    for (const locale of ['ar', 'de', 'es', 'fr', 'it', 'ja', 'pt']) {
      await page.evaluate((tag) => document.querySelector('insights-provider')?.setAttribute('locale', tag), locale);
      await page.waitForFunction(
        (name) => performance.getEntriesByType('resource').some((entry) => entry.name.includes(`/${name}`)),
        locale,
      );
    }
    await page.mouse.click(5, 5);
    await page.evaluate(async () => {
      const chart = document.querySelector('insights-trend-chart');
      setTimeout(() => chart?.stopTones(), 300);
      await chart?.playTones();
      await chart?.toPNG();
      await chart?.toText();
      await document.querySelector('insights-metric-card')?.toPNG();
    });
    // What is wrong has words of its own.
    await add('insights-breakdown-chart', { metric: 'reech' });
    await inState('insights-breakdown-chart', 'error');
    for (const name of ['chart.js', 'map.js', 'sandbox.js', 'sound.js', 'picture.js', 'validate.js', 'remarks.js'])
      assert.ok(host.paths.includes(`/cdn/${name}`), `${name} was not loaded: ${host.paths.join(' ')}`);
    assert.deepEqual(complaints, []);
  });

  it('a changed entry is refused: the page keeps its boxes', async () => {
    spoilt.add('insights-elements.js');
    await open();
    await page.waitForTimeout(500);
    assert.equal(await page.evaluate(() => customElements.get('insights-metric-card')), undefined);
    assert.match(complaints.join('\n'), /integrity/i);
  });

  it('without the header that shares them nothing is loaded', async () => {
    isShared = false;
    await open();
    await page.waitForTimeout(500);
    assert.equal(await page.evaluate(() => customElements.get('insights-metric-card')), undefined);
    assert.match(complaints.join('\n'), /CORS/);
  });

  it('changed sample data are refused, and the card says so', async () => {
    spoilt.add('sandbox.js');
    await open();
    await inState('insights-metric-card', 'error');
    const card = await page.evaluate(() => {
      const { error } = document.querySelector('insights-metric-card') as { error?: { code: string; message: string } };
      return [error?.code, error?.message];
    });
    assert.equal(card[0], 'network');
    assert.match(card[1] ?? '', /could not be loaded/);
    assert.match(complaints.join('\n'), /integrity/i);
  });

  it('a changed chart library is refused: the chart says so, and keeps sentence and table', async () => {
    spoilt.add('chart.js');
    await open();
    await inState('insights-metric-card', 'ready');
    await add('insights-demographics-chart', { metric: 'follower_demographics', breakdown: 'age' });
    await inState('insights-demographics-chart', 'ready');
    await page.waitForFunction(() => {
      const chart = document.querySelector('insights-demographics-chart');
      return (chart as { error?: unknown } | null)?.error;
    });
    assert.match(await text('insights-demographics-chart'), /18.24/);
    assert.match(complaints.join('\n'), /integrity/i);
  });

  it('a changed map is refused: the chart says so, and keeps sentence and table', async () => {
    spoilt.add('map.js');
    await open();
    await inState('insights-metric-card', 'ready');
    const attributes = { metric: 'follower_demographics', breakdown: 'country', display: 'map' };
    await add('insights-demographics-chart', attributes);
    await inState('insights-demographics-chart', 'ready');
    await page.waitForFunction(() => {
      const chart = document.querySelector('insights-demographics-chart');
      return (chart as { error?: unknown } | null)?.error;
    });
    assert.match(await text('insights-demographics-chart'), /Brazil|India|United States/);
  });

  it('a changed language is refused: English stays', async () => {
    spoilt.add('de.js');
    await open(elements.replace('demo', 'demo locale="de"'));
    await inState('insights-metric-card', 'ready');
    assert.match(await text('insights-metric-card'), /Reach/);
    assert.match(complaints.join('\n'), /integrity/i);
  });
});
