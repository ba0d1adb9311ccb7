/** The examples, each installed from the packed tarball, built, and driven in a real browser. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.js';
import { root } from '../../scripts/entries.js';
import { install, packInto, run } from '../built/pack.js';
import { changesLive, hearsEvents, leavesNothing, seesProps, showsState, type Visit, visit } from './drive.js';
import { type Site, serveSite } from './site.js';

interface App {
  readonly name: string;
  readonly example: string;
  /** Installed over what the example's package.json names. */
  readonly packages?: readonly string[];
}

const apps: readonly App[] = [
  { name: 'React 19', example: 'react' },
  {
    name: 'React 18',
    example: 'react',
    packages: ['react@18', 'react-dom@18', '@types/react@18', '@types/react-dom@18'],
  },
  { name: 'Vue', example: 'vue' },
  { name: 'Svelte', example: 'svelte' },
];

describe('examples', () => {
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

  for (const { name, example, packages = [] } of apps) {
    describe(name, () => {
      const app = join(folder, name.replace(' ', '-'));
      let site: Site;
      let open: Visit;

      before(async () => {
        cpSync(fileURLToPath(new URL(`examples/${example}`, root)), app, { recursive: true });
        await install(app, tarball, ...packages);
        // As while it is written: React mounts twice in its strict mode, and everybody warns of what is wrong.
        await run(app, 'npx', 'vite', 'build', '--mode', 'development', '--logLevel', 'error');
        site = await serveSite(join(app, 'dist'));
        open = await visit(browser, site.origin);
      });
      after(() => site?.close());

      it('passes props on', () => seesProps(open.page));
      it('asks each question once', () => {
        assert.deepEqual(site.asked.toSorted(), [...new Set(site.asked)].toSorted());
      });
      it('follows what is chosen', () => changesLive(open.page));
      it('shows a result of its own state', () => showsState(open.page));
      it('hears events', () => hearsEvents(open.page));
      it('leaves nothing behind', () => leavesNothing(open.page));
      it('is typed', () => run(app, 'npm', 'run', 'check'));
      it('has said nothing to the console', () => assert.deepEqual(open.complaints, []));
    });
  }
});
