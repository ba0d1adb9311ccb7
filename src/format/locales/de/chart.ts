/** The words around every chart, in German. Numbers and dates arrive formatted. */
import type { ChartWords } from '../en/chart.js';

export const chart: ChartWords = {
  sample: (sentence) => `Beispieldaten. ${sentence}`,
  table: 'Als Tabelle anzeigen',
  legendHint: 'Klick: ein- oder ausblenden. Doppelklick: nur diesen Eintrag.',
  keys: 'Pfeiltasten gehen von Wert zu Wert, die Eingabetaste wählt einen aus.',
  dataTo: (day) => `Daten bis ${day}`,
  noNumber: 'keine Zahl',
  notDrawn: 'Diagramm konnte nicht geladen werden',
};
