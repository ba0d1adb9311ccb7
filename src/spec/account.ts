/** Reads the account route: who the numbers are about. */
import type { InsightsError } from './errors.js';
import { readGraphError } from './graph-errors.js';
import { Untrusted } from './untrusted.js';

export interface InsightsAccount {
  readonly username?: string;
  readonly name?: string;
  readonly followersCount?: number;
  readonly mediaCount?: number;
  readonly source?: 'api' | 'demo';
  /** When Instagram gave it: milliseconds since the epoch. A client fills it in. */
  readonly fetchedAt?: number;
  /** Why there is nothing newer, where the backend could not have it. */
  readonly staleError?: InsightsError;
}

/**
 * @param json an answer of `/{id}?fields=username,name,followers_count,media_count`; what it leaves out stays out
 * @throws InsightsError of the Graph's error when the JSON is one; `malformed-response` for anything else
 */
export function readAccount(json: unknown): InsightsAccount {
  const error = readGraphError(json);
  if (error) throw error;
  const account = new Untrusted(json);
  const username = account.member('username');
  const name = account.member('name');
  const followers = account.member('followers_count');
  const media = account.member('media_count');
  return {
    ...(!username.isAbsent && { username: username.text() }),
    ...(!name.isAbsent && { name: name.text() }),
    ...(!followers.isAbsent && { followersCount: readWhole(followers) }),
    ...(!media.isAbsent && { mediaCount: readWhole(media) }),
    source: account.member('source').value === 'demo' ? 'demo' : 'api',
  };
}

function readWhole(at: Untrusted): number {
  const value = at.count();
  return Number.isInteger(value) && value >= 0 ? value : at.fail();
}
