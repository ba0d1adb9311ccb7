// What each entry of the package costs who imports it: what is loaded at once, bundled and minified, gzip. Run by
// `npm run size` under `node --import tsx`, which is how this file can read TypeScript. What a page loads later, and what
// must not be in its first load, is said by scripts/size.ts. A new entry without a limit fails here.
import { readdirSync } from 'node:fs';
import { entries, manifest, root } from './scripts/entries.ts';

/** By what an importer writes. Raise one only with the reason in the commit. */
const limits = {
  'insights-elements': '78.5 kB',
  'insights-elements/define': '78.5 kB',
  'insights-elements/elements/account-header': '32 kB',
  'insights-elements/elements/breakdown-chart': '47.5 kB',
  'insights-elements/elements/dashboard': '67 kB',
  'insights-elements/elements/demographics-chart': '45.5 kB',
  'insights-elements/elements/metric-card': '32 kB',
  'insights-elements/elements/provider': '25.5 kB',
  'insights-elements/elements/range-picker': '30.5 kB',
  'insights-elements/elements/trend-chart': '48.5 kB',
  'insights-elements/spec': '13 kB',
  'insights-elements/client': '20 kB',
  'insights-elements/sandbox': '12.5 kB',
  'insights-elements/server': '54 kB',
  'insights-elements/server/node': '54.5 kB',
  'insights-elements/ssr': '74 kB',
  'insights-elements/hydrate': '30 kB',
  'insights-elements/react': '67.5 kB',
  // Types alone.
  'insights-elements/vue': '50 B',
  'insights-elements/svelte': '50 B',
  'insights-elements/jsx': '50 B',
  'insights-elements/cdn/insights-elements.js': '78.5 kB',
  // Everything in one file.
  'insights-elements/cdn/insights-elements.global.js': '278 kB',
};

/** Loaded later, if ever. */
const later = {
  name: 'later',
  setup: ({ onResolve }) =>
    onResolve({ filter: /./ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : undefined)),
};
const isForServers = (specifier) => /\/(server|ssr)/.test(specifier);

/** What a script tag names; what lies beside them is loaded by them. */
const tags = readdirSync(new URL('cdn/', root)).filter((file) => /^insights-elements.*\.js$/.test(file));
const measured = [
  ...entries().map(({ specifier, name }) => ({ name: specifier, path: `dist/${name}.js` })),
  ...tags.map((file) => ({ name: `${manifest.name}/cdn/${file}`, path: `cdn/${file}` })),
];

const unlike = [
  ...measured.filter(({ name }) => !Object.hasOwn(limits, name)).map(({ name }) => `${name} has no limit`),
  ...Object.keys(limits)
    .filter((known) => !measured.some(({ name }) => name === known))
    .map((known) => `${known} is no entry`),
];
if (unlike.length > 0) throw new Error(`.size-limit.mjs: ${unlike.join(', ')}.`);

export default measured.map(({ name, path }) => ({
  name,
  path,
  limit: limits[name],
  gzip: true,
  modifyEsbuildConfig: (config) => ({
    ...config,
    format: 'esm',
    target: 'es2022',
    platform: isForServers(name) ? 'node' : 'browser',
    // What an import without a name would warn of is what `sideEffects` is for.
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [later],
  }),
}));
