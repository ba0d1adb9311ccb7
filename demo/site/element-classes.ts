/** The classes by their tags: what an element takes, it says itself. */
import * as all from '../../src/index.js';

const isElement = (found: unknown): found is { readonly tag: string; readonly prototype: object } =>
  typeof found === 'function' && typeof (found as { tag?: unknown }).tag === 'string';

export const elementClasses: Readonly<Record<string, { readonly prototype: object }>> = Object.fromEntries(
  Object.values(all)
    .filter(isElement)
    .map((found) => [found.tag, found]),
);
