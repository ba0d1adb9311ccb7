/** The recipes of CONTRIBUTING.md, read as steps, and what a step does to a tree. Knows nothing of what they are for. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Recipe {
  readonly title: string;
  readonly steps: readonly Step[];
  /** Commands that pass when the steps are done. */
  readonly checks: readonly string[];
}

export interface Step {
  /** What it says, on one line: `2. In …, behind …:`. */
  readonly says: string;
  /** @throws AssertionError where the tree is not as the step takes it to be */
  readonly apply: (tree: string) => void;
}

/** @param text of CONTRIBUTING.md */
export function readRecipes(text: string): Recipe[] {
  const [, recipes = ''] = text.split(/^## Recipes$/m);
  return recipes.split(/^### /m).slice(1).map(readRecipe);
}

function readRecipe(section: string): Recipe {
  const [title = ''] = section.split('\n');
  const [work = '', end] = section.split(/^Then these pass.*$/m);
  assert.ok(end !== undefined, `${title}: nothing says what passes then`);
  const [, checks = ''] = /```sh\n(.*?)```/s.exec(end) ?? [];
  // What follows the steps is for people.
  const items = (work.split(/^- /m)[0] ?? '').split(/^(?=\d+\. )/m).slice(1);
  return { title, steps: items.map(readStep), checks: checks.trim().split('\n') };
}

/** Names between backticks, two of them where the name has one. */
const namesIn = (text: string): string[] =>
  [...text.matchAll(/``\s?(.+?)\s?``|`([^`]+)`/g)].map(([, long, short]) => long ?? short ?? '');

const place = /^\d+\. In (.+?), (before|behind) (``.+?``|`[^`]+`)/s;

function readStep(item: string): Step {
  const [words = ''] = item.split('```\n')[0]?.split(/^ *```\w+$/m) ?? [];
  const says = words.trim().replaceAll(/\s+/g, ' ');
  const [, indent = '', code = ''] = /^( *)```\w+\n(.*?)^ *```$/ms.exec(item) ?? [];
  const block = code.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
  const apply = actionOf(says, block);
  assert.ok(apply, `nobody understands the step: ${says}`);
  return { says, apply };
}

function actionOf(says: string, block: string): Step['apply'] | undefined {
  const [, command] = /^\d+\. Run `([^`]+)`/.exec(says) ?? [];
  if (command) return (tree) => run(command, tree);

  const [, from, to, swaps = ''] = /^\d+\. Copy `([^`]+)` to `([^`]+)`(.*)/.exec(says) ?? [];
  if (from && to) return (tree) => copy(join(tree, from), join(tree, to), pairsOf(swaps));

  const [, made] = /^\d+\. A new file `([^`]+)`/.exec(says) ?? [];
  if (made && block) return (tree) => writeNew(join(tree, made), block);

  const [, files = '', side, anchor = ''] = place.exec(says) ?? [];
  if (side && block)
    return (tree) => filesOf(files, tree).forEach((file) => insert(file, side, namesIn(anchor)[0] ?? '', block));

  const [, all = '', swap = ''] = /^\d+\. In ((?:`[^`]+`(?: and )?)+), (?:[^`]*)(`.+) *\.$/.exec(says) ?? [];
  if (swap) return (tree) => namesIn(all).forEach((file) => replace(join(tree, file), pairsOf(swap)));
  return undefined;
}

/** `new` for `old`, several of them. */
function pairsOf(text: string): (readonly [old: string, now: string])[] {
  const names = namesIn(text);
  return Array.from({ length: names.length / 2 }, (_, at) => [names[2 * at + 1] ?? '', names[2 * at] ?? ''] as const);
}

const swapped = (text: string, pairs: readonly (readonly [string, string])[]): string =>
  pairs.reduce((now, [old, name]) => now.replaceAll(old, name), text);

/** The environment without the mark of the test that runs: tests that a test starts would be skipped. */
export function ofItsOwn(): NodeJS.ProcessEnv {
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env;
  return env;
}

function run(command: string, tree: string): void {
  execFileSync('/bin/sh', ['-c', command], { cwd: tree, stdio: 'pipe', env: ofItsOwn() });
}

function copy(from: string, to: string, pairs: readonly (readonly [string, string])[]): void {
  assert.ok(!existsSync(to), `${to} is there already`);
  cpSync(from, to, { recursive: true });
  for (const name of readdirSync(to)) {
    const file = join(to, name);
    writeFileSync(file, swapped(readFileSync(file, 'utf8'), pairs));
    renameSync(file, join(to, swapped(name, pairs)));
  }
}

function writeNew(path: string, text: string): void {
  assert.ok(!existsSync(path), `${path} is there already`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

interface Place {
  readonly path: string;
  /** What the star stands for. */
  readonly star: string | undefined;
}

function filesOf(text: string, tree: string): Place[] {
  return namesIn(text).flatMap((name): Place[] => {
    const [folder = '', rest] = name.split('*');
    if (rest === undefined) return [{ path: join(tree, name), star: undefined }];
    return readdirSync(join(tree, folder), { withFileTypes: true })
      .filter((one) => one.isDirectory() && one.name !== 'en')
      .map((one) => ({ path: join(tree, folder, one.name, rest), star: one.name }));
  });
}

/** Puts lines before or behind the first one that has the anchor in it. */
function insert({ path, star }: Place, side: string, anchor: string, block: string): void {
  const mark = /^( *)\/\* (\S+) \*\/ /;
  const lines = block.replace(/\n$/, '').split('\n');
  const own =
    star === undefined
      ? lines
      : lines.filter((line) => mark.exec(line)?.[2] === star).map((line) => line.replace(mark, '$1'));
  assert.ok(own.length > 0, `no line for ${star}`);
  const there = readFileSync(path, 'utf8').split('\n');
  const at = there.findIndex((line) => line.includes(anchor));
  assert.ok(at >= 0, `${path} has no line with ${anchor}`);
  there.splice(side === 'before' ? at : at + 1, 0, ...own);
  writeFileSync(path, there.join('\n'));
}

function replace(path: string, pairs: readonly (readonly [string, string])[]): void {
  const text = readFileSync(path, 'utf8');
  assert.ok(pairs.length > 0, path);
  for (const [old] of pairs) assert.ok(text.includes(old), `${path} has no ${old}`);
  writeFileSync(path, swapped(text, pairs));
}
