// Two copies of the library on one page, of other versions or of the same, as a theme and a plug-in of one site bring them.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from '../../scripts/browser.js';
import { root } from '../../scripts/entries.js';
import { type FilesServer, serveFiles } from './files-server.js';

const folder = mkdtempSync(join(tmpdir(), 'insights-versions-'));

/** cdn/ as it would be at another version. */
async function buildAt(version: string): Promise<void> {
  for (const mode of ['cdn', 'global']) {
    await build({
      root: fileURLToPath(root),
      configFile: fileURLToPath(new URL('vite.config.ts', root)),
      mode,
      logLevel: 'error',
      plugins: [
        {
          name: 'version',
          enforce: 'pre',
          transform: (code, id) =>
            id.endsWith('/elements/version.ts')
              ? { code: code.replace(/'[\d.]+'/, JSON.stringify(version)), map: null }
              : undefined,
        },
      ],
      build: { outDir: join(folder, version), emptyOutDir: mode === 'cdn', sourcemap: false },
    });
  }
}

const elements = `<insights-provider demo>
  <insights-account-header></insights-account-header>
  <insights-range-picker></insights-range-picker>
  <insights-metric-card metric="reach"></insights-metric-card>
  <insights-trend-chart metric="reach"></insights-trend-chart>
  <insights-breakdown-chart metric="likes"></insights-breakdown-chart>
  <insights-demographics-chart metric="follower_demographics" breakdown="age"></insights-demographics-chart>
</insights-provider>
<insights-dashboard demo metrics="likes"></insights-dashboard>`;

