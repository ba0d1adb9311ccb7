/** What the gallery is made of: an element's section, its cases, and the tags of one case. Data; no page needed. */
import type { InsightsState } from '../../../src/index.js';
import type { Source } from '../sources.js';

/** A tag as an author writes it. */
export interface Tag {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly Tag[];
}

export interface Case {
  /** Its address within the section: words in kebab case. */
  readonly name: string;
  /** What to see in it, for a visitor. */
  readonly shows: string;
  readonly tag: Tag;
  /** What answers; without one the tags are as they would be on a page that names none. */
  readonly source?: () => Source;
  /** The state that the first element with one has to come to. @default "ready" */
  readonly state?: InsightsState;
  readonly reason?: string;
  /** Whether the pictures that are compared show it. */
  readonly pictured?: true;
}

export interface Section {
  /** The folder under src/elements. */
  readonly element: string;
  readonly about: string;
  readonly cases: readonly Case[];
  /** The widths at which it is pictured: the usual one, and a narrow one. */
  readonly widths: readonly [number, number];
}

/** An element alone. */
export const alone = (element: string, attributes: Readonly<Record<string, string>> = {}): Tag => ({
  tag: `insights-${element}`,
  attributes,
});

/** Elements in a provider. */
export const within = (attributes: Readonly<Record<string, string>>, ...children: readonly Tag[]): Tag => ({
  tag: 'insights-provider',
  attributes,
  children,
});
