/** The words around every chart, in German. Numbers and dates arrive formatted. */
import type { ChartWords } from '../en/chart.js';
import { pluralIn } from '../plural.js';

const plural = pluralIn('de');

export const chart: ChartWords = {
  sample: (sentence) => `Beispieldaten. ${sentence}`,
  table: 'Als Tabelle anzeigen',
  legendHint: 'Klick: ein- oder ausblenden. Doppelklick: nur diesen Eintrag.',
  plot: 'Diagramm',
  keys: 'Die Pfeiltasten führen von Wert zu Wert, die Eingabetaste wählt einen aus, Escape führt wieder hinaus.',
  keysByDay:
    'Die Pfeiltasten links und rechts führen von Tag zu Tag, auf und ab von Datenreihe zu Datenreihe. Die Eingabetaste wählt aus, Escape führt wieder hinaus.',
  keysByRow:
    'Die Pfeiltasten auf und ab führen von Zeile zu Zeile, links und rechts von Datenreihe zu Datenreihe. Die Eingabetaste wählt aus, Escape führt wieder hinaus.',
  keysOfLine: 'Die Pfeiltasten führen von Tag zu Tag, Escape führt wieder hinaus.',
  // A label can end in a date, and a number after that would be heard as its year: hence the colon.
  point: (title, numbers, place, of) => {
    const said = numbers.map(({ label, value }) => [label, value].filter(Boolean).join(': ')).join('; ');
    return `${[title, said].filter(Boolean).join(', ')}. ${place} von ${of}.`;
  },
  tableOpened: (rows, columns) =>
    `Die Tabelle hat ${rows.text} ${plural(rows.value, { one: 'Zeile', other: 'Zeilen' })} und ${columns.text} ${plural(columns.value, { one: 'Spalte', other: 'Spalten' })}.`,
  dataTo: (day) => `Daten bis ${day}`,
  noNumber: 'keine Zahl',
  labelled: (label, fact) => `${label}: ${fact}`,
  // Facts have commas of their own.
  pieces: (facts) => facts.join('; '),
  notDrawn: 'Diagramm konnte nicht geladen werden',
};
