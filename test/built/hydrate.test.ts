import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { html, type TemplateResult } from 'lit';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.js';
import type * as Client from '../../src/client/index.js';
import type * as Sandbox from '../../src/sandbox/index.js';
import type * as Backend from '../../src/server/index.js';
import type * as Ssr from '../../src/ssr/index.js';
import { built, type Pages, servePages } from './server-page.js';

const nonce = 'r4nd0m';
const policy = `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types lit-html`;

/**
 * Notes every node of every shadow root once the page is painted, and what moves from then on; then loads the modules. A page that
 * is still being read moves by itself: the browser shows what it has so far.
 */
const watch = (modules: readonly string[]): string => `<script nonce="${nonce}">
  const inside = (root) => [...root.querySelectorAll('*')].flatMap((node) => [node, ...(node.shadowRoot ? inside(node.shadowRoot) : [])]);
  window.inside = () => inside(document.body).filter((node) => !/^(style|script|template)$/.test(node.localName));
  window.shifts = [];
  window.told = [];
  for (const type of ['insights-load', 'insights-error']) addEventListener(type, (event) => window.told.push(event.type + ' ' + event.target.localName));
  const rectOf = ({ x, y, width, height }) => [x, y, width, height].join();
  const sourceOf = ({ node, previousRect, currentRect }) => [node?.nodeName, rectOf(previousRect), rectOf(currentRect)].join(' ');
  const begin = async () => {
    window.first = window.inside();
    window.boxes = window.first.map((node) => JSON.stringify(node.getBoundingClientRect()));
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value, sources }) => value + ' ' + sources.map(sourceOf).join('; ')))).observe({ type: 'layout-shift' });
    for (const path of ${JSON.stringify(modules)}) await import(path);
    window.hasBegun = true;
  };
  requestAnimationFrame(() => requestAnimationFrame(begin));
</script>`;

interface Seen {
  readonly count: number;
  readonly lost: string[];
  readonly moved: string[];
  readonly shifts: string[];
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

