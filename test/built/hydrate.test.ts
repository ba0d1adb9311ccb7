import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { html, type TemplateResult } from 'lit';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.js';
import { type Drawing, everyElement, nonce, pageOf, policy, type Seen, serveDrawing } from './drawn-page.js';

describe('a page that a server has rendered', () => {
  let { pages, client, renderInsights } = {} as Drawing;
  let browser: Browser;
  const complaints: string[] = [];

  before(async () => {
    ({ pages, client, renderInsights } = await serveDrawing({
      late: `import 'insights-elements/define'; import 'insights-elements/hydrate';`,
    }));
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
    readonly script?: 'alive' | 'fresh' | 'late' | 'cdn' | 'none';
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
      cdn: ['cdn/hydrate.js', 'cdn/insights-elements.js'],
      alive: ['alive/page.js'],
      fresh: ['fresh/page.js'],
      late: ['late/page.js'],
    };
    pages.put('/page', pageOf(drawn, files[script], lang), options.policy);
    pages.asked();
    complaints.length = 0;
    const page = await browser.newPage({
      javaScriptEnabled: script !== 'none',
      viewport: { width: 1100, height: 900 },
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`${pages.origin}/page`);
    if (script !== 'none') await page.waitForFunction(() => (window as unknown as { hasBegun?: boolean }).hasBegun);
    return page;
  }

  const settle = async (page: Page): Promise<void> => {
    await page.waitForFunction(() => (window as unknown as { isSettled: () => boolean }).isSettled());
    await page.waitForTimeout(300);
  };

  const see = (page: Page): Promise<Seen> => page.evaluate('see()');

  it('shows numbers, sentences and tables without a script', async () => {
    const page = await open(everyElement('en'), { script: 'none' });
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
      const page = await open(everyElement(locale));
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
    const page = await open(everyElement('de'), { script: 'cdn', policy });
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
    const page = await open(everyElement('en'));
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
    await page.waitForFunction(() => (window as unknown as { see: () => Seen }).see().told.length === 2);
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

  it('says once that hydration came too late, where elements were defined before it', async () => {
    const page = await open(html`${asking}${asking}`, { script: 'late' });
    await page.waitForSelector('insights-metric-card[state=ready] >> nth=1', { state: 'attached' });
    assert.match((await page.locator('[part=value]').first().textContent()) ?? '', /^[\d,]+$/);
    assert.equal(complaints.length, 1, complaints.join('\n'));
    assert.match(complaints[0] ?? '', /hydrate was loaded after the elements were defined.*Import it first/);
    await page.close();
  });

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

  it('forgets what it was served when its client does, and asks', async () => {
    const page = await open(everyElement('en'));
    await settle(page);
    const isBusy = await page.evaluate(async () => {
      const [card, header] = ['insights-metric-card', 'insights-account-header'].map((tag) =>
        document.querySelector(tag),
      ) as unknown as { source: { clear(): void }; state: string; updateComplete: Promise<unknown> }[];
      card?.source.clear();
      await Promise.all([card?.updateComplete, header?.updateComplete]);
      return [card?.state, header?.state];
    });
    assert.deepEqual(isBusy, ['loading', 'loading']);
    for (const tag of ['insights-metric-card', 'insights-account-header', 'insights-trend-chart'])
      await page.waitForSelector(`${tag}[state=ready]`, { state: 'attached' });
    assert.ok(pages.asked().some((address) => address.includes('username')));
    assert.deepEqual(complaints, []);
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
    const states = (): Promise<string[]> =>
      page.evaluate(() =>
        (window as unknown as { inside: () => Element[] })
          .inside()
          .filter((element) => element.hasAttribute('state'))
          .map((element) => `${element.getAttribute('state')} ${element.getAttribute('reason')}`),
      );
    const isRefused = (all: readonly string[]): boolean => all.every((state) => state === 'error not-found');
    let told = await states();
    for (const end = Date.now() + 10_000; !isRefused(told) && Date.now() < end; told = await states())
      await page.waitForTimeout(50);
    assert.ok(told.length > 5 && isRefused(told), told.join());
    await page.close();
  });
});
