/** The site, built in memory and answered by path. */
import { buildSite, type SiteOptions } from './site/build-site.js';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/** Answers a path with a page or what it loads; anything else with 404. */
export type Pages = (path: string) => Response;

/** Builds every page. */
export async function buildPages(options: SiteOptions = {}): Promise<Pages> {
  const files = await buildSite(options);
  return (path) => {
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const body = files.get(file);
    if (body !== undefined) {
      const type = types[file.split('.').pop() ?? ''] ?? 'application/octet-stream';
      return new Response(body, { headers: { 'Content-Type': type, 'Cache-Control': 'no-cache' } });
    }
    return files.has(`${path}/index.html`)
      ? new Response(undefined, { status: 308, headers: { Location: `${path}/` } })
      : new Response(files.get('/404.html') ?? '', { status: 404, headers: { 'Content-Type': types['html'] ?? '' } });
  };
}
