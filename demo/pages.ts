/** The pages of this folder, built as a site would be: in memory, nothing is written. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** Answers a path with a page or what it loads; anything else with 404. */
export type Pages = (path: string) => Response;

/** Builds the demo and the gallery. */
export async function buildPages(): Promise<Pages> {
  const root = fileURLToPath(new URL('.', import.meta.url));
  const input = ['index.html', 'gallery/index.html'].map((page) => `${root}${page}`);
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    // For older browsers `light-dark()` would be rewritten to follow the system alone, whatever the page says.
    build: {
      write: false,
      target: 'es2022',
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      rolldownOptions: { input },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((bundle) =>
    'output' in bundle ? bundle.output : [],
  );
  const files = new Map(
    outputs.map((file) => [
      `/${file.fileName}`,
      file.type === 'chunk' ? file.code : (file.source as string | Uint8Array<ArrayBuffer>),
    ]),
  );
  return (path) => {
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const body = files.get(file);
    if (body !== undefined) {
      const type = types[file.split('.').pop() ?? ''] ?? 'application/octet-stream';
      return new Response(body, { headers: { 'Content-Type': type, 'Cache-Control': 'no-cache' } });
    }
    return files.has(`${path}/index.html`)
      ? new Response(undefined, { status: 308, headers: { Location: `${path}/` } })
      : new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } });
  };
}
