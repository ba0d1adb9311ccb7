/** The backend on Node: one port, closed without cutting anybody off. */
import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, getRequestListener } from '@hono/node-server';
import { createInsightsHandler, type InsightsHandler, type InsightsHandlerOptions } from './insights-handler.js';
import { securityHeaders } from './reply.js';

export { type Operations, type OperationsOptions, openOperations } from './operations.js';

/** A handler of your own making, or the options of `createInsightsHandler`; and where to listen. */
export type ListenOptions = (InsightsHandlerOptions | { readonly handler: InsightsHandler }) & {
  /** @default "127.0.0.1": this machine only */
  readonly host?: string | undefined;
  /** 0 for any free one. @default 8787 */
  readonly port?: number | undefined;
  /**
   * For how many seconds `close` still takes requests, while `/healthz` already says 503: as long as those who send them need to
   * notice. @default 0
   */
  readonly drainSeconds?: number | undefined;
};

export interface Listening {
  /** Such as `http://127.0.0.1:8787`. */
  readonly address: string;
  readonly port: number;
  /** Takes no more requests, and ends when those under way are answered: after ten seconds at the latest. */
  close(): Promise<void>;
}

const graceMs = 10_000;

/** A caller that is slow, or says nothing, takes no place for long; one that says too much is not heard. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
};
/** Nothing is sent for longer than the slowest answer takes: whoever asked has gone. */
const silentMs = 60_000;
const maxConnections = 10_000;

/**
 * Listens for requests. `GET /healthz` is answered beside the handler that it makes of options: 200, or 503 once it is to close.
 * @throws Error when the port cannot be had; TypeError for options that cannot work
 */
export async function listen({
  host = '127.0.0.1',
  port = 8787,
  drainSeconds = 0,
  ...options
}: ListenOptions): Promise<Listening> {
  let isClosing = false;
  const answer = 'handler' in options ? options.handler : withHealth(createInsightsHandler(options), () => !isClosing);
  // Only http: the server is made without TLS options.
  const server = createAdaptorServer({
    fetch: alone(answer),
    overrideGlobalObjects: false,
    serverOptions: limits,
  }) as Server;
  server.maxConnections = maxConnections;
  server.timeout = silentMs;
  // Whoever is answered now asks elsewhere the next time.
  server.prependListener('request', (_, response) => {
    if (isClosing) response.shouldKeepAlive = false;
  });
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
    close: async () => {
      isClosing = true;
      if (drainSeconds > 0) await new Promise((resolve) => setTimeout(resolve, drainSeconds * 1000));
      await close(server);
    },
  };
}

/**
 * The handler as Node's own servers take it, and Express: `app.use('/insights', toNodeListener(handler))`. Express takes the path
 * where it is mounted off the address, so that such a handler needs no `basePath`.
 */
export const toNodeListener = (handler: InsightsHandler): RequestListener =>
  getRequestListener(alone(handler), { overrideGlobalObjects: false });

/** Without what else the adapter hands over: a fetch takes that for its options. */
const alone =
  (handler: InsightsHandler): InsightsHandler =>
  (request) =>
    handler(request);

/** The handler, and beside it whether who sends requests should go on doing so. It says nothing else, to anybody. */
function withHealth(handler: InsightsHandler, isWell: () => boolean): InsightsHandler {
  return async (request) => {
    if (!request.url.endsWith('/healthz') || new URL(request.url).pathname !== '/healthz') return handler(request);
    const [status, said] = isWell() ? [200, 'ok'] : [503, 'closing'];
    return Response.json({ status: said }, { status, headers: { ...securityHeaders, 'Cache-Control': 'no-store' } });
  };
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const grace = setTimeout(() => server.closeAllConnections(), graceMs);
  // A connection whose answer was under way is kept for the next one otherwise.
  const idle = setInterval(() => server.closeIdleConnections(), 200);
  await closed;
  clearTimeout(grace);
  clearInterval(idle);
}

function whyNot(error: unknown, host: string, port: number): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is taken. End what listens there, or set PORT to another.`;
  if (code === 'EACCES') return `Port ${port} needs more rights than this process has. Set PORT to 1024 or above.`;
  return `Cannot listen on ${host}, port ${port} (${code ?? 'unknown error'}). Check HOST and PORT.`;
}
