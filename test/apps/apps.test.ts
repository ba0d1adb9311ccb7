/** The examples, each installed from the packed tarball, built, and driven in a real browser. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.js';
import { manifest, root } from '../../scripts/entries.js';
import { install, packInto, run } from '../built/pack.js';
import * as drive from './drive.js';
import { answerForCdn, type Site, serveSite, startServer } from './site.js';
import { isTyped } from './typed.js';

interface App {
  readonly name: string;
  readonly example: string;
  /** Installed over what the example's package.json names. */
  readonly packages?: readonly string[];
  /** Whether its state hands out proxies. */
  readonly hasProxies?: boolean;
  readonly isReact?: boolean;
}

const ofReact18 = ['react@18', 'react-dom@18', '@types/react@18', '@types/react-dom@18'];
const apps: readonly App[] = [
  { name: 'React 19', example: 'react', isReact: true },
  { name: 'React 18', example: 'react', packages: ofReact18, isReact: true },
  { name: 'React 19 on a server', example: 'react-ssr', isReact: true },
  { name: 'React 18 on a server', example: 'react-ssr', packages: ofReact18, isReact: true },
  { name: 'Vue', example: 'vue', hasProxies: true },
  { name: 'Svelte', example: 'svelte', hasProxies: true },
  { name: 'Angular', example: 'angular' },
  { name: 'plain HTML', example: 'cdn-html' },
];

// As while a page is written: React mounts twice in its strict mode, and every framework warns of what is wrong.
process.env.NODE_ENV = 'development';

describe('examples', { concurrency: 3 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'insights-apps-'));
  let tarball = '';
  let browser: Browser;

  before(async () => {
    tarball = await packInto(folder);
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const { name, example, packages = [], hasProxies = false, isReact = false } of apps) {
    describe(name, { concurrency: 1 }, () => {
      const app = join(folder, name.replaceAll(' ', '-'));
      const isStatic = example === 'cdn-html';
      const isServer = example === 'react-ssr';
      let site: Site;
      let open: drive.Visit;

      before(async () => {
        cpSync(fileURLToPath(new URL(`examples/${example}`, root)), app, { recursive: true });
        if (isStatic) await run(app, 'tar', '-xzf', tarball);
        else {
          await install(app, tarball, ...packages);
          await run(app, 'npm', 'run', 'build', '--', '--mode', 'development', '--logLevel', 'error');
        }
        site = await (isServer ? startServer(app) : serveSite(isStatic ? app : join(app, 'dist')));
        const prepare = (page: Page): Promise<void> => answerForCdn(page, manifest.version, join(app, 'package'));
        open = await drive.visit(browser, site.origin, prepare);
      });
      after(() => site?.close());

      if (isServer) {
        it('is written with its attributes by the server', async () => {
          const html = await (await fetch(site.origin)).text();
          assert.match(html, /<insights-provider backend-url="\/insights" range="last_28_days">/);
          assert.match(html, /<insights-metric-card metric="reach" compare="previous_period"><\/insights-metric-card>/);
        });
        it('does not jump', () => drive.doesNotJump(open));
      }
      it('passes props on', () => drive.seesProps(open));
      it('asks each question once', () => drive.asksOnce(open, { isDemo: isStatic }));
      it('follows what is chosen', () => drive.changesLive(open));
      it('shows a result of its own state', () => drive.showsState(open, { hasProxies }));
      it('hears events', () => drive.hearsEvents(open));
      it('leaves nothing behind', () => drive.leavesNothing(open));
      it('has said nothing to the console', () => assert.deepEqual(open.complaints, []));
      if (isReact) {
        it('was mounted twice', async () => {
          assert.ok(await drive.isStrict(open), 'the example is not in StrictMode');
          const assets = join(app, isServer ? 'dist/client/assets' : 'dist/assets');
          const code = readdirSync(assets).map((file) => readFileSync(join(assets, file), 'utf8'));
          assert.ok(code.some((text) => text.includes('Download the React DevTools')));
        });
      }
      // The two of React on a server have the code of the first.
      if (!isStatic && !name.includes('18 on')) it('is typed', () => isTyped(app, example));
    });
  }
});
