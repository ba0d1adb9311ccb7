/** The words around every chart, in French. Numbers and dates arrive formatted. */
import type { ChartWords } from '../en/chart.js';

export const chart: ChartWords = {
  sample: (sentence) => `Données fictives. ${sentence}`,
  table: 'Afficher en tableau',
  legendHint: 'Clic\u202f: afficher ou masquer. Double-clic\u202f: n’afficher que cet élément.',
  keys: 'Les flèches passent d’une valeur à l’autre, Entrée en choisit une.',
  dataTo: (day) => `données jusqu’au ${day}`,
  noNumber: 'aucun chiffre',
  notDrawn: 'le graphique n’a pas pu être chargé',
};
