// The site in Chromium, as any host serves it, in a folder: no complaint, elements that come alive, no problem that axe knows,
// nothing wider than the page, light and dark. What is written in it: test/package/site.test.ts.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { pages, type SitePage } from '../../demo/site/pages.js';
import { findBrowser } from '../../scripts/browser.js';
import { root } from '../../scripts/entries.js';
import { type FilesServer, serveFiles } from './files-server.js';

const folder = '/some/folder';
const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
/** The rules whose verdict can change with colours and width. */
const ofLooks = ['color-contrast', 'scrollable-region-focusable', 'link-in-text-block'];
/** Widths, and how large a visitor has made the text. */
const sizes = [
  [1280, ''],
  [768, ''],
  [320, '200%'],
  [320, ''],
] as const;
const types: Readonly<Record<string, string>> = {
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/** As `npm run build:site` does. */
async function build(out: string): Promise<string> {
  const args = ['--import', 'tsx', 'scripts/build-site.ts', '--base', folder, '--out', out];
  return (await promisify(execFile)(process.execPath, args, { cwd: root })).stdout;
}

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: unknown }[] }[];
}

/** What stands on the page, in shadow roots too, and is not in the state that it should be in. It runs there: no names in it. */
const unsettled = (): string[] => {
  // The builder is empty until it has asked its elements.
  const found = [...document.querySelectorAll('#builder:empty')].map(({ id }) => `#${id}: empty`);
  const roots: ParentNode[] = [document];
  for (const within of roots) {
    for (const one of within.querySelectorAll('*')) {
      if (one.shadowRoot) roots.push(one.shadowRoot);
      // What is hidden is asked what it would say: the builder's judge.
      if (!one.localName.startsWith('insights-') || one.closest('[hidden]')) continue;
      const isKnown = customElements.get(one.localName) !== undefined;
      const { state } = one as { state?: string };
      const isMistake = /metric="reech"|metric="likes" period="lifetime"/.test(one.outerHTML);
      const isWell = isKnown && (state === undefined || state === (isMistake ? 'error' : 'ready'));
      // A provider holds others; each of them is judged.
      if (!isWell && one.localName !== 'insights-provider') found.push(`${one.outerHTML.slice(0, 120)}: ${state}`);
    }
  }
  return found;
};

