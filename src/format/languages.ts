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

type SomeWords = Partial<LanguageWords>;

/** What has come of a language: nothing of one that could not be had. */
const loaded = new Map<string, SomeWords>();
const coming = new Map<string, Promise<void>>();
/** What a page makes of the words of a language, whenever they come. */
const ownWords = new Map<string, (words: SomeWords) => SomeWords>();
/** What is said instead of the words for which there is English. */
const spoken = new Map<string, SomeWords>();

/** Hears `change` whenever there are words that were not there before. */
export const spokenLanguages = new EventTarget();

/** The language of a locale's words, as a key of {@link languages}; `en` for one that there are none of. */
export const languageOf = (locale: string): string => {
  const [language = ''] = locale.split('-');
  return Object.hasOwn(languages, language) || spoken.has(language) ? language : 'en';
};

function speak(language: string): void {
  const words = loaded.get(language) ?? nothing;
  spoken.set(language, ownWords.get(language)?.(words) ?? words);
  spokenLanguages.dispatchEvent(new Event('change'));
}

/** Lays words of a page's own over those of a language, and over what was laid there before. */
export function layOver(language: string, over: (words: SomeWords) => SomeWords): void {
  const before = ownWords.get(language);
  ownWords.set(language, before ? (words) => over(before(words)) : over);
  speak(language);
}

/** What is said in a language. */
export const spokenWords = (language: string): SomeWords | undefined => spoken.get(language);

/** The language that a locale is really spoken in: English where its words could not be had. */
export const languageSaid = (locale: string): string => {
  const language = languageOf(locale);
  return spoken.get(language) === nothing ? 'en' : language;
};

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
  if (load && !spoken.has(language) && !coming.has(language)) coming.set(language, comeInTime(language, load));
  return coming.get(language);
}

const nothing: SomeWords = {};

/** How long a number may wait for its words, in milliseconds: then English speaks, until they come. */
const patience = 4000;

function comeInTime(language: string, load: Load): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      speak(language);
      resolve();
    }, patience);
  });
  return Promise.race([fetchWords(language, load).finally(() => clearTimeout(timer)), late]);
}

async function fetchWords(language: string, load: Load): Promise<void> {
  try {
    loaded.set(language, (await load()).words);
  } catch {
    globalThis.addEventListener?.('online', () => void fetchWords(language, load), { once: true });
    if (spoken.has(language)) return;
  }
  speak(language);
}

/** The words of one group by locale. */
export const wordsOf =
  <Group extends keyof LanguageWords>(group: Group, english: LanguageWords[Group]) =>
  (locale: string): LanguageWords[Group] =>
    spoken.get(languageOf(locale))?.[group] ?? english;
