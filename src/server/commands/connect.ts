/** `insights-elements connect`: a token from standard input becomes the account that this folder serves. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createGraphTransport } from '../../client/transports/graph.js';
import { isToken } from '../../client/transports/http.js';
import { type InsightsError, isInsightsError, looksLikeSecret } from '../../spec/index.js';
import { type GraphHost, graphHosts } from '../accounts.js';
import { envOf, isoSeconds, readEnvFile, writeEnvFile } from '../env-file.js';
import { type Environment, EnvironmentError, readVersion } from '../environment.js';
import { askGit, type GitView } from '../git-ignore.js';
import { wordsOf } from '../operator-words.js';
import type { CliIo, Command } from '../run-cli.js';
import {
  type FoundAccount,
  findAccounts,
  findExpiry,
  findMissingScopes,
  isInstagramLogin,
  loginOf,
  scopesOf,
  type TokenHolder,
} from '../token-identity.js';
import { askForToken } from '../token-renewal.js';

const usage = `insights-elements connect [--account <user name or id>] [--host <host>] [--renew]

Asks for an access token (paste it, or pipe it in), finds out what it is for, and writes .env in this folder.

  --account   which account, where the token is for several
  --host      graph.facebook.com or graph.instagram.com; by default both are asked which one takes the token
  --renew     with Instagram Login: has the token renewed at once, so that its end is known. It has to be a day old

Writes IG_USER_ID, IG_ACCESS_TOKEN, GRAPH_HOST and, where it is known, IG_TOKEN_EXPIRES.
Reads IG_APP_SECRET and GRAPH_VERSION.`;

const dayMs = 86_400_000;

export const connectCommand: Command = {
  summary: 'find out what an access token is for, and write .env',
  usage,
  async run(args, env, io) {
    if (args.some((text) => looksLikeSecret(text))) throw new EnvironmentError(tokenInArguments);
    const { values } = parseArgs({
      args: [...args],
      options: { account: { type: 'string' }, host: { type: 'string' }, renew: { type: 'boolean' } },
    });
    const hosts = readHosts(values.host);
    const version = readVersion(env);
    const path = join(io.directory ?? process.cwd(), '.env');
    const git = await askGit(path);
    checkGit(git);
    // Before anybody types a token that could then not be written.
    const old = envOf(await readEnvFile(path));

    const accessToken = ((await io.readSecret?.('Access token (it is not shown): ')) ?? '').trim();
    if (!isToken(accessToken)) throw new EnvironmentError('That is no token: it is empty, or has spaces in it.');
    const appSecret = env.IG_APP_SECRET?.trim() || undefined;
    const { holder, accounts } = await findHost(hosts, { accessToken, appSecret, version, fetch: io.fetch });
    const account = choose(accounts, values.account, holder.baseUrl);
    io.print(`${loginOf(holder.baseUrl)}: ${nameOf(account)}, on ${new URL(holder.baseUrl).host}`);
    io.print(await checkInsights(holder, account));

    const token = await withEnd(holder, account, values.renew === true, io.now ?? Date.now);
    io.print(wordsOfEnd(token.expiresAt, holder.baseUrl, (io.now ?? Date.now)()));
    await writeEnvFile(path, {
      IG_USER_ID: account.id,
      IG_ACCESS_TOKEN: token.accessToken,
      GRAPH_HOST: new URL(holder.baseUrl).host,
      IG_TOKEN_EXPIRES: typeof token.expiresAt === 'number' ? isoSeconds(token.expiresAt) : undefined,
    });
    io.print(
      `Wrote .env, which only this user can read${git === 'ignored' ? ' and git ignores' : ''}.\nNext: npx insights-elements doctor`,
    );
    warnOfOverrides(env, old, io);
    return 0;
  },
};

const tokenInArguments =
  'An argument looks like an access token. Others on this machine can read it there, and the shell keeps it: revoke that token if others use this machine, then run connect without it, and paste the token when asked.';

function readHosts(given: string | undefined): readonly GraphHost[] {
  if (given === undefined) return graphHosts;
  const host = graphHosts.find((name) => name === given);
  if (!host) throw new EnvironmentError(`--host is ${graphHosts.join(' (Facebook Login) or ')} (Instagram Login).`);
  return [host];
}

/** A token in a repository is out, whoever deletes it later. */
function checkGit(git: GitView): void {
  if (git === 'ignored' || git === 'none') return;
  if (git === 'tracked') {
    throw new EnvironmentError(
      'git tracks .env here, and would take the token along. Run `git rm --cached .env`, add the line .env to .gitignore, and run this again. Nothing was written.',
    );
  }
  if (git === 'unknown') {
    throw new EnvironmentError(
      'There is a git repository here, and git could not be asked whether it ignores .env. Make `git check-ignore .env` work, and run this again. Nothing was written.',
    );
  }
  throw new EnvironmentError(
    'git does not ignore .env here, and would take the token along. Add this line to .gitignore, and run this again:\n.env\nNothing was written.',
  );
}

interface FoundHost {
  readonly holder: TokenHolder;
  readonly accounts: readonly FoundAccount[];
}

