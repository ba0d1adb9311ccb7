import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { elementFolders, entries, root } from '../../scripts/entries.js';

/** What a server that renders pages, or a script without a page, does with the package. */
describe('import in Node', () => {
  it('has no DOM to lean on', () => {
    for (const name of ['document', 'window', 'HTMLElement']) assert.equal(name in globalThis, false, name);
  });

  for (const { specifier, source } of entries()) {
    it(`${specifier} loads`, async () => {
      const exported = Object.keys(await import(new URL(source, root).href));
      if (!/\/(define|hydrate|jsx|svelte|vue)$/.test(specifier)) assert.notDeepEqual(exported, []);
    });
  }

  for (const folder of elementFolders()) {
    it(`elements/${folder} exports the class that it registers`, async () => {
      const name = `Insights${folder.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
      const exported = await import(new URL(`src/elements/${folder}/define.ts`, root).href);
      assert.equal(typeof exported[name], 'function', `${name} is not exported`);
      assert.equal(customElements.get(`insights-${folder}`), exported[name]);
    });
  }
});
