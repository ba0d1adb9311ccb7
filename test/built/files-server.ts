// A small server for the built files and for the page that loads them: the tests of cdn/ put the two on one origin or on two.
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Reply {
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
}

/** What to answer; undefined is a 404. */
export type Answer = (path: string, request: IncomingMessage) => Reply | undefined | Promise<Reply | undefined>;

export interface FilesServer {
  readonly origin: string;
  /** The paths that were asked for, without their queries. */
  readonly paths: string[];
  readonly close: () => void;
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
  map: 'application/json',
};

/** Serves on a free port of this machine. */
export async function serveFiles(answer: Answer): Promise<FilesServer> {
  const paths: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    paths.push(pathname);
    const reply = await answer(pathname, request);
    const type = types[/\.(\w+)$/.exec(pathname)?.[1] ?? 'html'] ?? 'application/octet-stream';
    response.writeHead(reply ? (reply.status ?? 200) : 404, { 'Content-Type': type, ...reply?.headers });
    return response.end(reply?.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, paths, close };
}
