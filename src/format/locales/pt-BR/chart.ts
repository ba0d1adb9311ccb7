/** The words around every chart, in Brazilian Portuguese. Numbers and dates arrive formatted. */
import type { ChartWords } from '../en/chart.js';

export const chart: ChartWords = {
  sample: (sentence) => `Dados de exemplo. ${sentence}`,
  table: 'Ver como tabela',
  legendHint: 'Clique: mostrar ou ocultar. Clique duplo: só esta série.',
  keys: 'As setas passam de um valor a outro; Enter escolhe um.',
  dataTo: (day) => `dados até ${day}`,
  noNumber: 'sem dados',
  notDrawn: 'não foi possível carregar o gráfico',
};
