// What the embed builder writes is built as its reader would, opened, and has to show its numbers.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, type InlineConfig } from 'vite';
import { plainLook, type Selection, startOf, tags } from '../../demo/builder/selection.js';
import { type Snippet, snippetsFor } from '../../demo/builder/snippets.js';
import { findBrowser } from '../../scripts/browser.js';
import { root } from '../../scripts/entries.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { createInsightsHandler } from '../../src/server/index.js';

const rootPath = fileURLToPath(root);
const folder = mkdtempSync(join(tmpdir(), 'insights-builder-'));
const release = { version: '9.8.7' };
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** Each element as it starts, and what is written in another way: flags, a look, letters that have to be escaped. */
const selections: readonly Selection[] = [
  ...tags.map((tag) => startOf(tag)),
  {
    tag: 'insights-metric-card',
    attributes: {
      metric: 'likes',
      range: 'last_7_days',
      daily: 'true',
      heading: 'Likes & "hearts" <3',
      'no-menu': 'true',
    },
    look: { scheme: 'dark', theme: 'aurora', accent: '#b4521f', radius: '6' },
  },
  {
    tag: 'insights-demographics-chart',
    attributes: { metric: 'follower_demographics', breakdown: 'country', display: 'map', locale: 'de' },
    look: { ...plainLook, theme: 'paper' },
  },
];

