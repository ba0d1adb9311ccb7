// The recipes of CONTRIBUTING.md, followed to the letter in a copy of the tree: what they say is enough, and right.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { root } from '../../scripts/entries.js';
import { ofItsOwn, readRecipes } from './recipes/recipe.js';

const rootPath = fileURLToPath(root);
const recipes = readRecipes(readFileSync(new URL('CONTRIBUTING.md', root), 'utf8'));

/** A copy of what git knows, and of what it is about to know. */
function copyOfTree(): string {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const files = execFileSync('git', list, { cwd: rootPath, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const folder = mkdtempSync(join(tmpdir(), 'insights-recipe-'));
  // Pictures are not what a recipe is held to.
  for (const file of files.split('\0').filter((name) => name && !/^test\/gallery\/.*\.png$/.test(name)))
    cpSync(join(rootPath, file), join(folder, file));
  symlinkSync(join(rootPath, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

const passes = (command: string, cwd: string): Promise<string> =>
  new Promise((resolve) => {
    execFile(
      '/bin/sh',
      ['-c', command],
      { cwd, env: ofItsOwn(), maxBuffer: 2 ** 26, timeout: 300_000 },
      (error, out, errors) =>
        resolve(
          error ? `${command}\n${(out.split('failing tests:')[1] ?? out).slice(-6000)}${errors.slice(-2000)}` : '',
        ),
    );
  });

describe('the recipes of CONTRIBUTING.md', () => {
  it('are those for what is added most', () => {
    const titles = recipes.map(({ title }) => title.split(':')[0]);
    assert.deepEqual(titles, ['A metric', 'An element', 'A transport', 'A language']);
  });
});

// One tree for all, as in a repository: what one adds the next one finds there.
describe('followed one after the other', () => {
  let tree = '';
  before(() => {
    tree = copyOfTree();
  });
  after(() => rmSync(tree, { recursive: true, force: true }));

  for (const { title, steps } of recipes) {
    for (const { says, apply } of steps) it(`${title}: ${says}`, () => apply(tree));
  }
  for (const check of new Set(recipes.flatMap(({ checks }) => checks))) {
    it(`then \`${check}\` passes`, async () => assert.equal(await passes(check, tree), ''));
  }
});
