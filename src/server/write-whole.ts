/** A file that is written whole or not at all: whoever reads meanwhile gets the old one. */
import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a file, or makes it.
 * @param mode of the file, such as 0o600, less what the process's umask takes
 * @throws Error where it cannot be written; what was there is then as it was
 */
export async function writeWhole(path: string, text: string, mode: number): Promise<void> {
  const name = basename(path).replace(/^\.?/, '.');
  const temporary = join(dirname(path), `${name}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    // `wx`: neither somebody's file nor a link that waits there.
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`${path} cannot be written (${code ?? 'unknown error'}). ${mendingOf(code)} Nothing was changed.`, {
      cause: error,
    });
  }
}

function mendingOf(code: string | undefined): string {
  if (code === 'ENOENT') return 'Make its folder first.';
  if (code === 'EISDIR' || code === 'ENOTEMPTY') return 'It is a folder: name a file in it.';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'The disk is full: whoever runs this machine can make room.';
  return 'Let the user of this process write its folder.';
}
