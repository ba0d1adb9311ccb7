/** `insights-elements backfill`: fills the history of the account of the environment, as far back as Instagram remembers. */
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import {
  addDays,
  type Day,
  dayOf,
  hasErrors,
  type MetricName,
  memoryDays,
  metricNames,
  readDay,
  readMetric,
  specOf,
  validateQuery,
} from '../../spec/index.js';
import { type Filled, fillHistory, newestSettledDay } from '../answers/fill-history.js';
import { openAnswers } from '../answers/open-answers.js';
import { EnvironmentError, readEnvironment } from '../environment.js';
import { wordsOfCode } from '../operator-words.js';
import type { CliIo, Command } from '../run-cli.js';
import { withStorage } from './store.js';

const usage = `insights-elements backfill [--metrics <names>] [--since YYYY-MM-DD] [--until YYYY-MM-DD]

Asks Instagram for the days that it still remembers, and keeps them in the store: series thirty days a call, totals one day a
call. Newest days first. What is kept already is not asked again, so that it goes on where it stopped. It stops when
three quarters of Instagram's limit on calls are used.

  --metrics   names with commas between; by default all that the Graph version gives by the day
  --since     the first day; by default as far back as Instagram remembers, two years
  --until     the last day; by default the newest whose numbers no longer move

Environment
  IG_USER_ID, IG_ACCESS_TOKEN, GRAPH_HOST, GRAPH_VERSION as for \`serve\`
  STORE   fs:/path, redis://… or rediss://…`;

export const backfillCommand: Command = {
  summary: "fill the store with an account's past days",
  usage,
  isLong: true,
  async run(args, env, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { metrics: { type: 'string' }, since: { type: 'string' }, until: { type: 'string' } },
    });
    const settings = readEnvironment(env);
    const { account, graph } = settings;
    if (!account) throw new EnvironmentError('There is no account to ask for. Set IG_USER_ID and IG_ACCESS_TOKEN.');
    const now = io.now ?? Date.now;
    const window = readWindow(values.since, values.until, now());
    const metrics = readMetrics(values.metrics, graph.version, now());
    const filled = await withStorage(settings, async (storage) => {
      let isStoreDown = false;
      const stop = new AbortController();
      const answers = openAnswers({
        graph: { ...graph, fetch: io.fetch },
        storage,
        retentionDays: settings.retentionDays,
        now,
        log: ({ event }) => {
          if (event !== 'store') return;
          isStoreDown = true;
          stop.abort();
        },
      });
      const done = await fillHistory({
        ...{ answers, account, version: graph.version, metrics, window, now },
        wait: io.wait ?? ((ms) => setTimeout(ms)),
        stop: AbortSignal.any([io.stop, stop.signal]),
        onMonth: (month) => io.print(month),
      });
      if (isStoreDown)
        throw new EnvironmentError('The store failed. Whoever runs it has to look; then run this again.');
      return done;
    });
    return tell(filled, io, now());
  },
};

function readWindow(since: string | undefined, until: string | undefined, now: number): { since: Day; until: Day } {
  const newest = newestSettledDay(now);
  const [first, last] = [since ?? addDays(dayOf(now), -memoryDays), until ?? newest].map(readDay);
  if (first === undefined || last === undefined) {
    throw new EnvironmentError('--since and --until are days, such as 2026-01-31.');
  }
  const bounded = last > newest ? newest : last;
  if (first > bounded) {
    throw new EnvironmentError(`--since is after the last day that can be filled, ${bounded}. Later ones still move.`);
  }
  return { since: first, until: bounded };
}

/** Whether Instagram gives the metric by the day, in this version. */
const isByDay = (name: MetricName, apiVersion: string, now: number): boolean =>
  specOf(name).kind === 'interaction' &&
  specOf(name).periods.includes('day') &&
  !hasErrors(validateQuery({ metric: name }, { apiVersion, now }));

function readMetrics(text: string | undefined, apiVersion: string, now: number): readonly MetricName[] {
  const usual = metricNames.filter((name) => isByDay(name, apiVersion, now));
  if (text === undefined) return usual;
  const names = text.split(',').map((part) => readMetric(part.trim()));
  if (names.some((name) => name === undefined || !usual.includes(name))) {
    throw new EnvironmentError(
      `--metrics holds what Instagram does not give by the day. It gives: ${usual.join(', ')}.`,
    );
  }
  return usual.filter((name) => names.includes(name));
}

/** @returns the exit code: 0 where all that could be had is there */
function tell({ asked, kept, leftOut, failed, ended }: Filled, io: CliIo, now: number): number {
  io.print(`${asked} questions asked, ${kept} answered by what was kept.`);
  for (const [metric, why] of leftOut) {
    const words = why === 'empty' ? 'Instagram gave no number of it for the last of the days.' : wordsOfCode(why);
    io.error(`${metric} was left out: ${words}`);
  }
  if (failed.length > 0) {
    io.error(
      `Without an answer: ${failed.toSorted().slice(0, 10).join(', ')}${failed.length > 10 ? ' and others' : ''}.`,
    );
  }
  if (ended) io.error(`${endWords(ended, now)} Run this again: it goes on where it stopped.`);
  return ended || failed.length > 0 ? 1 : 0;
}

function endWords({ reason, retryAfter }: NonNullable<Filled['ended']>, now: number): string {
  if (reason === 'stopped') return 'Stopped.';
  if (reason === 'sparing')
    return "Three quarters of Instagram's limit on calls are used; the rest is for the pages. It is counted over 24 hours.";
  if (reason !== 'rate-limited') return wordsOfCode(reason);
  // Instagram counts by the hour and by the day, and does not always say how long.
  const until = new Date(now + (retryAfter ?? 3_600) * 1000).toISOString().slice(0, 16);
  return `Instagram's limit on calls is used up, until ${until}Z at least.`;
}
