/** An account as the parts behind it know it: where the Graph API answers for it, and by what name things are kept of it. */
import { type Account, baseUrlOf } from '../accounts.js';

export interface UpstreamAccount {
  readonly account: Account;
  /** The Graph API that answers for it. */
  readonly baseUrl: string;
  /** Tells the account from others, in a store too: host and id. Holds no secret. */
  readonly folder: string;
  /** Tells whose limit on calls it shares: an operator has one app at a host. */
  readonly app: string;
}

/**
 * Makes one of an account; of the same object once.
 * @param usualBaseUrl of accounts that have no host of their own
 */
export function createUpstreamAccounts(usualBaseUrl: string): (account: Account) => UpstreamAccount {
  const known = new WeakMap<Account, UpstreamAccount>();
  return (account) => {
    const found = known.get(account) ?? make(account, baseUrlOf(account, usualBaseUrl));
    known.set(account, found);
    return found;
  };
}

const make = (account: Account, baseUrl: string): UpstreamAccount => ({
  account,
  baseUrl,
  folder: accountFolder(baseUrl, account.id),
  app: hostName(baseUrl),
});

/** The name of an account's folder in a store. */
export const accountFolder = (baseUrl: string, id: string): string => `insights:${hostName(baseUrl)}:${id}`;

const hostName = (baseUrl: string): string => {
  const { host, pathname } = new URL(baseUrl);
  return `${host}${pathname}`.replace(/\/+$/, '').replaceAll(/[^\w.-]/g, '_');
};
