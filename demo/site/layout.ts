/** The frame of a page: head, top bar, navigation, what is on the page. Strict: no script and no style of its own. */
import { manifest } from '../../scripts/entries.js';
import { escaped } from './highlight.js';
import { home, markdownOf, relativeFrom } from './links.js';
import type { Heading } from './markdown.js';
import { pages, type Section, type SitePage } from './pages.js';

/** What each page of the site may do, and all that it needs: the elements ask for no more. */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

export interface Frame {
  readonly page: SitePage;
  readonly title: string;
  readonly description: string;
  /** Tags of scripts and style sheets, with addresses from the root of the site. */
  readonly tags: string;
  readonly headings: readonly Heading[];
  readonly body: string;
}

const sections: Readonly<Record<Section, string>> = {
  start: 'Start',
  elements: 'Elements',
  guides: 'Guides',
  tools: 'See it',
};

function navigation(path: string): string {
  return (Object.keys(sections) as Section[])
    .map((section) => {
      const links = pages
        .filter((page) => page.section === section)
        .map(({ path: to, name }) => {
          const isHere = to === path;
          return `<li><a href="${relativeFrom(path, to)}"${isHere ? ' aria-current="page"' : ''}>${escaped(name)}</a></li>`;
        });
      return `<h2>${sections[section]}</h2><ul>${links.join('')}</ul>`;
    })
    .join('');
}

function contents(headings: readonly Heading[]): string {
  const shown = headings.filter(({ depth }) => depth === 2);
  if (shown.length < 3) return '';
  const links = shown.map(({ id, text }) => `<li><a href="#${id}">${text}</a></li>`).join('');
  return `<details class="toc" open><summary>On this page</summary><nav aria-label="On this page"><ul>${links}</ul></nav></details>`;
}

/** The links to the pages before and after, in the order of the navigation. */
function neighbours({ path, section }: SitePage): string {
  const order = pages.filter((page) => page.section === section);
  const at = order.findIndex((page) => page.path === path);
  const link = (page: SitePage | undefined, rel: 'prev' | 'next', words: string): string =>
    page
      ? `<a rel="${rel}" href="${relativeFrom(path, page.path)}"><small>${words}</small>${escaped(page.name)}</a>`
      : '';
  return `<nav class="neighbours" aria-label="Before and after">${link(order[at - 1], 'prev', 'Before')}${link(order[at + 1], 'next', 'Next')}</nav>`;
}

/** What stands in the head of every page. */
export function headOf({ page, title, description, tags }: Omit<Frame, 'headings' | 'body'>): string {
  const { path } = page;
  return `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<meta name="description" content="${escaped(description)}">
<link rel="icon" href="data:,">
<link rel="alternate" type="text/markdown" href="${relativeFrom(path, markdownOf(path))}">
${tags.replaceAll(/(href|src)="\/([^"]*)"/g, (_, name: string, to: string) => `${name}="${relativeFrom(path, `/${to}`)}"`)}`;
}

/** A whole page. */
export function frame(parts: Frame): string {
  const { page, headings, body } = parts;
  const { path, section } = page;
  const to = (target: string): string => relativeFrom(path, target);
  const isHome = path === '/';
  const toc = isHome ? '' : contents(headings);
  return `<!doctype html>
<html lang="en">
<head>
${headOf(parts)}
</head>
<body class="site ${isHome ? 'home' : section}">
<a class="skip" href="#content">To the content</a>
<header class="bar">
<a class="brand" href="${to('/')}"><span class="mark" aria-hidden="true"></span>insights-elements</a>
<nav aria-label="Main"><a href="${to('/guides/getting-started/')}">Start</a><a href="${to('/elements/')}">Elements</a><a href="${to('/builder/')}">Builder</a><a class="far" href="${home}">Source</a></nav>
</header>
<div class="columns">
<details class="side" open><summary>All pages</summary><nav aria-label="All pages">${navigation(path)}</nav></details>
<main id="content" tabindex="-1"${toc ? ' class="with-toc"' : ''}>
${toc}<div><article>${body}</article>
${isHome ? '' : neighbours(page)}</div>
</main>
</div>
<footer class="foot"><p>insights-elements ${escaped(manifest.version)}, MIT. Not affiliated with Meta or Instagram. <a href="${to(markdownOf(path))}">This page as Markdown</a> · <a href="${to('/llms.txt')}">llms.txt</a></p></footer>
</body>
</html>
`;
}
