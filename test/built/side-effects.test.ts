// What a bundler drops of the package, and what it keeps: `sideEffects` of package.json.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';
import { entries, root } from '../../scripts/entries.js';
import { chunksOf } from './chunks.js';

const rootPath = fileURLToPath(root);

/** The code of a page's entry and of all that it loads with it. What nobody loads may still lie beside it. */
function atOnce(chunks: readonly Rolldown.OutputChunk[]): string {
  const found = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of found) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  }
  return [...found].map(({ code }) => code).join('\n');
}

describe('sideEffects', () => {
  interface Esbuild {
    build(options: object): Promise<{ outputFiles: { text: string }[] }>;
  }
  const { build: esbuild } = createRequire(createRequire(import.meta.url).resolve('@size-limit/esbuild'))(
    'esbuild',
  ) as Esbuild;

  /** A page that imports the package by its name, which resolves to itself. */
  const bundlers: Readonly<Record<string, (page: string) => Promise<string>>> = {
    Vite: async (page) => {
      const id = `${rootPath}page.js`;
      const chunks = await chunksOf({
        configFile: false,
        plugins: [
          {
            name: 'page',
            resolveId: (asked) => (asked === id ? { id, moduleSideEffects: true } : null),
            load: (asked) => (asked === id ? page : null),
          },
        ],
        build: { write: false, minify: false, lib: { entry: id, formats: ['es'] } },
      });
      return atOnce(chunks);
    },
    esbuild: async (page) => {
      const { outputFiles } = await esbuild({
        stdin: { contents: page, resolveDir: rootPath },
        bundle: true,
        write: false,
        format: 'esm',
        outdir: 'out',
        logLevel: 'error',
        // Ours names sources, which no reader has.
        tsconfigRaw: '{}',
      });
      return outputFiles.map(({ text }) => text).join('\n');
    },
  };

  for (const [name, bundle] of Object.entries(bundlers)) {
    it(`${name} drops what a page does not use`, async () => {
      const code = await bundle("import { validateQuery } from 'insights-elements'; console.log(validateQuery({}));");
      assert.match(code, /console\.log\(/);
      for (const unused of ['ReactiveElement', 'HTMLElement', 'customElements', 'QueryObserver', 'Chart.js'])
        assert.ok(!code.includes(unused), unused);
    });

    it(`${name} drops an entry whose names nobody uses, where it registers nothing`, async () => {
      for (const entry of ['', '/spec', '/client', '/sandbox'])
        assert.doesNotMatch(await bundle(`import 'insights-elements${entry}';`), /\b(class|function)\b/, entry);
    });

    it(`${name} drops the sentences of a code, not what leads to them`, async () => {
      const code = await bundle(
        "import { InsightsError } from 'insights-elements/spec'; globalThis.said = new InsightsError('closed').message;",
      );
      await import(`data:text/javascript,${encodeURIComponent(code)}`);
      assert.match((globalThis as { said?: string }).said ?? '', /errors\.md#closed$/);
    });

    it(`${name} keeps the registration of each element, for an import without a name`, async () => {
      for (const { specifier } of entries().filter((entry) => /\/(elements\/|define$)/.test(entry.specifier))) {
        const tag = `insights-${specifier.split('/elements/')[1] ?? 'dashboard'}`;
        assert.match(await bundle(`import '${specifier}';`), new RegExp(`["'\`]${tag}["'\`]`), specifier);
      }
    });
  }
});
