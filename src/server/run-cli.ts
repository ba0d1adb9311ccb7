/** The `insights-elements` command, apart from the process it runs in: which command is meant, and how it ends. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fetch } from '../client/transports/http.js';
import { closest, isInsightsError } from '../spec/index.js';
import { backfillCommand } from './commands/backfill.js';
import { checkCommand } from './commands/check.js';
import { connectCommand } from './commands/connect.js';
import { doctorCommand } from './commands/doctor.js';
import { forgetCommand } from './commands/forget.js';
import { serveCommand } from './commands/serve.js';
import { snapshotCommand } from './commands/snapshot.js';
import { tokenCommand } from './commands/token.js';
import type { Environment } from './environment.js';
import { wordsOf } from './operator-words.js';

/** What a command may do to the outside. */
export interface CliIo {
  /** Prints lines on standard output. */
  readonly print: (text: string) => void;
  /** Prints lines on standard error. */
  readonly error: (text: string) => void;
  /** Aborted when the command should end. */
  readonly stop: AbortSignal;
  /** Asks for a secret, which comes on standard input and is shown nowhere. */
  readonly readSecret?: ((prompt: string) => Promise<string>) | undefined;
  /** Where `.env` is. @default the working directory of the process */
  readonly directory?: string | undefined;
  /** @default the global fetch */
  readonly fetch?: Fetch | undefined;
  /** Milliseconds since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
  /** Lets milliseconds pass. @default by the clock */
  readonly wait?: ((ms: number) => Promise<void>) | undefined;
}

export interface Command {
  /** Half a sentence, for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly usage: string;
  /** Whether it ends in good order when `stop` is aborted. Any other may be cut off at any time. */
  readonly isLong?: boolean;
  /** @returns the exit code */
  readonly run: (args: readonly string[], env: Environment, io: CliIo) => Promise<number>;
}

const commands: ReadonlyMap<string, Command> = new Map([
  ['connect', connectCommand],
  ['doctor', doctorCommand],
  ['serve', serveCommand],
  ['snapshot', snapshotCommand],
  ['token', tokenCommand],
  ['backfill', backfillCommand],
  ['forget', forgetCommand],
  ['check', checkCommand],
]);

const overview = `insights-elements <command>

${[...commands].map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`).join('\n')}

  --help, --version

Variables of the environment can be lines of a file .env in the working directory.`;

/** Whether the command that the arguments name is to be ended by `stop`, rather than by the process. */
export const isLong = ([name = '']: readonly string[]): boolean => commands.get(name)?.isLong === true;

/**
 * Runs the command that the arguments name.
 * @param argv the arguments, without node and the script
 * @returns the exit code, once the command has ended: 0, or 1 with a sentence on standard error
 */
export async function runCli(argv: readonly string[], env: Environment, io: CliIo): Promise<number> {
  const [name = '', ...args] = argv;
  if (name === '--version') return say(io, readPackageVersion());
  if (name === '' || name === '--help' || name === 'help') return say(io, overview);
  const command = commands.get(name);
  if (!command) {
    const meant = closest(name, [...commands.keys()]);
    io.error(`There is no command of this name. ${meant ? `Did you mean ${meant}?` : 'See insights-elements --help.'}`);
    return 1;
  }
  if (args.includes('--help')) return say(io, command.usage);
  try {
    return await command.run(args, env, io);
  } catch (error) {
    io.error(
      isBadArgument(error)
        ? `${name} does not take these arguments. See insights-elements ${name} --help.`
        : messageOf(error),
    );
    return 1;
  }
}

function say(io: CliIo, text: string): number {
  io.print(text);
  return 0;
}

/** What parseArgs throws. Its message quotes the argument, which may be a token. */
const isBadArgument = (error: unknown): boolean =>
  error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS_');

function messageOf(error: unknown): string {
  if (isInsightsError(error)) return wordsOf(error);
  return error instanceof Error ? error.message : 'The command failed.';
}

function readPackageVersion(): string {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
  return String((JSON.parse(text) as { version?: unknown }).version);
}
