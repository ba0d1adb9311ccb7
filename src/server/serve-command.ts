/** `insights-elements serve`: the backend of one account, or of the sandbox, on this machine. */
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import type { Access, Origins } from './access.js';
import {
  EnvironmentError,
  type EnvironmentSettings,
  isLoopback,
  openUpstream,
  readEnvironment,
} from './environment.js';
import { listen } from './node.js';
import { failuresTo } from './request-log.js';
import type { Command } from './run-cli.js';

const usage = `insights-elements serve [--demo] [--public]

  --demo     serve sample data from a sandbox: no account, no key
  --public   let everybody ask, from every page (as ACCESS=public does)

Environment
  IG_USER_ID, IG_ACCESS_TOKEN   the account to serve, by the alias "default"
  IG_APP_SECRET                 adds appsecret_proof to every call
  GRAPH_HOST                    graph.facebook.com (default) or graph.instagram.com
  GRAPH_VERSION                 v25.0 by default
  HOST, PORT                    127.0.0.1 and 8787 by default`;

export const serveCommand: Command = {
  summary: 'run the backend for the account named by the environment, or for sample data',
  usage,
  async run(args, env, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { demo: { type: 'boolean' }, public: { type: 'boolean' } },
    });
    const settings = readEnvironment(env);
    if (!settings.account && !values.demo) {
      throw new EnvironmentError(
        'There is no account to serve. Set IG_USER_ID and IG_ACCESS_TOKEN, or ask for sample data with --demo.',
      );
    }
    const { description, ...upstream } = await openUpstream(
      values.demo ? { ...settings, account: undefined } : settings,
    );
    const { access, origins, words } = opening(settings, values.public);
    const { address, close } = await listen({
      ...upstream,
      access,
      origins,
      host: settings.host,
      port: settings.port,
      log: failuresTo(io.error),
    });
    io.print(`Listening on ${address}\nServing ${description}\n${words}`);
    io.print(`Try ${address}/default/insights?metric=reach&period=day&metric_type=total_value&range=last_28_days`);
    if (!io.stop.aborted) await once(io.stop, 'abort');
    await close();
    return 0;
  },
};

interface Opening {
  readonly access: Access | undefined;
  readonly origins?: Origins | undefined;
  /** What of it an operator should know. */
  readonly words: string;
}

/** Who may ask. A backend on a loopback address is asked by its own machine, also where a web page has talked its way to it. */
function opening({ host, isPublic }: EnvironmentSettings, flag = false): Opening {
  if (isPublic || flag) return { access: 'public', words: 'Open to everybody: every page may show these numbers.' };
  if (!isLoopback(host)) {
    return {
      access: undefined,
      words: `Closed: ${host} can be reached from other machines, and nobody has said who may ask. Every request is answered 403. To open it to everybody, start it with --public.`,
    };
  }
  return {
    // A page of any site can have its name resolve to 127.0.0.1; it cannot choose the Host header.
    access: (request) => isLoopback(new URL(request.url).hostname),
    origins: (origin) => URL.canParse(origin) && isLoopback(new URL(origin).hostname),
    words:
      'Open to pages of this machine (localhost) only. Behind a proxy, or for other pages, start it with --public.',
  };
}
