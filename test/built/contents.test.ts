// What is in the package and in what it bundles: files and licences. Knows nothing of what a user
// does with it (tarball.test.ts).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';
import { elementFolders, manifest, root } from '../../scripts/entries.js';
import { chunksOf } from './chunks.js';

const rootPath = fileURLToPath(root);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const packages = join(rootPath, 'node_modules');

interface PackageFacts {
  readonly name: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}
const facts = (folder: string): PackageFacts => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** Licences that ask for no more than their text. */
const permissive = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'];

/** Packages of which something is in a build, also where a helper of the compiler brings it. */
function bundledIn(chunks: readonly Rolldown.OutputChunk[]): string[] {
  const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules));
  const names = modules
    .filter(([, { renderedLength }]) => renderedLength > 0)
    .map(([id]) => {
      const helper = /^\0(@[\w-]+)\+([\w-]+)@/.exec(id);
      if (helper) return `${helper[1]}/${helper[2]}`;
      if (id.startsWith('\0rolldown/')) return 'rolldown';
      return /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1];
    });
  return [...new Set(names.filter((name) => name !== undefined))].toSorted();
}

describe('THIRD-PARTY-NOTICES.md', () => {
  const notices = read('THIRD-PARTY-NOTICES.md');
  const sections = notices.split(/^## /m).slice(1);
  const namesIn = (section: string): string[] =>
    [...section.matchAll(/^- ([^:]+): \S/gm)].flatMap(([, names = '']) => names.split(', '));
  let bundled: string[] = [];

  before(async () => {
    const [library, cdn] = [
      await chunksOf({ build: { write: false } }),
      await chunksOf({ mode: 'cdn', build: { write: false } }),
    ];
    bundled = [...new Set([...bundledIn(library), ...bundledIn(cdn)])].toSorted();
  });

  it('names each package that dist/ and cdn/ contain, and no other', () => {
    assert.deepEqual(sections.flatMap(namesIn).toSorted(), bundled);
  });

  it('has each under its licence, with the whole text of it', () => {
    const ofLicence: Readonly<Record<string, RegExp>> = {
      MIT: /Permission is hereby granted, free of charge[\s\S]*OR THE USE OR OTHER DEALINGS IN THE\s+SOFTWARE\./,
      ISC: /Permission to use, copy, modify, and\/or distribute[\s\S]*OR PERFORMANCE OF\s+THIS SOFTWARE\./,
      'BSD-3-Clause': /Redistribution and use in source[\s\S]*endorse or promote[\s\S]*POSSIBILITY OF SUCH DAMAGE\./,
    };
    for (const section of sections) {
      const licence = (section.split('\n')[0] ?? '').replace('BSD 3-Clause', 'BSD-3-Clause');
      assert.match(section, ofLicence[licence] ?? assert.fail(`the text of ${licence} is not known here`));
      for (const name of namesIn(section)) {
        // A helper of the compiler is not installed on its own.
        const folder = join(packages, name);
        if (existsSync(folder)) assert.equal(facts(folder).license, licence, name);
      }
    }
  });

  it('names who holds each copyright, as the package does', () => {
    for (const name of bundled) {
      const folder = join(packages, name);
      const file = ['LICENSE', 'LICENSE.md', 'license', 'LICENSE.txt'].find((one) => existsSync(join(folder, one)));
      const [, holder] =
        (file &&
          /Copyright.*?\d{4}[^A-Za-z]*(?:present )?([A-Z][\w.]+)/.exec(readFileSync(join(folder, file), 'utf8'))) ||
        [];
      if (holder)
        assert.ok(
          notices.split('\n').some((line) => line.includes(name) && line.includes(holder)),
          `${name}: ${holder}`,
        );
    }
  });
});

describe('cdn/', () => {
  it('holds the licences, for who copies that folder alone, and says so where a page enters', () => {
    for (const file of ['LICENSE', 'THIRD-PARTY-NOTICES.md']) assert.equal(read(`cdn/${file}`), read(file), file);
    for (const file of ['insights-elements.js', 'insights-elements.global.js', 'hydrate.js']) {
      const [line = ''] = read(`cdn/${file}`).split('\n');
      assert.match(line, /^\/\*! insights-elements [\d.]+ \| MIT \| .*THIRD-PARTY-NOTICES\.md.* \*\/$/, file);
    }
  });
});

describe('the packages that it brings along', () => {
  it('ask for no more than their licence text', () => {
    const seen = new Map<string, string | undefined>();
    const visit = (name: string, from: string): void => {
      const folder = folderOf(name, from);
      if (seen.has(folder)) return;
      const { license, dependencies = {} } = facts(folder);
      seen.set(folder, license);
      for (const needed of Object.keys(dependencies)) visit(needed, folder);
    };
    for (const name of Object.keys(manifest.dependencies)) visit(name, rootPath);
    assert.ok(seen.size > 20);
    const others = [...seen].filter(([, licence = 'none']) => !permissive.includes(licence));
    assert.deepEqual(others, []);
  });
});

/** Where a package finds another one. */
function folderOf(name: string, from: string): string {
  const paths = createRequire(join(from, 'package.json')).resolve.paths(name) ?? [];
  const found = paths.map((path) => join(path, name)).find((path) => existsSync(join(path, 'package.json')));
  return realpathSync(found ?? assert.fail(`${name}, needed by ${from}, is not installed`));
}

it('the React entry says first that it is for clients: server components may name it', () => {
  assert.match(read('dist/react/index.js'), /^(['"])use client\1;/);
});

describe('the files of the package', () => {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: rootPath, encoding: 'utf8' }),
  ) as [{ size: number; files: { path: string; size: number }[] }];
  const files = packed.files.map(({ path }) => path);

  it('are the built ones, and what a user reads', () => {
    const allowed = [
      /^dist\/[\w/-]+(\.styles)?\.(js|js\.map|d\.ts)$/,
      /^cdn\/[\w.-]+\.(js|js\.map)$/,
      /^cdn\/[\w-]+\.json$/,
      /^cdn\/(LICENSE|THIRD-PARTY-NOTICES\.md)$/,
      /^(dist|cdn)\/themes\/\w+\.css$/,
      /^(CHANGELOG|README|SECURITY|THIRD-PARTY-NOTICES)\.md$/,
      /^(LICENSE|package\.json|custom-elements\.json)$/,
      // What editors read.
      /^(web-types|vscode\.[\w-]+)\.json$/,
    ];
    assert.deepEqual(
      files.filter((file) => !allowed.some((rule) => rule.test(file))),
      [],
    );
  });

  it('have a source each: nothing is left of an older build', () => {
    const made = ['dist/internal/decorate', 'dist/chart/map/world-atlas'];
    const orphans = files
      .filter((file) => /^dist\/.*\.(js|d\.ts)$/.test(file))
      .map((file) => file.replace(/(\.d)?\.[jt]s$/, ''))
      .filter((name) => !made.includes(name) && !existsSync(new URL(`${name.replace('dist/', 'src/')}.ts`, root)));
    assert.deepEqual(orphans, []);
  });

  it('have all that package.json names', () => {
    const { bin, exports: exported, customElements, ...others } = manifest;
    const targets = Object.values(exported).flatMap((target) =>
      typeof target === 'string' ? target : Object.values(target),
    );
    const elements = (target: string): string[] =>
      target.startsWith('./dist/elements/*') ? elementFolders().map((name) => target.replace('*', name)) : [target];
    const named = [...targets.flatMap(elements), ...Object.values(bin), customElements, ...wordsOf(others)];
    for (const target of named) {
      const path = target.replace('./', '');
      if (path.endsWith('*'))
        assert.ok(
          files.some((file) => file.startsWith(path.slice(0, -1))),
          target,
        );
      else assert.ok(files.includes(path), target);
    }
  });

  it('say nothing of the machine that built them', () => {
    const places = [rootPath, realpathSync(packages), fileURLToPath(new URL('../', root))].filter(
      (path) => path.length > 5,
    );
    for (const file of files) {
      const text = read(file);
      for (const place of places) assert.ok(!text.includes(place), `${place} in ${file}`);
      if (!file.endsWith('.map')) continue;
      const { sources, sourceRoot = '' } = JSON.parse(text) as { sources: string[]; sourceRoot?: string };
      for (const source of sources) assert.doesNotMatch(sourceRoot + source, /^(\/|[A-Za-z]:|file:)/, file);
    }
  });

  it('are no more than a download should be', () => {
    assert.ok(packed.size < 3_000_000, `${packed.size} bytes`);
  });
});

/** Files that a field of package.json names, such as `types` and `unpkg`. */
const wordsOf = (fields: object): string[] =>
  Object.values(fields).filter(
    (value): value is string => typeof value === 'string' && /^\.\/(dist|cdn)\//.test(value),
  );
