/**
 * The languages that there are words in. English is at hand, group by group, wherever it is needed; each other language
 * is one file, loaded with the first element that speaks it.
 *
 * Knows what has been loaded, and tells who listens. Does not know who speaks which language.
 */
import type { LanguageWords } from './locales/language-words.js';

type Load = () => Promise<{ readonly words: LanguageWords }>;

/** By the first part of a language tag: whoever reads one Spanish reads another. */
export const languages: Readonly<Record<string, Load>> = {
  ar: () => import('./locales/ar/index.js'),
  de: () => import('./locales/de/index.js'),
  es: () => import('./locales/es/index.js'),
  fr: () => import('./locales/fr/index.js'),
  it: () => import('./locales/it/index.js'),
  ja: () => import('./locales/ja/index.js'),
  pt: () => import('./locales/pt-BR/index.js'),
};

/** What is said instead of the words for which there is English; nothing of a language that could not be had. */
const spoken = new Map<string, Partial<LanguageWords>>();
const coming = new Map<string, Promise<void>>();

/** Hears `change` whenever there are words that were not there before. */
export const spokenLanguages = new EventTarget();

/** The language of a locale's words, as a key of {@link languages}; `en` for one that there are none of. */
export const languageOf = (locale: string): string => {
  const [language = ''] = locale.split('-');
  return Object.hasOwn(languages, language) || spoken.has(language) ? language : 'en';
};

/** Takes words into use, in place of all that there were of this language. */
export function speak(language: string, words: Partial<LanguageWords>): void {
  spoken.set(language, words);
  spokenLanguages.dispatchEvent(new Event('change'));
}

/** What has been loaded or set of a language. */
export const spokenWords = (language: string): Partial<LanguageWords> | undefined => spoken.get(language);

/** Whether a locale can be spoken now, if need be in English. */
export const hasWords = (locale: string): boolean => {
  const language = languageOf(locale);
  return language === 'en' || spoken.has(language);
};

/**
 * Loads the words of a locale, where there are any that are not there yet. English speaks for those that cannot be had,
 * until the network is back. Never rejects.
 */
export function loadWords(locale: string): Promise<void> | undefined {
  const language = languageOf(locale);
  const load = languages[language];
  if (load && !spoken.has(language) && !coming.has(language)) coming.set(language, fetchWords(language, load));
  return coming.get(language);
}

/** Stands for the words of a language that could not be had. */
const nothing: Partial<LanguageWords> = {};

async function fetchWords(language: string, load: Load): Promise<void> {
  try {
    const { words } = await load();
    // What a page has set meanwhile stays.
    if ((spoken.get(language) ?? nothing) === nothing) speak(language, words);
  } catch {
    if (!spoken.has(language)) speak(language, nothing);
    globalThis.addEventListener?.('online', () => void fetchWords(language, load), { once: true });
  }
}

/** The words of one group by locale. */
export const wordsOf =
  <Group extends keyof LanguageWords>(group: Group, english: LanguageWords[Group]) =>
  (locale: string): LanguageWords[Group] =>
    spoken.get(languageOf(locale))?.[group] ?? english;