const nameOf = ({ tag }: Selection, at: number): string => `${at}-${tag}`;
const pageOf = (code: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${code}</html>`;

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

/** Writes the files of every selection's snippet into a folder of its own, and a page that starts them. */
function project(name: Snippet['name'], start: string): Record<string, string> {
  const pages = selections.map((selection, at) => {
    const snippet = snippetsFor(selection, release).find((one) => one.name === name);
    const path = `${name}/${nameOf(selection, at)}`;
    for (const { file, code } of snippet?.blocks ?? []) write(`${path}/${file}`, code);
    write(`${path}/main.jsx`, start);
    write(`${path}/index.html`, pageOf('<div id="root"></div><script type="module" src="./main.jsx"></script>'));
    return [nameOf(selection, at), join(folder, path, 'index.html')];
  });
  return Object.fromEntries(pages);
}

const bundle = (name: string, input: Record<string, string>, config: InlineConfig): Promise<unknown> =>
  build({
    ...config,
    configFile: false,
    logLevel: 'error',
    root: join(folder, name),
    base: `/${name}/`,
    build: {
      outDir: join(folder, 'site', name),
      // Else `light-dark()` is rewritten to follow the system alone.
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      rolldownOptions: { input },
    },
  });

it('the builder says of integrity what is true: without an import map it is that of one file', () => {
  const [selection = startOf(tags[0])] = selections;
  const cdn = snippetsFor(selection, release).find(({ name }) => name === 'cdn');
  assert.match(cdn?.hint ?? '', /import map/);
  assert.doesNotMatch(cdn?.hint ?? '', /no other file/);
});

describe('what the embed builder writes', { concurrency: 4 }, () => {
  let server: Server;
  let browser: Browser;
  let origin = '';

  before(async () => {
    mkdirSync(join(folder, 'node_modules'));
    for (const name of ['react', 'react-dom', 'scheduler', '@lit', 'vue', '@vue', '@vitejs', 'vite']) {
      symlinkSync(join(rootPath, 'node_modules', name), join(folder, 'node_modules', name));
    }
    symlinkSync(rootPath, join(folder, 'node_modules', 'insights-elements'));

    await bundle(
      'react',
      project(
        'react',
        `import { StrictMode } from 'react';
        import { createRoot } from 'react-dom/client';
        import { Insights } from './Insights.jsx';
        createRoot(document.getElementById('root')).render(<StrictMode><Insights /></StrictMode>);`,
      ),
      {},
    );
    const vuePages = project(
      'vue',
      `import { createApp } from 'vue';
      import Insights from './Insights.vue';
      createApp(Insights).mount('#root');`,
    );
    const { default: config } = (await import(join(folder, 'vue', '0-insights-metric-card', 'vite.config.js'))) as {
      default: InlineConfig;
    };
    await bundle('vue', vuePages, config);

    for (const [at, selection] of selections.entries()) {
      for (const { name, blocks } of snippetsFor(selection, release)) {
        const path = `${name}/${nameOf(selection, at)}`;
        const page = blocks.find(({ language }) => language === 'html');
        // Each page has a snapshot of its own.
        const code = page?.code.replace('/insights/snapshot.json', `/${path}/public/insights/snapshot.json`);
        if (code) write(`site/${path}/index.html`, pageOf(code));
        if (name !== 'snapshot') continue;
        write(`site/${path}/q.json`, blocks.find(({ file }) => file === 'q.json')?.code ?? '');
        mkdirSync(join(folder, 'site', path, 'public/insights'), { recursive: true });
      }
    }

    const { fetch, id, accessToken } = createSandbox({});
    const backend = createInsightsHandler({
      accounts: { default: { id, accessToken } },
      access: 'public',
      graph: { fetch },
      basePath: '/insights',
      log: () => {},
    });
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      void answer(backend, url).then(async (answered) => {
        response.writeHead(answered.status, Object.fromEntries(answered.headers));
        response.end(Buffer.from(await answered.arrayBuffer()));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  });
  after(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(path: string): Promise<{ page: Page; complaints: string[] }> {
    const complaints: string[] = [];
    const page = await browser.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await page.route('https://cdn.jsdelivr.net/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      const [, file = ''] = /^\/npm\/insights-elements@9\.8\.7\/cdn\/([\w./-]+)$/.exec(pathname) ?? [];
      const found = readPublished(file);
      await route.fulfill({
        status: found ? 200 : 404,
        headers: { 'Access-Control-Allow-Origin': '*' },
        contentType: types[extname(file)] ?? '',
        body: found ?? '',
      });
    });
    await page.goto(`${origin}/${path}/`);
    return { page, complaints };
  }

  for (const [at, selection] of selections.entries()) {
    for (const { name, label } of snippetsFor(selection, release)) {
      it(`${label}: ${selection.tag} ${JSON.stringify(selection.attributes)}`, async () => {
        const path = `${name}/${nameOf(selection, at)}`;
        if (name === 'snapshot') {
          const args = commandOf(selection).split(' ').slice(2);
          const cli = join(rootPath, 'dist/server/cli.js');
          await promisify(execFile)(process.execPath, [cli, ...args, '--demo'], { cwd: join(folder, 'site', path) });
        }
        const { page, complaints } = await open(path);
        const shown = selection.tag === 'insights-dashboard' ? `${selection.tag} insights-metric-card` : selection.tag;
        await page.locator(`${shown}[state="ready"]`).first().waitFor({ timeout: 15_000 });
        const { heading } = selection.attributes;
        if (heading) assert.equal(await page.locator(`${selection.tag} #label`).innerText(), heading);
        if (selection.look.accent) {
          const own = page.locator(selection.tag);
          const read = (property: string): Promise<string> =>
            own.evaluate((element, wanted) => getComputedStyle(element).getPropertyValue(wanted), property);
          assert.equal(await read('--insights-accent'), selection.look.accent);
          assert.equal(await read('color-scheme'), 'dark');
          assert.notEqual(await read('--insights-surface'), '');
        }
        if (selection.tag === 'insights-dashboard') {
          await page.waitForFunction(
            () =>
              document.querySelector('insights-dashboard')?.shadowRoot?.querySelectorAll('[state="loading"]').length ===
              0,
          );
          const others = await page.locator('insights-dashboard :is([state="error"], [state="empty"])').count();
          assert.equal(others, 0);
        }
        assert.deepEqual(complaints, []);
        await page.close();
      });
    }
  }
});

/** The command of a selection's snapshot, as it is written. */
const commandOf = (selection: Selection): string =>
  snippetsFor(selection, release)
    .find(({ name }) => name === 'snapshot')
    ?.blocks.find(({ language }) => language === 'sh')?.code ?? '';

function readPublished(file: string): Buffer | undefined {
  try {
    return readFileSync(new URL(`cdn/${file}`, root));
  } catch {
    return undefined;
  }
}

async function answer(backend: (request: Request) => Promise<Response>, url: URL): Promise<Response> {
  if (url.pathname.startsWith('/insights/')) return backend(new Request(url));
  const [, published] = /^\/insights-elements\/cdn\/(.*)$/.exec(url.pathname) ?? [];
  const path = url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname;
  try {
    const found = published ? readPublished(published) : readFileSync(join(folder, 'site', path));
    if (found) return new Response(new Uint8Array(found), { headers: { 'Content-Type': types[extname(path)] ?? '' } });
  } catch {
    // Answered below.
  }
  return new Response('Not found', { status: 404 });
}
