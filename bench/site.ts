/** The pages that are compared, built as a site would build them, and a server for them. Knows nothing of what is measured. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { openUpstream, readEnvironment } from '../src/server/environment.js';
import { createInsightsHandler } from '../src/server/index.js';
import { listen } from '../src/server/node.js';

const cards = [
  'reach',
  'views',
  'accounts_engaged',
  'likes',
  'comments',
  'shares',
  'saved',
  'follows_and_unfollows',
].map((metric) => `<insights-metric-card metric="${metric}"></insights-metric-card>`);
const charts = [
  '<insights-trend-chart class="chart" metric="reach" compare="previous_period"></insights-trend-chart>',
  '<insights-breakdown-chart class="chart" metric="total_interactions"></insights-breakdown-chart>',
  '<insights-demographics-chart class="chart" metric="follower_demographics"></insights-demographics-chart>',
  '<insights-demographics-chart class="chart" metric="follower_demographics" breakdown="city"></insights-demographics-chart>',
];

/** Without it the causes of long tasks have the names that a minifier gives. */
const keepsNames = process.env.BENCH_NAMES === '1';

const sheet = `
  body { margin: 0; color-scheme: light; font: 14px sans-serif }
  main { display: grid; gap: 16px; width: 1200px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr)) }
  main[hidden] { display: none }
  .number { min-height: 180px }
  .plot { position: relative; height: 250px }
  main > .chart, .plot { grid-column: 1 / -1 }`;
const pageOf = (script: string, content: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <title>Bench</title><link rel="icon" href="data:,"><style>${sheet}</style>
  <script type="module" src="/${script}.js"></script></head><body>${content}</body></html>`;

const numbers = cards.map((_, index) => `<div class="number"><p>Number</p><h2>${(index + 1) * 1234}</h2></div>`);
const plots = charts.map(() => '<div class="plot"><canvas></canvas></div>');
const elements = (source: string): string =>
  `<insights-provider ${source} range="last_28_days"><main>${charts.join('')}${cards.join('')}</main></insights-provider>`;

const pages: Readonly<Record<string, string>> = {
  '/demo': pageOf('elements', elements('demo')),
  '/backend': pageOf('elements', elements('backend-url="/insights"')),
  '/by-hand': pageOf('by-hand', `<main>${plots.join('')}${numbers.join('')}</main>`),
};

/** The pages' scripts, as a site would build them. */
async function buildScripts(): Promise<ReadonlyMap<string, string>> {
  const input = (name: string): string => fileURLToPath(new URL(`${name}-page.ts`, import.meta.url));
  const built = await build({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      minify: !keepsNames,
      modulePreload: false,
      rolldownOptions: {
        input: { elements: input('elements'), 'by-hand': input('by-hand') },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((bundle) =>
    'output' in bundle ? bundle.output : [],
  );
  return new Map(outputs.flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code] as const] : [])));
}

/**
 * Serves, on a port of its own, `/demo` (elements over the sandbox in the page), `/backend` (the same elements over our
 * backend, which has the sandbox) and `/by-hand`.
 */
export async function serve(): Promise<{ url: string; close: () => Promise<void> }> {
  const scripts = await buildScripts();
  const { description: _, ...upstream } = await openUpstream(readEnvironment({}));
  const insights = createInsightsHandler({ ...upstream, access: 'public', basePath: '/insights', origins: [] });
  const { address, close } = await listen({
    host: '127.0.0.1',
    port: 0,
    handler: async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/insights/')) return insights(request);
      const body = pages[pathname] ?? scripts.get(pathname);
      if (body === undefined) return new Response('Not found', { status: 404 });
      const type = pathname in pages ? 'text/html' : 'text/javascript';
      return new Response(body, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
    },
  });
  return { url: address, close };
}
