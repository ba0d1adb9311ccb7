// A program of the system's that a test runs: found, or installed from Debian's package.
import { installByApt } from './apt.js';
import { found, pathsOf, reasonOf, starts } from './program.js';

/**
 * @param name for a person
 * @param command what it is started by
 * @param debian the package that brings it
 * @returns its path, or why there is none
 */
export function findDebianProgram(
  name: string,
  command: string,
  debian: string,
): { readonly path: string } | { readonly reason: string } {
  const system = (): string | undefined => pathsOf(command).find(starts);
  try {
    const already = system();
    if (already) return { path: found(name, 'found on this machine', already) };
    installByApt(debian);
    const installed = system();
    if (!installed) return { reason: `${debian} did not bring it` };
    return { path: found(name, `none was found, so ran apt-get install ${debian}`, installed) };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}
