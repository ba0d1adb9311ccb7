/**
 * A selection as code to copy: for a page of plain HTML, React, Vue, a page that loads from a CDN, and one without a server.
 *
 * Pure. A test runs what it writes.
 */
import { questionsOf } from './questions.js';
import { reserved } from './reserved.js';
import type { Look, Selection } from './selection.js';

export interface Block {
  /** Where it belongs. */
  readonly file: string;
  readonly language: 'html' | 'jsx' | 'vue' | 'css' | 'json' | 'sh' | 'js';
  readonly code: string;
}

export interface Snippet {
  readonly name: 'html' | 'react' | 'vue' | 'cdn' | 'snapshot';
  readonly label: string;
  /** What to know beside the code, in a sentence. */
  readonly hint: string;
  readonly blocks: readonly Block[];
}

/** Where the package can be loaded from, and what its entry has to be. */
export interface Release {
  readonly version: string;
  /** `sha384-…`, where it is known. */
  readonly integrity?: string | undefined;
}

/** Where a version's files are, for good. */
export const addressOf = ({ version }: Release): string =>
  `https://cdn.jsdelivr.net/npm/insights-elements@${version}/cdn`;

const backend = { 'backend-url': '/insights' } as const;
const file = { src: '/insights/snapshot.json' } as const;

export function snippetsFor(selection: Selection, release: Release): readonly Snippet[] {
  const local = '/insights-elements/cdn';
  const remote = addressOf(release);
  const page = (from: string, source: Readonly<Record<string, string>>, more = ''): Block => ({
    file: 'index.html',
    language: 'html',
    code: [
      `<script type="module" src="${from}/insights-elements.js"${more}></script>`,
      ...themeLink(selection.look, from),
      `<style>\n${indented(sheet(selection))}\n</style>`,
      '',
      htmlElement(selection, source),
    ].join('\n'),
  });
  const integrity = `${release.integrity ? ` integrity="${release.integrity}"` : ''} crossorigin="anonymous"`;
  return [
    {
      name: 'html',
      label: 'HTML',
      hint: "Copy the package's cdn folder to your server as /insights-elements/cdn, and mount the backend at /insights.",
      blocks: [page(local, backend)],
    },
    {
      name: 'react',
      label: 'React',
      hint: 'npm install insights-elements @lit/react',
      blocks: [{ file: 'Insights.jsx', language: 'jsx', code: react(selection) }, cssFile(selection)],
    },
    {
      name: 'vue',
      label: 'Vue',
      hint: 'npm install insights-elements. Vue has to be told that the tag is an element.',
      blocks: [
        { file: 'Insights.vue', language: 'vue', code: vue(selection) },
        { file: 'vite.config.js', language: 'js', code: vueConfig },
      ],
    },
    {
      name: 'cdn',
      label: 'CDN',
      hint: 'One version, for good. The integrity is that of the entry: the import map of the CDN guide has that of every file it loads.',
      blocks: [page(remote, backend, integrity)],
    },
    snapshot(selection, page(local, file)),
  ];
}

function snapshot(selection: Selection, page: Block): Snippet {
  const lines = questionsOf(selection).map((text) => `  ${text}`);
  return {
    name: 'snapshot',
    label: 'No server',
    hint: 'A file of answers, written by cron. Whoever can load the page can read it.',
    blocks: [
      { file: 'q.json', language: 'json', code: `[\n${lines.join(',\n')}\n]` },
      {
        file: 'In a shell',
        language: 'sh',
        code: 'npx insights-elements snapshot --queries q.json --out public/insights/snapshot.json',
      },
      page,
    ],
  };
}

const pascal = (tag: string): string => tag.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
const camel = (name: string): string => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const indented = (text: string): string => text.replaceAll(/^/gm, '  ');

/** Flags have no value. */
const flags = new Set(['daily', 'choosable', 'no-menu']);

function written(
  { tag, attributes, look }: Selection,
  source: Readonly<Record<string, string>>,
  isReact = false,
): string {
  const named = { ...attributes, ...source, ...(isPlain(look) ? {} : { class: 'insights' }) };
  const parts = Object.entries(named).map(([name, value]) => {
    const said = isReact ? (name === 'class' ? 'className' : camel(name)) : name;
    return flags.has(name) ? said : `${said}="${escaped(value)}"`;
  });
  if (look.theme) parts.push(`data-insights-theme="${look.theme}"`);
  const start = `<${isReact ? pascal(tag) : tag}`;
  const line = [start, ...parts].join(' ');
  return line.length <= 76 ? line : [start, ...parts.map((part) => `  ${part}`)].join('\n');
}

const htmlElement = (selection: Selection, source: Readonly<Record<string, string>>): string =>
  `${written(selection, source)}></${selection.tag}>`;

const isPlain = ({ scheme, accent, radius }: Look): boolean => !scheme && !accent && !radius;

const themeLink = ({ theme }: Look, from: string): string[] =>
  theme ? [`<link rel="stylesheet" href="${from}/themes/${theme}.css" />`] : [];

/** The box before the script has come, and the look. */
function sheet({ tag, look }: Selection): string {
  const { scheme, accent, radius } = look;
  const own = [
    scheme && `color-scheme: ${scheme};`,
    accent && `--insights-accent: ${accent};`,
    accent && `--insights-series-1: ${accent};`,
    radius && `--insights-radius: ${radius}px;`,
  ].filter(Boolean);
  return [
    `${tag}:not(:defined) { display: block; min-height: ${reserved[tag]}px; }`,
    ...(isPlain(look) ? [] : [`.insights { ${own.join(' ')} }`]),
  ].join('\n');
}

const cssFile = (selection: Selection): Block => ({ file: 'insights.css', language: 'css', code: sheet(selection) });

function react(selection: Selection): string {
  const { tag, look } = selection;
  const name = pascal(tag);
  const theme = look.theme ? [`import 'insights-elements/themes/${look.theme}.css';`] : [];
  const element = `${written(selection, backend, true)} />`;
  const isShort = !element.includes('\n') && element.length < 60;
  return [
    `import { ${name} } from 'insights-elements/react';`,
    ...theme,
    "import './insights.css';",
    '',
    isShort ? `export const Insights = () => ${element};` : `export const Insights = () => (\n${indented(element)}\n);`,
  ].join('\n');
}

function vue(selection: Selection): string {
  const { tag, look } = selection;
  return [
    '<script setup>',
    `import 'insights-elements/elements/${tag.replace('insights-', '')}';`,
    ...(look.theme ? [`import 'insights-elements/themes/${look.theme}.css';`] : []),
    '</script>',
    '',
    '<template>',
    indented(htmlElement(selection, backend)),
    '</template>',
    '',
    `<style>\n${sheet(selection)}\n</style>`,
  ].join('\n');
}

const vueConfig = `import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag.startsWith('insights-');

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };`;
