// PHP's own server with insights.php, for as long as a test wants it; and PHP itself, from Debian's package where there is none.
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const folder = fileURLToPath(new URL('../../examples/php', import.meta.url));

export interface PhpServer {
  /** Of insights.php. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves insights.php on this machine. */
export async function servePhp(php: string, env: Readonly<Record<string, string>>): Promise<PhpServer> {
  const port = await freePort();
  const server = spawn(php, ['-S', `127.0.0.1:${port}`, '-t', folder], {
    env: { PATH: process.env.PATH, PHP_CLI_SERVER_WORKERS: '3', ...env },
    // Each worker is a process of its own: all of them end with their group.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await heard(server, 'started');
  return {
    url: `http://127.0.0.1:${port}/insights.php`,
    close: async () => {
      const closed = once(server, 'close');
      process.kill(-(server.pid as number), 'SIGTERM');
      await closed;
    },
  };
}

/** What a script of PHP prints. */
export const runPhp = (php: string, script: string): string => execFileSync(php, ['-r', script], { encoding: 'utf8' });

/** The same, while this process answers what the script asks of it. */
export const runPhpBeside = async (php: string, script: string): Promise<string> =>
  (await promisify(execFile)(php, ['-r', script], { encoding: 'utf8' })).stdout;

async function heard(server: ChildProcess, word: string): Promise<void> {
  let text = '';
  const ended = once(server, 'exit').then(() => Promise.reject(new Error(`PHP did not start: ${text}`)));
  const said = new Promise<void>((resolve) => {
    // It logs each request, and would wait for somebody to read that: so it is read to the end.
    server.stderr?.on('data', (chunk) => {
      text = (text + String(chunk)).slice(-2000);
      if (text.includes(word)) resolve();
    });
  });
  ended.catch(() => {});
  await Promise.race([said, ended]);
}

/** PHP takes no 0 for any free one. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
