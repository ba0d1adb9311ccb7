// Writes the site as static files, for any host: `npm run build:site [-- --base /folder/] [--out folder]`; to site/ unless told
// otherwise. The base matters only to the page for what is not there; every other address is relative.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSite } from '../demo/site/build-site.js';
import { pages } from '../demo/site/pages.js';
import { root } from './entries.js';

const { values } = parseArgs({
  options: { base: { type: 'string', default: '/' }, out: { type: 'string', default: 'site' } },
});
const folder = resolve(fileURLToPath(root), values.out);
// What is there is removed: it has to be a site.
if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, 'llms.txt'))) {
  console.error(`${folder} holds something else than a site, and was left alone. Name another folder by --out.`);
  process.exit(1);
}
const files = await buildSite({ base: values.base });
rmSync(folder, { recursive: true, force: true });
for (const [path, body] of files) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, body);
}
console.log(`${folder}: ${pages.length} pages, ${files.size} files`);