describe('two versions on one page', () => {
  let site: FilesServer;
  let browser: Browser;
  let page: Page;
  let html = '';
  let policy = '';
  const warnings: string[] = [];
  const errors: string[] = [];

  const moduleOf = (version: string): string =>
    `<script type="module" src="/${version}/insights-elements.js"></script>`;
  const globalOf = (version: string): string => `<script defer src="/${version}/insights-elements.global.js"></script>`;
  const open = async (...scripts: string[]): Promise<void> => {
    html = `<!doctype html><html lang="en"><title>A page</title>${scripts.join('')}${elements}`;
    page = await browser.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(`${site.origin}/`);
    for (const tag of ['account-header', 'metric-card', 'trend-chart', 'breakdown-chart', 'demographics-chart'])
      await page.waitForSelector(`insights-${tag}[state=ready]`, { timeout: 10_000, state: 'attached' });
    await page.waitForFunction(() =>
      Array.from(document.querySelectorAll('insights-provider > [metric]:not(insights-metric-card)')).every((chart) =>
        chart.shadowRoot?.querySelector('canvas'),
      ),
    );
    await page.waitForTimeout(200);
  };
  const versionOf = (tag: string): Promise<unknown> =>
    page.evaluate((name) => (customElements.get(name) as { version?: unknown } | undefined)?.version, tag);
  const canvases = (): Promise<number[]> =>
    page.evaluate(() =>
      Array.from(
        document.querySelectorAll('[metric]'),
        ({ shadowRoot }) => shadowRoot?.querySelectorAll('canvas').length ?? 0,
      ),
    );

  before(async () => {
    for (const version of ['1.0.0', '1.1.0', '2.0.0']) await buildAt(version);
    site = await serveFiles((path) => {
      if (path === '/') return { body: html, headers: policy ? { 'Content-Security-Policy': policy } : {} };
      return { body: readFileSync(join(folder, path.replace('/copy/', '/1.0.0/'))) };
    });
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  });
  afterEach(async () => {
    await page.close();
    policy = '';
    for (const list of [warnings, errors, site.paths]) list.length = 0;
  });
  after(async () => {
    await browser?.close();
    site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('the first one wins, one warning says what to do, and every element works', async () => {
    await open(moduleOf('1.0.0'), moduleOf('2.0.0'));
    assert.deepEqual(errors, []);
    assert.equal(warnings.length, 1, warnings.join('\n'));
    for (const word of ['1.0.0', '2.0.0', '/1.0.0/insights-elements.js', 'docs/cdn.md'])
      assert.ok(warnings[0]?.includes(word), `${word} is not in: ${warnings[0]}`);
    for (const tag of ['insights-provider', 'insights-trend-chart', 'insights-dashboard'])
      assert.equal(await versionOf(tag), '1.0.0', tag);
    assert.deepEqual(await canvases(), [0, 1, 1, 1]);
    assert.ok(site.paths.includes('/1.0.0/chart.js') && !site.paths.includes('/2.0.0/chart.js'), 'one chart library');
  });

  it('elements of the later one, under tags of their own, take the numbers of a provider of the first', async () => {
    await open(moduleOf('1.0.0'), moduleOf('2.0.0'));
    await page.evaluate(async () => {
      const address = '/2.0.0/insights-elements.js';
      const { InsightsMetricCard, InsightsTrendChart } = (await import(address)) as typeof import('../../src/index.js');
      InsightsMetricCard.define('later-card');
      InsightsTrendChart.define('later-trend');
      document
        .querySelector('insights-provider')
        ?.insertAdjacentHTML(
          'beforeend',
          '<later-card metric="likes"></later-card><later-trend metric="likes"></later-trend>',
        );
    });
    for (const tag of ['later-card', 'later-trend'])
      await page.waitForSelector(`${tag}[state=ready]`, { timeout: 10_000, state: 'attached' });
    await page.waitForFunction(() => document.querySelector('later-trend')?.shadowRoot?.querySelector('canvas'));
    // The provider's choice of days reaches both.
    await page.evaluate(() => document.querySelector('insights-provider')?.setAttribute('range', 'last_7_days'));
    await page.waitForFunction(() => {
      const ranges = ['later-card', 'insights-metric-card'].map((tag) => {
        const card = document.querySelector(tag) as { result?: { range?: { since: string; until: string } } } | null;
        return card?.result?.range;
      });
      const days = ranges.map((range) => range && Date.parse(range.until) - Date.parse(range.since));
      return days.every((ms) => ms === 6 * 86_400_000);
    });
    assert.equal(await versionOf('later-card'), '2.0.0');
    assert.deepEqual(await canvases(), [0, 1, 1, 1, 0, 1]);
    assert.deepEqual([errors, warnings.length], [[], 1]);
  });

  it('three versions, and the classic script first: still one warning, and the variable stays', async () => {
    await open(globalOf('1.1.0'), moduleOf('1.0.0'), globalOf('2.0.0'), moduleOf('2.0.0'));
    assert.equal(warnings.length, 1, warnings.join('\n'));
    assert.deepEqual(errors, []);
    assert.equal(await versionOf('insights-metric-card'), '1.1.0');
    const held = await page.evaluate(() => {
      const { InsightsElements } = window as unknown as { InsightsElements: typeof import('../../src/index.js') };
      return InsightsElements.InsightsMetricCard === customElements.get('insights-metric-card');
    });
    assert.ok(held, 'the variable is of another copy');
    assert.deepEqual(await canvases(), [0, 1, 1, 1]);
  });

  it('the same version twice: not a word', async () => {
    await open(moduleOf('1.0.0'), moduleOf('copy'), globalOf('1.0.0'));
    assert.deepEqual([warnings, errors], [[], []]);
    assert.deepEqual(await canvases(), [0, 1, 1, 1]);
  });

  it('under a policy that allows one Lit the later copy does not load, and the first one works', async () => {
    policy = "require-trusted-types-for 'script'; trusted-types lit-html";
    await open(moduleOf('1.0.0'), moduleOf('2.0.0'));
    assert.match(errors.join('\n'), /lit-html.*already exists|already exists.*lit-html/s);
    assert.equal(await versionOf('insights-metric-card'), '1.0.0');
    await page.close();

    errors.length = 0;
    policy = `${policy} 'allow-duplicates'`;
    await open(moduleOf('1.0.0'), moduleOf('2.0.0'));
    assert.deepEqual([errors, warnings.length], [[], 1]);
  });
});
