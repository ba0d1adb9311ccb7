/**
 * `npm run bench`: does a page of our elements ever keep its visitor waiting? See README.md.
 *
 * Ends with 1 where a task after load is longer than 50 ms in the median run.
 */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../scripts/browser.js';
import { type Measured, type Run, reportLoad, reportPhases } from './report.js';
import { serve } from './site.js';
import { categories, phaseMark, tasksByPhase } from './tasks.js';

const runs = Number(process.env.BENCH_RUNS || 5);
/** How many times slower than this machine: 4 is a phone of the middle. */
const slowdown = Number(process.env.BENCH_CPU || 1);
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** All elements have answered, and all canvases are drawn. */
const isReady = (): boolean =>
  [...document.querySelectorAll<HTMLElement & { state?: string }>('main > *')].every(
    ({ localName, state, shadowRoot }) =>
      !localName.includes('-') ||
      ((state === 'ready' || state === 'empty') &&
        [...(shadowRoot?.querySelectorAll('canvas') ?? [])].every(({ style }) => style.width !== '')),
  );

/** What a visitor does, one thing after the other; each leaves the page as it was. */
const phases: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'resize the container': async (page) => {
    for (const width of [1100, 900, 700, 480, 320, 600, 1000, 1200]) {
      await page.$eval('main', (main, to) => main.style.setProperty('width', `${to}px`), width);
      await wait(120);
    }
  },
  'point across the charts': async (page) => {
    for (const chart of await page.$$('main > .chart')) {
      await chart.scrollIntoView();
      const box = await chart.boundingBox();
      if (!box) continue;
      await page.mouse.move(box.x, box.y + 60);
      await page.mouse.move(box.x + box.width, box.y + box.height - 90, { steps: 40 });
    }
    await page.mouse.move(0, 0);
  },
  'open and close the tables': async (page) => {
    for (const summary of await page.$$('main > .chart >>> summary')) {
      for (let click = 0; click < 2; click += 1) {
        await summary.click();
        await wait(60);
      }
    }
  },
  'switch light and dark': async (page) => {
    for (const scheme of ['dark', 'light', 'dark', 'light']) {
      await page.evaluate((to) => document.body.style.setProperty('color-scheme', to), scheme);
      await wait(150);
    }
  },
  'change the range': async (page) => {
    for (const range of ['last_7_days', 'prev_month', 'last_90_days', 'last_28_days']) {
      await page.$eval('insights-provider', (provider, to) => provider.setAttribute('range', to), range);
      await wait(100);
      await page.waitForFunction(isReady);
      await wait(200);
    }
  },
  'hide and show': async (page) => {
    for (const isHidden of [true, false, true, false]) {
      await page.$eval('main', (main, to) => main.toggleAttribute('hidden', to), isHidden);
      await wait(150);
    }
  },
};

/** What a page sees of itself, from its first line on. No function in here has a name: what runs it knows none of ours. */
function watch(): void {
  const seen = { slowestEvent: 0, longTasks: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    const [loaded] = performance.getEntriesByType('mark');
    if (!loaded) return;
    seen.longTasks += list.getEntries().filter(({ startTime }) => startTime > loaded.startTime).length;
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    seen.slowestEvent = Math.max(
      seen.slowestEvent,
      ...list.getEntries().map((entry) => (entry as PerformanceEventTiming).processingEnd - entry.startTime),
    );
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}

async function measure(browser: Browser, url: string, doings: typeof phases): Promise<Run> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 2400 });
    await page.emulateCPUThrottling(slowdown);
    await page.evaluateOnNewDocument(watch);
    await page.tracing.start({ categories });
    const begin = (phase: string) => page.evaluate((name) => void performance.mark(name), phaseMark + phase);
    await page.goto(url);
    await page.waitForFunction(isReady);
    // Chart.js's own animation takes a second.
    await wait(1500);
    for (const [phase, act] of Object.entries(doings)) {
      await begin(phase);
      await act(page);
      await wait(300);
    }
    await begin('end');
    const recording = await page.tracing.stop();
    if (!recording) throw new Error('The browser gave no recording.');
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: Omit<Run, 'tasks'> }).seen);
    return { ...seen, tasks: tasksByPhase(recording) };
  } finally {
    await context.close();
  }
}

const site = await serve();
const browser = await puppeteer.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
try {
  const measured = { demo: [], backend: [], 'by-hand': [] } as Record<keyof Measured, Run[]>;
  for (let run = 0; run < runs; run += 1) {
    for (const page of Object.keys(measured) as (keyof Measured)[]) {
      measured[page].push(await measure(browser, `${site.url}/${page}`, page === 'demo' ? phases : {}));
    }
  }
  console.log(`\nMedians of ${runs} runs, the pages in turn${slowdown > 1 ? `, ${slowdown} times slower` : ''}.`);
  reportLoad(measured);
  if (reportPhases(measured.demo, Object.keys(phases))) process.exitCode = 1;
} finally {
  await browser.close();
  await site.close();
}
