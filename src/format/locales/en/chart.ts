/** The words around every chart, in English. Numbers and dates arrive formatted. */
import type { Quantity, Wording } from '../wording.js';

/** A number of a point, and what it is of. */
export interface PointNumber {
  readonly label: string;
  readonly value: string;
}

export const enChart = {
  sample: (sentence: string) => `Sample data. ${sentence}`,
  /** What opens the table. */
  table: 'Show as a table',
  /** What a click on a legend does. */
  legendHint: 'Click: show or hide. Double click: only this one.',
  /** What a plot is, after its name. */
  plot: 'chart',
  /** What keys do in a plot: with one series, with several by day, with several by row; and in the small line of a card. */
  keys: 'Arrow keys go from value to value, Enter chooses one, Escape leaves.',
  keysByDay: 'Left and right go from day to day, up and down from series to series. Enter chooses, Escape leaves.',
  keysByRow: 'Up and down go from row to row, left and right from series to series. Enter chooses, Escape leaves.',
  keysOfLine: 'Arrow keys go from day to day, Escape leaves.',
  /** A point that keys have reached, as it is heard. */
  point: (title: string, numbers: readonly PointNumber[], place: string, of: string) =>
    `${title}: ${numbers.map(({ label, value }) => `${label}${/\d$/.test(label) ? ':' : ''} ${value}`).join(', ')}. ${place} of ${of}.`,
  /** What is heard when the table opens. */
  tableOpened: (rows: Quantity, columns: Quantity) =>
    `The table has ${rows.text} ${rows.value === 1 ? 'row' : 'rows'} and ${columns.text} ${columns.value === 1 ? 'column' : 'columns'}.`,
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
