// Run by `npm test` under `node --import tsx`, which is how this file can read TypeScript. ENGINES=firefox,webkit picks
// the engines, Chromium being what a test must have, and the others what it can do without; COVERAGE=1 measures
// (Chromium only). Chromium also runs test/zones, once in each time zone.
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './scripts/browser.ts';
import { findFirefox } from './scripts/engines/firefox.ts';
import { reasonOf } from './scripts/engines/program.ts';
import { findWebKit } from './scripts/engines/webkit.ts';
import { webkitLauncher } from './scripts/engines/webkit-launcher.ts';
import { answerFault, createTestBackend } from './test/elements/test-backend.ts';
import { treeCommand } from './test/elements/tree-command.ts';

const engines = (process.env.ENGINES ?? 'chromium').split(',');
const executablePath = engines.includes('chromium') ? findBrowser() : undefined;
const launchOptions = { executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] };

// A tab behind another one gets no frames: each page has a window of its own.
const newWindow = async (browser) => (await browser.createBrowserContext()).newPage();

const launchers = {
  chromium: () => chromeLauncher({ createPage: ({ browser }) => newWindow(browser), launchOptions }),
  firefox: () =>
    chromeLauncher({
      puppeteer,
      concurrency: 1,
      launchOptions: { browser: 'firefox', executablePath: findFirefox() },
    }),
  webkit: () => webkitLauncher(findWebKit()),
};

/** An engine that cannot be had is left out, and says why; with REQUIRE_ENGINES=1 it fails the run. */
const browsers = engines.flatMap((name) => {
  try {
    return launchers[name]();
  } catch (error) {
    if (name === 'chromium' || process.env.REQUIRE_ENGINES === '1') throw error;
    console.log(`${name}: skipped: ${reasonOf(error)}`);
    return [];
  }
});
if (browsers.length === 0) {
  console.log('No engine is left to test in.');
  process.exit(0);
}

/** Both sides of Greenwich and of the Pacific, with and without clock changes, at half an hour, and none at all. */
const zones = ['Pacific/Auckland', 'Pacific/Honolulu', 'Asia/Kolkata', 'Europe/London', 'UTC'];

/** A browser in a time zone, on any system; the test can read its name as `launchedZone`. */
const launcherIn = (zone) =>
  Object.assign(
    chromeLauncher({
      createPage: async ({ browser }) => {
        const page = await newWindow(browser);
        await page.emulateTimezone(zone);
        await page.evaluateOnNewDocument((name) => Object.assign(globalThis, { launchedZone: name }), zone);
        return page;
      },
      launchOptions,
    }),
    { name: `Chrome in ${zone}` },
  );

/** query-core asks for `process.env.NODE_ENV`, which a bundler would fill in. */
const nodeEnv = {
  name: 'node-env',
  transform: (context) =>
    context.response.is('js') ? { body: context.body.replaceAll('process.env.NODE_ENV', '"development"') } : undefined,
};

/** The atlas of the map is JSON, of which a build makes a module. */
const json = {
  name: 'json',
  resolveMimeType: ({ path }) => (path.endsWith('.json') && path.includes('/world-atlas/') ? 'js' : undefined),
  transform: ({ path, body }) =>
    path.endsWith('.json') && path.includes('/world-atlas/') ? { body: `export default ${body}` } : undefined,
};

export default {
  files: 'test/{elements,chart,browser}/**/*.test.ts',
  nodeResolve: { exportConditions: ['development'] },
  browsers,
  groups: engines.includes('chromium')
    ? [{ name: 'zones', files: 'test/zones/**/*.test.ts', browsers: zones.map(launcherIn) }]
    : [],
  concurrency: 2,
  browserStartTimeout: 120_000,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: '10000' } },
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  middleware: [answerFault, createTestBackend()],
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
    nodeEnv,
    json,
    treeCommand(process.env.TREES === 'update'),
  ],
  coverage: process.env.COVERAGE === '1',
  coverageConfig: { include: ['src/**/*.ts'], reporters: ['text', 'lcov'] },
};
