// Where an example runs: a backend over the sandbox beside its built files, its own server, or the files of a CDN.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { baseOf } from '../../scripts/integrity.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { createInsightsHandler } from '../../src/server/index.js';
import { type FilesServer, serveFiles } from '../built/files-server.js';

export type Site = Pick<FilesServer, 'origin' | 'close'>;

/** What Vite has built, and the backend that its own server is a proxy for. */
export function serveSite(folder: string): Promise<Site> {
  const { fetch, id, accessToken } = createSandbox({});
  const backend = createInsightsHandler({
    accounts: { default: { id, accessToken } },
    access: 'public',
    graph: { fetch },
    basePath: '/insights',
    log: () => {},
  });
  return serveFiles(async (path, request) => {
    if (path.startsWith('/insights/')) {
      const answer = await backend(new Request(`http://localhost${request.url}`));
      return { body: await answer.text(), headers: Object.fromEntries(answer.headers), status: answer.status };
    }
    const file = join(folder, path === '/' ? 'index.html' : path);
    return existsSync(file) ? { body: readFileSync(file) } : undefined;
  });
}

/** An example that is a server itself. */
export async function startServer(folder: string): Promise<Site> {
  const env = { ...process.env, PORT: '0' };
  const server = spawn(process.execPath, ['server.js'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(server.stdout, 'data');
  const origin = /http:\/\/\S+/.exec(String(line))?.[0] ?? assert.fail(`no address in: ${line}`);
  return { origin, close: () => void server.kill() };
}

/** Answers for the CDN with the files of a package. */
export async function answerForCdn(page: Page, version: string, folder: string): Promise<void> {
  const base = baseOf(version);
  await page.route(`${base}**`, (route) =>
    route.fulfill({
      body: readFileSync(join(folder, 'cdn', new URL(route.request().url()).pathname.split('/cdn/')[1] ?? '')),
      headers: { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' },
    }),
  );
}
