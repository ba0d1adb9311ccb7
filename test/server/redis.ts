// A Redis for a test, on a port of its own and with nothing kept on disk; from Debian's package where there is none.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

export interface RedisServer {
  /** For `STORE`. */
  readonly url: string;
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>;
  /** Starts it again, at the same address and empty. */
  readonly restart: () => Promise<void>;
  /** It takes connections and what is sent, and says nothing: as one does whose machine hangs. */
  readonly hang: () => void;
  readonly resume: () => void;
}

/** @param more options of redis-server, such as `--maxmemory 2mb` */
export async function startRedis(redis: string, ...more: readonly string[]): Promise<RedisServer> {
  const port = await freePort();
  let server = await run(port);
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: async () => {
      // A process that was stopped ends too.
      server.kill('SIGKILL');
      if (server.exitCode === null && server.signalCode === null) await once(server, 'close');
    },
    restart: async () => {
      server = await run(port);
    },
    hang: () => void server.kill('SIGSTOP'),
    resume: () => void server.kill('SIGCONT'),
  };

  async function run(onPort: number) {
    const options = ['--port', String(onPort), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', '/'];
    const child = spawn(redis, [...options, ...more], { stdio: ['ignore', 'pipe', 'ignore'] });
    const closed = once(child, 'close');
    let text = '';
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (chunk) => {
        text = (text + String(chunk)).slice(-4_000);
        if (text.includes('Ready to accept connections')) resolve();
      });
      closed.then(() => reject(new Error(`Redis did not start: ${text}`)), reject);
    });
    return child;
  }
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
