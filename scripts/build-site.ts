// Writes the site to site/, as static files for any host: `npm run build:site [-- --base /folder/]`. The folder matters only to
// the page for what is not there; every other address is relative.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSite } from '../demo/site/build-site.js';
import { pages } from '../demo/site/pages.js';
import { root } from './entries.js';

const { values } = parseArgs({
  options: { base: { type: 'string', default: '/' }, out: { type: 'string', default: 'site' } },
});
const folder = new URL(`${values.out.replace(/\/$/, '')}/`, root);
// What was there before goes: only a site may be that.
if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(new URL('llms.txt', folder)))
  throw new Error(`${values.out} is no site: empty it, or name another folder.`);
const files = await buildSite({ base: values.base });
rmSync(folder, { recursive: true, force: true });
for (const [path, body] of files) {
  const file = fileURLToPath(new URL(`.${path}`, folder));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, body);
}
console.log(`${values.out}/: ${pages.length} pages, ${files.size} files`);
