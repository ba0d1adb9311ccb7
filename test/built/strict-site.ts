// The strict page and all that it asks, on one origin: the policy of README.md with reporting on, cdn/ as it was built, our
// backend over a sandbox (open, and behind an embed token), a snapshot file.
import { readFileSync } from 'node:fs';
import { transformWithOxc } from 'vite';
import { root } from '../../scripts/entries.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { createEmbedTokenAccess, createInsightsHandler, issueEmbedToken } from '../../src/server/index.js';
import { type FilesServer, type Reply, serveFiles } from './files-server.js';

/** As the guide has it to copy. */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";

export interface StrictSite extends FilesServer {
  /** What browsers have reported. */
  readonly reports: string[];
}

const css = `
body { max-width: 60rem; color-scheme: light }
body.dark { color-scheme: dark }
body.narrow { max-width: 20rem }
`;

const ofElements = `
<insights-account-header data-shows></insights-account-header>
<insights-range-picker timeframes comparison></insights-range-picker>
<insights-metric-card data-shows metric="reach"></insights-metric-card>
<insights-metric-card data-shows metric="likes" compare="previous_period"></insights-metric-card>
<insights-metric-card data-shows metric="views" daily></insights-metric-card>
<insights-metric-card data-shows="error" metric="reech"></insights-metric-card>
<insights-trend-chart data-shows metric="reach" compare="previous_period"></insights-trend-chart>
<insights-trend-chart data-shows metric="likes,comments" range="last_7_days"></insights-trend-chart>
<insights-trend-chart data-shows metric="follows_and_unfollows" range="last_7_days"></insights-trend-chart>
<insights-breakdown-chart data-shows metric="likes" breakdown="media_product_type"></insights-breakdown-chart>
<insights-breakdown-chart data-shows metric="views" breakdown="follow_type" display="doughnut"></insights-breakdown-chart>
<insights-breakdown-chart data-shows metric="views" breakdown="media_product_type,follow_type"></insights-breakdown-chart>
<insights-breakdown-chart data-shows metric="follows_and_unfollows"></insights-breakdown-chart>
<insights-demographics-chart data-shows metric="follower_demographics" breakdown="age"></insights-demographics-chart>
<insights-demographics-chart data-shows metric="follower_demographics" breakdown="age,gender"></insights-demographics-chart>
<insights-demographics-chart data-shows metric="follower_demographics" breakdown="country" display="map"></insights-demographics-chart>
`;

/** `extra` is what the page does that it may not. */
const page = (
  script: string,
  extra: string,
): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A strict page</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css"><link rel="stylesheet" href="/cdn/themes/paper.css"><link rel="stylesheet" href="/cdn/themes/aurora.css">
<script type="module" src="/visitor.js"></script>${script}
<button id="go">Go</button>${extra}
<insights-provider id="demo" demo>${ofElements}</insights-provider>
<insights-dashboard demo choosable compare="previous_period"></insights-dashboard>
<insights-provider backend-url="/open" persist="session">
  <insights-metric-card data-shows metric="reach"></insights-metric-card>
</insights-provider>
<insights-provider backend-url="/closed" token-url="/token">
  <insights-metric-card data-shows metric="reach"></insights-metric-card>
</insights-provider>
<insights-metric-card data-shows src="/snapshot.json" metric="reach" range="last_7_days"></insights-metric-card>
<insights-metric-card data-shows="error" backend-url="/closed" metric="reach"></insights-metric-card>`;

const scripts: Readonly<Record<string, string>> = {
  '/module': `<script src="/module.js" defer></script><script type="module" src="/cdn/insights-elements.js"></script>`,
  '/global': `<script src="/global.js" defer></script><script src="/cdn/insights-elements.global.js" defer></script>`,
};
/** How the page comes by what the library exports. */
const libraries: Readonly<Record<string, string>> = {
  '/module.js': `window.library = () => import('/cdn/insights-elements.js');`,
  '/global.js': `window.library = async () => window.InsightsElements;`,
};

/** @param snapshot the text of a snapshot file */
export async function serveStrictSite(snapshot: string): Promise<StrictSite> {
  const reports: string[] = [];
  const visitor = new URL('test/built/strict-visitor.ts', root);
  const { code } = await transformWithOxc(readFileSync(visitor, 'utf8'), visitor.pathname);
  const { fetch, id, accessToken } = createSandbox();
  const keys = [{ id: 'test', secret: 'only of this test, and long enough for it' }];
  const shared = { accounts: { default: { id, accessToken } }, graph: { fetch }, log: () => {} };
  const backends = [
    createInsightsHandler({ ...shared, access: 'public', basePath: '/open' }),
    createInsightsHandler({ ...shared, access: createEmbedTokenAccess({ keys }), basePath: '/closed' }),
  ];
  const sources: Readonly<Record<string, string>> = {
    ...libraries,
    '/visitor.js': code,
    '/page.css': css,
    '/snapshot.json': snapshot,
  };
  const site = await serveFiles(async (path, request): Promise<Reply | undefined> => {
    const { origin, searchParams } = new URL(request.url ?? '/', site.origin);
    if (path === '/report') {
      let text = '';
      for await (const part of request) text += part;
      reports.push(text);
      return { status: 204 };
    }
    if (path === '/token') {
      const token = await issueEmbedToken({ account: 'default', metrics: ['reach'] }, { keys });
      return { body: JSON.stringify({ token }), headers: { 'Content-Type': 'application/json' } };
    }
    if (/^\/(open|closed)\//.test(path)) {
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers)) if (value) headers.set(name, String(value));
      const answer = await backends[path.startsWith('/open') ? 0 : 1]?.(
        new Request(`${origin}${request.url}`, { method: request.method ?? 'GET', headers }),
      );
      return (
        answer && { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
      );
    }
    if (/^\/cdn\/[\w./-]+\.(js|css)$/.test(path)) return { body: readFileSync(new URL(`.${path}`, root)) };
    const script = scripts[path];
    if (script !== undefined) {
      // Not report-to: a browser takes its time for those, up to a minute.
      const headers = { 'Content-Security-Policy': `${policy}; report-uri /report` };
      return { body: page(script, searchParams.has('wrong') ? '<p style="color: red">Not allowed</p>' : ''), headers };
    }
    if (path === '/nonce') {
      const tag = '<script type="module" nonce="abc" src="/cdn/insights-elements.js"></script>';
      const headers = {
        'Content-Security-Policy': `${policy.replace("script-src 'self'", "script-src 'nonce-abc'")}; report-uri /report`,
      };
      return {
        body: `<!doctype html><title>A nonce</title><link rel="icon" href="data:,">${tag}<insights-trend-chart demo metric="reach"></insights-trend-chart>`,
        headers,
      };
    }
    const body = sources[path];
    return body === undefined ? undefined : { body };
  });
  return Object.assign(site, { reports });
}
