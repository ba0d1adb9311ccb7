/** Whether git would take a file along: asked of git itself. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** `none`: there is no repository. `unknown`: there is one, and git cannot be asked. */
export type GitView = 'none' | 'ignored' | 'not ignored' | 'tracked' | 'unknown';

/** What git makes of a file that may not be there yet. */
export async function askGit(path: string): Promise<GitView> {
  const [directory, name] = [dirname(path), basename(path)];
  if (!isInRepository(directory)) return 'none';
  const inside = await git(directory, ['rev-parse', '--is-inside-work-tree']);
  if (inside !== 0) return 'unknown';
  // A file that is tracked is taken along whatever is ignored.
  if ((await git(directory, ['ls-files', '--error-unmatch', '--', name])) === 0) return 'tracked';
  const ignored = await git(directory, ['check-ignore', '--quiet', '--', name]);
  if (ignored === 0) return 'ignored';
  return ignored === 1 ? 'not ignored' : 'unknown';
}

/** Looked up here too: git may be missing, and the next machine has it. */
function isInRepository(directory: string): boolean {
  if (existsSync(join(directory, '.git'))) return true;
  const parent = dirname(directory);
  return parent !== directory && isInRepository(parent);
}

/** The exit code; undefined where git did not run. */
const git = (directory: string, args: readonly string[]): Promise<number | undefined> =>
  new Promise((resolve) => {
    execFile('git', ['-C', directory, ...args], { timeout: 10_000 }, (error) => {
      if (!error) resolve(0);
      else resolve(typeof error.code === 'number' ? error.code : undefined);
    });
  });
