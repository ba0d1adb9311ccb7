// The packages of Debian and Ubuntu, for whoever may install them.
import { existsSync } from 'node:fs';
import { run } from './program.js';

/** @throws where this is no Debian, or not its root, or the packages cannot be had */
export function installByApt(...packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error('needs root on Debian or Ubuntu');
  run('apt-get', 'update');
  // Two commands may find that they need one at the same time.
  run('apt-get', '-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', ...packages);
}
