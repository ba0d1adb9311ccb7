/** The classes by their tags: what an element takes, it says itself. */
import * as all from '../../src/index.js';

interface ElementClass {
  readonly tag: string;
  readonly prototype: object;
}

const isElement = (found: unknown): found is ElementClass =>
  typeof found === 'function' && typeof (found as { tag?: unknown }).tag === 'string';

const found: readonly unknown[] = Object.values(all);

export const elementClasses: Readonly<Record<string, ElementClass>> = Object.fromEntries(
  found.filter(isElement).map((element) => [element.tag, element]),
);
