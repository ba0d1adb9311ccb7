// One way through every example: all have the same controls and the same four elements.
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { type Counts, counters, settle } from './watch.js';

export interface Visit {
  readonly page: Page;
  /** Errors and warnings of the console, and exceptions. */
  readonly complaints: string[];
  /** What the backend was asked. */
  readonly asked: string[];
}

/** Opens an example and waits until its numbers are there. */
export async function visit(browser: Browser, address: string, prepare = async (_page: Page) => {}): Promise<Visit> {
  const page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const isLits = message.text().startsWith('Lit is in dev mode.');
    if (['error', 'warning', 'assert'].includes(message.type()) && !isLits) complaints.push(message.text());
  });
  // The compiler of this file names functions by it.
  await page.addInitScript('globalThis.__name = (named) => named;');
  await page.addInitScript(counters);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(`${address}/insights/`)) asked.push(request.url());
  });
  await prepare(page);
  await page.goto(address);
  await shown(page);
  return { page, complaints, asked };
}

const card = 'insights-metric-card';
const trends = 'insights-trend-chart';

/** Waits until every element of the page shows something. */
async function shown(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const all = [...document.querySelectorAll('.numbers > *')];
    return all.length === 4 && all.every((one) => one.getAttribute('state') === 'ready');
  });
}

const said = (page: Page): Promise<string> => page.locator('output').innerText();
const textOf = (page: Page, selector: string, nth = 0): Promise<string> =>
  page
    .locator(selector)
    .nth(nth)
    .evaluate((element) => element.shadowRoot?.textContent ?? '');

/** Props arrive as they were written, and the plan's numbers are those of the state. */
export async function seesProps({ page }: Visit): Promise<void> {
  assert.match(await textOf(page, card), /Reach/);
  assert.match(await textOf(page, trends, 1), /Our plan/);
  assert.match(await textOf(page, trends, 1), /230/);
  assert.match(await said(page), /reach has come/);
}

/** One question for each thing to know, also where a framework mounts twice. */
export function asksOnce({ asked }: Visit, { isDemo }: { isDemo: boolean }): void {
  assert.equal(asked.length > 0, !isDemo);
  assert.deepEqual(asked.toSorted(), [...new Set(asked)].toSorted());
}

/** Whether React holds the page in its strict mode, in which a build for development mounts twice: a bit of each of its fibers. */
export const isStrict = ({ page }: Visit): Promise<boolean> =>
  page.evaluate(() => {
    const heading = document.querySelector('h1') as unknown as Record<string, { readonly mode: number }>;
    const key = Object.keys(heading).find((name) => name.startsWith('__reactFiber$')) ?? '';
    return ((heading[key]?.mode ?? 0) & 8) !== 0;
  });

/** What stands on the page stays where it is while numbers come. */
export async function doesNotJump({ page }: Visit): Promise<void> {
  const shift = await page.evaluate(() => (globalThis as unknown as { watched: { shift: number } }).watched.shift);
  assert.ok(shift < 0.02, `the page has shifted by ${shift}`);
}

/** A select of the page changes what elements ask, and nothing else is rebuilt. */
export async function changesLive({ page }: Visit): Promise<void> {
  const before = await page.$(card);
  await page.getByLabel('Metric').selectOption('likes');
  await page.waitForFunction(
    ([tag]) => {
      const text = document.querySelector(tag as string)?.shadowRoot?.textContent ?? '';
      return text.includes('Likes') && !text.includes('Reach');
    },
    [card],
  );
  await shown(page);
  assert.ok(
    await page.evaluate(([one, tag]) => one === document.querySelector(tag as string), [before, card] as const),
  );
  await before?.dispose();
  const days = await textOf(page, card);
  await page.getByLabel('Days').selectOption('last_7_days');
  await page.waitForFunction(
    ([tag, text]) => {
      const now = document.querySelector(tag as string);
      return now?.getAttribute('state') === 'ready' && now.shadowRoot?.textContent !== text;
    },
    [card, days],
  );
  await shown(page);
}

/** A result out of the framework's own state, which may be a proxy: on screen, in the table, in the file, in the picture. */
export async function showsState({ page }: Visit, { hasProxies }: { hasProxies: boolean }): Promise<void> {
  await page.getByRole('button', { name: 'Raise the plan' }).click();
  await page.waitForFunction(() =>
    document.querySelectorAll('insights-trend-chart')[1]?.shadowRoot?.textContent?.includes('253'),
  );
  const chart = page.locator(trends).nth(1);
  await chart.scrollIntoViewIfNeeded();
  await chart.locator('canvas').waitFor();
  const taken = await chart.evaluate(async (element) => {
    const own = element as HTMLElementTagNameMap['insights-trend-chart'];
    const png = await own.toPNG();
    let isProxy = false;
    try {
      structuredClone(own.result);
    } catch {
      isProxy = true;
    }
    return { csv: own.toCSV(), size: png?.size ?? 0, isProxy };
  });
  assert.equal(taken.isProxy, hasProxies);
  assert.match(taken.csv, /253/);
  assert.ok(taken.size > 1_000, `${taken.size} bytes of PNG`);
}

/** A pointer on a chart: the page hears which point it was. */
export async function hearsEvents({ page }: Visit): Promise<void> {
  const canvas = page.locator(trends).nth(1).locator('canvas');
  const box = (await canvas.boundingBox()) ?? assert.fail('no canvas');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForFunction(() => /likes of 2026-06-0\d: \d+/.test(document.querySelector('output')?.innerText ?? ''));
}

/** Removed and shown again, several times: then removed, nothing is left of it, and nothing goes on. */
export async function leavesNothing({ page }: Visit): Promise<void> {
  const pressRemove = (): Promise<void> => page.getByRole('button', { name: 'Remove' }).click();
  const pressShow = (): Promise<void> => page.getByRole('button', { name: 'Show' }).click();
  await pressRemove();
  const once = await settle(page);
  for (let time = 0; time < 4; time += 1) {
    await pressShow();
    await shown(page);
    await page.locator(trends).nth(1).locator('canvas').waitFor();
    await pressRemove();
  }
  const last = await settle(page);
  const { canvases, elements, ...going } = last;
  const none: Omit<Counts, 'canvases' | 'elements'> = {
    observers: 0,
    intervals: 0,
    timeouts: 0,
    listeners: once.listeners,
    frames: 0,
  };
  assert.deepEqual(going, none);
  // A framework may hold what it took away last until it renders again.
  assert.ok(canvases <= 3, `${canvases} canvases are kept after five rounds of three`);
  assert.ok(elements <= 5, `${elements} elements are kept after five rounds of five`);
}
