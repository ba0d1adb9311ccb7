/** A command of the command line, run in a folder of its own against Graph hosts that answer what a test says. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fetch } from '../../../src/client/transports/http.js';
import { runCli } from '../../../src/server/run-cli.js';
import { now, token } from '../fake-graph.js';

/** What a path of a host answers: JSON, a Response, or an Error that fetch throws. */
export type Routes = Readonly<Record<string, unknown>>;

export interface Asked {
  readonly url: URL;
  readonly headers: Headers;
}

export interface Hosts {
  readonly fetch: Fetch;
  readonly asked: Asked[];
}

/** The Graph API's answer to a token that it does not know. */
const badToken = {
  error: { message: `Invalid OAuth access token ${token}`, type: 'OAuthException', code: 190, fbtrace_id: 'A1' },
};

/**
 * @param routes by host and path, such as `graph.facebook.com/me/accounts`, less the version
 * @param otherwise for all else. @default the answer to a token that is not known
 */
export function createHosts(routes: Routes, otherwise?: Fetch): Hosts {
  const asked: Asked[] = [];
  const fetch: Fetch = async (input, init) => {
    const url = new URL(input);
    asked.push({ url, headers: new Headers(init?.headers) });
    const path = `${url.host}${url.pathname.replace(/^\/v\d+\.\d+/, '')}`;
    const answer = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (answer instanceof Error) throw answer;
    if (answer instanceof Response) return answer.clone();
    if (typeof answer === 'function') return Response.json(answer(url));
    if (answer !== undefined) return Response.json(answer, { status: 'error' in (answer as object) ? 400 : 200 });
    return otherwise ? otherwise(input, init) : Response.json(badToken, { status: 400 });
  };
  return { fetch, asked };
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly secret?: string;
  readonly fetch?: Fetch;
  readonly directory?: string;
  readonly now?: () => number;
  readonly wait?: (ms: number) => Promise<void>;
  readonly stop?: AbortSignal;
}

export async function runCommand(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const [out, errors]: [string[], string[]] = [[], []];
  const { env = {}, secret, fetch, directory, stop = AbortSignal.abort(), now: clock = () => now, wait } = options;
  const code = await runCli(argv, env, {
    print: (text) => out.push(text),
    error: (text) => errors.push(text),
    stop,
    readSecret: async () => secret ?? '',
    fetch:
      fetch ??
      (() => {
        throw new Error('nothing may be asked');
      }),
    directory: directory ?? tmpdir(),
    now: clock,
    wait,
  });
  return { code, out: out.join('\n'), errors: errors.join('\n') };
}

/** A new, empty folder, and what removes it. */
export async function createFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'insights-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
