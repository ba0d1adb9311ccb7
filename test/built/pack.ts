// The package as npm publishes it, for the tests that install it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { root } from '../../scripts/entries.js';

/** Runs a program and answers what it printed; fails with all of it. */
export async function run(cwd: string, file: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(file, args, { cwd, maxBuffer: 2 ** 26 });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    assert.fail(`${file} ${args.join(' ')}\n${stdout?.slice(0, 4_000)}\n${stderr}`);
  }
}

/** @returns the path of the tarball of what `npm run build` has made, in a folder */
export async function packInto(folder: string): Promise<string> {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [{ filename }] = JSON.parse(await run(fileURLToPath(root), 'npm', ...args)) as [{ filename: string }];
  return join(folder, filename);
}

/** Installs packages beside those that a folder's package.json names. */
export const install = (folder: string, ...packages: string[]): Promise<string> =>
  run(folder, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', ...packages);
