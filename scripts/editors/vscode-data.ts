// The tags and the custom properties as VS Code's custom data: completion and hover in HTML and CSS. It does not lint.
// Format: https://github.com/microsoft/vscode-html-languageservice/blob/main/docs/customData.md
import type { Described, Tag } from './read-manifest.js';
import { valueWords } from './value-words.js';

interface Markup {
  readonly kind: 'markdown';
  readonly value: string;
}
interface Value {
  readonly name: string;
  readonly description?: Markup;
}
interface Reference {
  readonly name: string;
  readonly url: string;
}
export interface HtmlData {
  readonly version: number;
  readonly tags: readonly {
    readonly name: string;
    readonly description: Markup;
    readonly attributes: readonly (Value & { readonly valueSet?: string; readonly values?: readonly Value[] })[];
    readonly references: readonly Reference[];
  }[];
}
export interface CssData {
  readonly version: number;
  readonly properties: readonly Value[];
  readonly pseudoElements: readonly Value[];
}

const markdown = (value: string): Markup => ({ kind: 'markdown', value });
const say = (name: string, words: string): Value => (words ? { name, description: markdown(words) } : { name });

/** Every two of a list, for a completion that takes the place of all that stands between the quotes. */
const pairs = (values: readonly string[]): string[] =>
  values.flatMap((one, at) => values.slice(at + 1).map((other) => `${one},${other}`));

export function htmlData(tags: readonly Tag[], references: readonly Reference[]): HtmlData {
  return {
    version: 1.1,
    tags: tags.map(({ tagName, summary, description, attributes }) => ({
      name: tagName,
      description: markdown(`${summary}\n\n${description}`),
      attributes: attributes.map(({ name, description: words = '', values, isFlag }) => {
        const all = values?.values ?? [];
        const lists = values?.isList && name === 'breakdown' ? pairs(all) : [];
        return {
          ...say(name, values?.isList ? `${words} Several have commas between them.` : words),
          // VS Code's own name for "takes no value".
          ...(isFlag && { valueSet: 'v' }),
          ...(all.length > 0 && {
            values: [
              ...all.map((value) => say(value, valueWords(name, value))),
              ...lists.map((list) => ({ name: list })),
            ],
          }),
        };
      }),
      references,
    })),
  };
}

/** What several elements say of one name: once, or by element where they say different things. */
function merged(tags: readonly Tag[], listOf: (tag: Tag) => readonly Described[]): { name: string; words: string }[] {
  const found = new Map<string, Map<string, string[]>>();
  for (const tag of tags) {
    for (const { name, description = '' } of listOf(tag)) {
      const words = found.get(name) ?? new Map<string, string[]>();
      words.set(description, [...(words.get(description) ?? []), `\`<${tag.tagName}>\``]);
      found.set(name, words);
    }
  }
  return [...found].map(([name, words]) => ({
    name,
    words:
      words.size === 1
        ? ([...words.keys()][0] ?? '')
        : [...words].map(([sentence, who]) => `- ${who.join(', ')}: ${sentence}`).join('\n'),
  }));
}

export function cssData(tags: readonly Tag[]): CssData {
  return {
    version: 1.1,
    properties: merged(tags, ({ cssProperties }) => cssProperties).map(({ name, words }) => say(name, words)),
    pseudoElements: merged(tags, ({ cssParts }) => cssParts).map(({ name, words }) => say(`::part(${name})`, words)),
  };
}
