/**
 * What an element has on screen, in words: read where it stands, so that what is taken away says no more and no less.
 *
 * Does not know how each element comes to its words.
 */
import type { Formats, Told } from '../format/index.js';
import type { InsightsResult } from '../spec/index.js';

/** An element that shows an answer. */
export interface Telling {
  /** undefined before it was ever in a document. */
  readonly renderRoot: ParentNode | undefined;
  readonly result?: InsightsResult | undefined;
}

export interface Notes {
  /** What marks sample data. */
  readonly sample: string | undefined;
  readonly facts: readonly string[];
  /** What is out of the ordinary. */
  readonly findings: readonly string[];
}

/** Everything, for plain text. */
export function readTold(element: Telling, formats: Formats): Told {
  const { renderRoot: root } = element;
  const { sample, facts, findings } = readNotes(element, formats);
  const rows = all(root, '[part=table] :is(tr, .rows li)').map((row) => Array.from(row.children, heard));
  return {
    title: one(root, '#label'),
    days: daysOf(element, formats),
    said: all(root, ':is([part=value], [part=delta], .sentence, [part=message] p)').map(heard),
    table: rows,
    caption: one(root, '[part=table] :is(caption .rest, .note)'),
    notes: [[sample, ...facts].filter(Boolean).join(' · '), ...findings],
  };
}

/** What is to be known of the numbers. */
export function readNotes(element: Telling, formats: Formats): Notes {
  const { renderRoot: root, result } = element;
  const { range } = result ?? {};
  // Stood above with their year.
  const days = range ? [formats.window(range), formats.window(range, range.until)] : [];
  return {
    sample: one(root, '.sample') || undefined,
    facts: all(root, '.body .note .fact')
      .map(heard)
      .filter((fact) => !days.includes(fact)),
    findings: all(root, '.findings li').map(heard),
  };
}

/** The days of the answer, with their year. */
export const daysOf = ({ result }: Telling, formats: Formats): string | undefined =>
  result?.range && formats.window(result.range);

/** The text of what is there once. */
export const one = (root: ParentNode | undefined, selector: string): string => {
  const found = root?.querySelector(selector);
  return found ? heard(found) : '';
};

export const all = (root: ParentNode | undefined, selector: string): Element[] => [
  ...(root?.querySelectorAll(selector) ?? []),
];

/** What is heard of it: a sign has its word, a short number its full one. Nobody presses a button on paper. */
export function heard(part: Element): string {
  const copy = part.cloneNode(true) as Element;
  for (const unheard of copy.querySelectorAll('[aria-hidden=true], button')) unheard.remove();
  return (copy.textContent ?? '').replaceAll(/[ \t\n\v\f\r\u2028\u2029]+/g, ' ').trim();
}
