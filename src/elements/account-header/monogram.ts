/** What stands for a picture, which the API does not give: one or two letters. Pure. */
import type { InsightsAccount } from '../../spec/index.js';

const starts = /[\p{L}\p{N}]\p{M}*/u;

/**
 * The first letters of the first and the last word of the name; of the username where there is no name.
 * @returns an empty text where neither has a letter
 */
export function monogramOf({ name = '', username = '' }: InsightsAccount, locale: string): string {
  const letters = lettersOf(name, /\s+/);
  const [first = lettersOf(username, /[._]+/)[0] ?? '', ...others] = letters;
  return [first, others.at(-1)].join('').toLocaleUpperCase(locale);
}

const lettersOf = (text: string, gap: RegExp): string[] =>
  text
    .slice(0, 200)
    .split(gap)
    .flatMap((word) => starts.exec(word)?.[0] ?? []);
