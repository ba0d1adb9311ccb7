import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { html, type TemplateResult } from 'lit';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.js';
import type * as Client from '../../src/client/index.js';
import type * as Sandbox from '../../src/sandbox/index.js';
import type * as Backend from '../../src/server/index.js';
import type * as Ssr from '../../src/ssr/index.js';
import { built, type Pages, servePages } from './server-page.js';

/** Notes every node of every shadow root before a module has run, and what moves. */
const watch = `<script>
  const inside = (root) => [...root.querySelectorAll('*')].flatMap((node) => [node, ...(node.shadowRoot ? inside(node.shadowRoot) : [])]);
  window.inside = () => inside(document.body).filter((node) => !/^(style|script|template)$/.test(node.localName));
  window.first = window.inside();
  window.boxes = window.first.map((node) => JSON.stringify(node.getBoundingClientRect()));
  window.shifts = [];
  window.told = [];
  for (const type of ['insights-load', 'insights-error']) addEventListener(type, (event) => window.told.push(event.type + ' ' + event.target.localName));
  new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true });
</script>`;

interface Seen {
  readonly count: number;
  readonly lost: string[];
  readonly moved: string[];
  readonly shifts: number[];
  readonly told: string[];
}

describe('a page that a server has rendered', () => {
  let pages: Pages;
  let browser: Browser;
  let client: Client.InsightsClient;
  let renderInsights: typeof Ssr.renderInsights;
  const complaints: string[] = [];

  before(async () => {
    const { createSandbox } = await built<typeof Sandbox>('sandbox/index.js');
    const { createInsightsHandler } = await built<typeof Backend>('server/index.js');
    const { createInsightsClient, createBackendTransport } = await built<typeof Client>('client/index.js');
    ({ renderInsights } = await built<typeof Ssr>('ssr/index.js'));
    const handler = createInsightsHandler({
      accounts: { default: { id: '17841400000000000', accessToken: 'not-used' } },
      access: 'public',
      basePath: '/insights',
      graph: { fetch: createSandbox({}).fetch },
    });
    pages = await servePages(handler);
    client = createInsightsClient({ transport: createBackendTransport({ url: `${pages.origin}/insights` }) });
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  });
  after(async () => {
    await browser?.close();
    pages?.close();
  });

  interface Options {
    readonly script?: 'alive' | 'fresh' | 'none';
    readonly lang?: string;
    readonly change?: (drawn: string) => string;
    readonly given?: boolean;
  }

  async function open(template: TemplateResult, options: Options = {}): Promise<Page> {
    const { script = 'alive', lang = 'en', change = (drawn) => drawn, given = false } = options;
    const drawn = change(await renderInsights(template, { lang, client: given ? undefined : client }));
    const module = script === 'none' ? '' : `<script type="module" src="/${script}/page.js"></script>`;
    pages.put(
      '/page',
      `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>A page</title>${module}<body>${drawn}${watch}</body></html>`,
    );
    pages.asked();
    complaints.length = 0;
    const page = await browser.newPage({
      javaScriptEnabled: script !== 'none',
      viewport: { width: 1100, height: 900 },
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`${pages.origin}/page`);
    return page;
  }

  const settle = async (page: Page): Promise<void> => {
    await page.waitForFunction(() =>
      (window as unknown as { inside: () => Element[] }).inside().every((node) => {
        const { hasUpdated = true, isUpdatePending = false } = node as {
          hasUpdated?: boolean;
          isUpdatePending?: boolean;
        };
        return hasUpdated && !isUpdatePending;
      }),
    );
    await page.waitForTimeout(300);
  };

  const see = (page: Page): Promise<Seen> =>
    page.evaluate(() => {
      const { first, boxes, shifts, told } = window as unknown as {
        first: Element[];
        boxes: string[];
        shifts: number[];
        told: string[];
      };
      return {
        count: first.length,
        lost: first.filter((node) => !node.isConnected).map(({ outerHTML }) => outerHTML.slice(0, 80)),
        moved: first.flatMap((node, at) => {
          const box = JSON.stringify(node.getBoundingClientRect());
          return box === boxes[at] ? [] : [`${node.outerHTML.slice(0, 60)} ${boxes[at]} ${box}`];
        }),
        shifts,
        told,
      };
    });

  const all = (
    locale: string,
  ): TemplateResult => html`<insights-provider backend-url="/insights" compare="previous_period" locale=${locale}>
    <insights-account-header></insights-account-header>
    <insights-range-picker comparison timeframes></insights-range-picker>
    <insights-metric-card metric="reach"></insights-metric-card>
    <insights-metric-card metric="follows_and_unfollows"></insights-metric-card>
    <insights-metric-card metric="likes" breakdown="media_product_type"></insights-metric-card>
    <insights-trend-chart metric="likes,comments"></insights-trend-chart>
    <insights-breakdown-chart metric="views" breakdown="follow_type" display="doughnut"></insights-breakdown-chart>
    <insights-demographics-chart metric="follower_demographics" breakdown="age,gender"></insights-demographics-chart>
    <insights-demographics-chart metric="follower_demographics" breakdown="country" display="map"></insights-demographics-chart>
  </insights-provider>`;

  it('shows numbers, sentences and tables without a script', async () => {
    const page = await open(all('en'), { script: 'none' });
    const card = page.locator('insights-metric-card').first();
    assert.match((await card.locator('[part=value]').textContent()) ?? '', /^[\d,]+$/);
    const chart = page.locator('insights-trend-chart');
    assert.match((await chart.locator('.sentence').textContent()) ?? '', /Likes/);
    await chart.locator('summary').click();
    assert.equal(await chart.locator('tbody tr').count(), 28);
    assert.equal(await chart.locator('tbody tr').first().isVisible(), true);
    await page.close();
  });

  for (const locale of ['en', 'de', 'ar']) {
    it(`keeps every node, moves nothing and asks nothing: ${locale}`, async () => {
      const page = await open(all(locale));
      await settle(page);
      const { count, lost, moved, shifts, told } = await see(page);
      assert.ok(count > 300, String(count));
      assert.deepEqual(lost, []);
      assert.deepEqual(moved, []);
      assert.deepEqual(shifts, []);
      assert.deepEqual(complaints, []);
      assert.deepEqual(pages.asked(), []);
      assert.equal(told.filter((line) => line === 'insights-load insights-metric-card').length, 3);
      assert.deepEqual(
        told.filter((line) => line.includes('error')),
        [],
      );
      await page.close();
    });
  }
});
