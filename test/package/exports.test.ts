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
});
