// Programs of this machine: where they are, and whether they start.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether the file is there and starts: a browser without its libraries is there, but cannot be used. */
export function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window; elsewhere it answers and ends.
  if (process.platform === 'win32') return true;
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Where programs of such names can be on Linux, in the order of the names within each folder. */
export const pathsOf = (...names: readonly string[]): string[] =>
  [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ].flatMap((folder) => names.map((name) => join(folder, name)));

/** Says in a line which program was found, and how. @returns its path */
export function found(what: string, how: string, path: string): string {
  console.log(`${what}: ${how}: ${path}`);
  return path;
}

/** The line in which the program, or else Node, says what went wrong. */
export function reasonOf(error: unknown): string {
  const printed = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  return /^E(?:rror)?: .*$/m.exec(printed)?.[0] ?? String(error).split('\n')[0] ?? '';
}

/** Runs a program to its end. @throws what it says where it fails */
export function run(file: string, ...args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync(file, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
}
