/** Makes a page's script of a snippet, as its reader's bundler does: scripts, and components of the frameworks. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { build, type Rolldown } from 'vite';
import type { Workplace } from './workplace.js';

/** How a component gets onto a page, by the ending of its file. */
const mounts: Readonly<Record<string, (file: string) => string>> = {
  react: (file) => `import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import * as parts from './${file}';
const shown = Object.values(parts).filter((part) => typeof part === 'function');
if (shown.length > 0) createRoot(document.querySelector('#app')).render(shown.map((part, key) => createElement(part, { key })));`,
  vue: (file) => `import { createApp } from 'vue';
import App from './${file}';
createApp(App).mount('#app');`,
  svelte: (file) => `import { mount } from 'svelte';
import App from './${file}';
mount(App, { target: document.querySelector('#app') });`,
  script: (file) => `import './${file}';`,
};
const kinds: Readonly<Record<string, string>> = { jsx: 'react', tsx: 'react', vue: 'vue', svelte: 'svelte' };

/** @returns the files of the page, by path; `/page.js` is its script */
export async function bundle(file: string, workplace: Workplace): Promise<ReadonlyMap<string, string>> {
  const kind = kinds[/\w+$/.exec(file)?.[0] ?? ''] ?? 'script';
  const page = workplace.write(`${file}.page.js`, mounts[kind]?.(file) ?? '');
  const built = await build({
    configFile: false,
    root: workplace.folder,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('insights-') } } }),
      ...(kind === 'svelte' ? [svelte({ configFile: false })] : []),
    ],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: { page }, output: { entryFileNames: '[name].js' } },
    },
  });
  const { output } = built as Rolldown.RolldownOutput;
  return new Map(output.flatMap((one) => (one.type === 'chunk' ? [[`/${one.fileName}`, one.code] as const] : [])));
}
