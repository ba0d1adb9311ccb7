// Runs the tests: `npm test -- [node] [browser] [engines] [built] [apps] [part of a file's path …]`; without a suite's name,
// node and browser. `engines` are the elements in Firefox and WebKit, as far as there are any; `built` and `apps` (the examples,
// from the packed tarball) need the output of `npm run build`. With `--update` the accessibility trees are recorded anew (test/elements/trees.test.ts). What needs no browser runs first: it says more in less time.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Suite {
  /** Folders of test/ whose `*.test.ts` belong to it. */
  readonly folders: readonly string[];
  /** What to give to `node --import tsx`. */
  readonly args: (files: readonly string[]) => readonly string[];
  /** Where a browser is needed: which ones, unless ENGINES names others. @default "chromium" */
  readonly engines?: string;
}

/** Two at once at least: many wait, for a clock, a browser or an installation. */
const concurrency = Math.max(2, availableParallelism() - 1);

const inNode: Suite['args'] = (files) => [
  '--test',
  `--test-concurrency=${concurrency}`,
  '--test-reporter=spec',
  ...files,
];

/** Tests of time zones have browsers of their own: a group of web-test-runner.config.mjs, which finds its own files. */
const inBrowser: Suite['args'] = (files) => {
  const others = files.filter((file) => !isAboutZones(file));
  const group =
    others.length === 0 ? ['--group', 'zones'] : others.length === files.length ? ['--group', 'default'] : [];
  return ['node_modules/@web/test-runner/dist/bin.js', ...group, ...(others.length > 0 ? ['--files', ...others] : [])];
};
const isAboutZones = (file: string): boolean => file.startsWith('test/zones/');

const suites: Readonly<Record<string, Suite>> = {
  node: {
    folders: [
      'spec',
      'client',
      'hydrate',
      'format',
      'sound',
      'sandbox',
      'server',
      'ssr',
      'check',
      'examples',
      'package',
    ],
    args: inNode,
  },
  browser: { folders: ['elements', 'chart', 'demo', 'browser', 'zones'], args: inBrowser },
  engines: { folders: ['elements'], args: inBrowser, engines: 'firefox,webkit' },
  built: { folders: ['built'], args: inNode },
  apps: { folders: ['apps'], args: inNode },
};

const root = fileURLToPath(new URL('..', import.meta.url));
const given = process.argv.slice(2);
const named = given.filter((word) => word in suites);
const parts = given.filter((word) => !(word in suites) && !word.startsWith('--'));
const trees = given.includes('--update') ? 'update' : 'compare';
const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .map((file) => `test/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.test.ts') && (parts.length === 0 || parts.some((part) => file.includes(part))))
  .toSorted();

/** Whether the suite has files and they pass. One without files has lost them, unless they were asked for by name. */
function passes(name: string): boolean {
  const { folders, args, engines: usual = 'chromium' } = suites[name] as Suite;
  const engines = process.env.ENGINES ?? usual;
  const hasZones = engines.split(',').includes('chromium');
  const found = tests.filter((file) => folders.includes(file.split('/')[1] ?? ''));
  const files = hasZones ? found : found.filter((file) => !isAboutZones(file));
  if (files.length < found.length) {
    console.log('zones: skipped, as only Chromium can be put into a time zone.');
    if (files.length === 0) return true;
  }
  if (files.length === 0 && parts.length > 0) return true;
  console.log(`\n${name}: ${files.length} test files`);
  if (files.length === 0) return false;
  const { status, error } = spawnSync(process.execPath, ['--import', 'tsx', ...args(files)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ENGINES: engines, TREES: trees },
  });
  if (error) console.error(error.message);
  return status === 0;
}

if (tests.length === 0) {
  console.error(`No test file matches ${parts.join(' ')}.`);
  process.exit(1);
}
const failed = (named.length > 0 ? named : ['node', 'browser']).filter((name) => !passes(name));
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exit(1);
}
