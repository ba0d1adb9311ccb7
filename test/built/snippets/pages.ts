/** Shows a snippet's page in Chromium, and says what is wrong with it: complaints of the browser, elements that are not well. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../../scripts/browser.js';
import { answerOf, withHashes } from './browser-world.js';

export interface Pages {
  /**
   * @param html a page, or part of one
   * @param files scripts of the page, by path
   * @param state that each element has to come to; none where only the browser's complaints count
   * @returns what is wrong
   */
  show(html: string, files?: ReadonlyMap<string, string>, state?: string): Promise<string[]>;
  /** What is wrong with a style sheet: what the browser does not understand, or the elements do not have. */
  style(css: string, known: ReadonlySet<string>): Promise<string[]>;
  close(): Promise<void>;
}

const address = 'https://page.example/';
const entry = '<script type="module" src="/insights-elements/cdn/insights-elements.js"></script>';

export function createPages(): Pages {
  let opened: Promise<Browser> | undefined;
  const browser = (): Promise<Browser> => {
    opened ??= chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
    return opened;
  };
  const newPage = async (): Promise<Page> => {
    // Charts that are far below are drawn when they come near.
    const page = await (await browser()).newPage({ viewport: { width: 1200, height: 6000 } });
    // What the compiler of the tests puts into a function that is sent to the page.
    await page.addInitScript('globalThis.__name = (value) => value;');
    return page;
  };

  return {
    async show(html, files = new Map(), state = 'ready') {
      const page = await newPage();
      const wrong: string[] = [];
      page.on('pageerror', (error) => wrong.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') wrong.push(message.text());
      });
      const whole = withHashes(files.size > 0 || /insights-elements(\.global)?\.js/.test(html) ? html : entry + html);
      await page.route('**/*', async (route) => {
        const { pathname, href } = new URL(route.request().url());
        const file = files.get(pathname);
        if (href === address)
          await route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body: whole });
        else if (file !== undefined) await route.fulfill({ status: 200, contentType: 'text/javascript', body: file });
        else if (pathname === '/favicon.ico') await route.fulfill({ status: 204 });
        else await route.fulfill(await answerOf(route.request(), html));
      });
      try {
        await page.goto(address, { waitUntil: 'load' });
        return [...(await whatIsWrong(page, state)), ...wrong];
      } finally {
        await page.close();
      }
    },
    async style(css, known) {
      const page = await newPage();
      try {
        await page.goto('about:blank');
        return await page.evaluate(judgeStyle, { css, known: [...known] });
      } finally {
        await page.close();
      }
    },
    close: async () => (await opened)?.close(),
  };
}

/** Waits for the elements of a page, those inside of others too. */
async function whatIsWrong(page: Page, state: string): Promise<string[]> {
  const judge = (): { wrong: string[]; isBusy: boolean; isUndefined: boolean } => {
    const inside = (from: Document | ShadowRoot): Element[] =>
      [...from.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? inside(element.shadowRoot) : []),
      ]);
    const elements = inside(document).filter(({ localName }) => localName.startsWith('insights-'));
    const seen = elements.map((element) => {
      const { state: now = element.shadowRoot ? 'ready' : 'not defined' } = element as Element & { state?: string };
      const { message = '' } = (element as { error?: Error }).error ?? {};
      return { now, text: `<${element.localName} ${element.getAttribute('metric') ?? ''}>: ${now} ${message}` };
    });
    return {
      wrong: seen.map(({ now, text }) => `${now}|${text}`),
      isBusy: seen.some(({ now }) => now === 'loading' || now === 'idle'),
      isUndefined: seen.some(({ now }) => now === 'not defined'),
    };
  };
  const start = Date.now();
  // Scripts have run before the page counts as loaded: what is defined later is soon.
  const isDue = (): boolean =>
    (seen.isBusy && Date.now() < start + 15_000) || (seen.isUndefined && Date.now() < start + 1500);
  let seen = await page.evaluate(judge);
  while (isDue()) {
    await page.waitForTimeout(50);
    seen = await page.evaluate(judge);
  }
  // An element that has asked nothing so far may be about to.
  await page.waitForTimeout(100);
  seen = await page.evaluate(judge);
  return seen.wrong.filter((text) => !text.startsWith(`${state}|`)).map((text) => text.slice(text.indexOf('|') + 1));
}

/** Runs in the page. */
function judgeStyle({ css, known }: { css: string; known: readonly string[] }): string[] {
  const wrong: string[] = [];
  const bare = css.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/@(media|supports|layer|container)[^{;]*\{/g, '');
  const rules = [...bare.matchAll(/([^{}]+)\{([^{}]*)\}/g)];
  if (rules.length === 0) wrong.push('no rule');
  for (const [, selector = '', body = ''] of rules) {
    try {
      document.querySelector(selector);
    } catch {
      wrong.push(`selector ${selector.trim()}`);
    }
    const words = [...selector.matchAll(/::part\(([\w\s-]+)\)|\b(insights-[\w-]+)/g)];
    for (const [, parts = '', tag = ''] of words)
      for (const word of [...parts.split(/\s+/), tag])
        if (word && !known.includes(word)) wrong.push(`${word} is not there`);
    for (const line of body.split(';')) {
      const [, property = '', value = ''] = /^\s*([\w-]+)\s*:\s*(.+?)\s*$/s.exec(line) ?? [];
      if (!property) {
        if (line.trim()) wrong.push(`declaration ${line.trim()}`);
      } else if (property.startsWith('--insights-')) {
        if (!known.includes(property)) wrong.push(`${property} is not there`);
      } else if (!property.startsWith('--') && !CSS.supports(property, value)) wrong.push(`${property}: ${value}`);
    }
  }
  return wrong;
}
