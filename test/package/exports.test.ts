import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { command, elementFolders, entries, manifest, root } from '../../scripts/entries.js';
import { version } from '../../src/elements/version.js';

const isThere = (path: string): boolean => existsSync(new URL(path, root));
const targets = manifest.exports;
const specifiers = entries().map(({ specifier }) => specifier);

describe('exports', () => {
  it('holds the public entries', () => {
    const names = [
      '',
      '/define',
      '/spec',
      '/client',
      '/sandbox',
      '/server',
      '/server/node',
      '/ssr',
      '/hydrate',
      '/react',
      '/vue',
      '/svelte',
      '/jsx',
    ];
    const missing = names.map((name) => `insights-elements${name}`).filter((name) => !specifiers.includes(name));
    assert.deepEqual(missing, []);
    for (const asset of ['./cdn/*', './custom-elements.json', './package.json']) assert.equal(targets[asset], asset);
  });

  for (const { specifier, source } of entries()) {
    it(`${specifier} has its source`, () => assert.ok(isThere(source), `${source} is missing`));
  }

  for (const [subpath, target] of Object.entries(targets)) {
    if (typeof target === 'string') continue;
    it(`${subpath} gives types first, beside the code`, () => {
      assert.deepEqual(Object.keys(target), ['types', 'default']);
      assert.equal(target.types, target.default.replace(/\.js$/, '.d.ts'));
    });
  }

  it('is of the version that elements say they are of', () => assert.equal(version, manifest.version));

  it('names the custom elements manifest', () => {
    assert.ok(isThere(manifest.customElements), `${manifest.customElements} is missing: npm run manifest`);
  });

  it('has a command that a shell can run', () => {
    assert.match(readFileSync(new URL(command().source, root), 'utf8'), /^#!\/usr\/bin\/env node\n/);
  });
});

describe('elements', () => {
  it('are not few', () => assert.ok(elementFolders().length >= 3, elementFolders().join(', ')));

  for (const folder of elementFolders()) {
    it(`${folder} keeps its class and its registration in separate files`, () => {
      for (const file of [`${folder}.ts`, 'define.ts']) {
        assert.ok(isThere(`src/elements/${folder}/${file}`), `src/elements/${folder}/${file} is missing`);
      }
    });
  }

  // What an element has to be named in, to be there for everybody.
  const lists: readonly (readonly [file: string, line: (folder: string) => string])[] = [
    ['src/define.ts', (folder) => `./elements/${folder}/define.js`],
    ['src/index.ts', (folder) => `./elements/${folder}/${folder}.js`],
    ['src/elements/authoring.ts', (folder) => `'insights-${folder}': SourceProps`],
    ['src/elements/authoring.ts', (folder) => `'insights-${folder}': Insights`],
    ['src/react/index.ts', (folder) => `InsightsComponent<'insights-${folder}'>`],
    ['src/vue/index.ts', (folder) => `'insights-${folder}': VueElement`],
    ['src/svelte/index.ts', (folder) => `'insights-${folder}': SvelteElement`],
    ['demo/site/examples.ts', (folder) => `'insights-${folder}': [`],
    ['.size-limit.mjs', (folder) => `'insights-elements/elements/${folder}': '`],
  ];
  for (const [file, line] of lists) {
    it(`are all in ${file}: ${line('…')}`, () => {
      // A line that is too long is broken.
      const text = readFileSync(new URL(file, root), 'utf8').replaceAll(/\s+/g, ' ');
      assert.deepEqual(
        elementFolders().filter((folder) => !text.includes(line(folder))),
        [],
      );
    });
  }

  it('have a box on the demo before they are there, but the one that shows nothing', () => {
    const css = readFileSync(new URL('demo/boxes.css', root), 'utf8');
    const boxed = [...css.matchAll(/insights-([\w-]+):not\(:defined\)/g)].map(([, name = '']) => name);
    assert.deepEqual(
      boxed.toSorted(),
      elementFolders().filter((folder) => folder !== 'provider'),
    );
  });
});
