// Every text of a language, each phrase made with arguments that can be found again in it.
import type { LanguageWords } from '../../src/format/locales/language-words.js';

/** What is true of the arguments of phrases, for one reading of all words. */
export interface Given {
  /** Of every quantity. */
  readonly value: number;
  readonly direction: 'up' | 'down' | 'same';
  /** Of everything that is so or not. */
  readonly flag: boolean;
}

/** Stands for a text, a quantity, or a record of them: in a phrase it is read as its own name in marks. */
function probe(name: string, given: Given): unknown {
  const text = `‹${name}›`;
  return new Proxy(
    // What a phrase hands on as the rest of its arguments.
    { days: 0, until: 0 },
    {
      get: (_target, key) => {
        if (key === Symbol.toPrimitive || key === 'toString') return () => text;
        if (typeof key === 'symbol') return undefined;
        if (key === 'text') return text;
        if (key === 'value' || key === 'valueOf') return given.value;
        if (key === 'direction') return given.direction;
        if (/^(is|has)[A-Z]/.test(key)) return given.flag;
        // A list of names, of which there is one.
        if (key === 'join') return () => text;
        if (key === 'map') return (say: (name: unknown) => string) => [say(probe(name, given))];
        const member = text[key as keyof string] as unknown;
        return typeof member === 'function' ? member.bind(text) : probe(`${name}.${key}`, given);
      },
    },
  );
}

/** Texts by path, such as `trend.total`. */
export function textsOf(words: LanguageWords | object, given: Given, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, member] of Object.entries(words) as [string, unknown][]) {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof member === 'string') found.set(at, member);
    else if (typeof member === 'function') found.set(at, phraseOf(member as Phrase, given));
    else for (const [inner, text] of textsOf(member as object, given, at)) found.set(inner, text);
  }
  return found;
}

type Phrase = (...given: readonly unknown[]) => unknown;

/** More arguments than any phrase takes. */
const phraseOf = (phrase: Phrase, given: Given): string =>
  [phrase(...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => probe(name, given)))]
    .flat()
    .filter(Boolean)
    .join(' ')
    .trim();

/** The arguments that a text tells, each once. */
export const argumentsIn = (text: string): string[] => [...new Set(text.match(/‹[^›]*›/gu) ?? [])].toSorted();
