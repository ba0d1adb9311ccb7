/**
 * `npm run bench -- load`: what our backend costs beyond a bare route that says the same bytes. See README.md.
 *
 * Ends with 1 where a kept answer is given less than 0.7 times as often, where an answer fails, or where a question goes up twice.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { type Order, type Report, type Target, targets } from './load-orders.js';
import { questions } from './load-questions.js';
import { median } from './tasks.js';

const seconds = Number(process.env.BENCH_SECONDS || 30);
const connections = Number(process.env.BENCH_CONNECTIONS || 200);
const distinct = Number(process.env.BENCH_QUESTIONS || 500);
/** The targets take turns: a slow moment of the machine hits all of them. */
const turnSeconds = 5;
const goal = 0.7;

interface Turn {
  readonly perSecond: number;
  readonly p99: number;
  /** Microseconds for which the server worked, per answer: what the machine did for others meanwhile is not in it. */
  readonly work: number;
  readonly answers: number;
  readonly failures: number;
}

async function ask(server: ChildProcess, order: Order): Promise<Report> {
  server.send(order);
  const [said] = await once(server, 'message');
  return said as Report;
}

async function takeTurn(server: ChildProcess, target: Target, paths: readonly string[], length: number): Promise<Turn> {
  const before = await ask(server, 'report');
  let next = 0;
  const result = await autocannon({
    url: before.addresses[target],
    connections,
    duration: length,
    requests: [{ path: paths[0] ?? '/' }],
    headers: target === 'token' ? { Authorization: `Bearer ${before.token}` } : {},
    // Every connection asks all questions, each from another one on.
    setupClient: (client) => {
      const from = (next += Math.ceil(paths.length / connections)) % paths.length;
      client.setRequests([...paths.slice(from), ...paths.slice(0, from)].map((path) => ({ path })));
    },
  });
  const after = await ask(server, 'report');
  const answers = result['2xx'];
  return {
    perSecond: answers / result.duration,
    p99: result.latency.p99,
    work: ((after.work - before.work) * 1000) / answers,
    answers,
    failures: result.errors + result.non2xx,
  };
}

const file = fileURLToPath(new URL('load-server.ts', import.meta.url));
const server = fork(file, { execArgv: ['--import', 'tsx'] });
server.once('exit', (code) => code && process.exit(1));
await once(server, 'message');

const paths = questions(distinct, Date.now());
// The bare route has nothing to say until ours has asked. So all of the calls are made here, with everybody asking at once.
const cold = {
  public: await takeTurn(server, 'public', paths, turnSeconds),
  token: await takeTurn(server, 'token', paths, turnSeconds),
};
await ask(server, { mirror: paths });
const turns: Record<Target, Turn[]> = { bare: [], public: [], token: [] };
for (let spent = 0; spent < seconds; spent += turnSeconds)
  for (const target of targets)
    turns[target].push(await takeTurn(server, target, paths, Math.min(turnSeconds, seconds - spent)));
const { calls } = await ask(server, 'report');
const closed = once(server, 'exit');
server.send('end');
await closed;

/** Median of the ratios turn by turn, the least and the most. */
function ratios(target: Target, of: (turn: Turn, bare: Turn) => number): { middle: number; words: string } {
  const each = turns[target].flatMap((turn, index) => (turns.bare[index] ? of(turn, turns.bare[index]) : []));
  const middle = median(each);
  const words = `${middle.toFixed(2)} (${Math.min(...each).toFixed(2)}-${Math.max(...each).toFixed(2)})`;
  return { middle, words };
}
const row = (...cells: readonly string[]): void =>
  console.log(
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(22) : cell.padStart(18)))
      .join('')
      .trimEnd(),
  );

console.log(
  `\n${seconds} s each in turns of ${turnSeconds}, ${connections} connections, ${distinct} distinct questions.\n`,
);
row('', ...targets);
row('answers/s', ...targets.map((target) => median(turns[target].map(({ perSecond }) => perSecond)).toFixed(0)));
const byClock = (target: Target) => ratios(target, (turn, bare) => turn.perSecond / bare.perSecond);
row('ratio to bare', ...targets.map((target) => byClock(target).words));
row('work per answer', ...targets.map((target) => `${median(turns[target].map(({ work }) => work)).toFixed(0)} us`));
row('ratio by work', ...targets.map((target) => ratios(target, (turn, bare) => bare.work / turn.work).words));
row('p99', ...targets.map((target) => `${median(turns[target].map(({ p99 }) => p99)).toFixed(0)} ms`));
row('p99 while asking', '', ...[cold.public, cold.token].map(({ p99 }) => `${p99.toFixed(0)} ms`));
row('answers', ...targets.map((target) => String(turns[target].reduce((sum, { answers }) => sum + answers, 0))));
row('calls to Instagram', ...targets.map((target) => String(calls[target])));

const failures = [cold.public, cold.token, ...targets.flatMap((target) => turns[target])].reduce(
  (sum, turn) => sum + turn.failures,
  0,
);
const wrong = [
  failures > 0 && `${failures} requests failed.`,
  (calls.public !== distinct || calls.token !== distinct) && `A question is to go up once: ${distinct} calls.`,
  byClock('public').middle < goal &&
    `A kept answer is to be given at least ${goal} times as often as by the bare route.`,
].filter((line) => line !== false);
for (const line of wrong) console.log(`\nNOT REACHED: ${line}`);
if (wrong.length > 0) process.exitCode = 1;
