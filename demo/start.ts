/**
 * `npm start`: the demo page, with the backend beside it on the same port.
 *
 * Over the sandbox; with IG_USER_ID and IG_ACCESS_TOKEN set, over the real API. Installs nothing, writes nothing.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { EnvironmentError, openUpstream, readEnvironment } from '../src/server/environment.js';
import { createInsightsHandler } from '../src/server/index.js';
import { listen } from '../src/server/node.js';
import { openingOf } from '../src/server/opening.js';

const basePath = '/insights';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** The pages of this folder, built as a site would be, by path. */
async function buildPages(): Promise<ReadonlyMap<string, string | Uint8Array<ArrayBuffer>>> {
  const root = fileURLToPath(new URL('.', import.meta.url));
  const built = await build({ root, configFile: false, logLevel: 'warn', build: { write: false, target: 'es2022' } });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((bundle) =>
    'output' in bundle ? bundle.output : [],
  );
  return new Map(
    outputs.map((file) => [
      `/${file.fileName}`,
      file.type === 'chunk' ? file.code : (file.source as string | Uint8Array<ArrayBuffer>),
    ]),
  );
}

async function start(): Promise<void> {
  const settings = readEnvironment({ ...process.env, PORT: process.env.PORT || '5173' });
  const { host, port } = settings;
  const { description, ...upstream } = await openUpstream(settings);
  // Samples are for everybody; the numbers of an account are for whom its operator says.
  const { access, words } = openingOf(settings, settings.account === undefined);
  const insights = createInsightsHandler({ ...upstream, access, basePath, origins: [] });
  const pages = await buildPages();

  const page = (path: string): Response => {
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const body = pages.get(file);
    const type = types[file.split('.').pop() ?? ''] ?? 'application/octet-stream';
    return body === undefined
      ? new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } })
      : new Response(body, { headers: { 'Content-Type': type, 'Cache-Control': 'no-cache' } });
  };
  const { address } = await listen({
    host,
    port,
    handler: async (request) => {
      const { pathname } = new URL(request.url);
      return pathname.startsWith(`${basePath}/`) ? insights(request) : page(pathname);
    },
  });
  console.log(
    `insights-elements demo: ${address.replace('//127.0.0.1:', '//localhost:')}/\nServing ${description}.${settings.account ? ` ${words}` : ''}`,
  );
}

start().catch((error: unknown) => {
  // What an operator can mend is said in a sentence; anything else is a bug, and shows where.
  console.error(error instanceof EnvironmentError || (error as Error).cause ? (error as Error).message : error);
  process.exit(1);
});
