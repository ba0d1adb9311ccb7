// A page that a server has drawn, and what it notes of itself while it becomes alive: the same in every browser.
import { html, type TemplateResult } from 'lit';
import type * as Client from '../../src/client/index.js';
import type * as Sandbox from '../../src/sandbox/index.js';
import type * as Backend from '../../src/server/index.js';
import type * as Ssr from '../../src/ssr/index.js';
import { built, type Pages, servePages } from './server-page.js';

export const nonce = 'r4nd0m';
export const policy = `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types lit-html`;

/** What `see()` of the page gives. */
export interface Seen {
  readonly count: number;
  readonly lost: string[];
  readonly moved: string[];
  /** Those that are higher, lower, or elsewhere in the page: a line is longer where only its text is. */
  readonly jumped: string[];
  /** Texts that are other ones now, as by another library of the browser. */
  readonly changed: string[];
  readonly shifts: string[];
  readonly told: string[];
  /** What the page was told in its console, and what nobody has caught. */
  readonly said: string[];
}

/**
 * Notes every node of every shadow root once the page is painted, and what moves from then on; then loads the modules. A page that
 * is still being read moves by itself: the browser shows what it has so far.
 */
const watch = (modules: readonly string[]): string => `<script nonce="${nonce}">
  const within = (root) => [...root.querySelectorAll('*')].flatMap((node) => [node, ...(node.shadowRoot ? within(node.shadowRoot) : [])]);
  window.inside = () => within(document.body).filter((node) => !/^(style|script|template)$/.test(node.localName));
  let first = [], boxes = [], texts = [];
  const textsOf = (root) => root.nodeType === 3 ? [root] : [...root.childNodes, ...(root.shadowRoot ? [root.shadowRoot] : [])].flatMap(textsOf);
  const shifts = [], told = [], said = [];
  for (const type of ['insights-load', 'insights-error']) addEventListener(type, (event) => told.push(event.type + ' ' + event.target.localName));
  for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
    const say = console[level];
    console[level] = (...words) => { said.push(words.join(' ')); say.apply(console, words); };
  }
  addEventListener('error', ({ message }) => said.push(message));
  addEventListener('unhandledrejection', ({ reason }) => said.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => said.push([effectiveDirective, blockedURI, sample].join(' ')));
  const sourceOf = ({ node, previousRect, currentRect }) => [node?.nodeName, JSON.stringify(previousRect), JSON.stringify(currentRect)].join(' ');
  const begin = async () => {
    first = window.inside();
    boxes = first.map((node) => node.getBoundingClientRect());
    texts = textsOf(document.body).map((node) => [node, node.nodeValue]);
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
      new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value, sources }) => value + ' ' + sources.map(sourceOf).join('; ')))).observe({ type: 'layout-shift' });
    for (const path of ${JSON.stringify(modules)}) await import('/' + path);
    window.hasBegun = true;
  };
  requestAnimationFrame(() => requestAnimationFrame(begin));
  window.isSettled = () => window.hasBegun === true && window.inside().every(({ hasUpdated = true, isUpdatePending = false }) => hasUpdated && !isUpdatePending);
  // A canvas is a whole number of pixels wide once it is drawn.
  const moved = (...sides) => first.flatMap((node, at) => {
    const box = node.getBoundingClientRect();
    const isThere = sides.every((name) => Math.abs(box[name] - boxes[at][name]) <= 0.5);
    return isThere ? [] : [[node.outerHTML.slice(0, 60), JSON.stringify(boxes[at]), JSON.stringify(box)].join(' ')];
  });
  window.see = () => ({
    count: first.length,
    lost: first.filter((node) => !node.isConnected).map(({ outerHTML }) => outerHTML.slice(0, 80)),
    moved: moved('x', 'y', 'width', 'height'),
    jumped: moved('y', 'height'),
    changed: texts.filter(([node, text]) => node.isConnected && node.nodeValue !== text).map(([node, text]) => text + ' -> ' + node.nodeValue),
    shifts, told, said,
  });
</script>`;

/** What draws on the server, and where its pages are: over a backend whose Instagram is the sandbox. */
export interface Drawing {
  readonly pages: Pages;
  readonly client: Client.InsightsClient;
  readonly renderInsights: typeof Ssr.renderInsights;
}

/** @param others scripts of pages beside those of server-page.ts, by name */
export async function serveDrawing(others?: Readonly<Record<string, string>>): Promise<Drawing> {
  const { createSandbox } = await built<typeof Sandbox>('sandbox/index.js');
  const { createInsightsHandler } = await built<typeof Backend>('server/index.js');
  const { createInsightsClient, createBackendTransport } = await built<typeof Client>('client/index.js');
  const { renderInsights } = await built<typeof Ssr>('ssr/index.js');
  const handler = createInsightsHandler({
    accounts: { default: { id: '17841400000000000', accessToken: 'not-used' } },
    access: 'public',
    basePath: '/insights',
    graph: { fetch: createSandbox({}).fetch },
  });
  const pages = await servePages(handler, others);
  const client = createInsightsClient({ transport: createBackendTransport({ url: `${pages.origin}/insights` }) });
  return { pages, client, renderInsights };
}

/** @param modules the addresses of its scripts, in their order */
export const pageOf = (drawn: string, modules: readonly string[], lang = 'en'): string =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>A page</title><body>${drawn}${watch(modules)}</body></html>`;

/** Every element, the dashboard aside. */
export const everyElement = (
  locale: string,
): TemplateResult => html`<insights-provider backend-url="/insights" compare="previous_period" locale=${locale}>
    <insights-account-header></insights-account-header>
    <insights-range-picker comparison timeframes></insights-range-picker>
    <insights-metric-card metric="reach"></insights-metric-card>
    <insights-metric-card metric="follows_and_unfollows"></insights-metric-card>
    <insights-metric-card metric="likes" breakdown="media_product_type"></insights-metric-card>
    <insights-trend-chart metric="likes,comments"></insights-trend-chart>
    <insights-breakdown-chart metric="views" breakdown="follow_type" display="doughnut"></insights-breakdown-chart>
    <insights-demographics-chart metric="follower_demographics" breakdown="age,gender"></insights-demographics-chart>
    <insights-demographics-chart metric="follower_demographics" breakdown="country" display="map"></insights-demographics-chart>
  </insights-provider>`;
