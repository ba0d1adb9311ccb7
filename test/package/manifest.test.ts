import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { elementFolders, manifest, root } from '../../scripts/entries.js';

interface Named {
  readonly name: string;
  readonly description?: string;
}
interface Declaration extends Named {
  readonly tagName?: string;
  readonly summary?: string;
  readonly attributes?: readonly (Named & { type?: { text: string } })[];
  readonly events?: readonly (Named & { type?: { text: string } })[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly members?: readonly (Named & { privacy?: string; static?: boolean })[];
}
interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations: readonly Declaration[] }[];
}

const rootPath = fileURLToPath(root);
const readManifest = (path: string): Manifest => JSON.parse(readFileSync(path, 'utf8'));
const committed = readManifest(join(rootPath, manifest.customElements));
const declarations = committed.modules.flatMap((module) => module.declarations);

const names = (list: readonly Named[] = []): string[] => list.map(({ name }) => name).toSorted();

/** All that an element's templates and styles say, its own and the base's. */
const sourcesOf = (folder: string): string => {
  const at = new URL(`src/elements/${folder}/`, root);
  return readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(new URL(file, at), 'utf8'))
    .join('\n');
};
const wordsIn = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].flatMap(([, list = '']) => list.trim().split(/\s+/)))].toSorted();

describe('custom-elements.json', () => {
  const folder = mkdtempSync(join(tmpdir(), 'insights-manifest-'));
  after(() => rmSync(folder, { recursive: true }));

  it('is up to date', async () => {
    const analyzer = join(rootPath, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
    await promisify(execFile)(process.execPath, [analyzer, 'analyze', '--outdir', relative(rootPath, folder)], {
      cwd: rootPath,
    });
    assert.deepEqual(committed, readManifest(join(folder, 'custom-elements.json')), 'run npm run manifest');
  });

  it('names published files only', () => {
    const paths = JSON.stringify(committed).match(/"(?:path|module)":"[^"]*"/g) ?? [];
    assert.deepEqual(
      paths.filter((path) => !/"\/?dist\/.*\.js"$/.test(path)),
      [],
    );
  });
});

for (const folder of elementFolders()) {
  const tag = `insights-${folder}`;
  const ElementClass = await registered(folder);
  describe(`custom-elements.json: ${tag}`, () => {
    const declaration = declarations.find(({ tagName }) => tagName === tag);

    it('is there, with a description and a summary', () => {
      assert.equal(declaration?.name, ElementClass.name);
      assert.ok(declaration.summary, 'no @summary');
      assert.match(declaration.description ?? '', new RegExp(`<${tag}`), 'the class doc shows no HTML to copy');
    });

    it('names each attribute that the element observes, with a type and a description', () => {
      const attributes = declaration?.attributes ?? [];
      assert.deepEqual(names(attributes), [...ElementClass.observedAttributes].toSorted());
      assert.deepEqual(names(attributes.filter(({ description, type }) => !description || !type)), []);
    });

    it('names each part and slot of its templates, and describes them', () => {
      const text = sourcesOf(folder);
      const { cssParts = [], slots = [] } = declaration ?? {};
      const parts = wordsIn(text, /\bpart="([\w -]+)"/g).filter((part) => !names(cssParts).includes(part));
      assert.deepEqual(parts, []);
      const slotNames = wordsIn(text, /<slot name="([\w-]+)"/g).filter((slot) => !names(slots).includes(slot));
      assert.deepEqual(slotNames, []);
      assert.deepEqual(names([...cssParts, ...slots].filter(({ description }) => !description)), []);
    });

    it('names each event with a class, and no nameless one', () => {
      const events = declaration?.events ?? [];
      assert.deepEqual(
        events.filter(({ name, type, description }) => !name || !type || !description),
        [],
      );
    });

    it('names each custom property of its styles, and describes them', () => {
      const { cssProperties = [] } = declaration ?? {};
      const used = wordsIn(sourcesOf(folder), /var\((--insights-[\w-]+)/g);
      assert.deepEqual(
        used.filter((name) => !names(cssProperties).includes(name)),
        [],
      );
      assert.deepEqual(names(cssProperties.filter(({ description }) => !description)), []);
    });

    it('describes each public member, and shows no private one as public', () => {
      const shown = (declaration?.members ?? []).filter(({ privacy = 'public' }) => privacy === 'public');
      assert.deepEqual(names(shown.filter((member) => !member.static && !member.description)), []);
      assert.deepEqual(names(shown.filter(({ name }) => /^[_#]/.test(name))), []);
    });
  });
}

async function registered(folder: string): Promise<{ name: string; observedAttributes: string[] }> {
  await import(new URL(`src/elements/${folder}/define.ts`, root).href);
  const found: unknown = customElements.get(`insights-${folder}`);
  assert.ok(found, `insights-${folder} is not registered by its define.ts`);
  return found as { name: string; observedAttributes: string[] };
}
