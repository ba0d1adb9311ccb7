/** The token of the environment, renewed where it is time, and written where `connect` has put the one before. */
import { join } from 'node:path';
import type { Account } from '../accounts.js';
import { createTokenSaver, envOf, readEnvFile } from '../env-file.js';
import type { EnvironmentSettings } from '../environment.js';
import type { CliIo } from '../run-cli.js';
import { createTokenRenewal, type SaveToken } from '../token-renewal.js';

const envPath = (io: CliIo): string => join(io.directory ?? process.cwd(), '.env');

/** Writes renewed tokens to `.env`, and says so where that is not possible. */
export function createEnvTokenSaver({ accessToken }: Account, io: CliIo): SaveToken {
  const save = createTokenSaver(envPath(io), accessToken);
  return async (_alias, token) => {
    try {
      await save(token);
    } catch (error) {
      io.error(
        `Instagram has renewed the token, and it lasts as long as this process: it could not be written down. ${error instanceof Error ? error.message : ''}`,
      );
      throw error;
    }
  };
}

/**
 * The account to ask with, for a command that runs now and then: no backend is there to renew its token. Only a token that
 * stands in `.env` is renewed, as a new one has nowhere else to go; of another one it is said when it ends.
 */
export async function withFreshToken(account: Account, { graph }: EnvironmentSettings, io: CliIo): Promise<Account> {
  const text = await readEnvFile(envPath(io)).catch(() => '');
  const isOurs = envOf(text).IG_ACCESS_TOKEN === account.accessToken;
  const now = io.now ?? Date.now;
  const { expiresAt } = account;
  if (!isOurs) {
    if (expiresAt !== undefined && expiresAt - now() < warnMs) {
      io.error(
        `The token ends on ${new Date(expiresAt).toISOString().slice(0, 10)}. Put a new one where this one came from.`,
      );
    }
    return account;
  }
  const renewal = createTokenRenewal({
    graph: { ...graph, fetch: io.fetch },
    saveToken: createEnvTokenSaver(account, io),
    now,
    log: ({ event, ...entry }) => {
      if (event === 'renewal' && 'code' in entry && 'fault' in entry && entry.fault !== 'saveToken') {
        io.error('Instagram did not renew the token. Run `insights-elements doctor`.');
      }
    },
  });
  renewal.current('default', account);
  await renewal.settled();
  return renewal.current('default', account);
}

const warnMs = 10 * 86_400_000;
