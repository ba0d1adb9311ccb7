/** The words around every chart, in English. Numbers and dates arrive formatted. */
import type { Wording } from '../wording.js';
export const enChart = {
  sample: (sentence: string) => `Sample data. ${sentence}`,
  /** What opens the table. */
  table: 'Show as a table',
  /** What a click on a legend does. */
  legendHint: 'Click: show or hide. Double click: only this one.',
  /** What keys do in a plot. */
  keys: 'Arrow keys go from value to value, Enter chooses one.',
  /** The last day of which there is a number. */
  dataTo: (day: string) => `data to ${day}`,
  noNumber: 'no number',
  /** A fact about one of several. */
  labelled: (label: string, fact: string) => `${label}: ${fact}`,
  /** Facts in one. */
  pieces: (facts: readonly string[]) => facts.join(', '),
  notDrawn: 'the drawing could not be loaded',
} as const;

export type ChartWords = Wording<typeof enChart>;
