/** Texts as authors, pages and URLs give them: trimmed, and never an error. Knows no query and no metric. */

/** The text of a field that takes one value. Several become one text that no list allows. */
export const oneText = (texts: readonly string[]): string => texts.join(',');

/** No list of ours has so many values: a longer one holds something twice, or something unknown, before it is cut. */
const maxItems = 64;

/** Reads an array, or the comma text of an attribute, as trimmed texts. */
export function readList(value: unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, maxItems).map(readText);
  const text = readText(value);
  return text === '' ? [] : text.split(',', maxItems).map(readText);
}

/** Reads one text. Objects, which have no meaning in a query, become a text that no list allows. */
export function readText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  return value === undefined || value === null ? '' : `[${typeof value}]`;
}
