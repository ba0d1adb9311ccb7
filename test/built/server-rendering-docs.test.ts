import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { root } from '../../scripts/entries.js';

const guide = readFileSync(new URL('docs/server-rendering.md', root), 'utf8');
const codeAfter = (heading: string): string =>
  /```js\n([\s\S]*?)```/.exec(guide.slice(guide.indexOf(heading)))?.[1] ?? assert.fail(heading);

/** A port that is free at the moment. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

describe('docs/server-rendering.md', () => {
  it('has a Node server that works as it stands', { timeout: 60_000 }, async () => {
    const port = await freePort();
    const { IG_USER_ID: _id, IG_ACCESS_TOKEN: _token, ...env } = process.env;
    const server = spawn(process.execPath, ['--input-type=module', '--eval', codeAfter('## A Node server')], {
      cwd: fileURLToPath(root),
      env: { ...env, PORT: String(port) },
      stdio: 'inherit',
    });
    try {
      let page = '';
      for (let tries = 0; page === '' && tries < 200; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        page = await fetch(`http://127.0.0.1:${port}/`).then(
          (response) => response.text(),
          () => '',
        );
      }
      assert.match(page, /<insights-dashboard [^>]*><template/);
      assert.match(page, /part="value">(<!--[^>]*-->)?[\d,]+/);
      assert.match(page, /<script type="application\/json">\{"/);
    } finally {
      server.kill();
    }
  });

  it('imports only what is exported', () => {
    const { exports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { exports: object };
    const names = [...guide.matchAll(/'(insights-elements[\w/-]*)'/g)].map(([, name = '']) => name);
    assert.ok(names.length > 5);
    for (const name of names) assert.ok(Object.hasOwn(exports, name.replace('insights-elements', '.')), name);
  });
});
