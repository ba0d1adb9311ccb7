/** The backend on Node: one port, closed without cutting anybody off. */
import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, getRequestListener } from '@hono/node-server';
import { createInsightsHandler, type InsightsHandler, type InsightsHandlerOptions } from './insights-handler.js';

/** A handler of your own making, or the options of `createInsightsHandler`; and where to listen. */
export type ListenOptions = (InsightsHandlerOptions | { readonly handler: InsightsHandler }) & {
  /** @default "127.0.0.1": this machine only */
  readonly host?: string | undefined;
  /** 0 for any free one. @default 8787 */
  readonly port?: number | undefined;
};

export interface Listening {
  /** Such as `http://127.0.0.1:8787`. */
  readonly address: string;
  readonly port: number;
  /** Takes no more requests, and ends when those under way are answered: after ten seconds at the latest. */
  close(): Promise<void>;
}

const graceMs = 10_000;

/**
 * Listens for requests.
 * @throws Error when the port cannot be had; TypeError for options that cannot work
 */
export async function listen({ host = '127.0.0.1', port = 8787, ...options }: ListenOptions): Promise<Listening> {
  const handler = 'handler' in options ? options.handler : createInsightsHandler(options);
  // Only http: the server is made without TLS options.
  const server = createAdaptorServer({ fetch: handler, overrideGlobalObjects: false }) as Server;
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(whyNot(error, host, port), { cause: error });
  }
  const bound = (server.address() as AddressInfo).port;
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    port: bound,
    close: () => close(server),
  };
}

/**
 * The handler as Node's own servers take it, and Express: `app.use('/insights', toNodeListener(handler))`. Express takes the path
 * where it is mounted off the address, so that such a handler needs no `basePath`.
 */
export const toNodeListener = (handler: InsightsHandler): RequestListener =>
  getRequestListener(handler, { overrideGlobalObjects: false });

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const grace = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(grace);
}

function whyNot(error: unknown, host: string, port: number): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is taken. End what listens there, or set PORT to another.`;
  if (code === 'EACCES') return `Port ${port} needs more rights than this process has. Set PORT to 1024 or above.`;
  return `Cannot listen on ${host}, port ${port} (${code ?? 'unknown error'}). Check HOST and PORT.`;
}
