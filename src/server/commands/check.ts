/** `insights-elements check`: what is wrong with the elements of pages and templates, before anyone opens them. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { CheckOptions, Finding } from '../../check/check-markup.js';
import { EnvironmentError } from '../environment.js';
import type { CliIo, Command } from '../run-cli.js';

const usage = `insights-elements check <file or folder> … [--api-version v25.0] [--watch]

Reads pages and templates (HTML, Vue, Svelte, JSX, PHP, Markdown, …) and says what the elements in them would say, with
file, line and column. Of a folder all such files are read. Values that a template fills in are left out. Asks nobody.

  --api-version  the Graph version that the backend asks: what it refuses is then an error, not a warning
  --watch        checks again whenever a file is saved, until it is ended: for a task of an editor

Ends with 1 where there is an error, so that a build stops; warnings alone end with 0.`;

/** What a folder is looked through for. A file that is named is read whatever its ending. */
const endings =
  /\.(html?|xhtml|vue|svelte|astro|jsx|tsx|mdx?|markdown|php|twig|liquid|njk|hbs|handlebars|mustache|ejs|erb|cshtml|jinja2?|j2|tmpl)$/i;
const takesProperties = /\.(vue|svelte|astro|jsx|tsx|mdx)$/i;

export const checkCommand: Command = {
  summary: 'check the elements of pages and templates: metric, period, timeframe, breakdown, …',
  usage,
  isLong: true,
  async run(args, _env, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { 'api-version': { type: 'string' }, watch: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (positionals.length === 0)
      throw new EnvironmentError('Name a file or a folder: insights-elements check index.html.');
    const options = { apiVersion: values['api-version'] };
    if (values.watch !== true) return checkAll(await findFiles(positionals, io), options, io);
    await watch(positionals, options, io);
    return 0;
  },
};

async function findFiles(names: readonly string[], io: CliIo): Promise<string[]> {
  const files = (await Promise.all(names.map((name) => filesOf(name, io)))).flat();
  if (files.length === 0) throw new EnvironmentError('There is no page or template in these folders.');
  return files;
}

const nothing = { elements: 0, error: 0, warning: 0 };

/** @returns 1 where there is an error */
async function checkAll(files: readonly string[], options: CheckOptions, io: CliIo): Promise<number> {
  const counts = { ...nothing };
  for (const file of files) {
    const { elements, findings } = await checkFile(file, options, io);
    counts.elements += elements;
    for (const finding of findings) {
      counts[finding.severity] += 1;
      io.print(lineOf(file, finding));
    }
  }
  io.print(summaryOf(counts, files.length));
  return counts.error > 0 ? 1 : 0;
}

/** Milliseconds between two looks at the files. */
const pause = 500;

/** Looks at the times of files rather than being told: that works on every disk, and editors save in many ways. */
async function watch(names: readonly string[], options: CheckOptions, io: CliIo): Promise<void> {
  const wait = io.wait ?? ((ms) => setTimeout(ms));
  let before = '';
  // What is not there at all is said at once.
  await findFiles(names, io);
  while (!io.stop.aborted) {
    // While an editor saves a file it may not be there: the next look finds it.
    const files = await findFiles(names, io).catch(() => []);
    const times = await Promise.all(files.map((file) => timeOf(file, io)));
    const now = times.join('\n');
    if (files.length > 0 && now !== before) {
      io.print('Checking …');
      await checkAll(files, options, io).catch(() => io.print(summaryOf(nothing, files.length)));
      before = now;
    }
    await wait(pause);
  }
}

async function timeOf(file: string, io: CliIo): Promise<string> {
  const found = await stat(pathOf(file, io)).catch(() => undefined);
  return `${file} ${found?.mtimeMs}`;
}

/**
 * As compilers write it: terminals and editors make a link of it. It quotes the file, which may be anybody's: to a terminal, or
 * to the log of a build, lines and codes of its own would be commands.
 */
const lineOf = (file: string, { line, column, severity, message }: Finding): string =>
  `${file}:${line}:${column}: ${severity}: ${message}`.replaceAll(/[\p{Cc}\u2028\u2029\p{Bidi_Control}]+/gu, ' ');

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

function summaryOf(
  { elements, error, warning }: Record<'elements' | Finding['severity'], number>,
  files: number,
): string {
  if (elements === 0) return `No insights element in ${counted(files, 'file')}.`;
  const where = `${counted(elements, 'element')} of ${counted(files, 'file')}`;
  return `${where}: ${counted(error, 'error')}, ${counted(warning, 'warning')}.`;
}

async function checkFile(
  file: string,
  options: CheckOptions,
  io: CliIo,
): Promise<{ readonly elements: number; readonly findings: readonly Finding[] }> {
  const text = await readFile(pathOf(file, io), 'utf8').catch(() => {
    throw new EnvironmentError(`${file} cannot be read.`);
  });
  // The elements and their rules: no other command needs them.
  const { checkMarkup } = await import('../../check/check-markup.js');
  return checkMarkup(text, { ...options, takesProperties: takesProperties.test(file) });
}

const pathOf = (name: string, io: CliIo): string => resolve(io.directory ?? process.cwd(), name);

/** A file itself, or those of a folder and its folders, by the names that the author would use. */
async function filesOf(name: string, io: CliIo): Promise<string[]> {
  const about = await stat(pathOf(name, io)).catch(() => {
    throw new EnvironmentError(`${name} is not there.`);
  });
  if (!about.isDirectory()) return [name];
  const entries = await readdir(pathOf(name, io), { withFileTypes: true });
  const inside = entries
    .filter((entry) => !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .filter((entry) => entry.isDirectory() || endings.test(entry.name))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const found = inside.map(async (entry): Promise<string[]> => {
    const each = join(name, entry.name);
    if (entry.isDirectory()) return filesOf(each, io);
    // What a link leads to; a pipe has no end, and a folder behind a link could be this one.
    const isFile = await stat(pathOf(each, io)).then(
      (target) => target.isFile(),
      () => false,
    );
    return isFile ? [each] : [];
  });
  return (await Promise.all(found)).flat();
}
