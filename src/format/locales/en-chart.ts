/** The words around every chart, in English. Numbers and dates arrive formatted. */
const counted = (count: number, text: string, one: string, several: string): string =>
  `${text} ${count === 1 ? one : several}`;

/** A number of a point, and what it is of. */
interface PointNumber {
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
    `${title}: ${numbers.map(({ label, value }) => `${label} ${value}`).join(', ')}. ${place} of ${of}.`,
  /** What is heard when the table opens. */
  tableOpened: (rows: number, rowsText: string, columns: number, columnsText: string) =>
    `The table has ${counted(rows, rowsText, 'row', 'rows')} and ${counted(columns, columnsText, 'column', 'columns')}.`,
  /** The last day of which there is a number. */
  dataTo: (day: string) => `data to ${day}`,
  noNumber: 'no number',
  notDrawn: 'the drawing could not be loaded',
} as const;

export type ChartWords = typeof enChart;
