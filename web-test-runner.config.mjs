// Run by `npm test` under `node --import tsx`, which is how this file can read TypeScript. ENGINES=chromium,firefox
// picks the engines; COVERAGE=1 measures (Chromium only).
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './scripts/browser.ts';
import { answerFault, createTestBackend } from './test/elements/test-backend.ts';

const launchers = {
  chromium: () =>
    chromeLauncher({
      // A tab behind another one gets no frames: each page has a window of its own.
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
      launchOptions: { executablePath: findBrowser(), args: ['--no-sandbox', '--disable-dev-shm-usage'] },
    }),
  firefox: () =>
    chromeLauncher({
      puppeteer,
      concurrency: 1,
      launchOptions: { browser: 'firefox', executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr' },
    }),
};

/** query-core asks for `process.env.NODE_ENV`, which a bundler would fill in. */
const nodeEnv = {
  name: 'node-env',
  transform: (context) =>
    context.response.is('js') ? { body: context.body.replaceAll('process.env.NODE_ENV', '"development"') } : undefined,
};

export default {
  files: 'test/{elements,chart,browser}/**/*.test.ts',
  nodeResolve: { exportConditions: ['development'] },
  browsers: (process.env.ENGINES ?? 'chromium').split(',').map((name) => launchers[name]()),
  concurrency: 2,
  testFramework: { config: { timeout: '10000' } },
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  middleware: [answerFault, createTestBackend()],
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
    nodeEnv,
  ],
  coverage: process.env.COVERAGE === '1',
  coverageConfig: { include: ['src/**/*.ts'], reporters: ['text', 'lcov'] },
};
