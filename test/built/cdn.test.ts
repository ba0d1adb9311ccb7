import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.js';
import { root } from '../../scripts/entries.js';

// A version in the address, as hosts add it: what is loaded later must not load the entry again under its bare name.
const script = '/cdn/insights-elements.js?version=1';
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

const html = `<!doctype html><html lang="en"><title>A page</title>
<script type="module" src="${script}"></script>
<insights-provider demo>
  <insights-metric-card metric="reach"></insights-metric-card>
</insights-provider>`;

describe('cdn/insights-elements.js', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];
  const complaints: string[] = [];

  const ready = (tag: string): Promise<unknown> =>
    page.waitForSelector(`${tag}[state="ready"]`, { timeout: 10_000, state: 'attached' });

  before(async () => {
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (pathname === '/favicon.ico') {
        response.writeHead(204).end();
        return;
      }
      if (!/^\/cdn\/[\w-]+\.js$/.test(pathname)) {
        response.setHeader('Content-Security-Policy', policy);
        response.setHeader('Content-Type', 'text/html').end(html);
        return;
      }
      response.setHeader('Content-Type', 'text/javascript').end(readFileSync(new URL(`.${pathname}`, root)));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
    page = await browser.newPage();
    page.on('request', (request) => requests.push(request.url().replace(origin, '')));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    await page.goto(origin);
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  it('shows a number, and gives a picture of it, without loading Chart.js', async () => {
    await ready('insights-metric-card');
    const type = await page.evaluate(async () => (await document.querySelector('insights-metric-card')?.toPNG())?.type);
    assert.equal(type, 'image/png');
    assert.ok(requests.includes('/cdn/picture.js'), `what draws it is not a file of its own: ${requests.join(' ')}`);
    assert.ok(requests.includes('/cdn/sandbox.js'), `the sandbox is not a file of its own: ${requests.join(' ')}`);
    assert.deepEqual(
      requests.filter((address) => address.includes('chart')),
      [],
    );
  });

  it('loads the chart with the first chart, and no file twice', async () => {
    await page.evaluate(() => {
      const chart = document.createElement('insights-demographics-chart');
      chart.setAttribute('metric', 'follower_demographics');
      chart.setAttribute('breakdown', 'country');
      document.querySelector('insights-provider')?.append(chart);
    });
    await ready('insights-demographics-chart');
    await page.waitForFunction(() =>
      document.querySelector('insights-demographics-chart')?.shadowRoot?.querySelector('canvas'),
    );
    assert.ok(requests.includes('/cdn/chart.js'), `the chart is not a file of its own: ${requests.join(' ')}`);
    const paths = requests.map((address) => address.replace(/\?.*/, ''));
    assert.deepEqual(paths, [...new Set(paths)]);
  });

  it('loads tones when a visitor asks for them', async () => {
    assert.ok(!requests.includes('/cdn/sound.js'));
    await page.mouse.click(5, 5);
    await page.evaluate(async () => {
      const chart = document.querySelector('insights-demographics-chart');
      setTimeout(() => chart?.stopTones(), 500);
      await chart?.playTones();
    });
    assert.ok(requests.includes('/cdn/sound.js'), `tones are not a file of their own: ${requests.join(' ')}`);
  });

  it('gives its numbers as files, from the menu, and leaves nothing of that in the page', async () => {
    for (const [tag, key, name] of [
      ['insights-metric-card', 'csv', /^instagram-reach-[\d-]+\.csv$/],
      ['insights-demographics-chart', 'png', /^instagram-follower_demographics\.png$/],
    ] as const) {
      await page
        .locator(tag)
        .getByRole('button', { name: /^More for/ })
        .click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`${tag} [data-key=${key}]`).click(),
      ]);
      assert.match(file.suggestedFilename(), name);
      const bytes = readFileSync(await file.path());
      assert.deepEqual([...bytes.subarray(0, 4)], key === 'csv' ? [0xef, 0xbb, 0xbf, 0x6d] : [0x89, 0x50, 0x4e, 0x47]);
      await page.locator(`${tag} .menu-place`).waitFor({ state: 'detached' });
    }
    assert.equal(await page.locator('a').count(), 0);
  });

  it('keeps to the page, under a strict policy, without a complaint', () => {
    assert.deepEqual(
      requests.filter((address) => !/^\/(cdn\/[\w-]+\.js(\?.*)?)?$/.test(address)),
      [],
    );
    assert.deepEqual(complaints, []);
  });
});
