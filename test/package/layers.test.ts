import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../../src', import.meta.url));

interface Import {
  readonly from: string;
  readonly target: string;
  readonly kind: 'value' | 'type' | 'dynamic';
}

/** A folder of src, or a single file of it, and what it may lean on. */
interface Layer {
  readonly folders: readonly string[];
  readonly packages: readonly string[];
  /** What may be imported in one way only, or by one file only. */
  readonly except?: (found: Import, folder: string) => boolean;
}

const layers: Record<string, Layer> = {
  spec: { folders: [], packages: ['@date-fns/tz', 'leven'] },
  format: { folders: ['spec'], packages: [] },
  client: {
    folders: ['spec'],
    packages: ['@tanstack/query-core'],
    except: ({ from, kind }, folder) =>
      folder === 'sandbox' && from === 'client/transports/demo.ts' && kind !== 'value',
  },
  chart: { folders: ['spec', 'format'], packages: ['chart.js', 'chartjs-chart-geo', 'world-atlas'] },
  sound: { folders: ['spec', 'format'], packages: [] },
  elements: {
    folders: ['spec', 'client', 'format'],
    packages: ['lit'],
    except: ({ kind }, folder) => (folder === 'chart' || folder === 'sound') && kind !== 'value',
  },
  sandbox: { folders: ['spec'], packages: [] },
  check: { folders: ['spec', 'elements', 'define.ts'], packages: [] },
  server: {
    folders: ['spec', 'client'],
    packages: ['hono', '@hono/node-server', 'jose', 'prom-client', 'unstorage', 'valibot', 'node:'],
    except: ({ kind }, folder) => (folder === 'sandbox' || folder === 'check') && kind !== 'value',
  },
  ssr: { folders: ['spec', 'format', 'client', 'elements', 'define.ts'], packages: ['lit', '@lit-labs/ssr'] },
  hydrate: { folders: ['spec', 'format', 'client', 'elements'], packages: ['lit', '@lit-labs/ssr-client'] },
  react: { folders: ['elements'], packages: ['react', '@lit/react'] },
  vue: { folders: ['elements'], packages: ['vue'] },
  svelte: { folders: ['elements'], packages: ['svelte'] },
  'jsx.ts': {
    folders: [],
    packages: ['react'],
    except: ({ kind }, folder) => folder === 'elements' && kind === 'type',
  },
  'index.ts': { folders: ['spec', 'format', 'client', 'elements'], packages: [] },
  'define.ts': { folders: ['index.ts', 'elements'], packages: [] },
  'global.ts': { folders: ['define.ts'], packages: [] },
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

const layerOf = (file: string): string => file.split('/')[0] ?? file;

/** Comments out, so that an example in one is not taken for an import. */
const code = (file: string): string =>
  readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

function importsOf(from: string): Import[] {
  const text = code(from);
  const found: Import[] = [];
  for (const [, type, target = ''] of text.matchAll(
    /^(?:import|export)\s+(type\s)?[^;'"]*?\bfrom\s+['"]([^'"]+)['"]/gm,
  )) {
    found.push({ from, target, kind: type ? 'type' : 'value' });
  }
  for (const [, target = ''] of text.matchAll(/^import\s+['"]([^'"]+)['"]/gm))
    found.push({ from, target, kind: 'value' });
  for (const [, target = ''] of text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g))
    found.push({ from, target, kind: 'dynamic' });
  return found;
}

const imports = files.flatMap(importsOf);
/** The file of src that a relative import means. */
const inside = ({ from, target }: Import): string => posix.join(posix.dirname(from), target).replace(/\.js$/, '.ts');
const isRelative = ({ target }: Import): boolean => target.startsWith('.');
const say = ({ from, target, kind }: Import): string => `${from} imports ${target} (${kind})`;

/** Every package or `node:` module, less its subpath. */
const packageOf = (target: string): string =>
  target.startsWith('node:') ? 'node:' : target.split('/', target.startsWith('@') ? 2 : 1).join('/');

describe('who may import whom', () => {
  it('reads imports of every kind', () => {
    const kinds = new Set(imports.map(({ kind }) => kind));
    assert.deepEqual([...kinds].toSorted(), ['dynamic', 'type', 'value']);
    const loose = files.flatMap((file) =>
      [...code(file).matchAll(/\bfrom '([^']+)'/g)].map(([, target]) => `${file} ${target}`),
    );
    const seen = new Set(imports.map(({ from, target }) => `${from} ${target}`));
    assert.deepEqual(
      loose.filter((line) => !seen.has(line)),
      [],
    );
  });

  it('knows every folder and file of src', () => {
    assert.deepEqual(
      [...new Set(files.map(layerOf))].filter((name) => !(name in layers)),
      [],
    );
  });

  for (const [name, { folders, packages, except }] of Object.entries(layers)) {
    const own = imports.filter(({ from }) => layerOf(from) === name);

    it(`${name} imports no folder but ${folders.join(', ') || 'itself'}`, () => {
      const wrong = own.filter(isRelative).filter((found) => {
        const folder = layerOf(inside(found));
        return folder !== name && !folders.includes(folder) && !except?.(found, folder);
      });
      assert.deepEqual(wrong.map(say), []);
    });

    it(`${name} imports no package but ${packages.join(', ') || 'none'}`, () => {
      const wrong = own.filter((found) => !isRelative(found) && !packages.includes(packageOf(found.target)));
      assert.deepEqual(wrong.map(say), []);
    });
  }

  it('elements do not import each other, the dashboard aside; what they share knows them by type at most', () => {
    const elementOf = (path: string): string => /^elements\/([^/]+)\//.exec(path)?.[1] ?? '';
    const wrong = imports.filter(isRelative).filter((found) => {
      const [from, to] = [elementOf(found.from), elementOf(inside(found))];
      if (layerOf(found.from) !== 'elements' || to === '' || to === from || from === 'dashboard') return false;
      return from !== '' || found.kind !== 'type';
    });
    assert.deepEqual(wrong.map(say), []);
  });

  it('a card and its picture lean on no chart library, however late', () => {
    const reached = new Set(['elements/metric-card/define.ts']);
    for (const from of reached)
      for (const found of imports.filter((one) => one.from === from && one.kind !== 'type' && isRelative(one)))
        reached.add(inside(found));
    assert.ok(reached.has('chart/picture.ts'), 'its picture is drawn elsewhere: correct this test');
    const wrong = imports.filter(({ from, target, kind }) => {
      return reached.has(from) && kind !== 'type' && layers.chart?.packages.includes(packageOf(target));
    });
    assert.deepEqual(wrong.map(say), []);
  });

  it('every relative import ends in .js and is there', () => {
    const wrong = imports.filter(isRelative).filter((found) => {
      const source = join(src, inside(found));
      return !found.target.endsWith('.js') || !existsSync(source);
    });
    assert.deepEqual(wrong.map(say), []);
  });
});
