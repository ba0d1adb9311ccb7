// Compares pictures of the gallery with those in test/gallery: `npm run gallery [-- --update] [-- part of a name …]`.
// Where system, browser or fonts are others than those of the stored pictures it says so, and compares nothing.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPages } from '../demo/pages.js';
import { listen } from '../src/server/node.js';
import { launch, openTab, platformOf, shoot } from '../test/gallery/browser.js';
import { compare, isTolerable } from '../test/gallery/compare.js';
import { type Picture, withFewerColours } from '../test/gallery/picture.js';
import { decodePng, encodePng } from '../test/gallery/png.js';
import { findBrowser } from './browser.js';

const stored = fileURLToPath(new URL('../test/gallery/', import.meta.url));
const failures = join(stored, 'failures');
const named = (path: string): string => relative(process.cwd(), path);

const words = process.argv.slice(2);
const isUpdate = words.includes('--update');
const parts = words.filter((word) => !word.startsWith('--'));

/** How an element is pictured. */
const views = {
  light: 'picture&theme=light',
  dark: 'picture&theme=dark',
  rtl: 'picture&theme=light&dir=rtl',
  narrow: 'picture=narrow&theme=light',
};

/** One case of each element in the ready themes, and where another script is written. */
const overviews = {
  paper: 'picture=overview&theme=paper',
  aurora: 'picture=overview&theme=aurora-dark',
  arabic: 'picture=overview&theme=light&lang=ar&dir=rtl',
  japanese: 'picture=overview&theme=dark&lang=ja',
};

interface Job {
  readonly view: string;
  readonly query: string;
}

const jobsFor = (elements: readonly string[]): Job[] => [
  ...elements.flatMap((element) =>
    Object.entries(views).map(([view, query]) => ({ view, query: `element=${element}&${query}` })),
  ),
  ...Object.entries(overviews).map(([view, query]) => ({ view, query })),
];

/** What there is to say of one picture; nothing where it is as it was. */
function judge(file: string, picture: Picture, folder: string): string | undefined {
  const path = join(folder, file);
  if (isUpdate) return accept(path, picture);
  const keep = (kind: string, kept: Picture): void => write(join(failures, file.replace('.png', `.${kind}.png`)), kept);
  if (!existsSync(path)) {
    keep('now', picture);
    return `${file}: there is no picture of it yet`;
  }
  const before = decodePng(readFileSync(path));
  const difference = compare(before, picture);
  if (isTolerable(difference)) return undefined;
  keep('before', before);
  keep('now', picture);
  keep('difference', difference.drawn);
  return `${file}: ${difference.count} pixels differ, ${(difference.share * 100).toFixed(2)} %`;
}

/** What is as it was keeps its file. */
function accept(path: string, picture: Picture): undefined {
  if (existsSync(path) && isTolerable(compare(decodePng(readFileSync(path)), picture))) return;
  write(path, withFewerColours(picture));
  console.log(`  ${named(path)}: stored`);
}

function write(path: string, picture: Picture): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, encodePng(picture));
}

const picturesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => file.endsWith('.png'))
    : [];

const platforms = (): string[] =>
  readdirSync(stored, { withFileTypes: true })
    .filter((found) => found.isDirectory() && !failures.endsWith(found.name))
    .map(({ name }) => name);

/** Makes the pictures, and judges them. @returns what is wrong, line by line */
async function run(address: string, executablePath: string): Promise<readonly string[]> {
  const browser = await launch(executablePath);
  try {
    const tab = await openTab(browser);
    await tab.goto(`${address}/gallery/?element=provider&picture`);
    const platform = await platformOf(browser, tab);
    const folder = join(stored, platform);
    if (!isUpdate && !existsSync(folder)) {
      console.log(
        `Skipped: this is ${platform}, and there are pictures of ${platforms().join(', ') || 'no place'} only.`,
      );
      return [];
    }
    const elements = await tab.$$eval('select[name=element] option', (options) =>
      options.map(({ value }) => value).filter(Boolean),
    );
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const { view, query } of jobsFor(elements)) {
      if (!parts.every((part) => `${query} ${view}`.includes(part))) continue;
      const { pictures, faults } = await shoot(tab, `${address}/gallery/?${query}`);
      wrong.push(...faults.map((fault) => `${fault} (${view})`));
      for (const [id, picture] of pictures) {
        const file = `${id}.${view}.png`;
        seen.add(file);
        wrong.push(judge(file, picture, folder) ?? '');
      }
    }
    const left = parts.length > 0 ? [] : picturesIn(folder).filter((file) => !seen.has(file));
    if (isUpdate) for (const file of left) rmSync(join(folder, file));
    else wrong.push(...left.map((file) => `${file}: nothing shows this any more`));
    console.log(`${seen.size} pictures ${isUpdate ? 'up to date' : 'compared'}: ${platform}`);
    return wrong.filter(Boolean);
  } finally {
    await browser.close();
  }
}

const start = performance.now();
rmSync(failures, { recursive: true, force: true });
const executablePath = findBrowser();
const page = await buildPages();
const { address, close } = await listen({
  host: '127.0.0.1',
  port: 0,
  handler: async (request) => page(new URL(request.url).pathname),
});
const wrong = await run(address, executablePath).finally(() => close());
console.log(`${((performance.now() - start) / 1000).toFixed(1)} s`);
if (wrong.length > 0) {
  console.error(`\n${wrong.join('\n')}`);
  if (existsSync(failures))
    console.error(
      `\nBefore, now and the difference are in ${named(failures)}. Look at them; where they are as they should be:\n  npm run gallery -- --update`,
    );
  process.exitCode = 1;
}
