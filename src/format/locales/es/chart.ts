/** The words around every chart, in Spanish. Numbers and dates arrive formatted. */

import type { ChartWords } from '../en/chart.js';
import { pluralIn } from '../plural.js';

const plural = pluralIn('es');

export const chart: ChartWords = {
  sample: (sentence) => `Datos de ejemplo. ${sentence}`,
  table: 'Ver como tabla',
  legendHint: 'Clic: mostrar u ocultar. Doble clic: solo esta serie.',
  plot: 'gráfico',
  keys: 'Flechas: pasar de un valor a otro. Enter: elegir uno. Escape: salir.',
  keysByDay:
    'Izquierda y derecha: de un día a otro. Arriba y abajo: de una serie a otra. Enter: elegir. Escape: salir.',
  keysByRow:
    'Arriba y abajo: de una fila a otra. Izquierda y derecha: de una serie a otra. Enter: elegir. Escape: salir.',
  keysOfLine: 'Flechas: pasar de un día a otro. Escape: salir.',
  // A label can be a date: the number after it would be heard as its year.
  point: (title, numbers, place, of) =>
    `${title}: ${numbers.map(({ label, value }) => `${label}: ${value}`).join('; ')}. ${place} de ${of}.`,
  tableOpened: (rows, columns) =>
    `La tabla tiene ${rows.text} ${plural(rows.value, { one: 'fila', other: 'filas' })} y ${columns.text} ${plural(columns.value, { one: 'columna', other: 'columnas' })}.`,
  dataTo: (day) => `datos hasta el ${day}`,
  noNumber: 'sin datos',
  labelled: (label, fact) => `${label}: ${fact}`,
  pieces: (facts) => facts.join(', '),
  notDrawn: 'no se pudo cargar el gráfico',
};