  // What a test leaves open when it fails would go on asking in the next one.
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });

  interface Options {
    readonly script?: 'alive' | 'fresh' | 'cdn' | 'none';
    readonly policy?: string;
    readonly lang?: string;
    readonly change?: (drawn: string) => string;
    readonly given?: boolean;
  }

  async function open(template: TemplateResult, options: Options = {}): Promise<Page> {
    const { script = 'alive', lang = 'en', change = (drawn) => drawn, given = false } = options;
    const drawn = change(await renderInsights(template, { lang, client: given ? undefined : client, nonce }));
    const files = {
      none: [],
      cdn: ['/cdn/hydrate.js', '/cdn/insights-elements.js'],
      alive: ['/alive/page.js'],
      fresh: ['/fresh/page.js'],
    };
    pages.put(
      '/page',
      `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>A page</title><body>${drawn}${watch(files[script])}</body></html>`,
      options.policy,
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
    await page.waitForFunction(() => {
      const { hasBegun, inside } = window as unknown as { hasBegun?: boolean; inside: () => Element[] };
      return (
        hasBegun &&
        inside().every((node) => {
          const { hasUpdated = true, isUpdatePending = false } = node as {
            hasUpdated?: boolean;
            isUpdatePending?: boolean;
          };
          return hasUpdated && !isUpdatePending;
        })
      );
    });
    await page.waitForTimeout(300);
  };

  const see = (page: Page): Promise<Seen> =>
    page.evaluate(() => {
      const { first, boxes, shifts, told } = window as unknown as {
        first: Element[];
        boxes: string[];
        shifts: string[];
        told: string[];
      };
      return {
        count: first.length,
        lost: first.filter((node) => !node.isConnected).map(({ outerHTML }) => outerHTML.slice(0, 80)),
        // A canvas is a whole number of pixels wide once it is drawn.
        moved: first.flatMap((node, at) => {
          const { x, y, width, height } = node.getBoundingClientRect();
          const box = JSON.parse(boxes[at] ?? '{}') as Record<string, number>;
          const isThere = Object.entries({ x, y, width, height }).every(
            ([name, value]) => Math.abs(value - (box[name] ?? 0)) < 0.5,
          );
          return isThere ? [] : [`${node.outerHTML.slice(0, 60)} ${boxes[at]} ${[x, y, width, height].join()}`];
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

  it('does so with the files of the CDN, under a strict policy', async () => {
    const page = await open(all('de'), { script: 'cdn', policy });
    await settle(page);
    const { lost, moved, shifts } = await see(page);
    assert.deepEqual([lost, moved, shifts, complaints, pages.asked()], [[], [], [], [], []]);
    assert.equal(await page.locator('insights-metric-card').first().getAttribute('state'), 'ready');
    await page.close();
  });

  it('keeps a dashboard, which hydrates before what is in it', async () => {
    const page = await open(
      html`<insights-dashboard backend-url="/insights" choosable locale="de"></insights-dashboard>`,
    );
    await settle(page);
    const { count, lost, moved, shifts, told } = await see(page);
    assert.ok(count > 1200, String(count));
    assert.deepEqual([lost, moved, shifts, complaints, pages.asked()], [[], [], [], [], []]);
    assert.deepEqual(
      told.filter((line) => line.includes('error')),
      [],
    );
    await page.close();
  });

  it('is alive: days are chosen, asked for and shown, charts are drawn on the canvas that was there', async () => {
    const page = await open(all('en'));
    await settle(page);
    const canvas = page.locator('insights-trend-chart canvas');
    // It is drawn in a frame of its own, after the element is settled.
    await page.waitForFunction(
      () => (document.querySelector('insights-trend-chart')?.shadowRoot?.querySelector('canvas')?.width ?? 0) > 600,
    );
    assert.ok((await canvas.evaluate((node) => (node as HTMLCanvasElement).width)) > 600);
    const value = page.locator('insights-metric-card').first().locator('[part=value]');
    const shown = await value.textContent();
    await page.locator('insights-range-picker select').first().selectOption('last_7_days');
    // While it is asked the card has no number at all: another one has to be there.
    await page.waitForFunction((old) => {
      const number = document
        .querySelector('insights-metric-card')
        ?.shadowRoot?.querySelector('[part=value]')?.textContent;
      return number && number !== old;
    }, shown);
    assert.ok(pages.asked().length > 0);
    await page.locator('insights-metric-card').first().locator('svg').focus();
    await page.keyboard.press('ArrowRight');
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('shows what is older than it should be, and then what is new', async () => {
    const ago = (text: string): string =>
      text.replaceAll(/"fetchedAt":(\d+)/g, (_, time: string) => `"fetchedAt":${Number(time) - 3_600_000}`);
    const old = (text: string): string =>
      ago(text)
        .replaceAll('"total":', '"total":7')
        .replaceAll(/(part="value">(?:<!--[^>]*-->)?)/g, '$17');
    const page = await open(
      html`<insights-metric-card metric="likes" backend-url="/insights"></insights-metric-card>`,
      {
        change: old,
      },
    );
    await page.waitForFunction(() => (window as unknown as { told: string[] }).told.length === 2);
    assert.equal(pages.asked().length, 1);
    const { lost, shifts } = await see(page);
    assert.deepEqual([lost, shifts, complaints], [[], [], []]);
    assert.doesNotMatch((await page.locator('[part=value]').textContent()) ?? '', /^7\d*,\d{3},/);
    await page.close();
  });

  const reach = { metric: 'reach', period: 'day', total: 4321, range: { since: '2026-11-01', until: '2026-11-03' } };
  const given = html`<insights-metric-card metric="reach" .result=${reach}></insights-metric-card>`;
  const one = (page: Page): Promise<string | null> => page.locator('insights-metric-card [part=value]').textContent();

  it('shows a result that was set on the server as if it were set here: nothing is asked', async () => {
    const page = await open(given, { given: true });
    await settle(page);
    const { lost, moved, shifts } = await see(page);
    assert.deepEqual([lost, moved, shifts, complaints, pages.asked()], [[], [], [], [], []]);
    assert.equal(await one(page), '4,321');
    const total = await page.evaluate(() => document.querySelector('insights-metric-card')?.result?.total);
    assert.equal(total, 4321);
    await page.close();
  });

  it('takes a result from its script where the server has drawn nothing', async () => {
    const page = await open(given, {
      given: true,
      change: (drawn) => drawn.replace(/<template[\s\S]*<\/template>/, ''),
    });
    await settle(page);
    assert.equal(await one(page), '4,321');
    await page.close();
  });

  const asking = html`<insights-metric-card metric="likes" backend-url="/insights"></insights-metric-card>`;
  const disagreements: readonly [string, Options, RegExp][] = [
    ['no answer on the server: the skeleton stays until there is one', { given: true }, /^[\d,]+$/],
    [
      'another metric on the page',
      { change: (drawn) => drawn.replace('metric="likes"', 'metric="saved"') },
      /^[\d,]+$/,
    ],
    [
      'another language on the page',
      { change: (drawn) => drawn.replace('metric="likes"', 'metric="likes" locale="de"') },
      /^[\d.]+$/,
    ],
    ['a script that is none of ours', { change: (drawn) => drawn.replace(/(json">)[^<]*/, '$1{"a":') }, /^[\d,]+$/],
    [
      'a script with markup for numbers',
      { change: (drawn) => drawn.replace(/"total":\d+/, '"total":"<b>1</b>"') },
      /^[\d,]+$/,
    ],
    [
      'nodes that somebody has removed',
      { change: (drawn) => drawn.replace(/<p class="note">[\s\S]*?<\/p>/, '') },
      /^[\d,]+$/,
    ],
    [
      'marks that somebody has removed',
      { change: (drawn) => drawn.replaceAll(/<!--\/?lit-part[^>]*-->/g, '') },
      /^[\d,]+$/,
    ],
    ['without hydration: drawn anew, once', { script: 'fresh' }, /^[\d,]+$/],
  ];
  for (const [what, options, text] of disagreements) {
    it(`goes on with ${what}`, async () => {
      const page = await open(asking, options);
      await page.waitForSelector('insights-metric-card[state=ready]', { state: 'attached' });
      await settle(page);
      assert.match((await one(page)) ?? '', text);
      assert.equal(await page.locator('insights-metric-card [part=base]').count(), 1);
      assert.equal(await page.locator('insights-metric-card style').count(), 0);
      assert.deepEqual(complaints, []);
      await page.close();
    });
  }

  it('sets texts and attributes right that differ, in the same nodes', async () => {
    const page = await open(asking, {
      change: (drawn) => drawn.replace('>Likes<', '>Hearts<').replace('"More for Likes"', '"?"'),
    });
    await settle(page);
    assert.equal(await page.locator('insights-metric-card .label').textContent(), 'Likes');
    assert.equal(await page.locator('insights-metric-card [part=menu]').getAttribute('aria-label'), 'More for Likes');
    assert.deepEqual((await see(page)).lost, []);
    await page.evaluate(() => document.querySelector('insights-metric-card')?.setAttribute('heading', 'Hearts'));
    assert.equal(await page.locator('insights-metric-card .label').textContent(), 'Hearts');
    await page.close();
  });

  it('leaves a table open that a visitor has opened before', async () => {
    const page = await open(
      html`<insights-trend-chart metric="likes" backend-url="/insights"></insights-trend-chart>`,
      {
        change: (drawn) => drawn.replace('<details part="table"', '<details open part="table"'),
      },
    );
    await settle(page);
    assert.equal(await page.locator('insights-trend-chart details').getAttribute('open'), '');
    assert.deepEqual((await see(page)).lost, []);
    await page.close();
  });

  it('shows no account what was served of another', async () => {
    const page = await open(
      html`<insights-provider backend-url="/insights">
          <insights-account-header></insights-account-header>
          <insights-metric-card metric="likes"></insights-metric-card>
        </insights-provider>
        <insights-account-header backend-url="/insights"></insights-account-header>
        <insights-metric-card metric="likes" backend-url="/insights"></insights-metric-card>
        <insights-dashboard metrics="likes" backend-url="/insights"></insights-dashboard>`,
    );
    await settle(page);
    // A token that comes late is another client, of the same account.
    await page.evaluate(
      "for (const element of document.querySelectorAll('[backend-url]')) element.getToken = () => 'a-token'",
    );
    await settle(page);
    assert.deepEqual(pages.asked(), []);
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('[backend-url]')) element.setAttribute('account', 'another');
    });
    await page.waitForTimeout(500);
    await settle(page);
    const states = await page.evaluate(() =>
      (window as unknown as { inside: () => Element[] })
        .inside()
        .filter((element) => element.hasAttribute('state'))
        .map((element) => `${element.getAttribute('state')} ${element.getAttribute('reason')}`),
    );
    assert.ok(states.length > 5);
    assert.deepEqual([...new Set(states)], ['error not-found'], states.join());
    await page.close();
  });
});
