/**
 * A file of environment variables (`.env`) that holds a token: read, and written so that nobody else can read it.
 *
 * Keeps every line that it does not change. Does not know what the variables mean.
 */
import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import type { RenewedToken } from './token-renewal.js';
import { writeWhole } from './write-whole.js';

/** New values by name; undefined takes the line away. */
export type EnvChanges = Readonly<Record<string, string | undefined>>;

/**
 * The text of the file; empty where there is none.
 * @throws Error for what is no file of its own, such as a link: what is written there would be elsewhere
 */
export async function readEnvFile(path: string): Promise<string> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Error(`${path} cannot be read (${error.code ?? 'unknown error'}).`);
  });
  if (!found) return '';
  if (!found.isFile()) {
    throw new Error(`${path} is no file, but a link or a folder. Move it away: a token is written to a file only.`);
  }
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(
    (error: NodeJS.ErrnoException) => {
      throw new Error(`${path} cannot be read (${error.code ?? 'unknown error'}).`);
    },
  );
  try {
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

/** The variables of a text, as Node reads them. */
export const envOf = (text: string): Readonly<Record<string, string | undefined>> => parseEnv(text);

/**
 * Changes lines of the file, or makes it: with mode 0600, whole or not at all.
 * @throws Error where it cannot be written; what was there is then as it was
 */
export async function writeEnvFile(path: string, changes: EnvChanges): Promise<void> {
  const text = withChanges(await readEnvFile(path), changes);
  await writeWhole(path, text, 0o600);
}

/** The text with the changes in it: each in its line, new ones at the end. */
export function withChanges(text: string, changes: EnvChanges): string {
  let changed = text;
  const added: string[] = [];
  for (const [name, value] of Object.entries(changes)) {
    const line = value === undefined ? '' : `${name}=${quoted(value)}\n`;
    let isThere = false;
    changed = changed.replaceAll(assignmentOf(name), () => {
      const first = !isThere;
      isThere = true;
      return first ? line : '';
    });
    if (!isThere && line !== '') added.push(line);
  }
  const gap = changed === '' || changed.endsWith('\n') || added.length === 0 ? '' : '\n';
  return changed + gap + added.join('');
}

/** All lines that set a variable: a quoted value can have several. */
const assignmentOf = (name: string): RegExp =>
  new RegExp(
    `^[ \\t]*(?:export[ \\t]+)?${name}[ \\t]*=[ \\t]*(?:'[^']*'|"[^"]*"|\`[^\`]*\`)?[^\\n]*(?:\\n|$(?![^]))`,
    'gm',
  );

function quoted(value: string): string {
  if (/^[\w.:/-]*$/.test(value)) return value;
  const quote = ["'", '"', '`'].find((mark) => !value.includes(mark));
  if (quote === undefined || value.includes('\n'))
    throw new Error('A value with all kinds of quotes cannot be written.');
  return quote + value + quote;
}

/**
 * Makes what writes a renewed token in the place of the one before.
 * @returns a function that throws an Error where the file does not hold that: somebody keeps it elsewhere
 */
export function createTokenSaver(path: string, accessToken: string): (token: RenewedToken) => Promise<void> {
  let held = accessToken;
  return async (token) => {
    if (envOf(await readEnvFile(path)).IG_ACCESS_TOKEN !== held) {
      throw new Error(
        `${path} does not hold the token that this process was started with. Run connect before it ends.`,
      );
    }
    await writeEnvFile(path, {
      IG_ACCESS_TOKEN: token.accessToken,
      IG_TOKEN_EXPIRES: isoSeconds(token.expiresAt),
    });
    held = token.accessToken;
  };
}

/** As `IG_TOKEN_EXPIRES` is written. */
export const isoSeconds = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
