/** The words around every chart, in French. Numbers and dates arrive formatted. */
import type { ChartWords } from '../en/chart.js';
import { pluralIn } from '../plural.js';
import { dated } from './dated.js';

const plural = pluralIn('fr');

export const chart: ChartWords = {
  sample: (sentence) => `Données fictives. ${sentence}`,
  table: 'Afficher en tableau',
  legendHint: 'Clic\u202f: afficher ou masquer. Double-clic\u202f: n’afficher que cet élément.',
  plot: 'graphique',
  keys: 'Les flèches passent d’une valeur à l’autre, Entrée en choisit une, Échap permet de sortir.',
  keysByDay:
    'Les flèches gauche et droite passent d’un jour à l’autre, haut et bas d’une série à l’autre. Entrée choisit, Échap permet de sortir.',
  keysByRow:
    'Les flèches haut et bas passent d’une ligne à l’autre, gauche et droite d’une série à l’autre. Entrée choisit, Échap permet de sortir.',
  keysOfLine: 'Les flèches passent d’un jour à l’autre, Échap permet de sortir.',
  // A label can end in a date, and a number after that would be heard as its year: hence the colon.
  point: (title, numbers, place, of) => {
    const said = numbers.map(({ label, value }) => [label, value].filter(Boolean).join('\u202f: ')).join('\u202f; ');
    return `${[title, said].filter(Boolean).join(', ')}. ${place} sur ${of}.`;
  },
  tableOpened: (rows, columns) =>
    `Le tableau compte ${rows.text} ${plural(rows.value, { one: 'ligne', many: 'de lignes', other: 'lignes' })} et ${columns.text} ${plural(columns.value, { one: 'colonne', many: 'de colonnes', other: 'colonnes' })}.`,
  dataTo: (day) => `données jusqu’au ${dated(day)}`,
  noNumber: 'aucun chiffre',
  labelled: (label, fact) => `${label}\u202f: ${fact}`,
  // Facts have commas of their own.
  pieces: (facts) => facts.join('\u202f; '),
  notDrawn: 'le graphique n’a pas pu être chargé',
};
