/**
 * Runs a snippet of the documentation as its reader would, by its language: pages in Chromium over the sandbox, scripts where
 * their imports say, commands in a shell. What has no runner fails.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/entries.js';
import { readQuestions } from '../../../src/client/asked-questions.js';
import { hasErrors, validateQuery } from '../../../src/spec/index.js';
import { bundle } from './bundle.js';
import type { Snippet } from './markdown.js';
import { createPages } from './pages.js';
import { runCron, runShell, runYaml } from './shell.js';
import { atHome, createWorkplace } from './workplace.js';

export interface SnippetRunner {
  /** @throws AssertionError with what is wrong */
  run(snippet: Snippet): Promise<void>;
  close(): Promise<void>;
}

/** Where a script may find an element of each kind. */
const surroundings = `<div id="app"></div><insights-provider id="provider" demo>
  <insights-metric-card id="card" metric="reach"></insights-metric-card>
  <insights-trend-chart id="chart" metric="reach"></insights-trend-chart></insights-provider>`;

export function createSnippetRunner(): SnippetRunner {
  const workplace = createWorkplace();
  const pages = createPages();
  const known = knownStyles();
  let count = 0;
  const newFile = (ending: string): string => `snippet-${++count}.${ending}`;
  const fine = (wrong: readonly string[]): void => assert.deepEqual(wrong, []);

  async function compile(file: string): Promise<void> {
    const libraries = { lib: ['es2023', 'dom', 'dom.iterable'], types: ['node'], skipLibCheck: true };
    const modules = {
      module: 'esnext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      allowImportingTsExtensions: true,
    };
    const compilerOptions = { strict: true, noEmit: true, target: 'es2022', ...modules, ...libraries };
    workplace.write('tsconfig.json', JSON.stringify({ compilerOptions, files: [file] }));
    const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
    const { code, out } = await workplace.run(process.execPath, [tsc, '-p', 'tsconfig.json']);
    assert.equal(code, 0, out);
  }

  async function script({ code, language, notes }: Snippet): Promise<void> {
    const given = notes.given.length > 0 ? `import { ${notes.given.join(', ')} } from './stand-ins.ts';\n` : '';
    const file = newFile(language);
    workplace.write(file, `${given}${code}\nexport {};\n`);
    if (/^tsx?$/.test(language)) await compile(file);
    if ((notes.in ?? placeOf(code)) === 'node') return inNode(file, given + code);
    const isComponent = /^(jsx|tsx|vue|svelte)$/.test(language);
    const body = isComponent ? '<div id="app"></div>' : surroundings;
    const files = await bundle(file, workplace);
    const html = `<!doctype html>${body}<script type="module" src="/page.js"></script>`;
    // What a script does not define is no business of its own.
    fine(
      (await pages.show(html, files, notes.state)).filter(
        (text) => isComponent || !/: (not defined|idle) $/.test(text),
      ),
    );
  }

  async function inNode(file: string, code: string): Promise<void> {
    const names = ['handler', 'tokenRoute', 'address'];
    const made = names.map((name) => `${name}: typeof ${name} === 'undefined' ? undefined : ${name}`).join(', ');
    const ending = `\nawait (await import('./probe.mjs')).probe({ ${made} });\nprocess.exit(0);\n`;
    workplace.write(file, atHome(code, workplace) + ending);
    const preloads = ['--import', 'tsx', '--import', './node-world.mjs'];
    const { code: status, out } = await workplace.run(process.execPath, [...preloads, file]);
    assert.equal(status, 0, out);
  }

  async function component(snippet: Snippet): Promise<void> {
    const file = workplace.write(newFile(snippet.language), snippet.code);
    const files = await bundle(file.slice(workplace.folder.length + 1), workplace);
    const html = '<!doctype html><div id="app"></div><script type="module" src="/page.js"></script>';
    fine(await pages.show(html, files, snippet.notes.state));
  }

  const runners: Readonly<Record<string, (snippet: Snippet) => Promise<void> | void>> = {
    html: async ({ code, notes }) => fine(await pages.show(code, undefined, notes.state)),
    css: async ({ code }) => fine(await pages.style(code, known)),
    js: script,
    jsx: script,
    ts: script,
    tsx: script,
    vue: component,
    svelte: component,
    json: ({ code }) => readJson(code),
    sh: ({ code }) => runShell(code, workplace),
    cron: ({ code }) => runCron(code, workplace),
    yaml: ({ code }) => runYaml(code, workplace),
    // What a program prints.
    text: () => {},
  };

  return {
    async run(snippet) {
      if (snippet.notes.shown) return;
      const runner = runners[snippet.language];
      assert.ok(runner, `no runner for the language "${snippet.language}": see run-snippet.ts`);
      await runner(snippet);
    },
    async close() {
      await pages.close();
      workplace.close();
    },
  };
}

/** Servers, tools and what reads an environment are Node's. */
const placeOf = (code: string): 'node' | 'browser' =>
  /insights-elements\/(server|ssr)|@lit-labs\/ssr|['"]node:|process\.env|from 'vite'/.test(code) ? 'node' : 'browser';

/** JSON, or a line of it each; a list of questions is one that the command takes. */
function readJson(code: string): void {
  const isLines = /^\{.*\}$/.test(code.trim().split('\n')[0] ?? '');
  const parts: unknown[] = (isLines ? code.trim().split('\n') : [code]).map((text) => JSON.parse(text));
  for (const part of parts) {
    const [first] = Array.isArray(part) ? (part as unknown[]) : [];
    if (typeof first !== 'object' || first === null || !('metric' in first)) continue;
    for (const question of readQuestions(part))
      assert.ok(!hasErrors(validateQuery(question)), JSON.stringify(question));
  }
}

interface Declaration {
  readonly tagName?: string;
  readonly cssProperties?: readonly { readonly name: string }[];
  readonly cssParts?: readonly { readonly name: string }[];
}

/** Tags, parts and custom properties that there are. */
function knownStyles(): ReadonlySet<string> {
  const { modules } = JSON.parse(readFileSync(new URL('custom-elements.json', root), 'utf8')) as {
    modules: readonly { readonly declarations?: readonly Declaration[] }[];
  };
  const declarations = modules.flatMap((module) => module.declarations ?? []);
  return new Set(
    declarations.flatMap(({ tagName = '', cssProperties = [], cssParts = [] }) => [
      tagName,
      ...[...cssProperties, ...cssParts].map(({ name }) => name),
    ]),
  );
}
