// The tags as JetBrains' web-types, which its editors read by themselves: they complete, and they flag a value that an
// attribute does not take. Format: https://github.com/JetBrains/web-types/blob/master/schema/web-types.json
import type { Described, Tag } from './read-manifest.js';
import { valueWords } from './value-words.js';

interface Item {
  readonly name: string;
  readonly description?: string;
  readonly pattern?: { readonly regex: string };
  readonly [more: string]: unknown;
}
interface Element extends Item {
  readonly attributes: readonly (Item & {
    readonly value: { readonly kind: string; readonly type?: string; readonly required?: boolean };
    readonly values?: readonly Item[];
  })[];
}
export interface WebTypes {
  readonly name: string;
  readonly version: string;
  readonly contributions: { readonly html: { readonly elements: readonly Element[] } };
  readonly [more: string]: unknown;
}

const item = ({ name, description }: Described): Item => (description ? { name, description } : { name });

/** Any number of values with commas between them. */
const listOf = (values: readonly string[]): Item => {
  const one = `(${values.join('|')})`;
  return { name: 'several, with commas between them', pattern: { regex: `${one}( *, *${one})+` } };
};

function attributesOf({ attributes }: Tag): Element['attributes'] {
  return attributes.map((attribute) => {
    const { name, values, isFlag } = attribute;
    if (isFlag) return { ...item(attribute), value: { kind: 'no-value' } };
    if (!values || values.values.length === 0) return { ...item(attribute), value: { kind: 'plain', type: 'string' } };
    const known = values.values.map((value) => item({ name: value, description: valueWords(name, value) }));
    const others = [...(values.isList ? [listOf(values.values)] : []), ...(values.isOpen ? [anyText] : [])];
    return {
      ...item(attribute),
      value: { kind: 'plain', type: 'enum', required: true },
      values: [...known, ...others],
    };
  });
}

const anyText: Item = { name: 'any other', pattern: { regex: '.*' } };

/** @param library the name and the version of the package */
export function webTypes(tags: readonly Tag[], library: { readonly name: string; readonly version: string }): WebTypes {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    ...library,
    'description-markup': 'markdown',
    'js-types-syntax': 'typescript',
    contributions: {
      html: {
        elements: tags.map((tag) => ({
          name: tag.tagName,
          description: `${tag.summary}\n\n${tag.description}`,
          source: { module: `${library.name}/elements/${tag.tagName.replace('insights-', '')}`, symbol: tag.name },
          attributes: attributesOf(tag),
          slots: tag.slots.map((slot) => ({ ...item(slot), name: slot.name || 'default' })),
          js: {
            properties: tag.members
              .filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic)
              .map((member) => ({
                ...item(member),
                ...(member.type && { type: member.type.text }),
                ...(member.readonly && { 'read-only': true }),
              })),
            events: tag.events.map(item),
          },
          css: { properties: tag.cssProperties.map(item), parts: tag.cssParts.map(item) },
        })),
      },
    },
  };
}