/** The host that takes the token, asked in the order in which its first letters suggest. */
async function findHost(hosts: readonly GraphHost[], token: Omit<TokenHolder, 'baseUrl'>): Promise<FoundHost> {
  const ordered = token.accessToken.startsWith('IG') ? hosts.toReversed() : hosts;
  const failures: string[] = [];
  let isJudged = false;
  for (const host of ordered) {
    const holder = { ...token, baseUrl: `https://${host}` };
    try {
      return { holder, accounts: await findAccounts(holder) };
    } catch (thrown) {
      isJudged ||= !(isInsightsError(thrown) && thrown.recoverable);
      failures.push(`${host}: ${isInsightsError(thrown) ? hostWords(thrown) : 'its answer was not understood.'}`);
    }
  }
  const said = failures.join('\n');
  if (!isJudged) {
    throw new EnvironmentError(
      `Whether the token is good could not be asked.\n${said}\nRun this again then, with the same token. Nothing was written.`,
    );
  }
  throw new EnvironmentError(
    `No host took the token.\n${said}\nCopy it again, whole; or make a new one: it may have ended. Nothing was written.`,
  );
}

const hostWords = (error: InsightsError): string =>
  error.code === 'token-expired' ? 'it does not accept this token.' : wordsOf(error);

function choose(accounts: readonly FoundAccount[], wanted: string | undefined, baseUrl: string): FoundAccount {
  const name = wanted?.replace(/^@/, '').toLowerCase();
  const matching =
    name === undefined
      ? accounts
      : accounts.filter(({ id, username }) => id === name || username?.toLowerCase() === name);
  const [first, ...others] = matching;
  if (first && others.length === 0) return first;
  if (accounts.length === 0) {
    throw new EnvironmentError(
      `The token is good, and for no Instagram account. The account has to be a professional one, linked to a Facebook page that the login was given, with ${scopesOf(baseUrl).join(', ')} and pages_show_list. Nothing was written.`,
    );
  }
  const list = accounts.map(nameOf).join('\n');
  throw new EnvironmentError(
    wanted === undefined
      ? `The token is for several accounts. Say which: --account <user name or id>. Nothing was written.\n${list}`
      : `The token is not for the account that --account names. It is for:\n${list}\nNothing was written.`,
  );
}

const nameOf = ({ id, username }: FoundAccount): string => (username === undefined ? id : `@${username} (${id})`);

/**
 * Asks for a day of reach: the only proof that insights may be read.
 * @throws EnvironmentError where the Graph API refuses for want of a scope
 */
async function checkInsights(holder: TokenHolder, { id }: FoundAccount): Promise<string> {
  const missing = (await findMissingScopes(holder)) ?? [];
  const lacks = missing.length > 0 ? ` It lacks ${missing.join(', ')}.` : '';
  try {
    await createGraphTransport({ ...holder, id })({ edge: 'insights', params: { metric: 'reach', period: 'day' } });
    return missing.length > 0 ? `It may read insights.${lacks} Other metrics may need it.` : 'It may read insights.';
  } catch (thrown) {
    if (!isInsightsError(thrown)) throw thrown;
    if (thrown.recoverable) return `Whether it may read insights could not be asked now. ${wordsOf(thrown)}`;
    throw new EnvironmentError(
      `It may not read insights: ${wordsOf(thrown)}${lacks} Log in again with ${scopesOf(holder.baseUrl).join(', ')}, and take the new token. Nothing was written.`,
    );
  }
}

interface TokenWithEnd {
  readonly accessToken: string;
  readonly expiresAt: number | 'never' | undefined;
}

async function withEnd(
  holder: TokenHolder,
  { id }: FoundAccount,
  renew: boolean,
  now: () => number,
): Promise<TokenWithEnd> {
  const { accessToken, baseUrl, fetch } = holder;
  if (!renew) return { accessToken, expiresAt: await findExpiry(holder) };
  if (!isInstagramLogin(baseUrl)) {
    throw new EnvironmentError('Only tokens of Instagram Login can be renewed. Run this without --renew.');
  }
  try {
    return await askForToken({ id, accessToken }, { baseUrl, fetch }, now);
  } catch {
    throw new EnvironmentError(
      'Instagram did not renew the token. It renews long-lived ones that are at least a day old: run this without --renew, or tomorrow. Nothing was written.',
    );
  }
}

function wordsOfEnd(end: TokenWithEnd['expiresAt'], baseUrl: string, now: number): string {
  if (end === 'never') return 'It has no end.';
  if (end === undefined) {
    return isInstagramLogin(baseUrl)
      ? 'Instagram does not tell when it ends: 60 days after it was made. Tomorrow, `connect --renew` has it renewed, and from then on the backend renews it in time.'
      : 'Facebook does not tell when it ends.';
  }
  const days = Math.floor((end - now) / dayMs);
  const until = isoSeconds(end).slice(0, 10);
  if (days < 2) return `Warning: it ends on ${until}. Exchange it for a long-lived one, and connect that.`;
  const after = isInstagramLogin(baseUrl) ? 'The backend renews it in time.' : 'Connect again before that.';
  return `It is good until ${until}, for ${days} days. ${after}`;
}

/** What a shell has set wins over the file: the new token would never be used. */
function warnOfOverrides(env: Environment, old: Environment, io: CliIo): void {
  const set = ['IG_USER_ID', 'IG_ACCESS_TOKEN', 'GRAPH_HOST', 'IG_TOKEN_EXPIRES'].filter(
    (name) => env[name] && env[name] !== old[name],
  );
  if (set.length > 0)
    io.error(`${set.join(', ')} also set outside .env, which wins. Unset it, to use what was written.`);
}
