/** `insights-elements serve`: the backend of one account, or of the sandbox, on this machine. */
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import type { Storage } from 'unstorage';
import type { QueryInput } from '../../spec/index.js';
import { sweepStorage } from '../answers/piece-store.js';
import { addressFromHeader } from '../client-address.js';
import { EnvironmentError, openUpstream, readEnvironment } from '../environment.js';
import { listen } from '../node.js';
import { openingOf } from '../opening.js';
import { openOperations } from '../operations.js';
import type { Command } from '../run-cli.js';
import { openStorage } from '../storage.js';
import { createEnvTokenSaver } from './env-token.js';
import { readQuestionFile } from './question-file.js';

const usage = `insights-elements serve [--demo] [--public] [--questions q.json]

  --demo     serve sample data from a sandbox: no account, no key
  --public   let everybody ask, from every page (as ACCESS=public does)
  --questions q.json
             answer the questions of this file and no others: [{ "metric": "reach", "range": "last_28_days" }]

Environment
  IG_USER_ID, IG_ACCESS_TOKEN   the account to serve, by the alias "default"
  IG_APP_SECRET                 adds appsecret_proof to every call
  IG_TOKEN_EXPIRES              when the token ends, such as 2027-01-27T06:00:00Z: one of Instagram Login
                                is renewed ten days before, and the new one written to .env
  GRAPH_HOST                    graph.facebook.com (default) or graph.instagram.com
  GRAPH_VERSION                 v25.0 by default
  HOST, PORT                    127.0.0.1 and 8787 by default
  EMBED_KEYS                    lets pages ask that have a token: <id>=<secret>, several with commas
  ORIGINS                       pages of other origins that may read answers: https://example.com,…
  STORE                         keeps answers and history: fs:/var/lib/insights, or redis://host:6379
  RETENTION_DAYS                after which what is kept is no longer used; for good by default
  CLIENT_ADDRESS, PER_CLIENT    the header in which a proxy says who asks, and how often a minute (600)
  LOG                           failures (default), or all: a line of JSON for every request
  METRICS_PORT                  gives Prometheus http://127.0.0.1:<port>/metrics
  DRAIN_SECONDS                 keeps answering for so long when it is to end, while /healthz says 503`;

export const serveCommand: Command = {
  summary: 'run the backend for the account named by the environment, or for sample data',
  usage,
  isLong: true,
  async run(args, env, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { demo: { type: 'boolean' }, public: { type: 'boolean' }, questions: { type: 'string' } },
    });
    const settings = readEnvironment(env);
    if (!settings.account && !values.demo) {
      throw new EnvironmentError(
        'There is no account to serve. Set IG_USER_ID and IG_ACCESS_TOKEN, or ask for sample data with --demo.',
      );
    }
    const served = values.demo ? { ...settings, account: undefined } : settings;
    const { description, graph, ...upstream } = await openUpstream(served);
    const questions = values.questions === undefined ? undefined : await readQuestionFile(values.questions, io);
    const { access, origins, words } = openingOf(settings, values.public, questions !== undefined);
    const store = await openStorage(settings.store);
    const operations = await openOperations({ ...settings, print: io.error, now: io.now });
    const { address, close } = await listen({
      ...upstream,
      graph: { ...(served.account && { fetch: io.fetch }), ...graph },
      saveToken: served.account && createEnvTokenSaver(served.account, io),
      storage: store.storage,
      retentionDays: settings.retentionDays,
      clientAddress: settings.clientHeader === undefined ? undefined : addressFromHeader(settings.clientHeader),
      perClient: settings.perClient,
      now: io.now,
      access,
      questions,
      origins,
      host: settings.host,
      port: settings.port,
      drainSeconds: settings.drainSeconds,
      log: operations.log,
    });
    io.print(
      `Listening on ${address}\nServing ${description}\n${words}\n${questionsSaid(questions)}${operations.words}${store.words}`,
    );
    const sweeping = store.needsSweeping && sweepDaily(store.storage, settings.retentionDays);
    if (access)
      io.print(
        `backend-url="${address}"\nTry ${address}/default/insights?metric=reach&metric_type=total_value&range=last_28_days`,
      );
    if (!io.stop.aborted) await once(io.stop, 'abort');
    if (sweeping) clearInterval(sweeping);
    await close();
    await operations.close();
    await store.storage?.dispose();
    return 0;
  },
};

/** What is open, in a line for each question: an operator should see it. */
const questionsSaid = (questions: readonly QueryInput[] | undefined): string =>
  questions ? `Answered are, and no others:\n${questions.map((line) => `  ${JSON.stringify(line)}`).join('\n')}\n` : '';

/** Takes out of a folder what is over: at once, and once a day. */
function sweepDaily(storage: Storage | undefined, retentionDays: number | undefined): NodeJS.Timeout | undefined {
  if (!storage) return undefined;
  const sweep = (): void => void sweepStorage(storage, { retentionDays }).catch(() => {});
  sweep();
  return setInterval(sweep, 86_400_000).unref();
}
