// A Redis for a test, on a port of its own and with nothing kept on disk; from Debian's package where there is none.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

export interface RedisServer {
  /** For `STORE`. */
  readonly url: string;
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>;
}

/** @param more options of redis-server, such as `--maxmemory 2mb` */
export async function startRedis(redis: string, ...more: readonly string[]): Promise<RedisServer> {
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', '/'];
  const server = spawn(redis, [...options, ...more], { stdio: ['ignore', 'pipe', 'ignore'] });
  const closed = once(server, 'close');
  let text = '';
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (chunk) => {
      text = (text + String(chunk)).slice(-4_000);
      if (text.includes('Ready to accept connections')) resolve();
    });
    closed.then(() => reject(new Error(`Redis did not start: ${text}`)), reject);
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: async () => {
      server.kill('SIGKILL');
      await closed;
    },
  };
}

/** Redis takes no 0 for any free one. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
