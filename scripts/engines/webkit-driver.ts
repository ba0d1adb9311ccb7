// WebKit's driver and the screen it needs: two programs that end with this one.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { WebKitPrograms } from './webkit.js';

export interface RunningDriver {
  /** Where it listens. */
  readonly address: string;
  readonly stop: () => void;
}

/** Without a window manager the window under the pointer has the focus, and the pointer is in the middle of the screen. */
const screenSize = '1280x960x24';

export async function startDriver({ driver, screen }: WebKitPrograms): Promise<RunningDriver> {
  const started: ChildProcess[] = [];
  const stop = (): void => {
    for (const { pid, exitCode } of started.splice(0).toReversed()) {
      // A group of its own each: the browser that the driver started goes with it.
      if (pid !== undefined && exitCode === null) process.kill(-pid);
    }
  };
  endWith(stop);
  const env: NodeJS.ProcessEnv = { ...process.env, WEBKIT_DISABLE_DMABUF_RENDERER: '1' };
  if (screen) {
    // It chooses a number that is free, and writes it down.
    const memory = spawn(screen, ['-displayfd', '3', '-screen', '0', screenSize, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      detached: true,
    });
    started.push(memory);
    const [number] = (await once(memory.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer];
    env.DISPLAY = `:${String(number).trim()}`;
  }
  const port = await freePort();
  started.push(spawn(driver, [`--port=${port}`], { stdio: 'ignore', env, detached: true }));
  const address = `http://127.0.0.1:${port}`;
  await answers(`${address}/status`);
  return { address, stop };
}

/** However this program ends, short of being killed. */
function endWith(stop: () => void): void {
  process.once('exit', stop);
  for (const [signal, number] of [
    ['SIGHUP', 1],
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const)
    process.once(signal, () => process.exit(128 + number));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** How long a busy machine may take to start it. */
const longest = 30_000;

async function answers(address: string): Promise<void> {
  const end = Date.now() + longest;
  for (;;) {
    try {
      await fetch(address);
      return;
    } catch (cause) {
      if (Date.now() > end) throw new Error(`WebKitWebDriver does not answer at ${address}.`, { cause });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
