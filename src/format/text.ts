/** What an element says, as plain text: to be pasted into a mail, a document or a spreadsheet. */
import { unrun } from './csv.js';

export interface Told {
  readonly title: string;
  /** The days with their year: away from the page nothing else says it. */
  readonly days?: string | undefined;
  /** Number, change, sentence: a line each. */
  readonly said: readonly string[];
  /** Lines of cells, the header first where there is one. */
  readonly table: readonly (readonly string[])[];
  /** What is to be known of the table. */
  readonly caption?: string | undefined;
  /** What is to be known of the numbers, each a line. */
  readonly notes: readonly string[];
}

/** Paragraphs with an empty line between them; the cells of the table have tabs between them, and nothing is a formula. Marks of direction stay behind. */
export function plainText({ title, days, said, table, caption, notes }: Told): string {
  const rows = table.map((cells) => cells.map((text) => safe(text)).join('\t'));
  const paragraphs = [
    [title, days].map((text) => safe(text)),
    said.map((text) => safe(text)),
    [...rows, safe(caption)],
    notes.map((text) => safe(text)),
  ];
  return paragraphs
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n')
    .replaceAll(/[\u2066-\u2069]/g, '');
}

/** A number with its sign is no formula, nor is a username; anything else could be one. */
const harmless = /^@[\w.]+$|^[+\-\u2212]?[\p{Nd}\p{Cf}\s.,'’\u066B\u066C%\u066A]*$/u;

/** A cell, or a line, that no spreadsheet runs. */
const safe = (text = ''): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return harmless.test(line) ? line : unrun(line);
};
