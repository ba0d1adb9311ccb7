import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { elementFolders, entries, manifest, root } from '../../scripts/entries.js';
import { install, packInto, run } from './pack.js';

const rootPath = fileURLToPath(root);
const folder = mkdtempSync(join(tmpdir(), 'insights-package-'));
const consumer = join(folder, 'consumer');
let tarball = '';

const tool = (path: string, ...args: string[]): Promise<string> =>
  run(rootPath, process.execPath, join(rootPath, 'node_modules', path), ...args);
const write = (file: string, text: string): void => writeFileSync(join(consumer, file), text);

describe('the packed tarball', () => {
  before(async () => {
    tarball = await packInto(folder);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is clean for publint', async () => {
    await tool('publint/src/cli.js', 'run', tarball, '--strict');
  });

  it('is clean for arethetypeswrong', async () => {
    const attw = '@arethetypeswrong/cli/dist/index.js';
    // A wildcard is not looked into: each element's entry is named.
    const elements = elementFolders().map((name) => `elements/${name}`);
    await tool(attw, tarball, '--profile', 'esm-only', '--exclude-entrypoints', 'cdn/*', 'elements/*', 'themes/*');
    await tool(attw, tarball, '--profile', 'esm-only', '--entrypoints', ...elements);
  });

  describe('installed in an empty project', () => {
    const specifiers = entries().map(({ specifier }) => specifier);
    // The packages of a framework come from those who use it.
    const ofFrameworks = (specifier: string): boolean => /\/(react|vue|svelte|jsx)$/.test(specifier);
    const installed = (path: string): string => join(consumer, 'node_modules', manifest.name, path);

    before(async () => {
      mkdirSync(consumer);
      write('package.json', JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
      await install(consumer, tarball);
    });

    it('holds what its users need, and nothing of the workshop', () => {
      const files = [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'SECURITY.md',
        'THIRD-PARTY-NOTICES.md',
        'custom-elements.json',
        'package.json',
        'vscode.css-custom-data.json',
        'vscode.html-custom-data.json',
        'web-types.json',
      ];
      const allowed = ['cdn', 'dist', ...files];
      assert.deepEqual(readdirSync(installed('.')).toSorted(), allowed.toSorted());
    });

    it('imports in Node without a DOM and without a framework', async () => {
      const names = specifiers.filter((specifier) => !ofFrameworks(specifier));
      write('all.js', names.map((name) => `await import(${JSON.stringify(name)});`).join('\n'));
      await run(consumer, process.execPath, 'all.js');
    });

    it('answers from its command', async () => {
      const port = await freePort();
      const cli = installed(manifest.bin[manifest.name] ?? '');
      const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1' };
      const server = spawn(process.execPath, [cli, 'serve', '--demo'], {
        cwd: consumer,
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      try {
        const [line] = await once(server.stdout, 'data');
        const address = /http:\/\/\S+/.exec(String(line))?.[0] ?? assert.fail(`no address in: ${line}`);
        assert.equal(new URL(address).port, String(port));
      } finally {
        server.kill();
      }
    });

    it('compiles in a strict TypeScript project, libraries checked', async () => {
      const { devDependencies } = JSON.parse(readFileSync(join(rootPath, 'package.json'), 'utf8'));
      const peers = ['react', '@types/react', '@lit/react', 'vue', 'svelte', '@types/node'];
      await install(consumer, ...peers.map((name) => `${name}@${devDependencies[name]}`));
      write('all.ts', specifiers.map((name, at) => `export * as _${at} from '${name}';`).join('\n'));
      write(
        'page.ts',
        `import { createInsightsClient, createBackendTransport } from 'insights-elements/client';
        import { InsightsMetricCard } from 'insights-elements/elements/metric-card';
        import { validateQuery } from 'insights-elements/spec';
        const card: InsightsMetricCard | null = document.querySelector('insights-metric-card');
        if (card) card.client = createInsightsClient({ transport: createBackendTransport({ url: '/insights' }) });
        validateQuery({ metric: 'reach' }).map(({ message }) => message.length);
        // @ts-expect-error: a card has no such property
        card?.colour;`,
      );
      for (const moduleResolution of ['bundler', 'nodenext']) {
        const module = moduleResolution === 'bundler' ? 'esnext' : moduleResolution;
        const libraries = { lib: ['es2023', 'dom', 'dom.iterable'], types: ['node'], skipLibCheck: false };
        const compilerOptions = {
          strict: true,
          noEmit: true,
          target: 'es2022',
          module,
          moduleResolution,
          ...libraries,
        };
        write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['*.ts'] }));
        await tool('typescript/bin/tsc', '-p', consumer);
      }
    });

    it('is bundled by Vite, Chart.js apart', async () => {
      write(
        'index.html',
        '<script type="module" src="/page.js"></script><insights-metric-card></insights-metric-card>',
      );
      write('page.js', "import 'insights-elements/define';");
      const built = await build({ configFile: false, root: consumer, logLevel: 'error', build: { write: false } });
      assert.ok('output' in built);
      const chunks = built.output.filter((file) => file.type === 'chunk');
      const withChart = chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.includes('/chart.js/')));
      assert.ok(withChart.length > 0, 'Chart.js is in no chunk');
      assert.deepEqual(
        withChart.filter(({ isEntry }) => isEntry),
        [],
      );
      const entry = chunks.find(({ isEntry }) => isEntry);
      assert.ok(entry?.code.includes('insights-metric-card'), 'the registration was dropped: see sideEffects');
    });
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
