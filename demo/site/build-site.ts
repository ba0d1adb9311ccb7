/**
 * The whole site, as files in memory: pages from Markdown, the manifest and demo/, with scripts and styles built by Vite.
 *
 * Knows no server and writes nothing (pages.ts serves it, scripts/build-site.ts writes it).
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { root as repository } from '../../scripts/entries.js';
import { createHighlight, type Highlight } from './highlight.js';
import { frame, headOf } from './layout.js';
import { markdownOf } from './links.js';
import { llmsText } from './llms.js';
import { plainMarkdown, renderMarkdown } from './markdown.js';
import { notFound } from './not-found.js';
import { pages, type SitePage } from './pages.js';
import { readRelease } from './release.js';

export type Files = ReadonlyMap<string, string | Uint8Array<ArrayBuffer>>;

export interface SiteOptions {
  /** The address of a backend beside the site, for the pages that show an account. Without one all numbers are samples. */
  readonly backend?: string;
  /** The folder that the site is served from: only the page for what is not there has to know it. @default "/" */
  readonly base?: string;
}

const folder = fileURLToPath(new URL('../', import.meta.url));
const frameFile = 'site/frame.html';

/** Scripts, styles and the pages of demo/ that have their own. */
async function buildAssets(): Promise<Map<string, string | Uint8Array<ArrayBuffer>>> {
  const own = pages.flatMap(({ content }) => ('html' in content ? [content.html] : []));
  const built = await build({
    root: folder,
    base: './',
    configFile: false,
    logLevel: 'warn',
    define: { __RELEASE__: JSON.stringify(readRelease()) },
    // For older browsers `light-dark()` would be rewritten to follow the system alone, whatever the page says.
    build: {
      write: false,
      target: 'es2022',
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      modulePreload: { polyfill: false },
      // A picture in a style sheet would be an address of data; files are plain to see.
      assetsInlineLimit: 0,
      rolldownOptions: { input: [frameFile, ...own].map((page) => `${folder}${page}`) },
    },
  });
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

/** The scripts and style sheets of a built page, with addresses from the root. */
const tagsOf = (html: string): string =>
  [...html.matchAll(/<(?:script|link)\b[^>]*(?:src|href)="(?:\.\.?\/)[^>]*>(?:<\/script>)?/g)]
    .map(([tag]) => tag.replace(/(src|href)="(?:\.\.?\/)+/, '$1="/'))
    .join('\n');

const bodyOf = (html: string): string => /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1]?.trim() ?? '';

const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, '').trim();

/** Over a backend, the elements that show an account ask it; without one they make samples. */
function connected(html: string, backend: string | undefined): string {
  if (backend) return html.replaceAll(/(<insights-[^>]*) demo\b/g, `$1 backend-url="${backend}"`);
  return html
    .replaceAll(/<!-- over a backend -->.*?<!-- \/ -->/gs, '')
    .replaceAll(/(<insights-[^>]*) backend-url="[^"]*"/g, '$1 demo');
}

interface Made {
  readonly html: string;
  readonly markdown: string;
}

export async function buildSite(options: SiteOptions = {}): Promise<Files> {
  const { backend, base = '/' } = options;
  const files = await buildAssets();
  const highlight = await createHighlight();
  const assets = (file: string): string => String(files.get(`/${file}`) ?? '');
  const usual = tagsOf(assets(frameFile));
  const made = new Map<string, Made>(
    pages.map((page) => [page.path, makePage(page, highlight, assets, usual, backend)]),
  );
  for (const { content } of pages) if ('html' in content) files.delete(`/${content.html}`);
  files.delete(`/${frameFile}`);
  for (const [path, { html, markdown }] of made) {
    files.set(`${path}index.html`, html);
    files.set(markdownOf(path), markdown);
  }
  files.set('/llms.txt', llmsText());
  files.set('/404.html', notFound(usual, base));
  return files;
}

function makePage(
  page: SitePage,
  highlight: Highlight,
  assets: (file: string) => string,
  usual: string,
  backend: string | undefined,
): Made {
  const { path, name, description, content } = page;
  const title = (heading: string): string =>
    path === '/' ? 'insights-elements: Instagram insights on any page' : `${heading} · insights-elements`;
  if ('html' in content) {
    const whole = assets(content.html);
    const parts = { page, title: title(name), description, tags: tagsOf(whole) };
    const markdown = `# ${name}\n\n${description}\n\nThis page works in a browser only.\n`;
    if (!content.alone) return { html: frame({ ...parts, headings: [], body: bodyOf(whole) }), markdown };
    const head = headOf(parts);
    const html = connected(whole, backend ?? undefined).replace(/<head>.*?<\/head>/s, () => `<head>\n${head}\n</head>`);
    return { html, markdown };
  }
  const from = 'file' in content ? content.file : 'README.md';
  const text = 'file' in content ? readFileSync(new URL(content.file, repository), 'utf8') : content.text();
  const { html, headings } = renderMarkdown(text, path, from, highlight);
  const heading = textOf(/<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? name);
  const body = path === '/' && backend ? connected(html, backend) : html;
  const parts = { page, title: title(heading), description, tags: usual };
  return { html: frame({ ...parts, headings, body }), markdown: plainMarkdown(text, path, from) };
}
