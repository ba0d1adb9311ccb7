// What custom-elements.json says of each tag, with the values that its attributes take: the one source of the files for
// editors and of their tests.
import { type AttributeValues, valuesOf } from '../../src/check/attribute-values.js';

export interface Described {
  readonly name: string;
  readonly description?: string;
  readonly type?: { text: string };
}
export interface Member extends Described {
  readonly kind: string;
  readonly static?: boolean;
  readonly privacy?: string;
  readonly readonly?: boolean;
  readonly inheritedFrom?: unknown;
}
export interface Declaration extends Described {
  readonly kind: string;
  readonly tagName?: string;
  readonly summary?: string;
  readonly superclass?: { readonly name: string; readonly module?: string; readonly package?: string };
  readonly attributes?: Described[];
  readonly members?: readonly Member[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
}
export interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations?: readonly Declaration[] }[];
}

/** One tag, as an editor wants it. */
export interface Tag extends Required<Omit<Declaration, 'superclass' | 'privacy' | 'type'>> {
  readonly attributes: (Described & { readonly values: AttributeValues | undefined; readonly isFlag: boolean })[];
}

/** Every tag of a manifest. An attribute that an element refuses, whatever stands there, is none for an editor. */
export function tagsOf(manifest: Manifest): Tag[] {
  return manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap((declaration) => {
      const { tagName } = declaration;
      if (tagName === undefined) return [];
      const attributes = (declaration.attributes ?? [])
        .map((attribute) => ({
          ...attribute,
          values: valuesOf(tagName, attribute.name),
          isFlag: attribute.type?.text === 'boolean',
        }))
        .filter(({ values }) => !values || values.values.length > 0);
      const lists = { members: [], events: [], slots: [], cssParts: [], cssProperties: [] };
      return [{ summary: '', description: '', ...lists, ...declaration, tagName, attributes }];
    });
}

/** Gives each attribute of a manifest the type of its values, where they can all be listed. */
export function typeAttributes(manifest: Manifest): void {
  for (const { declarations = [] } of manifest.modules) {
    for (const { tagName, attributes = [], members = [] } of declarations) {
      // The analyzer adds what a type of a field says already.
      for (const { type } of members)
        if (type) type.text = type.text.replace(' | undefined | undefined', ' | undefined');
      for (const [at, attribute] of attributes.entries()) {
        const found = tagName && valuesOf(tagName, attribute.name);
        if (!found || found.isList || found.isOpen || found.values.length === 0) continue;
        const text = [...found.values.map((value) => `'${value}'`), 'undefined'].join(' | ');
        attributes[at] = { ...attribute, type: { text } };
      }
    }
  }
}
