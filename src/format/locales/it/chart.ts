/** The words around every chart, in Italian. Numbers and dates arrive formatted. */

import type { ChartWords } from '../en/chart.js';
import { pluralIn } from '../plural.js';
import { withArticle } from './with-article.js';

const plural = pluralIn('it');

export const chart: ChartWords = {
  sample: (sentence) => `Dati di esempio. ${sentence}`,
  table: 'Mostra come tabella',
  legendHint: 'Clic: mostra o nascondi. Doppio clic: solo questa serie.',
  plot: 'grafico',
  keys: 'Frecce: da un valore all’altro. Invio: scegli. Esc: esci.',
  keysByDay: 'Sinistra e destra: da un giorno all’altro. Su e giù: da una serie all’altra. Invio: scegli. Esc: esci.',
  keysByRow: 'Su e giù: da una riga all’altra. Sinistra e destra: da una serie all’altra. Invio: scegli. Esc: esci.',
  keysOfLine: 'Frecce: da un giorno all’altro. Esc: esci.',
  // A label can be a date: the number after it would be heard as its year.
  point: (title, numbers, place, of) =>
    `${title}: ${numbers.map(({ label, value }) => `${label}: ${value}`).join('; ')}. ${place} di ${of}.`,
  tableOpened: (rows, columns) =>
    `La tabella ha ${rows.text} ${plural(rows.value, { one: 'riga', other: 'righe' })} e ${columns.text} ${plural(columns.value, { one: 'colonna', other: 'colonne' })}.`,
  dataTo: (day) => `dati fino ${withArticle('al', day)}`,
  noNumber: 'nessun dato',
  labelled: (label, fact) => `${label}: ${fact}`,
  pieces: (facts) => facts.join(', '),
  notDrawn: 'impossibile caricare il grafico',
};
