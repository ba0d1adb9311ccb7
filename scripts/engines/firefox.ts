// Finds a Firefox for the tests, and installs one where none is found.
import { installByApt } from './apt.js';
import { found, pathsOf, starts } from './program.js';

const names = ['firefox', 'firefox-esr'];

/**
 * The path of a Firefox that starts: `FIREFOX_PATH`, else the system's, else (as root on Debian) the system's package.
 * Says in one line what it did.
 * @throws with the reason where there is none
 */
export function findFirefox(): string {
  const wanted = process.env.FIREFOX_PATH;
  if (wanted) {
    if (starts(wanted)) return found('Firefox', 'named by the environment', wanted);
    throw new Error(`FIREFOX_PATH names ${wanted}, which does not start: correct or unset it.`);
  }
  const system = systemPaths().find(starts);
  if (system) return found('Firefox', 'found on this machine', system);
  installByApt('firefox-esr');
  const installed = systemPaths().find(starts);
  if (!installed) throw new Error('firefox-esr does not start.');
  return found('Firefox', 'none was found, so ran apt-get install firefox-esr', installed);
}

function systemPaths(): string[] {
  const { env, platform } = process;
  if (platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)']].map((base) => `${base}/Mozilla Firefox/firefox.exe`);
  if (platform === 'darwin') return ['/Applications/Firefox.app/Contents/MacOS/firefox'];
  return pathsOf(...names);
}
