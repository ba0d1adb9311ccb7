/** The words around every chart, in Brazilian Portuguese. Numbers and dates arrive formatted. */

import type { ChartWords } from '../en/chart.js';
import { pluralIn } from '../plural.js';

// By the rules of pt-BR 0 is a singular; Brazilians write "0 linhas" all the same.
const plural = pluralIn('pt-PT');

export const chart: ChartWords = {
  sample: (sentence) => `Dados de exemplo. ${sentence}`,
  table: 'Ver como tabela',
  legendHint: 'Clique: mostrar ou ocultar. Clique duplo: só esta série.',
  plot: 'gráfico',
  keys: 'Setas: passar de um valor a outro. Enter: escolher um. Esc: sair.',
  keysByDay:
    'Esquerda e direita: de um dia a outro. Para cima e para baixo: de uma série a outra. Enter: escolher. Esc: sair.',
  keysByRow:
    'Para cima e para baixo: de uma linha a outra. Esquerda e direita: de uma série a outra. Enter: escolher. Esc: sair.',
  keysOfLine: 'Setas: passar de um dia a outro. Esc: sair.',
  // A label can be a date: the number after it would be heard as its year.
  point: (title, numbers, place, of) =>
    `${title}: ${numbers.map(({ label, value }) => `${label}: ${value}`).join('; ')}. ${place} de ${of}.`,
  tableOpened: (rows, columns) =>
    `A tabela tem ${rows.text} ${plural(rows.value, { one: 'linha', other: 'linhas' })} e ${columns.text} ${plural(columns.value, { one: 'coluna', other: 'colunas' })}.`,
  dataTo: (day) => `dados até ${day}`,
  noNumber: 'sem dados',
  labelled: (label, fact) => `${label}: ${fact}`,
  pieces: (facts) => facts.join(', '),
  notDrawn: 'não foi possível carregar o gráfico',
};
