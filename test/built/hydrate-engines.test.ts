// What a server has drawn, in the browsers that hydrate.test.ts does not look at: Firefox and WebKit.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { html } from 'lit';
import puppeteer from 'puppeteer-core';
import { findFirefox } from '../../scripts/engines/firefox.js';
import { reasonOf } from '../../scripts/engines/program.js';
import { WebDriver } from '../../scripts/engines/webdriver.js';
import { findWebKit } from '../../scripts/engines/webkit.js';
import { startDriver } from '../../scripts/engines/webkit-driver.js';
import { type Drawing, everyElement, nonce, pageOf, policy, type Seen, serveDrawing } from './drawn-page.js';

interface Browser {
  readonly open: (address: string) => Promise<unknown>;
  /** What an expression is in the page. */
  readonly read: <T>(expression: string) => Promise<T>;
  readonly close: () => Promise<unknown>;
}

const engines: Readonly<Record<string, () => Promise<Browser>>> = {
  Firefox: async () => {
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath: findFirefox() });
    const page = await browser.newPage();
    return {
      open: (address) => page.goto(address),
      read: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
      close: () => browser.close(),
    };
  },
  WebKit: async () => {
    const programs = findWebKit();
    const { address, stop } = await startDriver(programs);
    const browserOptions = { binary: programs.browser, args: ['--automation'] };
    const browser = await WebDriver.start({
      address,
      capabilities: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': browserOptions },
    });
    return {
      open: (page) => browser.open(page),
      read: (expression) => browser.evaluate(`return ${expression}`),
      close: () => browser.end().finally(stop),
    };
  },
};

let pages: Drawing['pages'];
const visits = [
  ['en', ['alive/page.js']],
  // Without that each browser has digits of its own for Arabic.
  ['ar-u-nu-latn', ['cdn/hydrate.js', 'cdn/insights-elements.js']],
] as const;
const drawn = new Map<string, string>();
before(async () => {
  const { client, renderInsights, ...served } = await serveDrawing();
  ({ pages } = served);
  for (const [locale] of visits) {
    const dashboard = html`<insights-dashboard backend-url="/insights" choosable locale=${locale}></insights-dashboard>`;
    const options = { client, nonce, lang: locale };
    drawn.set(locale, await renderInsights(html`${everyElement(locale)}${dashboard}`, options));
  }
});
after(() => pages?.close());

const shownIn = `inside().filter(({ localName }) => localName.startsWith('insights-'))`;
const charts = `inside().filter(({ localName }) => localName.endsWith('-chart'))`;
const value = `document.querySelector('insights-metric-card').shadowRoot.querySelector('[part=value]')?.textContent`;

for (const [name, launch] of Object.entries(engines)) {
  describe(`a page that a server has rendered, in ${name}`, () => {
    let browser: Browser | undefined;
    before(async () => {
      try {
        browser = await launch();
      } catch (error) {
        if (process.env.REQUIRE_ENGINES === '1') throw error;
        console.log(`${name}: skipped: ${reasonOf(error)}`);
      }
    });
    after(() => browser?.close());

    async function until(what: string, condition: string): Promise<void> {
      const end = Date.now() + 20_000;
      const isSo = async (): Promise<boolean | undefined> => browser?.read<boolean>(`Boolean(${condition})`);
      while (!(await isSo())) {
        if (Date.now() > end)
          assert.fail(`in vain: ${what}; ${JSON.stringify(await browser?.read('see()')).slice(0, 2000)}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }

    for (const [locale, files] of visits) {
      it(`keeps every node, moves nothing, says nothing, asks nothing, and is alive: ${locale}, ${files[0]}`, async (test) => {
        if (!browser) return test.skip(`no ${name}`);
        pages.put('/page', pageOf(drawn.get(locale) ?? '', files, locale), policy);
        await browser.open('about:blank');
        pages.asked();
        await browser.open(`${pages.origin}/page`);
        await until('the elements are defined', `customElements.get('insights-dashboard')`);
        await until('every element is settled', 'isSettled()');
        await until(
          'the first chart is drawn on its canvas',
          `${charts}[0].shadowRoot.querySelector('canvas').width > 600`,
        );
        const { count, lost, moved, jumped, changed, told, said } = await browser.read<Seen>('see()');
        assert.ok(count > 1500, String(count));
        assert.deepEqual({ lost, jumped, said, asked: pages.asked() }, { lost: [], jumped: [], said: [], asked: [] });
        // An older library than the server's has another name for a country: a text of another width.
        assert.ok(changed.length < 20, changed.join());
        if (changed.length === 0) assert.deepEqual(moved, []);
        assert.ok(told.includes('insights-load insights-metric-card') && !told.join().includes('error'), told.join());

        const shown = await browser.read<string>(value);
        await browser.read(`(() => {
          const list = document.querySelector('insights-range-picker').shadowRoot.querySelector('select');
          list.value = 'last_7_days';
          list.dispatchEvent(new Event('change'));
        })()`);
        // While it is asked the card has no number at all.
        await until('another number', `${value} && ${value} !== ${JSON.stringify(shown)}`);
        assert.ok(pages.asked().length > 0);
        // What comes late would count as asked by the next page.
        await until('everything is answered', `${shownIn}.every((element) => element.state !== 'loading')`);
        await until(
          'nothing is busy',
          `${shownIn}.every(({ shadowRoot }) => !shadowRoot.querySelector('[aria-busy=true]'))`,
        );
        assert.deepEqual((await browser.read<Seen>('see()')).said, []);
      });
    }
  });
}
