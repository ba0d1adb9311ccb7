/** Answers `/{id}?fields=…`: what the account says of itself. */
import type { Account } from './account.js';
import { refusals } from './refusal.js';

/** Every field that may be asked for; one that the account has not set is not in the answer. */
const fields: Readonly<Record<string, (account: Account) => string | number | undefined>> = {
  id: ({ id }) => id,
  username: ({ username }) => username,
  name: ({ name }) => name,
  biography: ({ biography }) => biography,
  website: () => undefined,
  profile_picture_url: () => undefined,
  followers_count: ({ followers }) => followers,
  follows_count: ({ follows }) => follows,
  media_count: ({ media }) => media,
};

/**
 * @param list the comma list of the request
 * @throws Refusal for a field that does not exist
 */
export function fieldsOf(account: Account, list: string): Record<string, string | number> {
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const answer: Record<string, string | number> = {};
  // The id always comes along, last.
  for (const name of [...names.filter((asked) => asked !== 'id'), 'id']) {
    if (!Object.hasOwn(fields, name)) throw refusals.unknownField(name);
    const value = fields[name]?.(account);
    if (value !== undefined) answer[name] = value;
  }
  return answer;
}
