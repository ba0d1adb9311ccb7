/** Words of a page's own, in place of ours or in a language that we have none in. Apart: few pages need it. */
import { languageOf, layOver, loadWords } from './languages.js';
import { words as english } from './locales/en/index.js';
import type { LanguageWords } from './locales/language-words.js';

type Part<T> = T extends string
  ? string
  : T extends (...given: infer A) => string
    ? (...given: A) => string
    : { readonly [K in keyof T]?: Part<T[K]> };

/** Some of the words: what is left out stays as it is. */
export type PageWords = Part<LanguageWords>;

/**
 * Says something else, on the whole page and at once.
 *
 * ```js
 * await setWords('en', { metrics: { reach: 'Unique viewers' }, card: { estimated: 'approx.' } });
 * await setWords('nl', { … }); // a language of your own; what it lacks is English
 * ```
 *
 * @param locale a language tag, of which the language counts
 * @param words texts, and functions that take what the English ones take: see src/format/locales/en
 */
export async function setWords(locale: string, words: PageWords): Promise<void> {
  await loadWords(locale);
  const language = languageOf(locale) === 'en' ? (locale.split('-')[0] ?? 'en') : languageOf(locale);
  layOver(language, (known) => merged(merged(english, known), words) as LanguageWords);
}

/** Own members only: what a page passes can have been read from somewhere. */
function merged(base: unknown, over: unknown): unknown {
  if (over === undefined) return base;
  if (!isRecord(base) || !isRecord(over)) return over;
  const keys = Object.keys(over).filter((key) => key !== '__proto__');
  return { ...base, ...Object.fromEntries(keys.map((key) => [key, merged(base[key], over[key])])) };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
