// Pages that a server has rendered, with what makes them alive bundled as a consumer's bundler does it, and a backend over the sandbox.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { root } from '../../scripts/entries.js';

/** A built module, by its file under dist/. */
export const built = async <T>(file: string): Promise<T> => import(new URL(`dist/${file}`, root).href) as Promise<T>;

/** The files of pages with these imports, by name: `alive` hydrates, `fresh` only defines; others are a test's own. */
async function bundle(others: Readonly<Record<string, string>>): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const pages = {
    alive: `import 'insights-elements/hydrate'; import 'insights-elements/define';`,
    fresh: `import 'insights-elements/define';`,
    ...others,
  };
  for (const [name, code] of Object.entries(pages)) {
    const page = `${fileURLToPath(root)}${name}.js`;
    const output = await build({
      configFile: false,
      root: fileURLToPath(root),
      logLevel: 'error',
      plugins: [
        {
          name: 'page',
          resolveId: (id) => (id === page ? { id, moduleSideEffects: true } : null),
          load: (id) => (id === page ? code : null),
        },
      ],
      // What a framework complains of in development is heard.
      define: { 'process.env.NODE_ENV': '"development"' },
      build: {
        write: false,
        target: 'es2022',
        lib: { entry: page, formats: ['es'], fileName: name },
        rolldownOptions: { output: { entryFileNames: `${name}/page.js`, chunkFileNames: `${name}/[name]-[hash].js` } },
      },
    });
    const [{ output: chunks }] = (Array.isArray(output) ? output : [output]) as [Rolldown.RolldownOutput];
    for (const chunk of chunks) if (chunk.type === 'chunk') files.set(`/${chunk.fileName}`, chunk.code);
  }
  return files;
}

export interface Pages {
  readonly origin: string;
  /** Addresses below /insights that were asked since the last time somebody looked. */
  readonly asked: () => string[];
  /** What stands at an address. */
  readonly put: (path: string, html: string, policy?: string) => void;
  readonly close: () => void;
}

export async function servePages(
  backend: (request: Request) => Promise<Response>,
  others: Readonly<Record<string, string>> = {},
): Promise<Pages> {
  const files = await bundle(others);
  const pages = new Map<string, { readonly html: string; readonly policy: string }>();
  let asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/insights/')) {
      asked.push(request.url ?? '');
      void backend(new Request(new URL(request.url ?? '/', 'http://localhost'))).then(async (answer) => {
        response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
      });
      return;
    }
    const code = /^\/cdn\/[\w-]+\.js$/.test(pathname)
      ? readFileSync(new URL(`.${pathname}`, root))
      : files.get(pathname);
    const page = pages.get(pathname);
    if (code) response.setHeader('Content-Type', 'text/javascript').end(code);
    else if (page) {
      if (page.policy) response.setHeader('Content-Security-Policy', page.policy);
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page.html);
    } else response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => {
      const before = asked;
      asked = [];
      return before;
    },
    put: (path, html, policy = '') => void pages.set(path, { html, policy }),
    close: () => void server.close(),
  };
}
