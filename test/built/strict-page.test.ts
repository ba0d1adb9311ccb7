// Every element on a page with the strictest policy that it can have, used as a visitor uses it: no violation, in Chromium
// and in Firefox, by the module and by the classic script. And what a privacy page may say of it.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../scripts/browser.js';
import { findFirefox } from '../../scripts/engines/firefox.js';
import { reasonOf } from '../../scripts/engines/program.js';
import { elementFolders, root } from '../../scripts/entries.js';
import { runCommand } from '../server/commands/command.js';
import { policy, type StrictSite, serveStrictSite } from './strict-site.js';

interface Visit {
  readonly violations: readonly string[];
  readonly errors: readonly string[];
  readonly done: readonly string[];
  readonly files: number;
  readonly isOver: boolean;
}

/** As much of a page as both programs that drive browsers have. */
interface Page {
  goto(address: string): Promise<unknown>;
  click(selector: string): Promise<unknown>;
  evaluate<T>(run: () => T): Promise<T>;
  close(): Promise<unknown>;
}
interface Browser {
  readonly newPage: () => Promise<Page>;
  readonly close: () => Promise<unknown>;
}

const folder = mkdtempSync(join(tmpdir(), 'insights-strict-'));

const engines: Readonly<Record<string, () => Promise<Browser>>> = {
  Chromium: async () => {
    const browser = await chromium.launch({
      executablePath: findBrowser(),
      args: ['--no-sandbox'],
      downloadsPath: folder,
    });
    return { newPage: () => browser.newPage({ acceptDownloads: true }), close: () => browser.close() };
  },
  Firefox: async () => {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: findFirefox(),
      extraPrefsFirefox: {
        'browser.download.folderList': 2,
        'browser.download.dir': folder,
        'browser.download.alwaysOpenPanel': false,
      },
    });
    return { newPage: () => browser.newPage(), close: () => browser.close() };
  },
};

const visitOf = (page: Page): Promise<Visit> =>
  page.evaluate(() => JSON.parse(JSON.stringify((window as unknown as { visit: Visit }).visit)) as Visit);

let site: StrictSite;
before(async () => {
  const questions = join(folder, 'q.json');
  writeFileSync(questions, JSON.stringify([{ metric: 'reach', range: 'last_7_days' }]));
  const file = join(folder, 'snapshot.json');
  const { code, errors } = await runCommand(['snapshot', '--demo', '--queries', questions, '--out', file], {
    now: Date.now,
  });
  assert.equal(code, 0, errors);
  site = await serveStrictSite(readFileSync(file, 'utf8'));
});
after(() => {
  site?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('the guide gives the policy that is tested', () => {
  assert.ok(readFileSync(new URL('docs/strict-pages.md', root), 'utf8').replaceAll(/;\s+/g, '; ').includes(policy));
});

for (const [name, launch] of Object.entries(engines)) {
  describe(`a strict page in ${name}`, () => {
    let browser: Browser | undefined;
    before(async () => {
      try {
        browser = await launch();
      } catch (error) {
        if (name === 'Chromium' || process.env.REQUIRE_ENGINES === '1') throw error;
        console.log(`${name}: skipped: ${reasonOf(error)}`);
      }
    });
    after(() => browser?.close());

    it('reports what is not allowed', async (test) => {
      if (!browser) return test.skip(`no ${name}`);
      site.reports.length = 0;
      const page = await browser.newPage();
      await page.goto(`${site.origin}/module?wrong`);
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.match(site.reports.join('\n'), /style-src/);
      await page.close();
    });

    it('a nonce on the script tag is enough for what it loads later', async (test) => {
      if (!browser) return test.skip(`no ${name}`);
      site.reports.length = 0;
      const page = await browser.newPage();
      await page.goto(`${site.origin}/nonce`);
      const isDrawn = (): Promise<boolean> =>
        page.evaluate(() =>
          Boolean(document.querySelector('insights-trend-chart[state=ready]')?.shadowRoot?.querySelector('canvas')),
        );
      for (let waited = 0; !(await isDrawn()); waited += 100) {
        assert.ok(waited < 10_000, site.reports.join('\n'));
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      assert.deepEqual(site.reports, []);
      await page.close();
    });

    for (const path of ['/module', '/global']) {
      it(`${path.slice(1)}: every element, every display, menus, files, tones, languages: no violation`, async (test) => {
        if (!browser) return test.skip(`no ${name}`);
        site.reports.length = 0;
        const page = await browser.newPage();
        await page.goto(`${site.origin}${path}`);
        await page.click('#go');
        let visit = await visitOf(page);
        for (let waited = 0; !visit.isOver && waited < 90_000; waited += 250) {
          await new Promise((resolve) => setTimeout(resolve, 250));
          visit = await visitOf(page);
        }
        assert.deepEqual(visit.errors, [], visit.done.join(', '));
        assert.ok(visit.isOver, `only: ${visit.done.join(', ')}`);
        assert.deepEqual(visit.violations, []);
        assert.deepEqual(site.reports, []);
        assert.ok(visit.files > 8, `${visit.files} files`);
        const tags = await page.evaluate(() =>
          Array.from(document.querySelectorAll('*'), ({ localName }) => localName),
        );
        for (const folderName of elementFolders()) assert.ok(tags.includes(`insights-${folderName}`), folderName);
        for (const what of [
          'insights-metric-card csv',
          'insights-trend-chart png',
          'played',
          'ar',
          'aurora',
          'refreshed',
        ])
          assert.ok(visit.done.includes(what), `not done: ${what}; but ${visit.done.join(', ')}`);
        await page.close();
      });
    }
  });
}
