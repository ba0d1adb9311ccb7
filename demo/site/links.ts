/** Where links lead: pages of the repository to pages of the site, all relative, so that any folder can hold it. */
import { manifest } from '../../scripts/entries.js';
import { pageOfFile, pages } from './pages.js';

const { repository } = manifest;
export const home = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');

/** From the folder of a page to an address from the root: `/guides/token/` and `/` give `../../`. */
export function relativeFrom(path: string, target: string): string {
  const up = '../'.repeat(path.split('/').length - 2) || './';
  return target === '/' ? up : `${up === './' ? './' : up}${target.slice(1)}`;
}

/** Resolves a link of a Markdown file: `errors.md#closed` of `docs/token.md`. */
function fileOf(target: string, from: string): string {
  if (/^(docs|src|examples)\//.test(target)) return target;
  return new URL(target, `https://repository.example/${from}`).pathname.slice(1);
}

/**
 * A link as it stands in a page.
 * @param from the Markdown file that has it
 * @param as what pages are linked as: pages, or Markdown
 */
export function linkIn(target: string, path: string, from: string, as: 'page' | 'markdown' = 'page'): string {
  if (/^(https?:|mailto:|#)/.test(target)) return target;
  const [, address = '', anchor = ''] = /^([^#]*)(#.*)?$/.exec(target) ?? [];
  const own = (to: string): string =>
    relativeFrom(path, as === 'markdown' ? markdownOf(to) : to) + (as === 'markdown' ? '' : anchor);
  if (pages.some((page) => page.path === address)) return own(address);
  const file = fileOf(address, from);
  const page = pageOfFile(file);
  return page ? own(page.path) : `${home}/blob/main/${file}${anchor}`;
}

/** The Markdown of a page: `/guides/token.md` of `/guides/token/`. */
export const markdownOf = (path: string): string => (path === '/' ? '/index.md' : `${path.slice(0, -1)}.md`);
