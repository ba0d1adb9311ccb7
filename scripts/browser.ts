// Finds a Chrome or Chromium for the tests and the screenshots, and installs one where none is found. Only a command
// that needs a browser asks for one: `npm ci` and `npm start` never do.
// The other engines, which a test can do without: engines/.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { installByApt } from './engines/apt.js';
import { found, pathsOf, reasonOf, run, starts } from './engines/program.js';

/**
 * The path of a Chrome or Chromium that starts: `CHROMIUM_PATH` or `CHROME_PATH`, else the system's, else
 * Playwright's, which is downloaded if need be, else (as root on Debian) the system's package. Says in one line what it
 * did; throws with what to do where there is none.
 */
export function findBrowser(): string {
  const wanted = process.env.CHROMIUM_PATH ?? process.env.CHROME_PATH;
  if (wanted) {
    if (starts(wanted)) return found('Browser', 'named by the environment', wanted);
    throw new Error(`CHROMIUM_PATH or CHROME_PATH names ${wanted}, which does not start: correct or unset it.`);
  }
  const system = systemPaths().find(starts);
  if (system) return found('Browser', 'found on this machine', system);
  const cached = chromium.executablePath();
  if (starts(cached)) return found('Browser', 'installed by Playwright before', cached);
  return installed();
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
  return pathsOf('google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser');
}

/** The browser, and fonts for all of the languages that there are words in. */
const packages = ['chromium', 'fonts-liberation', 'fonts-noto-core', 'fonts-noto-cjk'];

const installers = [
  { name: 'playwright-core install chromium', install: installByPlaywright },
  {
    name: `apt-get install ${packages.join(' ')}`,
    install: () => {
      installByApt(...packages);
      return '/usr/bin/chromium';
    },
  },
];

function installed(): string {
  const failures: string[] = [];
  for (const { name, install } of installers) {
    try {
      const path = install();
      if (starts(path)) return found('Browser', `none was found, so ran ${name}`, path);
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

function installByPlaywright(): string {
  run(
    process.execPath,
    fileURLToPath(new URL('../node_modules/playwright-core/cli.js', import.meta.url)),
    'install',
    'chromium',
  );
  return chromium.executablePath();
}
