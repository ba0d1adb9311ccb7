import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { html } from 'lit';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';
import { findBrowser } from '../../scripts/browser.js';
import type * as Ssr from '../../src/ssr/index.js';
import { built, type Pages, servePages } from './server-page.js';

const result = { metric: 'reach', period: 'day', total: 4321, range: { since: '2026-11-01', until: '2026-11-03' } };

/** As a component that the server has rendered with the drawn elements, and a page that need not know them. */
const drawnPage = `import 'insights-elements/hydrate'; import 'insights-elements/define';
import { createElement as h } from 'react'; import { hydrateRoot } from 'react-dom/client';
hydrateRoot(document.getElementById('app'),
  h('main', null, h('div', { suppressHydrationWarning: true, dangerouslySetInnerHTML: { __html: '' } })),
  { onRecoverableError: (error) => console.error(error) });`;

const dataPage = `import 'insights-elements/hydrate'; import 'insights-elements/define';
import { createElement as h } from 'react'; import { hydrateRoot } from 'react-dom/client';
const data = document.querySelector('script[type="application/json"]').textContent;
hydrateRoot(document.getElementById('app'),
  h('main', null, h('insights-metric-card', { metric: 'reach', suppressHydrationWarning: true },
    h('script', { type: 'application/json', dangerouslySetInnerHTML: { __html: data } }))),
  { onRecoverableError: (error) => console.error(error) });`;

describe('elements that a server has rendered, inside React', () => {
  let pages: Pages;
  let browser: Browser;
  const complaints: string[] = [];

  before(async () => {
    pages = await servePages(async () => new Response(null, { status: 404 }), { drawn: drawnPage, data: dataPage });
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  });
  after(async () => {
    await browser?.close();
    pages?.close();
  });

  async function open(name: string, app: string): Promise<Page> {
    pages.put(
      '/page',
      `<!doctype html><html lang="en"><meta charset="utf-8"><body><div id="app">${app}</div>
      <script>window.value = document.querySelector('insights-metric-card').shadowRoot?.querySelector('[part=value]');</script>
      <script type="module" src="/${name}/page.js"></script></body></html>`,
    );
    complaints.length = 0;
    const page = await browser.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() !== 'info') complaints.push(message.text());
    });
    await page.goto(`${pages.origin}/page`);
    await page.waitForTimeout(500);
    return page;
  }

  it('stay, in what React is given as HTML', async () => {
    const { renderInsights } = await built<typeof Ssr>('ssr/index.js');
    const drawn = await renderInsights(
      html`<insights-metric-card metric="reach" .result=${result}></insights-metric-card>`,
    );
    const page = await open(
      'drawn',
      renderToString(h('main', null, h('div', { dangerouslySetInnerHTML: { __html: drawn } }))),
    );
    assert.equal(await page.locator('insights-metric-card [part=value]').textContent(), '4,321');
    assert.ok(await page.evaluate(() => (window as unknown as { value: Element }).value.isConnected));
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('take what a script inside them brings, where React draws the tag', async () => {
    const { answerData } = await built<typeof Ssr>('ssr/index.js');
    const script = h('script', {
      type: 'application/json',
      dangerouslySetInnerHTML: { __html: answerData({ result }) },
    });
    const page = await open(
      'data',
      renderToString(
        h('main', null, h('insights-metric-card', { metric: 'reach', suppressHydrationWarning: true }, script)),
      ),
    );
    assert.equal(await page.locator('insights-metric-card [part=value]').textContent(), '4,321');
    assert.deepEqual(complaints, []);
    await page.close();
  });
});
