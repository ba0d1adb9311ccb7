/**
 * The start tags of a text with markup in it, and where their attributes stand. Knows HTML, and templates as far as to say
 * which values are not known before they are filled in: `{{ … }}`, `{…}`, `${…}`, `<?php … ?>`, `<% … %>`, `:name="…"`.
 *
 * Does not build a tree: what contains what is not asked here.
 */

/** Where something begins: lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface FoundAttribute {
  /** As it is written, less what a template puts before it: `:metric` is `metric`. */
  readonly name: string;
  /** undefined where a template fills it in. */
  readonly value: string | undefined;
  readonly at: Place;
}

export interface StartTag {
  readonly name: string;
  readonly at: Place;
  readonly attributes: readonly FoundAttribute[];
  /** Whether a template adds attributes that have no names here: `{...props}`, `v-bind="props"`. */
  readonly isOpen: boolean;
}

/** What stands between tags and is no markup; what a page only talks about. */
const skipped =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title)\b[\s\S]*?(?:<\/\1\s*>|$)|<\?[\s\S]*?(?:\?>|$)|<%[\s\S]*?(?:%>|$)/;
const start = /<([a-z][\w.-]*)(?=[\s/>]|$)/;
const token = new RegExp(`${skipped.source}|${start.source}`, 'gi');
/** In JSX and the templates of components these close themselves as anything does: `<Script src="…" />`. */
const closed = /<(?:script|style|textarea|title)\b(?:"[^"]{0,500}"|'[^']{0,500}'|=>|[^<>"']){0,1000}\/>/;
const tokenOfComponents = new RegExp(`${closed.source}|${token.source}`, 'gi');

/** Braces, two levels deep, as templates have them for a value or a spread. */
const braces = /\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/;
/** A block of a template. Each text is read in one way only, so that none takes long. */
const code = /<\?(?:(?!\?>)[\s\S])*\?>|<%(?:(?!%>)[\s\S])*%>/;
const attribute = new RegExp(
  `\\s*(?:(?<end>/?>)|(?<spread>\\$?${braces.source}|${code.source})|(?<name>[^\\s=>/{<"']+)(?:\\s*=\\s*(?:"(?<double>(?:${code.source}|(?!<[?%])[^"])*)"|'(?<single>(?:${code.source}|(?!<[?%])[^'])*)'|(?<dynamic>\\$?${braces.source}|${code.source})|(?<bare>[^\\s"'=<>\`{]+)))?|(?<other>[\\s\\S]))`,
  'gy',
);

/** What a template fills in later. */
const filled = /\{\{|\{%|\$\{|<\?|<%|^\{[\s\S]*\}$/;
/** `:metric`, `v-bind:metric`, `[metric]`, `bind:metric`, `.metric`: the value is code. */
const bound = /^(?::|v-bind:|bind:|\.|\?|\[)(?<name>[\w-]+)\]?$/;

/**
 * Every start tag whose name begins so.
 * @param isComponent whether any tag may close itself, which HTML does not know
 */
export function startTags(text: string, prefix: string, isComponent = false): StartTag[] {
  const placeOf = places(text);
  const found: StartTag[] = [];
  for (const match of text.matchAll(isComponent ? tokenOfComponents : token)) {
    const name = match.at(-1)?.toLowerCase() ?? '';
    if (!name.startsWith(prefix)) continue;
    found.push({ name, at: placeOf(match.index), ...attributesFrom(text, match.index + match[0].length, placeOf) });
  }
  return found;
}

/** Characters of a start tag: one that never ends is not looked for to the end of the text. */
const longest = 4_000;

function attributesFrom(
  whole: string,
  index: number,
  placeOf: (index: number) => Place,
): Pick<StartTag, 'attributes' | 'isOpen'> {
  const attributes: FoundAttribute[] = [];
  let isOpen = false;
  const text = whole.slice(index, index + longest);
  attribute.lastIndex = 0;
  for (let match = attribute.exec(text); match; match = attribute.exec(text)) {
    const { end, spread, name = '', double, single, dynamic, bare, other } = match.groups ?? {};
    // Another tag begins: this one has no end.
    if (end !== undefined || other === '<') break;
    if (spread !== undefined || name === 'v-bind') isOpen = true;
    if (spread !== undefined || other !== undefined) continue;
    const property = bound.exec(name)?.groups?.['name'];
    const value = double ?? single ?? bare ?? '';
    const isFilled = property !== undefined || dynamic !== undefined || filled.test(value);
    const at = placeOf(index + match.index + match[0].length - match[0].trimStart().length);
    attributes.push({ name: property ?? name, value: isFilled ? undefined : value, at });
  }
  return { attributes, isOpen };
}

/** Looks up where an index of a text is. */
function places(text: string): (index: number) => Place {
  const lines = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (index) => {
    const line = lines.findLastIndex((first) => first <= index);
    return { line: line + 1, column: index - (lines[line] ?? 0) + 1 };
  };
}
