// `npm run manifest [-- <folder>]`: custom-elements.json from the classes, and from it and the registry the files that
// editors read. Into the folder of package.json, or another one.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Manifest, tagsOf, typeAttributes } from './editors/read-manifest.js';
import { cssData, htmlData } from './editors/vscode-data.js';
import { webTypes } from './editors/web-types.js';
import { root } from './entries.js';

const home = fileURLToPath(root);
const folder = resolve(process.argv[2] ?? home);
const analyzer = join(home, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
execFileSync(process.execPath, [analyzer, 'analyze', '--quiet', '--outdir', relative(home, folder) || '.'], {
  cwd: home,
  stdio: ['ignore', 'ignore', 'inherit'],
});

const write = (file: string, data: object): void =>
  writeFileSync(join(folder, file), `${JSON.stringify(data, undefined, 2)}\n`);

const { name, version, homepage } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly version: string;
  readonly homepage: string;
};
const manifest = JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8')) as Manifest;
typeAttributes(manifest);
const tags = tagsOf(manifest);
write('custom-elements.json', manifest);
write('vscode.html-custom-data.json', htmlData(tags, [{ name, url: homepage }]));
write('vscode.css-custom-data.json', cssData(tags));
write('web-types.json', webTypes(tags, { name, version }));
