/**
 * The pages of the site: the one list that navigation, build, llms.txt and tests follow.
 *
 * Decides where a page is and what it is made of. Does not know how it is written (build-site.ts).
 */
import { existsSync } from 'node:fs';
import { root } from '../../scripts/entries.js';
import { elementPageOf, elements } from './element-page.js';
import { elementsText } from './elements-text.js';
import { homeText } from './home.js';

export type Section = 'start' | 'elements' | 'guides' | 'tools';

export interface SitePage {
  /** Where it is, from the root of the site: `/guides/token/`. */
  readonly path: string;
  readonly section: Section;
  /** In the navigation. */
  readonly name: string;
  /** One sentence: in search results and in llms.txt. */
  readonly description: string;
  readonly content: Content;
}

/**
 * `file`: a Markdown file of the repository. `text`: Markdown made here.
 * `html`: a page of demo/ with scripts of its own, whose `<main>` is put into the frame, or which stands `alone`.
 */
export type Content =
  | { readonly file: string }
  | { readonly text: () => string }
  | { readonly html: string; readonly alone?: boolean };

const guide = (file: string, name: string, description: string, path = `/guides/${file}/`): SitePage => ({
  path,
  section: 'guides',
  name,
  description,
  content: { file: `docs/${file}.md` },
});

const guides: readonly SitePage[] = [
  guide('token', 'Get a token', 'Both logins, the scopes, the review by Meta, and what happens after 60 days.'),
  guide(
    'backend',
    'The backend',
    'A fetch handler or a command that keeps the access token off the page: every option.',
  ),
  guide(
    'snapshots',
    'No backend: snapshots',
    'A file of answers, written by cron or a scheduled job, instead of a server.',
  ),
  guide('cdn', 'From a CDN', 'One script tag, versioned addresses, and integrity for every file.'),
  guide('frameworks', 'Frameworks', 'React, Vue, Svelte and Angular: typed props, events, and what to know.'),
  guide(
    'server-rendering',
    'Server rendering',
    'Numbers in the HTML before any script: declarative shadow DOM, and how it hydrates.',
  ),
  guide('editors', 'Editors', 'Completion and checks for tags and attributes in VS Code and JetBrains editors.'),
  guide('theming', 'Theming', 'Colours, type, light and dark, ready themes, parts and slots.'),
  guide(
    'languages',
    'Languages',
    'Eight languages, numbers and dates by the browser, right to left, words of your own.',
  ),
  guide('strict-pages', 'Strict CSP', 'Pages with a strict Content-Security-Policy and Trusted Types.'),
  guide(
    'consent',
    'Consent',
    'What a consent page may truthfully say: no cookies, no storage unless asked, only hosts you name.',
  ),
  guide(
    'numbers',
    'What the numbers mean',
    'Why they differ from other tools: unique counts, Pacific days, late days, estimates.',
  ),
  guide('operations', 'Operations', 'Health, log, metrics, and what happens when something fails.'),
  guide('scaling', 'Scaling', 'How far a backend goes, and what one of many accounts should set.'),
  guide(
    'errors',
    'Troubleshooting',
    'Every error by its code: what happened, what to do, and who can do it.',
    '/troubleshooting/',
  ),
];

/** Whether what a page is made of is there. */
const isThere = ({ content }: SitePage): boolean => !('file' in content) || existsSync(new URL(content.file, root));

export const pages: readonly SitePage[] = [
  {
    path: '/',
    section: 'start',
    name: 'Home',
    description: "Custom elements that put an Instagram account's insights on any web page.",
    content: { text: homeText },
  },
  {
    ...guide(
      'getting-started',
      'Getting started',
      'From nothing to numbers on a page: samples first, then an account.',
    ),
    section: 'start',
  },
  {
    path: '/elements/',
    section: 'elements',
    name: 'All elements',
    description: 'What each element shows, and which metric it may be asked for: periods, timeframes, breakdowns.',
    content: { text: elementsText },
  },
  ...elements.map(
    ({ tag, summary }): SitePage => ({
      path: `/elements/${tag.replace('insights-', '')}/`,
      section: 'elements',
      name: tag.replace('insights-', ''),
      description: summary,
      content: { text: () => elementPageOf(tag) },
    }),
  ),
  {
    path: '/builder/',
    section: 'tools',
    name: 'Embed builder',
    description: 'Choose metric, period, breakdown and look; only what is legal is offered; copy the code.',
    content: { html: 'builder/index.html' },
  },
  {
    path: '/dashboard/',
    section: 'tools',
    name: 'A whole dashboard',
    description: 'A page of plain HTML with many elements, in eight languages and seven themes.',
    content: { html: 'dashboard/index.html', alone: true },
  },
  {
    path: '/gallery/',
    section: 'tools',
    name: 'Gallery',
    description: 'Every element in every state, in each theme, direction and width.',
    content: { html: 'gallery/index.html', alone: true },
  },
  ...guides.filter(isThere),
];

/** The page that a Markdown file of the repository has become. */
export const pageOfFile = (file: string): SitePage | undefined =>
  pages.find(({ content }) => 'file' in content && content.file === file);
