/** The words around every chart, in Italian. Numbers and dates arrive formatted. */
import type { ChartWords } from '../en/chart.js';
import { withArticle } from './with-article.js';

export const chart: ChartWords = {
  sample: (sentence) => `Dati di esempio. ${sentence}`,
  table: 'Mostra come tabella',
  legendHint: 'Clic: mostra o nascondi. Doppio clic: solo questa serie.',
  keys: 'Le frecce passano da un valore all’altro, Invio ne sceglie uno.',
  dataTo: (day) => `dati fino ${withArticle('al', day)}`,
  noNumber: 'nessun dato',
  notDrawn: 'impossibile caricare il grafico',
};
