// The entries of the package, read from package.json's `exports`: the one list that the build, the package tests and
// the size check follow. Knows nothing of what an entry holds.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** One JavaScript entry: as an importer writes it, its file under dist/ without the ending, and its file under src/. */
export interface Entry {
  readonly specifier: string;
  readonly name: string;
  readonly source: string;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly repository: { readonly url: string };
  readonly bin: Readonly<Record<string, string>>;
  readonly customElements: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly sideEffects: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The folder of package.json, as a URL that ends in a slash. */
export const root = new URL('../', import.meta.url);

/** package.json, parsed. */
export const manifest: Manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

/** The folders of src/elements, one for each element. */
export function elementFolders(): string[] {
  const folder = new URL('src/elements/', root);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((found) => found.isDirectory())
    .map((found) => found.name)
    .toSorted();
}

/** Every entry; `./elements/*` becomes one for each element. */
export function entries(): Entry[] {
  return Object.entries(manifest.exports).flatMap(([subpath, target]) => {
    if (typeof target === 'string') return [];
    const folders = subpath.includes('*') ? elementFolders() : [''];
    return folders.map((folder) => ({
      specifier: subpath.replace('.', manifest.name).replace('*', folder),
      ...built(target.default.replace('*', folder)),
    }));
  });
}

/** The file behind `bin`: built like an entry, though nobody imports it. */
export const command = (): Omit<Entry, 'specifier'> => built(manifest.bin[manifest.name] ?? '');

function built(path: string): Omit<Entry, 'specifier'> {
  const name = path.replace(/^(\.\/)?dist\/|\.js$/g, '');
  return { name, source: `src/${name}.ts` };
}
