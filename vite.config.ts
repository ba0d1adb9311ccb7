import { readdirSync, readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { command, entries, manifest } from './scripts/entries.js';

const terse = (sheet: string): string =>
  sheet
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(/(?<=[;{][\w-]+): /g, ':')
    .replaceAll(';}', '}');

/** Style sheets travel as text, which no minifier of scripts looks into: comments and needless space go here. */
const terseStyles = (): Plugin => ({
  name: 'terse-styles',
  transform: (code, id) =>
    id.endsWith('.styles.ts') ? { code: code.replaceAll(/css`[^`]*`/g, terse), map: null } : undefined,
});

/** Atlases travel as text too: it is shorter, and read in a third of the time. */
const json = { stringify: true, namedExports: false } as const;

/** chartjs-chart-geo lists the colours of d3 where no bundler can drop them: 12 kB, and the map has colours of its own. */
const withoutSchemes = (): Plugin => ({
  name: 'without-schemes',
  transform: (code, id) =>
    id.includes('/chartjs-chart-geo/')
      ? { code: code.replace(/^import \{([^}]*)\} from 'd3-scale-chromatic';$/m, 'const [$1] = [];'), map: null }
      : undefined,
});

/**
 * The bundler's own helper reads what others have put on `Object.prototype` as exports of ours: on such a page nothing would start.
 * Its text is that of the minified chunk, which is all that plug-ins see of it.
 */
const ownExports = (): Plugin => ({
  name: 'own-exports',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        file.code = file.code.replace(
          /for\(var (\w) in (\w)\)(\w\(\w,\1,\{get:\2\[\1\])/,
          'for(var $1 of Object.keys($2))$3',
        );
      }
    },
  },
});

/** Ready themes are plain style sheets: copied as they are. */
const themes = (): Plugin => ({
  name: 'themes',
  generateBundle() {
    for (const file of readdirSync('src/themes')) {
      this.emitFile({ type: 'asset', fileName: `themes/${file}`, source: readFileSync(`src/themes/${file}`) });
    }
  },
});

/** `cdn/` is copied without the rest of the package: what it has to bring along of others lies in it. */
const notices = (): Plugin => ({
  name: 'notices',
  generateBundle() {
    for (const file of ['LICENSE', 'THIRD-PARTY-NOTICES.md'])
      this.emitFile({ type: 'asset', fileName: file, source: readFileSync(file) });
  },
});

/** Whoever looks into a file that a page names finds what it is, and where those texts are. */
const banner = ({ isEntry }: { readonly isEntry: boolean }): string =>
  isEntry
    ? `/*! insights-elements ${manifest.version} | MIT | with work of others: see THIRD-PARTY-NOTICES.md beside this file */`
    : '';

/** `dist/`: one file for each source module, every package left to the consumer's bundler. */
const library = (): UserConfig => ({
  plugins: [terseStyles(), themes()],
  json,
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    lib: {
      entry: Object.fromEntries([...entries(), command()].map(({ name, source }) => [name, source])),
      formats: ['es'],
    },
    rolldownOptions: {
      // `'use client'` of the React entry stays where it is: each module keeps its own file.
      checks: { moduleLevelDirective: false },
      // The decorator helper is not a dependency of ours: left external, no consumer could import the package.
      // JSON is no module in a browser or in Node: it is brought along as one.
      external: (id) => !/^(\.|\0|@oxc-project\/)|\.json$/.test(id) && !isAbsolute(id),
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // A package leaves out whatever lies in a folder that is named node_modules.
        entryFileNames: ({ name }) => {
          if (name.includes('oxc-project')) return 'internal/decorate.js';
          return name.includes('world-atlas') ? 'chart/map/world-atlas.js' : '[name].js';
        },
      },
    },
  },
});

/**
 * `cdn/`: what a script tag loads, everything inside, minified; what comes lazily lies beside it under its own name.
 * So does what the entry shares with a later file: inside the entry, a page that asks for `insights-elements.js?v=1` would
 * get it twice, and under Trusted Types a second Lit does not load.
 */
const cdn = (): UserConfig => ({
  plugins: [terseStyles(), withoutSchemes(), ownExports(), themes(), notices()],
  json,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    outDir: 'cdn',
    emptyOutDir: true,
    sourcemap: true,
    lib: { entry: { 'insights-elements': 'src/define.ts', hydrate: 'src/hydrate/index.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: ({ name }) => `${name.replaceAll('.', '-')}.js`,
        // Vite keeps the white space of an ES library unless the output says otherwise.
        minify: true,
        postBanner: banner,
      },
    },
  },
});

/** `cdn/insights-elements.global.js`: the same in one file, for a classic script tag and for pages that are files. */
const globalScript = (): UserConfig => ({
  ...cdn(),
  plugins: [terseStyles(), withoutSchemes(), ownExports()],
  build: {
    ...cdn().build,
    // It is built into the folder of the others.
    emptyOutDir: false,
    // Its code is that of the module, which has maps: a second one of all of it would be a fifth of the package.
    sourcemap: false,
    lib: {
      entry: 'src/global.ts',
      name: 'InsightsElements',
      formats: ['iife'],
      fileName: () => 'insights-elements.global.js',
    },
    rolldownOptions: { output: { codeSplitting: false, minify: true, postBanner: banner } },
  },
});

const configs: Readonly<Record<string, () => UserConfig>> = { cdn, global: globalScript };

export default defineConfig(({ mode }) => (configs[mode] ?? library)());
