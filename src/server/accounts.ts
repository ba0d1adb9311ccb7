/** The accounts that a backend may answer for, by the aliases that pages use. The only holder of access tokens. */
import * as v from 'valibot';
import { isUserId } from '../client/transports/graph.js';
import { isToken } from '../client/transports/http.js';

export interface Account {
  /** The Instagram user id, digits; or `me` with Instagram Login. */
  readonly id: string;
  /** An access token that may read the account's insights. It never leaves the server. */
  readonly accessToken: string;
  /** Where given, every call carries `appsecret_proof`. */
  readonly appSecret?: string | undefined;
}

type MaybeAccount = Account | null | undefined;

/** Accounts by alias, or a function that looks one up: nothing where there is none. Aliases match `/^[\w-]{1,64}$/`. */
export type Accounts = Readonly<Record<string, Account>> | ((alias: string) => MaybeAccount | Promise<MaybeAccount>);

export const isAlias = (text: string): boolean => /^[\w-]{1,64}$/.test(text);

const schema = v.object({
  id: v.pipe(v.string(), v.check(isUserId)),
  accessToken: v.pipe(
    v.string(),
    v.check((text) => isToken(text)),
  ),
  appSecret: v.optional(v.pipe(v.string(), v.minLength(1))),
});

/**
 * Makes one look-up of both forms of `accounts`.
 * @returns a function that throws a TypeError for what is no account
 * @throws TypeError at once, for a record with an alias or an account that cannot work
 */
export function createAccountLookup(accounts: Accounts): (alias: string) => Promise<Account | undefined> {
  if (typeof accounts === 'function') return async (alias) => readAccount(alias, await accounts(alias));
  for (const [alias, account] of Object.entries(accounts)) {
    if (!isAlias(alias)) {
      throw new TypeError(`"${alias}" cannot be the alias of an account. Use 1 to 64 letters, digits, _ and -.`);
    }
    readAccount(alias, account);
  }
  return async (alias) => (Object.hasOwn(accounts, alias) ? accounts[alias] : undefined);
}

function readAccount(alias: string, value: unknown): Account | undefined {
  if (value === undefined || value === null) return undefined;
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  // The path, and never the value: it may be the token.
  const path = v.getDotPath(parsed.issues[0]) ?? '';
  throw new TypeError(
    `accounts: ${path || 'the value'} of "${alias}" cannot be used. An account is { id, accessToken, appSecret? }: ` +
      'id in digits, the token on one line without spaces.',
  );
}

/**
 * Whether a text from the Graph API holds the account's token, or the head of it.
 * The last guard: the shapes that texts are read by leave no room for one.
 */
export const quotesToken = ({ accessToken }: Account, text: string): boolean =>
  accessToken.length >= 12 && text.includes(accessToken.slice(0, 12));
