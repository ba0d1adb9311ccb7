/** `insights-elements forget`: takes all that is kept of an account out of the store. */
import { parseArgs } from 'node:util';
import { forgetAccount } from '../answers/forget.js';
import { EnvironmentError, readEnvironment } from '../environment.js';
import type { Command } from '../run-cli.js';
import { withStorage } from './store.js';

const usage = `insights-elements forget <account>

Removes all answers of an account from the store, its history too.

  <account>   an Instagram user id; or default, the account of IG_USER_ID

Environment
  STORE   fs:/path, redis://… or rediss://…, as \`serve\` has it

A process that is running may show them for half a minute more. Snapshot files, and what visitors' browsers keep, are
elsewhere: delete the files. So that nothing is kept anew, take the account out of the backend first.`;

export const forgetCommand: Command = {
  summary: 'remove all that the store keeps of an account',
  usage,
  async run(args, env, io) {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) {
      throw new EnvironmentError('Say which account to forget: its Instagram user id, or default.');
    }
    const settings = readEnvironment(env);
    const { account, graph } = settings;
    const id = name === 'default' ? account?.id : /^\d{1,32}$/.test(name) ? name : undefined;
    if (id === undefined) {
      throw new EnvironmentError(
        name === 'default'
          ? 'IG_USER_ID is not set, so that there is no account of the name default. Give the Instagram user id.'
          : 'That is no Instagram user id, which has digits only. Other names are known to your program alone: give the id.',
      );
    }
    const removed = await withStorage(settings, (storage) =>
      forgetAccount(storage, id, graph.baseUrl).catch(() => {
        // What a store throws can quote its address, with a password.
        throw new EnvironmentError(
          `The store failed, and may still keep answers of account ${id}. Whoever runs it has to look; then run this again.`,
        );
      }),
    );
    io.print(
      removed === 0
        ? `The store keeps nothing of account ${id}.`
        : `Forgot account ${id}: ${removed} ${removed === 1 ? 'answer' : 'answers'} removed from the store.`,
    );
    return 0;
  },
};
