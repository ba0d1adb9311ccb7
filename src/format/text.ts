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

/** Paragraphs with an empty line between them; the cells of the table have tabs between them, and none is a formula. Marks of direction stay behind. */
export function plainText({ title, days, said, table, caption, notes }: Told): string {
  const rows = table.map((cells) => cells.map(cellOf).join('\t'));
  const paragraphs = [[title, days], said, [...rows, caption], notes];
  return paragraphs
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n')
    .replaceAll(/[\u2066-\u2069]/g, '');
}

/** A name could be a formula; a number with its sign is none. */
const cellOf = (text: string, at: number): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return at === 0 ? unrun(line) : line;
};
