/** A folder in which a snippet lives as in a project of its reader: the package and what goes with it are installed. */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifest, root } from '../../../scripts/entries.js';

export interface Workplace {
  readonly folder: string;
  write(file: string, text: string): string;
  /** Runs a program here. @returns what it printed, also where it failed */
  run(file: string, args: readonly string[], options?: RunOptions): Promise<Ran>;
  close(): void;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

export interface Ran {
  readonly code: number;
  readonly out: string;
}

/** What a program of ours needs of its environment, and nothing that this machine has set. */
export const environment: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? '',
  IG_USER_ID: '17841405822304914',
  IG_ACCESS_TOKEN: 'EAAGm0PX4ZCpsBAKq7vV2hZBtYcW9xUe5dR1sLnTfHj',
  EMBED_SECRET: 's'.repeat(32),
};

/** Modules of the reader's own, which a snippet imports by its side. */
const neighbours: Readonly<Record<string, string>> = {
  'client.js': "export { client } from './stand-ins.ts';\n",
  'alive.js': 'export const Alive = () => null;\n',
};

const here = fileURLToPath(new URL('./', import.meta.url));

export function createWorkplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'insights-snippets-'));
  const installed = join(folder, 'node_modules');
  const packages = fileURLToPath(new URL('node_modules/', root));
  mkdirSync(installed);
  for (const name of readdirSync(packages)) {
    if (!name.startsWith('.') && name !== manifest.name) symlinkSync(join(packages, name), join(installed, name));
  }
  symlinkSync(fileURLToPath(root), join(installed, manifest.name));
  for (const file of ['stand-ins.ts', 'node-world.mjs', 'probe.mjs'])
    copyFileSync(join(here, file), join(folder, file));
  for (const [file, text] of Object.entries(neighbours)) writeFileSync(join(folder, file), text);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'reader', private: true, type: 'module' }));

  return {
    folder,
    write(file, text) {
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      return path;
    },
    run: (file, args, { env = {}, input = '' } = {}) =>
      new Promise((resolve) => {
        const options = { cwd: folder, env: { ...environment, ...env }, timeout: 60_000, maxBuffer: 2 ** 26 };
        const child = execFile(file, [...args], options, (error, stdout, stderr) =>
          resolve({ code: error ? Number(error.code ?? 1) : 0, out: `${stdout}${stderr}` }),
        );
        child.stdin?.on('error', () => {}).end(input);
      }),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Folders of a server, which are here. */
export const atHome = (code: string, { folder }: Workplace): string =>
  code.replaceAll(/\/(var\/lib|srv|etc)\/[\w/-]+/g, (path) => {
    mkdirSync(join(folder, path), { recursive: true });
    return join(folder, path);
  });
