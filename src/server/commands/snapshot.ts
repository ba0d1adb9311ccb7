/** `insights-elements snapshot`: the answers to a file of questions, as a file for pages that have no server. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { expandQuestions } from '../../client/asked-questions.js';
import { createGraphTransport } from '../../client/transports/graph.js';
import { baseUrlOf } from '../accounts.js';
import { type Environment, EnvironmentError, openUpstream, readEnvironment, type Upstream } from '../environment.js';
import { wordsOfCode } from '../operator-words.js';
import type { CliIo, Command } from '../run-cli.js';
import { readOlderSnapshot } from '../snapshot/snapshot-file.js';
import { type TakenSnapshot, takeSnapshot } from '../snapshot/take-snapshot.js';
import { writeWhole } from '../write-whole.js';
import { withFreshToken } from './env-token.js';
import { readQuestionFile } from './question-file.js';

const usage = `insights-elements snapshot --queries <file> --out <file> [--demo]

Asks Instagram the questions of a file and writes the answers for <… src="acme.json">: no server answers the page. Whoever
has the address of that file can read it. Run it by cron or as a scheduled job.

  --queries  JSON, the attributes of elements: [{ "metric": "reach", "range": "last_28_days", "compare": "previous_period" }]
  --out      the file to write; days in it that have settled are not asked again
  --demo     sample data from a sandbox: no account, no key

Ends with 1 where everything failed; the file is then as it was.

Environment
  IG_USER_ID, IG_ACCESS_TOKEN, IG_APP_SECRET, GRAPH_HOST, GRAPH_VERSION as for \`serve\`
  IG_TOKEN_EXPIRES   a token of Instagram Login that stands in .env is renewed ten days before`;

export const snapshotCommand: Command = {
  summary: 'write answers to a file, for pages without a server',
  usage,
  async run(args, env, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { queries: { type: 'string' }, out: { type: 'string' }, demo: { type: 'boolean' } },
    });
    if (values.queries === undefined || values.out === undefined) {
      throw new EnvironmentError('Name the file of questions and the file to write: --queries q.json --out acme.json.');
    }
    const path = (name: string): string => resolve(io.directory ?? process.cwd(), name);
    // Whole seconds, as the file says it: what reads it has to understand the same days.
    const takenAt = Math.floor((io.now ?? Date.now)() / 1000) * 1000;
    const older = await readOlder(path(values.out), values.out);
    const lines = await readQuestionFile(values.queries, io);
    const { accounts, graph = {}, description } = await openSource(env, values.demo === true, io);
    const account = typeof accounts === 'function' ? undefined : accounts.default;
    if (!account) throw new EnvironmentError('There is no account to ask for.');
    const version = graph.version ?? '';
    const queries = expandQuestions(lines, { now: takenAt, apiVersion: version });
    const taken = await takeSnapshot({
      queries,
      transport: createGraphTransport({ ...account, ...graph, baseUrl: baseUrlOf(account, graph.baseUrl ?? '') }),
      account,
      version,
      takenAt,
      older: readOlderSnapshot(older),
      wait: io.wait ?? ((ms) => setTimeout(ms)),
    });
    if (taken.text !== undefined) await writeWhole(path(values.out), taken.text, 0o644);
    return tell(taken, values.out, description, io, takenAt);
  },
};

/** The account of the environment, or samples by the snapshot's own clock. */
async function openSource(env: Environment, isDemo: boolean, io: CliIo): Promise<Upstream> {
  const settings = readEnvironment(env);
  if (!settings.account && !isDemo) {
    throw new EnvironmentError(
      'There is no account to ask for. Set IG_USER_ID and IG_ACCESS_TOKEN, or ask for sample data with --demo.',
    );
  }
  if (isDemo || !settings.account) return openUpstream({ ...settings, account: undefined });
  const account = await withFreshToken(settings.account, settings, io);
  const upstream = await openUpstream({ ...settings, account });
  return { ...upstream, graph: { ...upstream.graph, fetch: io.fetch } };
}

/** The text of the file that is to be replaced; empty where there is none. */
async function readOlder(path: string, name: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  if (text !== '' && !text.includes('"insights_snapshot":')) {
    throw new EnvironmentError(`${name} is there, and is no snapshot. Name another file for --out, or remove it.`);
  }
  return text;
}

function tell(
  { text, counts, codes, ended }: TakenSnapshot,
  name: string,
  source: string,
  io: CliIo,
  now: number,
): number {
  const { asked, kept, stale, failed } = counts;
  for (const code of codes) io.error(code === 'rate-limited' ? limitWords(ended, now) : wordsOfCode(code));
  if (text === undefined) {
    io.error(`Nothing could be had; ${name} is as it was.`);
    return 1;
  }
  io.print(
    `Wrote ${name}: ${asked} answers of ${source}${kept > 0 ? `, ${kept} of settled days that were there` : ''}${stale > 0 ? `, ${stale} older ones in place of what failed` : ''}${failed > 0 ? `, ${failed} without an answer` : ''}.`,
  );
  return 0;
}

/** Instagram counts by the hour and by the day, and does not always say how long. */
const usualSeconds = 3_600;

const limitWords = (ended: TakenSnapshot['ended'], now: number): string =>
  `Instagram's limit on calls is used up. Run this again after ${minuteOf(now + (ended?.details.retryAfter ?? usualSeconds) * 1000)}.`;

/** Such as 2026-03-20T19:00Z. */
const minuteOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16)}Z`;
