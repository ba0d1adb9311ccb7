/**
 * Runs the commands of a snippet in a workplace: the package's own command is the built one, over the sandbox; those that
 * would install or publish are looked at, not obeyed.
 */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifest, root } from '../../../scripts/entries.js';
import { atHome, environment, type Workplace } from './workplace.js';

/** Commands that do no harm, and those that are stand-ins. */
const known = new Set(['cd', 'mkdir', 'echo', 'cat', 'cp', 'npx', 'npm', 'git']);

const standIns = {
  npx: `const { spawn } = require('node:child_process');
const args = process.argv.slice(2).filter((arg) => !/^(-y|--yes)$/.test(arg));
const [name = '', ...rest] = args;
if (name.replace(/@[\\d.]+$/, '') !== manifest.name) fail('npx ' + args.join(' '));
const cli = root + manifest.bin[manifest.name];
const child = spawn(process.execPath, ['--import', folder + '/node-world.mjs', cli, ...rest], { stdio: ['inherit', 'pipe', 'inherit'] });
let isUp = false;
child.stdout.on('data', (text) => {
  process.stdout.write(text);
  if (rest[0] !== 'serve' || !/http:\\/\\/\\S+/.test(text)) return;
  isUp = true;
  child.kill();
});
child.on('exit', (code) => process.exit(isUp ? 0 : rest[0] === 'serve' ? 1 : (code ?? 1)));`,
  npm: `const [verb = '', ...rest] = process.argv.slice(2);
const names = rest.filter((word) => !word.startsWith('-')).map((word) => word.replace(/(?<=.)@.*$/, ''));
const isPackage = (name) => name === manifest.name || packages.includes(name);
if (verb === 'ci' || (/^(start|test)$/.test(verb) && manifest.scripts[verb])) process.exit(0);
if (verb === 'run' && manifest.scripts[rest[0]]) process.exit(0);
if (/^(install|i)$/.test(verb) && names.every(isPackage)) process.exit(0);
fail('npm ' + [verb, ...rest].join(' '));`,
  git: `if (!/^(init|config|add|diff|commit|push|clone)$/.test(process.argv[2])) fail('git ' + process.argv.slice(2).join(' '));`,
};

function writeStandIns({ write, folder }: Workplace): string {
  const { dependencies, peerDependencies, devDependencies } = manifest;
  const packages = Object.keys({ ...dependencies, ...peerDependencies, ...devDependencies });
  const head = `#!${process.execPath}
const folder = ${JSON.stringify(folder)}, root = ${JSON.stringify(fileURLToPath(root))};
const manifest = ${JSON.stringify(manifest)}, packages = ${JSON.stringify(packages)};
const fail = (text) => { console.error('There is no such command: ' + text); process.exit(127); };`;
  for (const [name, body] of Object.entries(standIns)) {
    // A file without an ending is read as a module where package.json says so.
    write('bin/package.json', '{ "type": "commonjs" }');
    chmodSync(write(`bin/${name}`, `${head}\n${body}\n`), 0o755);
  }
  return join(folder, 'bin');
}

/** The programs that a script starts. */
const programsOf = (script: string): string[] =>
  script
    .replaceAll(/'[^']*'|"[^"]*"/g, 'text')
    .replaceAll(/#.*$/gm, '')
    .replaceAll(/\\\n/g, ' ')
    .split(/\n|&&|\|\||[;|]/)
    .map(
      (command) =>
        command
          .trim()
          .replace(/^([A-Z_]+=\S*\s+)+/, '')
          .split(/\s/)[0] ?? '',
    )
    .filter(Boolean);

/** @throws AssertionError where it fails, or starts what nobody here knows */
export async function runShell(code: string, workplace: Workplace): Promise<void> {
  for (const program of programsOf(code)) assert.ok(known.has(program), `${program} has no stand-in: see shell.ts`);
  const bin = writeStandIns(workplace);
  mkdirSync(join(workplace.folder, 'public/insights'), { recursive: true });
  workplace.write('q.json', '[{ "metric": "reach", "range": "last_28_days" }]');
  const { code: status, out } = await workplace.run('/bin/sh', ['-e', '-c', atHome(code, workplace)], {
    env: { PATH: `${bin}:${environment['PATH']}` },
    input: environment['IG_ACCESS_TOKEN'] ?? '',
  });
  assert.equal(status, 0, out);
}

/** Each line's command, without when it runs. */
export async function runCron(code: string, workplace: Workplace): Promise<void> {
  const lines = code.split('\n').filter((line) => line.trim() && !/^(#|[A-Z_]+=)/.test(line));
  assert.ok(lines.length > 0);
  for (const line of lines) {
    const [, command = ''] = /^(?:[\d*,/-]+\s+){5}(.+)$/.exec(line) ?? assert.fail(`not a line of cron: ${line}`);
    // Its folder is the one in which the questions are.
    await runShell(command.replace(/^cd \S+ && /, ''), workplace);
  }
}

interface Workflow {
  readonly jobs?: Readonly<Record<string, { readonly steps?: readonly { readonly run?: string }[] }>>;
}

/** What a workflow runs, step by step; other YAML is read. */
export async function runYaml(code: string, workplace: Workplace): Promise<void> {
  const { parse } = createRequire(createRequire(import.meta.url).resolve('knip'))('yaml') as {
    parse: (text: string) => Workflow | null;
  };
  const steps = Object.values(parse(code)?.jobs ?? {}).flatMap((job) => job.steps ?? []);
  for (const { run } of steps) if (run) await runShell(run, workplace);
}
