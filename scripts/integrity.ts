// Writes what a page needs to load the files of cdn/ from another origin and take no other bytes for them:
// cdn/integrity.json, the block of README.md between its two marks, and the example that loads the module. `npm run build` runs it last.
// Knows the public address of a version; does not know how the files are made.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { manifest, root } from './entries.js';

/** cdn/integrity.json. */
export interface Integrity {
  readonly version: string;
  /** Where the files of this version are, for good; ends in a slash. */
  readonly base: string;
  /** By a file's path in cdn/: what stands in an `integrity` attribute. */
  readonly files: Readonly<Record<string, string>>;
  /** What belongs into a `<script type="importmap">`: the integrity of every module, at `base`. */
  readonly importMap: { readonly integrity: Readonly<Record<string, string>> };
}

const entry = 'insights-elements.js';
const globalScript = 'insights-elements.global.js';

/** The public address of a version's files. */
export const baseOf = (version: string): string => `https://cdn.jsdelivr.net/npm/${manifest.name}@${version}/cdn/`;

/** The integrity of every script and style sheet in a folder, as they are now. */
export function integrityOf(folder: URL, version: string): Integrity {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(js|css)$/.test(name))
    .toSorted();
  const hashOf = (name: string): string =>
    `sha384-${createHash('sha384')
      .update(readFileSync(new URL(name, folder)))
      .digest('base64')}`;
  const files = Object.fromEntries(names.map((name) => [name, hashOf(name)]));
  const base = baseOf(version);
  return { version, base, files, importMap: importMapAt(base, files) };
}

/** The import map of the modules where they lie at another address. */
export const importMapAt = (base: string, files: Integrity['files']): Integrity['importMap'] => ({
  integrity: Object.fromEntries(
    Object.entries(files)
      .filter(([name]) => name.endsWith('.js') && name !== globalScript)
      .map(([name, hash]) => [`${base}${name}`, hash]),
  ),
});

const marks = ['<!-- cdn: written by npm run build -->', '<!-- /cdn -->'] as const;

/** README.md with the block of this build. */
export function withBlock(readme: string, { base, files, importMap }: Integrity): string {
  const [start, end] = marks.map((mark) => readme.indexOf(mark)) as [number, number];
  if (start < 0 || end < start) throw new Error(`README.md lacks its marks: ${marks.join(' … ')}`);
  const tag = (type: string, name: string): string =>
    `<script ${type} crossorigin src="${base}${name}"\n  integrity="${files[name]}"></script>`;
  const block = `
As a module:

\`\`\`html
${tag('type="module"', entry)}
\`\`\`

As a classic script:

\`\`\`html
${tag('defer', globalScript)}
\`\`\`

<details>
<summary>The import map, for the files that the module loads: before it in the page</summary>

\`\`\`html
<script type="importmap">
${JSON.stringify(importMap, null, 2)}
</script>
\`\`\`

</details>

`;
  return `${readme.slice(0, start + marks[0].length)}\n${block}${readme.slice(end)}`;
}

/** A page that loads the module, with the address and the hash of this build. */
export const withModule = (page: string, { base, files }: Integrity): string =>
  page.replace(/(src=")[^"]*(insights-elements\.js"\s+integrity=")[^"]*/, `$1${base}$2${files[entry]}`);

/** The example, which is opened as it is. */
export const examplePage = new URL('examples/cdn-html/index.html', root);

/** Writes all three. */
function write(): void {
  const folder = new URL('cdn/', root);
  const integrity = integrityOf(folder, manifest.version);
  writeFileSync(new URL('integrity.json', folder), `${JSON.stringify(integrity, null, 2)}\n`);
  rewrite(new URL('README.md', root), (text) => withBlock(text, integrity));
  rewrite(examplePage, (text) => withModule(text, integrity));
}

function rewrite(file: URL, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) return;
  writeFileSync(file, after);
  console.log(`${file.pathname}: what it says of cdn/ is that of this build now. Commit it.`);
}

if (process.argv[1]?.endsWith('integrity.ts')) write();
