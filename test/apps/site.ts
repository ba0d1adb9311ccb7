// Serves a built example and, beside it, a backend over the sandbox, as its own proxy would: and notes what was asked.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSandbox } from '../../src/sandbox/index.js';
import { createInsightsHandler } from '../../src/server/index.js';
import { type FilesServer, serveFiles } from '../built/files-server.js';

export interface Site extends FilesServer {
  /** The questions that the backend was asked. */
  readonly asked: string[];
}

export async function serveSite(folder: string): Promise<Site> {
  const { fetch, id, accessToken } = createSandbox({});
  const backend = createInsightsHandler({
    accounts: { default: { id, accessToken } },
    access: 'public',
    graph: { fetch },
    basePath: '/insights',
    log: () => {},
  });
  const asked: string[] = [];
  const server = await serveFiles(async (path, request) => {
    if (path.startsWith('/insights/')) {
      asked.push(request.url ?? '');
      const answer = await backend(new Request(`http://localhost${request.url}`));
      return { body: await answer.text(), headers: Object.fromEntries(answer.headers), status: answer.status };
    }
    const file = join(folder, path === '/' ? 'index.html' : path);
    return existsSync(file) ? { body: readFileSync(file) } : undefined;
  });
  return { ...server, asked };
}
