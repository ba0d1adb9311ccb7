/** The accounts that a backend may answer for, by the aliases that pages use. The only holder of access tokens. */
import * as v from 'valibot';
import { isToken } from '../client/transports/http.js';

/** Facebook Login's host, and Instagram Login's. A token is sent to no other but the one that the operator has set. */
export const graphHosts = ['graph.facebook.com', 'graph.instagram.com'] as const;

export type GraphHost = (typeof graphHosts)[number];

export interface Account {
  /** The Instagram user id, digits. Not `me`: it tells no account from another, where answers are kept by id. */
  readonly id: string;
  /** An access token that may read the account's insights. It never leaves the server. */
  readonly accessToken: string;
  /** Where given, every call carries `appsecret_proof`. */
  readonly appSecret?: string | undefined;
  /** The host whose login gave the token: an agency has both kinds. @default that of `graph.baseUrl` */
  readonly host?: GraphHost | undefined;
  /** When the token ends, in milliseconds since the epoch. Where it is known, a token of Instagram Login is renewed in time. */
  readonly expiresAt?: number | undefined;
}

type MaybeAccount = Account | null | undefined;

/** Accounts by alias, or a function that looks one up: nothing where there is none. Aliases match `/^[\w-]{1,64}$/`. */
export type Accounts = Readonly<Record<string, Account>> | FindAccount;

type FindAccount = (alias: string) => MaybeAccount | Promise<MaybeAccount>;

export const isAccountId = (text: string): boolean => /^\d{1,32}$/.test(text);

export const isAlias = (text: string): boolean => /^[\w-]{1,64}$/.test(text);

const schema = v.object({
  id: v.pipe(v.string(), v.check(isAccountId)),
  accessToken: v.pipe(
    v.string(),
    v.check((text) => isToken(text)),
  ),
  appSecret: v.optional(v.pipe(v.string(), v.minLength(1))),
  host: v.optional(v.picklist(graphHosts)),
  expiresAt: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});

/** A database that takes longer is as good as down: a page should hear of it before it gives up. */
const lookupMs = 5000;

/**
 * Makes one look-up of both forms of `accounts`. A function is asked once for those who want the same account at the
 * same time, and has five seconds for it.
 * @returns a function that throws a TypeError for what is no account
 * @throws TypeError at once, for a record with an alias or an account that cannot work
 */
export function createAccountLookup(accounts: FindAccount): (alias: string) => Promise<Account | undefined>;
export function createAccountLookup(
  accounts: Accounts,
): (alias: string) => Account | undefined | Promise<Account | undefined>;
export function createAccountLookup(
  accounts: Accounts,
): (alias: string) => Account | undefined | Promise<Account | undefined> {
  if (typeof accounts === 'function') return createSharedLookup(accounts);
  for (const [alias, account] of Object.entries(accounts)) {
    if (!isAlias(alias)) {
      throw new TypeError(`"${alias}" cannot be the alias of an account. Use 1 to 64 letters, digits, _ and -.`);
    }
    readAccount(alias, account);
  }
  return (alias) => (Object.hasOwn(accounts, alias) ? accounts[alias] : undefined);
}

function createSharedLookup(find: FindAccount) {
  const underWay = new Map<string, Promise<Account | undefined>>();
  const start = (alias: string): Promise<Account | undefined> => {
    const found = inTime(alias, async () => readAccount(alias, await find(alias)));
    underWay.set(alias, found);
    const end = () => underWay.delete(alias);
    found.then(end, end);
    return found;
  };
  return (alias: string) => underWay.get(alias) ?? start(alias);
}

async function inTime<T>(alias: string, run: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    const late = () => reject(new TypeError(`accounts: "${alias}" was not found within ${lookupMs / 1000} seconds.`));
    timer = setTimeout(late, lookupMs);
  });
  try {
    return await Promise.race([run(), limit]);
  } finally {
    clearTimeout(timer);
  }
}

function readAccount(alias: string, value: unknown): Account | undefined {
  if (value === undefined || value === null) return undefined;
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  // The path, and never the value: it may be the token.
  const path = v.getDotPath(issue) ?? '';
  const fault =
    issue.input === '' || issue.input === undefined
      ? 'is empty. Where it is a variable of the environment, set that for this process'
      : 'cannot be used';
  throw new TypeError(
    `accounts: ${path || 'the value'} of "${alias}" ${fault}. An account is { id, accessToken, appSecret?, host?, expiresAt? }: ` +
      `id in digits and not "me", the token on one line without spaces, host ${graphHosts.join(' or ')}, expiresAt in milliseconds.`,
  );
}

/** Where an account's calls go: the host of its own, or the one that the backend was set up with. No request has a say. */
export const baseUrlOf = ({ host }: Account, baseUrl: string): string =>
  host === undefined ? baseUrl : `https://${host}`;

/**
 * Whether a text from the Graph API holds the account's token, or the head of it.
 * The last guard: the shapes that texts are read by leave no room for one.
 */
export const quotesToken = ({ accessToken }: Account, text: string): boolean =>
  accessToken.length >= 12 && text.includes(accessToken.slice(0, 12));
