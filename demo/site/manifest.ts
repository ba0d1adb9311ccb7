/** custom-elements.json, as far as the site reads it. */
import { readFileSync } from 'node:fs';
import { root } from '../../scripts/entries.js';

export interface Item {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
}

export interface Member extends Item {
  readonly kind: 'field' | 'method';
  readonly attribute?: string;
  readonly static?: boolean;
  readonly readonly?: boolean;
  readonly privacy?: string;
  readonly return?: { readonly type: { readonly text: string } };
  readonly parameters?: readonly (Item & { readonly optional?: boolean })[];
}

export interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly attributes?: readonly Item[];
  readonly members?: readonly Member[];
  readonly events?: readonly Item[];
  readonly slots?: readonly Item[];
  readonly cssParts?: readonly Item[];
  readonly cssProperties?: readonly Item[];
}

const { modules } = JSON.parse(readFileSync(new URL('custom-elements.json', root), 'utf8')) as {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
};

/** The elements by their tags. */
export const declarations: ReadonlyMap<string, Declaration> = new Map(
  modules
    .flatMap(({ declarations: found = [] }) => found)
    .flatMap((found) => (found.tagName === undefined ? [] : [[found.tagName, found] as const])),
);
