// Pages that a server has rendered, with what makes them alive bundled as a consumer's bundler does it, and a backend over the sandbox.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { root } from '../../scripts/entries.js';

/** A built module, by its file under dist/. */
export const built = async <T>(file: string): Promise<T> => import(new URL(`dist/${file}`, root).href) as Promise<T>;

/** The files of pages with these imports, by name: `alive.js` hydrates, `fresh.js` only defines. */
export async function bundle(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const pages = {
    alive: `import 'insights-elements/hydrate'; import 'insights-elements/define';`,
    fresh: `import 'insights-elements/define';`,
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
      define: { 'process.env.NODE_ENV': '"production"' },
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
  readonly put: (path: string, html: string) => void;
  readonly close: () => void;
}

export async function servePages(backend: (request: Request) => Promise<Response>): Promise<Pages> {
  const files = await bundle();
  const pages = new Map<string, string>();
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
    const code = files.get(pathname);
    const html = pages.get(pathname);
    if (code) response.setHeader('Content-Type', 'text/javascript').end(code);
    else if (html) response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
    else response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
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
    put: (path, html) => void pages.set(path, html),
    close: () => void server.close(),
  };
}
