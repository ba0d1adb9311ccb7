/** What an operator sees of a backend that runs: its log, and a port for their monitoring. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EnvironmentError, isLoopback } from './environment.js';
import type { Metrics } from './metrics.js';
import { everythingTo, failuresTo, type Log } from './request-log.js';

export interface OperationsOptions {
  /** Whether every request is told, and not only failures. @default false */
  readonly logsAll?: boolean | undefined;
  /** Where Prometheus reads: on this machine only; 0 for any free one. @default nowhere */
  readonly metricsPort?: number | undefined;
  /** Prints a line of the log. @default on standard error */
  readonly print?: ((line: string) => void) | undefined;
  /** Milliseconds since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
}

export interface Operations {
  /** For `log` of a backend, or of several: what they tell is counted, and printed as lines of JSON. */
  readonly log: Log;
  /** For a person: where the metrics are. Empty where there are none. */
  readonly words: string;
  close(): Promise<void>;
}

/**
 * A log, and with `metricsPort` what it tells as metrics for Prometheus, at `http://127.0.0.1:<port>/metrics`.
 * @throws EnvironmentError where the port cannot be had
 */
export async function openOperations({
  logsAll = false,
  metricsPort,
  print = console.error,
  now = Date.now,
}: OperationsOptions = {}): Promise<Operations> {
  const printed = (logsAll ? everythingTo : failuresTo)(print, now);
  if (metricsPort === undefined) return { log: printed, words: '', close: async () => {} };
  // Only who wants metrics pays for them.
  const { createMetrics } = await import('./metrics.js');
  const metrics = createMetrics(now);
  const { address, close } = await serveMetrics(metrics, metricsPort);
  return {
    log: (entry) => {
      metrics.log(entry);
      printed(entry);
    },
    words: `Metrics for Prometheus: ${address}/metrics\n`,
    close,
  };
}

async function serveMetrics(metrics: Metrics, port: number): Promise<{ address: string; close: () => Promise<void> }> {
  const server = createServer(async ({ url = '', method, headers: { host = '' } }, response) => {
    // A page of any site can have its name resolve to 127.0.0.1; it cannot choose the Host header.
    const isOurs = URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname);
    if (!isOurs || method !== 'GET' || url !== '/metrics') return say(response, 404, 'text/plain', 'Not found\n');
    return say(response, 200, metrics.contentType, await metrics.text());
  });
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    throw new EnvironmentError(
      `METRICS_PORT ${port} on 127.0.0.1 cannot be had. End what listens there, or set another.`,
    );
  }
  // Nobody is kept waiting for it: neither who stops nor a start that fails further on.
  server.unref();
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function say(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(text);
}
