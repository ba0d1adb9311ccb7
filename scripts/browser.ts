// Finds a Chrome or Chromium for the tests and the screenshots, and installs one where none is found. Only a command
// that needs a browser asks for one: `npm ci` and `npm start` never do.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/**
 * The path of a Chrome or Chromium that starts: `CHROMIUM_PATH` or `CHROME_PATH`, else the system's, else
 * Playwright's, which is downloaded if need be, else (as root on Debian) the system's package. Says in one line what it
 * did; throws with what to do where there is none.
 */
export function findBrowser(): string {
  const wanted = process.env.CHROMIUM_PATH ?? process.env.CHROME_PATH;
  if (wanted) {
    if (starts(wanted)) return say('named by the environment', wanted);
    throw new Error(`CHROMIUM_PATH or CHROME_PATH names ${wanted}, which does not start: correct or unset it.`);
  }
  const system = systemPaths().find(starts);
  if (system) return say('found on this machine', system);
  const cached = chromium.executablePath();
  if (starts(cached)) return say('installed by Playwright before', cached);
  return installed();
}

const say = (what: string, path: string): string => {
  console.log(`Browser: ${what}: ${path}`);
  return path;
};

/** Whether the file is there and starts: a browser without its libraries is there, but cannot be used. */
function starts(path: string): boolean {
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

/** Where Chrome and Chromium put themselves. */
function systemPaths(): string[] {
  const { env, platform } = process;
  if (platform === 'win32') {
    const bases = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((base) => base !== undefined);
    return bases.flatMap((base) => [
      join(base, 'Google/Chrome/Application/chrome.exe'),
      join(base, 'Chromium/Application/chrome.exe'),
    ]);
  }
  if (platform === 'darwin') {
    return ['/Applications', join(env.HOME ?? '', 'Applications')].flatMap((base) => [
      join(base, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
      join(base, 'Chromium.app/Contents/MacOS/Chromium'),
    ]);
  }
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
  const folders = [
    ...(env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ];
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

const installers = [
  { name: 'playwright-core install chromium', install: installByPlaywright },
  { name: 'apt-get install chromium fonts-liberation', install: installByApt },
];

function installed(): string {
  const failures: string[] = [];
  for (const { name, install } of installers) {
    try {
      const path = install();
      if (starts(path)) return say(`none was found, so ran ${name}`, path);
      failures.push(`${name}: ${path} does not start`);
    } catch (error) {
      failures.push(`${name}: ${reasonOf(error)}`);
    }
  }
  throw new Error(
    `No Chrome or Chromium was found, and none could be installed:\n  ${failures.join('\n  ')}\n` +
      'Install Chrome or Chromium, or set CHROMIUM_PATH to one, then run this again.',
  );
}

/** The line in which the program, or else Node, says what went wrong. */
function reasonOf(error: unknown): string {
  const printed = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  return /^E(?:rror)?: .*$/m.exec(printed)?.[0] ?? String(error).split('\n')[0] ?? '';
}

function installByPlaywright(): string {
  run(
    process.execPath,
    fileURLToPath(new URL('../node_modules/playwright-core/cli.js', import.meta.url)),
    'install',
    'chromium',
  );
  return chromium.executablePath();
}

function installByApt(): string {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error('needs root on Debian or Ubuntu');
  run('apt-get', 'update');
  run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation');
  return '/usr/bin/chromium';
}

function run(file: string, ...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync(file, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
}
