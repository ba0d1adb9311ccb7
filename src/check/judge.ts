/**
 * What an element would say of its attributes, without a page: it is made, told what they are, and asked.
 *
 * Decides how that is done where there is no DOM. What is wrong, and the words for it, are the element's own.
 */

import { AuthoredElement } from '../elements/authored-element.js';
import { QuestionElement } from '../elements/question-element.js';
import { type Issue, validateQuery } from '../spec/index.js';
import { loadRules } from '../spec/rules.js';
import { readList } from '../spec/texts.js';

// Without the rules an element leaves judging for later. Imported as a whole, the entry would get an export of its own.
const [library] = await Promise.all([import('../define.js'), loadRules()]);

/** What a question is made of. Of the rest an element would make a client, for which it needs a page. */
const asking = new Set(
  'metric period timeframe breakdown metric-type since until range compare daily display api-version'.split(' '),
);

type ElementClass = new () => AuthoredElement;

/** The class of a tag; undefined for one that is none of ours. */
export function classOf(tag: string): ElementClass | undefined {
  const found: unknown = customElements.get(tag);
  return typeof found === 'function' && found.prototype instanceof AuthoredElement
    ? (found as ElementClass)
    : undefined;
}

/** Every tag of the library. */
export const tags: readonly string[] = Object.values(library).flatMap((value: unknown) =>
  typeof value === 'function' && 'tag' in value && typeof value.tag === 'string' ? [value.tag] : [],
);

/** The attributes that a tag takes; none for one that is none of ours. */
export const attributesOf = (tag: string): readonly string[] =>
  (classOf(tag) as { readonly observedAttributes?: readonly string[] } | undefined)?.observedAttributes ?? [];

/** The attributes of a tag by the names of its properties. */
export function propertiesOf(tag: string): ReadonlyMap<string, string> {
  const { elementProperties } = (classOf(tag) ?? {}) as Partial<typeof AuthoredElement>;
  return new Map(
    [...(elementProperties ?? [])].flatMap(([name, { attribute }]) =>
      attribute === false
        ? []
        : [[String(name), typeof attribute === 'string' ? attribute : String(name).toLowerCase()]],
    ),
  );
}

/** The first attribute that holds what looks like an access token, and what is said of it: never the value. */
export function secretOf(
  tag: string,
  attributes: Readonly<Record<string, string>>,
): { readonly attribute: string; readonly message: string } | undefined {
  for (const [attribute, value] of Object.entries(attributes)) {
    const error = elementOf(tag, { [attribute]: value })?.['findSecret']();
    if (error) return { attribute, message: error.message };
  }
  return undefined;
}

/** The element of a tag, with its attributes set. */
export function elementOf(tag: string, attributes: Readonly<Record<string, string>>): AuthoredElement | undefined {
  const ElementClass = classOf(tag);
  if (!ElementClass) return undefined;
  const element = new ElementClass();
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
    // Where there is no DOM, nothing else tells it.
    element.attributeChangedCallback(name, null, value);
  }
  return element;
}

/**
 * The issues of a question by its tag and attributes; of a provider those of its days.
 * @param attributes as they are written, by name
 * @param apiVersion the Graph version to judge by, where no attribute names one
 */
export function issuesOf(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  apiVersion?: string,
): readonly Issue[] {
  const version = attributes['api-version'] || apiVersion;
  const own = Object.entries(attributes).filter(([name]) => asking.has(name));
  const element = elementOf(tag, { ...Object.fromEntries(own), ...(version && { 'api-version': version }) });
  if (element instanceof QuestionElement) {
    element['readQuestion']();
    return element.issues;
  }
  const { since, until, range, compare } = attributes;
  if (!element) return [];
  const ofDays = validateQuery({ metric: 'likes', since, until, range, compare }, { apiVersion: version });
  const metrics = tag === 'insights-dashboard' ? readList(attributes['metrics']).filter(Boolean) : [];
  return [
    ...ofDays,
    ...metrics.flatMap((metric) =>
      validateQuery({ metric }, { apiVersion: version }).filter(({ attribute }) => attribute === 'metric'),
    ),
  ];
}
