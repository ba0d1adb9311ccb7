/** The words around every chart, in Spanish. Numbers and dates arrive formatted. */
import type { ChartWords } from '../en/chart.js';

export const chart: ChartWords = {
  sample: (sentence) => `Datos de ejemplo. ${sentence}`,
  table: 'Ver como tabla',
  legendHint: 'Clic: mostrar u ocultar. Doble clic: solo esta serie.',
  keys: 'Las flechas pasan de un valor a otro; Enter elige uno.',
  dataTo: (day) => `datos hasta el ${day}`,
  noNumber: 'sin datos',
  notDrawn: 'no se pudo cargar el gráfico',
};
