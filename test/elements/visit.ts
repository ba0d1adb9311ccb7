// Another visit of the same page: a frame of the same origin, which loads every module anew and shares the storage.
import { afterTest } from './harness.js';

export interface VisitOptions {
  readonly html: string;
  /** The visitor's clock, in milliseconds since the epoch; it stands still. */
  readonly at: number;
  /** Asked instead of an address: another backend. */
  readonly divert?: (url: string) => string;
  /** Called before the elements are upgraded. */
  readonly prepare?: (document: Document) => void;
}

export interface Visit {
  readonly document: Document;
  /** The addresses that the page asked. */
  readonly asked: readonly string[];
  /** Lets the answers come, which wait until then. */
  readonly answer: () => void;
  readonly leave: () => void;
}

const modules = ['metric-card', 'demographics-chart', 'provider'].map((name) => `/src/elements/${name}/define.ts`);

/** Opens the page; resolves when its elements are upgraded. */
export async function visit({ html, at, divert = (url) => url, prepare }: VisitOptions): Promise<Visit> {
  const frame = document.createElement('iframe');
  frame.srcdoc = '<!doctype html><html lang="en"><body></body></html>';
  const isLoaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  afterTest(() => frame.remove());
  await isLoaded;
  const page = frame.contentWindow as Window & typeof globalThis;
  page.Date.now = () => at;
  const asked: string[] = [];
  let answer = (): void => {};
  const isAnswered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { fetch } = page;
  page.fetch = async (input, init) => {
    const { url } = new page.Request(input, init);
    asked.push(url);
    await isAnswered;
    return fetch.call(page, divert(url), init);
  };
  page.document.body.innerHTML = html;
  prepare?.(page.document);
  await Promise.all(
    modules.map(
      (src) =>
        new Promise((resolve, reject) => {
          const script = Object.assign(page.document.createElement('script'), { type: 'module', src });
          script.addEventListener('load', resolve);
          script.addEventListener('error', reject);
          page.document.head.append(script);
        }),
    ),
  );
  return { document: page.document, asked, answer, leave: () => frame.remove() };
}
