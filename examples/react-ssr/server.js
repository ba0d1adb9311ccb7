// The page, its files, and the backend behind it: the token stays here.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createSandbox } from 'insights-elements/sandbox';
import { createInsightsHandler } from 'insights-elements/server';
import { toNodeListener } from 'insights-elements/server/node';
import { render } from './dist/server/server.js';

const { IG_USER_ID: id, IG_ACCESS_TOKEN: accessToken, PORT = '3000' } = process.env;
const sandbox = createSandbox({});
const insights = toNodeListener(
  createInsightsHandler({
    accounts: { default: accessToken ? { id, accessToken } : { id: sandbox.id, accessToken: sandbox.accessToken } },
    // Whoever sees the page may ask for these numbers. For people who are signed in: docs/backend.md.
    access: 'public',
    basePath: '/insights',
    ...(accessToken ? {} : { graph: { fetch: sandbox.fetch } }),
  }),
);

const files = new URL('dist/client/', import.meta.url);
const page = await readFile(new URL('index.html', files), 'utf8');
const types = { css: 'text/css', js: 'text/javascript' };

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname.startsWith('/insights/')) return insights(request, response);
  const [asset, type] = /^\/assets\/[\w.-]+\.(css|js)$/.exec(pathname) ?? [];
  try {
    if (asset) {
      const body = await readFile(new URL(`.${asset}`, files));
      return response.writeHead(200, { 'Content-Type': types[type] }).end(body);
    }
    if (pathname !== '/') return response.writeHead(404).end();
    const html = page.replace('<!--app-->', () => render());
    return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
  } catch (error) {
    console.error(error);
    return response.writeHead(500).end();
  }
});
server.listen(Number(PORT), () => console.log(`http://localhost:${server.address().port}`));
