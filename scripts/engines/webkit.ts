// Finds a WebKit that a program can drive, WebKitGTK's, and a screen for it; installs them where they are not found.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installByApt } from './apt.js';
import { found, pathsOf } from './program.js';

export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
  /** A screen in memory; undefined where the machine's own has to do. */
  readonly screen: string | undefined;
}

const packages = ['webkit2gtk-driver', 'libwebkit2gtk-4.1-0', 'xvfb'];

/**
 * The system's, else (as root on Debian) the system's packages. Says in one line what it did.
 * @throws with the reason where there is none: Apple's own driver has to be allowed by hand, and is not used
 */
export function findWebKit(): WebKitPrograms {
  if (process.platform !== 'linux') throw new Error('WebKitGTK is for Linux only');
  const system = programs();
  if (system) return told(system, 'found on this machine');
  installByApt(...packages);
  const installed = programs();
  if (!installed) throw new Error(`${packages.join(', ')} did not bring it.`);
  return told(installed, `none was found, so ran apt-get install ${packages.join(' ')}`);
}

function told(all: WebKitPrograms, how: string): WebKitPrograms {
  found('WebKit', how, all.browser);
  return all;
}

function programs(): WebKitPrograms | undefined {
  // None of them says its version and ends well: whether they start shows when they are needed.
  const [driver, browser, screen] = [pathsOf('WebKitWebDriver'), browserPaths(), pathsOf('Xvfb')].map((paths) =>
    paths.find(existsSync),
  );
  return driver && browser && (screen || process.env.DISPLAY) ? { driver, browser, screen } : undefined;
}

/** The browser is no command: it lies beside the library, in a folder with the name of the processor. */
function browserPaths(): string[] {
  const bases = ['/usr/lib', '/usr/libexec'].filter(existsSync);
  return bases
    .flatMap((base) => [base, ...readdirSync(base).map((folder) => join(base, folder))])
    .flatMap((folder) => ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((name) => join(folder, name, 'MiniBrowser')));
}
