#!/usr/bin/env node
/** The `insights-elements` command as a process: arguments, environment, signals, exit code. All else is run-cli.ts. */
import { runCli } from './run-cli.js';

const stop = new AbortController();
// Once: a second signal ends the process the hard way.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

process.exitCode = await runCli(process.argv.slice(2), process.env, {
  print: (text) => console.log(text),
  error: (text) => console.error(text),
  stop: stop.signal,
});
