// The gallery in a browser that makes the same pictures every time, and which browsers those are.
import { createHash } from 'node:crypto';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type Box, crop, type Picture } from './picture.js';
import { decodePng } from './png.js';

/** Whatever is not the same on each run is off. */
const flags = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-lcd-text',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

export const launch = (executablePath: string): Promise<Browser> =>
  puppeteer.launch({ executablePath, args: flags, defaultViewport: null });

/** Wide enough for three cards; high enough for all of a picture, so that charts below are drawn too. */
const viewport = { width: 1000, height: 8000, deviceScaleFactor: 1 };

/** A tab in which nothing moves, of a visitor without a time zone of their own. */
export async function openTab(browser: Browser): Promise<Page> {
  const tab = await (await browser.createBrowserContext()).newPage();
  await tab.setViewport(viewport);
  await tab.emulateTimezone('UTC');
  await tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  return tab;
}

/** The families and signs that the elements use. */
const fonts = [
  "500 13px system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', Arial, sans-serif",
  "600 30px Charter, 'Bitstream Charter', 'Sitka Text', Cambria, 'Noto Serif', 'Liberation Serif', serif",
  '12px monospace',
];

/** System, browser, and how its fonts come out: pictures of two such places can be compared only where all are the same. */
export async function platformOf(browser: Browser, tab: Page): Promise<string> {
  const drawn = await tab.evaluate((wanted) => {
    const pen = new OffscreenCanvas(420, 120).getContext('2d') as OffscreenCanvasRenderingContext2D;
    for (const [row, font] of wanted.entries()) {
      pen.font = font;
      pen.fillText('Reach 41,200 ▲ 12 % · −287 “Zürich” 25–34 الوصول 到達', 4.25, 36 * (row + 1));
    }
    return pen.getImageData(0, 0, 420, 120).data.join();
  }, fonts);
  const [name = '', version = ''] = (await browser.version()).split('/');
  const engine = `${/chrom/i.test(name) ? 'chromium' : name.toLowerCase()}${version.split('.')[0]}`;
  const fingerprint = createHash('sha256').update(drawn).digest('hex').slice(0, 8);
  return [process.platform, process.arch, engine, `fonts-${fingerprint}`].join('-');
}

/** What is on one page of the gallery. */
export interface Shot {
  /** By the address of a case: `metric-card/stale`. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** What is not as the cases say, line by line. */
  readonly faults: readonly string[];
}

/** How long a page may take on a busy machine. */
const timeout = 60_000;

/** The ring around an element is drawn outside of its box. */
const margin = 2;

export async function shoot(tab: Page, address: string): Promise<Shot> {
  const faults: string[] = [];
  const hear = (error: unknown): void => void faults.push(`threw ${String(error)}`);
  tab.on('pageerror', hear);
  await tab.goto(address, { timeout });
  await tab.waitForSelector('html[data-settled]', { timeout });
  const { boxes, said, clip } = await tab.evaluate(() => ({
    boxes: Array.from(document.querySelectorAll('figure'), ({ id, children }) => ({
      id,
      box: children[1]?.getBoundingClientRect().toJSON() as Box,
    })),
    said: document.documentElement.dataset.settled,
    clip: { x: 0, y: 0, width: innerWidth, height: Math.ceil(document.querySelector('main')?.scrollHeight ?? 0) },
  }));
  tab.off('pageerror', hear);
  const whole = decodePng(await tab.screenshot({ clip, captureBeyondViewport: false }));
  return {
    pictures: new Map(boxes.map(({ id, box }) => [id, crop(whole, withMargin(box))])),
    faults: [...faults, ...(said ? said.split('\n') : [])],
  };
}

function withMargin({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.floor(x) - margin, Math.floor(y) - margin];
  return {
    x: left,
    y: top,
    width: Math.ceil(x + width) + margin - left,
    height: Math.ceil(y + height) + margin - top,
  };
}
