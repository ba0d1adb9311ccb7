/** The version that the site's code names, and the integrity of its entry: as the README has them, which a test holds against the build. */
import { readFileSync } from 'node:fs';
import { manifest, root } from '../../scripts/entries.js';
import type { Release } from '../builder/snippets.js';

export function readRelease(): Release {
  const readme = readFileSync(new URL('README.md', root), 'utf8');
  const [, integrity] = /cdn\/insights-elements\.js"\s+integrity="(sha384-[^"]+)"/.exec(readme) ?? [];
  if (!integrity) throw new Error('README.md names no integrity of cdn/insights-elements.js: npm run build writes it.');
  return { version: manifest.version, integrity };
}
