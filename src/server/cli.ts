#!/usr/bin/env node
/** The `insights-elements` command as a process: arguments, environment, signals, exit code. All else is run-cli.ts. */
import { readSecret } from './commands/secret-input.js';
import { isLong, runCli } from './run-cli.js';

const stop = new AbortController();
const args = process.argv.slice(2);
if (isLong(args)) {
  // Once: a second signal ends the process the hard way.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
}

process.exitCode = loadEnvFile()
  ? await runCli(args, process.env, {
      print: (text) => console.log(text),
      error: (text) => console.error(text),
      stop: stop.signal,
      readSecret: (prompt) => readSecret(prompt, process.stdin, process.stderr),
    })
  : 1;

/** What the shell has set wins over what stands in `.env`. */
function loadEnvFile(): boolean {
  try {
    process.loadEnvFile('.env');
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return true;
    console.error(`.env cannot be read (${code ?? 'unknown error'}). Make it a file that this user may read.`);
    return false;
  }
}