describe('the site', { concurrency: 2 }, () => {
  const out = mkdtempSync(join(tmpdir(), 'insights-site-'));
  const read = (file: string): Uint8Array | undefined =>
    file && existsSync(join(out, file)) && statSync(join(out, file)).isFile()
      ? readFileSync(join(out, file))
      : undefined;
  let server: FilesServer;
  let browser: Browser;
  let context: BrowserContext;
  before(async () => {
    assert.match(await build(out), /pages, \d+ files/);
    server = await serveFiles((path) => {
      const own = path.startsWith(folder) ? path.slice(folder.length) : '';
      const file = own.endsWith('/') ? `${own}index.html` : own;
      const body = read(file);
      const type = types[/\w+$/.exec(file)?.[0] ?? ''];
      if (body === undefined)
        return { status: 404, body: read('/404.html') ?? '', headers: { 'Content-Type': 'text/html' } };
      const headers = { 'Cache-Control': 'max-age=600', ...(type && { 'Content-Type': type }) };
      return { body, headers };
    });
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
    // One for all tabs: what every page loads is loaded once.
    context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      colorScheme: 'light',
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
  });
  after(async () => {
    await browser?.close();
    server?.close();
    rmSync(out, { recursive: true });
  });

  /** A tab that takes down what the browser complains about, and which hosts are asked. */
  async function open(path: string, wanted = 200): Promise<{ tab: Page; complaints: string[] }> {
    const tab = await context.newPage();
    const complaints: string[] = [];
    tab.on('pageerror', (error) => complaints.push(String(error)));
    tab.on('console', (message) => {
      if (wanted === 200) complaints.push(`${message.type()}: ${message.text()}`);
    });
    tab.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${server.origin}${folder}/`))
        complaints.push(`asked ${request.url()}`);
    });
    const answer = await tab.goto(`${server.origin}${folder}${path}`, { waitUntil: 'load' });
    assert.equal(answer?.status(), wanted);
    return { tab, complaints };
  }

  const axeIn = async (tab: Page, rules?: readonly string[]): Promise<string[]> => {
    await tab.evaluate(axe);
    const options = JSON.stringify({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) });
    const { violations } = await tab.evaluate<AxeResults>(`axe.run(document, ${options})`);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => JSON.stringify(target)).join(' ')}`);
  };

  async function judge({ path, content }: SitePage): Promise<void> {
    const { tab, complaints } = await open(path);
    // The gallery shows what is wrong too, and is judged by its pictures and by axe elsewhere.
    const isGallery = 'html' in content && content.html.startsWith('gallery/');
    if (isGallery) {
      await tab.waitForSelector('html[data-settled]', { state: 'attached', timeout: 30_000 });
    } else {
      const end = Date.now() + 10_000;
      while ((await tab.evaluate(unsettled)).length > 0 && Date.now() < end) await tab.waitForTimeout(50);
      assert.deepEqual(await tab.evaluate(unsettled), []);
      assert.deepEqual(await axeIn(tab), [], 'light');
    }
    for (const [width, text] of sizes) {
      await tab.setViewportSize({ width, height: 900 });
      await tab.evaluate((size) => Object.assign(document.documentElement.style, { fontSize: size }), text);
      await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const wider = await tab.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(wider <= 0, `${wider} px wider than ${width} ${text}`);
    }
    await tab.emulateMedia({ colorScheme: 'dark' });
    if (!isGallery) assert.deepEqual(await axeIn(tab, ofLooks), [], 'dark, narrow');
    assert.deepEqual(complaints, []);
    await tab.close();
  }

  for (const page of pages) it(`${page.path} is well`, () => judge(page));

  it('is not written over a folder of something else', async () => {
    const other = mkdtempSync(join(tmpdir(), 'insights-other-'));
    writeFileSync(join(other, 'notes.txt'), 'mine');
    await assert.rejects(build(other), /holds something else than a site/);
    assert.equal(readFileSync(join(other, 'notes.txt'), 'utf8'), 'mine');
    rmSync(other, { recursive: true });
  });

  it('code is copied, or selected where there is no clipboard', async () => {
    const { tab } = await open('/guides/languages/');
    const button = tab.locator('figure.listing button').first();
    await button.click();
    await tab.getByRole('button', { name: 'Copied' }).waitFor();
    assert.match(
      await tab.evaluate(() => navigator.clipboard.readText()),
      /^<section lang="de">\n {2}<insights-metric-card /,
    );
    await tab.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not here'));
    });
    await tab.locator('figure.listing button').nth(1).click();
    await tab.getByRole('button', { name: /Selected/ }).waitFor();
    assert.match(await tab.evaluate(() => String(getSelection())), /^import \{ setWords \}/);
    await tab.close();
  });

  it('keys come past the navigation, and narrow pages fold it', async () => {
    const { tab } = await open('/guides/theming/');
    await tab.keyboard.press('Tab');
    assert.equal(await tab.evaluate(() => document.activeElement?.className), 'skip');
    await tab.keyboard.press('Enter');
    assert.equal(await tab.evaluate(() => document.activeElement?.id), 'content');
    const link = tab.locator('.side').getByRole('link', { name: 'Get a token' });
    assert.ok(await link.isVisible());
    await tab.setViewportSize({ width: 320, height: 700 });
    await link.waitFor({ state: 'hidden' });
    assert.ok(!(await link.isVisible()));
    await tab.getByText('All pages').click();
    await link.click();
    await tab.waitForURL(/\/guides\/token\/$/);
    await tab.close();
  });

  it('the builder says what it does, and stays beside what is chosen', async () => {
    const { tab } = await open('/builder/');
    const reach = tab.getByRole('radio', { name: 'Reach', exact: true });
    await reach.waitFor();
    const status = tab.getByRole('status').and(tab.locator('p.status'));
    assert.equal(await status.count(), 1, 'it is there before it speaks');
    assert.equal(await tab.locator('label:has-text("العربية")').getAttribute('lang'), 'ar');
    await tab.locator('.block').getByRole('button').first().click();
    await tab.getByRole('button', { name: 'Copied', exact: true }).waitFor();

    await tab.getByRole('textbox', { name: /^Accent/ }).scrollIntoViewIfNeeded();
    const edge = (selector: string, side: 'top' | 'bottom'): Promise<number> =>
      tab.locator(selector).evaluate((element, name) => element.getBoundingClientRect()[name], side);
    assert.ok((await edge('#builder .preview', 'top')) >= (await edge('.bar', 'bottom')), 'below the bar');

    await tab.emulateMedia({ forcedColors: 'active' });
    const ground = (name: string): Promise<string> =>
      tab
        .locator('label', { has: tab.getByRole('radio', { name, exact: true }) })
        .evaluate((label) => getComputedStyle(label).backgroundColor);
    assert.notEqual(await ground('Reach'), await ground('Likes'), 'what is chosen is seen');

    await tab.setViewportSize({ width: 375, height: 700 });
    await tab.getByRole('textbox', { name: /^Accent/ }).focus();
    for (let count = 0; count < 12; count += 1) {
      await tab.keyboard.press('Shift+Tab');
      const focused = await tab.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? 0);
      const card = await edge('#builder .preview', 'bottom');
      assert.ok(card > 200 && card <= focused, `a card stays in sight, the focus below it: ${card}, ${focused}`);
    }
    await tab.close();
  });

  it('an address that there is not has a page that leads back, however deep', async () => {
    const { tab } = await open('/no/such/page/', 404);
    await tab.getByRole('link', { name: 'To the first page' }).click();
    await tab.waitForURL(`${server.origin}${folder}/`);
    await tab.close();
  });
});
