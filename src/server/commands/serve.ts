/** `insights-elements serve`: the backend of one account, or of the sandbox, on this machine. */
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { EnvironmentError, openUpstream, readEnvironment } from '../environment.js';
import { listen } from '../node.js';
import { openingOf } from '../opening.js';
import { failuresTo } from '../request-log.js';
import type { Command } from '../run-cli.js';
import { createEnvTokenSaver } from './env-token.js';

const usage = `insights-elements serve [--demo] [--public]

  --demo     serve sample data from a sandbox: no account, no key
  --public   let everybody ask, from every page (as ACCESS=public does)

Environment
  IG_USER_ID, IG_ACCESS_TOKEN   the account to serve, by the alias "default"
  IG_APP_SECRET                 adds appsecret_proof to every call
  IG_TOKEN_EXPIRES              when the token ends, such as 2027-01-27T06:00:00Z: one of Instagram Login
                                is renewed ten days before, and the new one written to .env
  GRAPH_HOST                    graph.facebook.com (default) or graph.instagram.com
  GRAPH_VERSION                 v25.0 by default
  HOST, PORT                    127.0.0.1 and 8787 by default`;

export const serveCommand: Command = {
  summary: 'run the backend for the account named by the environment, or for sample data',
  usage,
  isLong: true,
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
    const served = values.demo ? { ...settings, account: undefined } : settings;
    const { description, graph, ...upstream } = await openUpstream(served);
    const { access, origins, words } = openingOf(settings, values.public);
    const { address, close } = await listen({
      ...upstream,
      graph: { ...(served.account && { fetch: io.fetch }), ...graph },
      saveToken: served.account && createEnvTokenSaver(served.account, io),
      now: io.now,
      access,
      origins,
      host: settings.host,
      port: settings.port,
      log: failuresTo(io.error),
    });
    io.print(`Listening on ${address}\nServing ${description}\n${words}`);
    if (access)
      io.print(
        `backend-url="${address}"\nTry ${address}/default/insights?metric=reach&metric_type=total_value&range=last_28_days`,
      );
    if (!io.stop.aborted) await once(io.stop, 'abort');
    await close();
    return 0;
  },
};
