/** Words of a page's own, in place of ours or in a language that we have none in. Apart: few pages need it. */
import { layOver, loadWords } from './languages.js';
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
 * @param words texts of any wording, never of another shape: what is no text where one belongs stays as it is; and functions that take what the English ones take: see src/format/locales/en
 */
export async function setWords(locale: string, words: PageWords): Promise<void> {
  await loadWords(locale);
  const { language } = new Intl.Locale(locale.replaceAll('_', '-'));
  layOver(language, (known) => merged(merged(english, known), words) as LanguageWords);
}

/** Own members only, and of the kind of what they replace: what a page passes can have been read from somewhere. */
function merged(base: unknown, over: unknown): unknown {
  if (kindOf(over) !== kindOf(base)) return base;
  if (isPhrase(base) && isPhrase(over)) return safely(base, over);
  if (!isRecord(base) || !isRecord(over)) return over;
  const keys = Object.keys(over).filter((key) => Object.hasOwn(base, key));
  return { ...base, ...Object.fromEntries(keys.map((key) => [key, merged(base[key], over[key])])) };
}

type Phrase = (...given: readonly unknown[]) => unknown;
const isPhrase = (value: unknown): value is Phrase => typeof value === 'function';

const kindOf = (value: unknown): string => (value === null ? 'nothing' : Array.isArray(value) ? 'list' : typeof value);

/** A phrase that fails, or says something of another kind, is not said. */
const safely =
  (base: Phrase, over: Phrase): Phrase =>
  (...given) => {
    try {
      const said = over(...given);
      if (kindOf(said) === kindOf(base(...given))) return said;
    } catch {
      // Ours is.
    }
    return base(...given);
  };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
