/** The words of a breakdown chart, in Brazilian Portuguese. Numbers and dates arrive formatted. */
import type { BreakdownWords } from '../en/breakdown.js';

export const breakdown: BreakdownWords = {
  title: (metric, dimensions) => `${metric} por ${dimensions.toLowerCase()}`,
  most: {
    media_product_type: (metric, name, value, share) =>
      `${metric}: a maior parte vem de ${name} (${value}, ${share} do total).`,
  },
  largest: (name, value) => `Maior valor: ${name} (${value}).`,
  largestOf: (name, value, share) => `Maior valor: ${name} (${value}, ${share} do total).`,
  largestAlike: (names, value) => `Maior valor: ${names} (${value} cada).`,
  nothing: 'Nada foi contabilizado nestes dias.',
  noRows: 'O Instagram não forneceu nenhuma linha.',
  unlisted: (share) => `${share} fora da lista`,
  incomplete: 'uma linha veio sem número',
  noTotal: 'sem porcentagens: o Instagram não forneceu nenhum total',
  tooMuch: 'sem porcentagens: as linhas somam mais que o total',
  derivedTotals: 'totais das linhas: cálculo próprio',
  shownOf: (shown, all) => `exibindo ${shown.text} de ${all.text}; a tabela traz tudo`,
  thinMark: (days) => `marca fina: ${days}`,
  others: ({ text }) => `Outros (${text})`,
  total: 'Total',
  gained: 'Ganhos',
  lost: 'Perdidos',
  net: 'Saldo, cálculo próprio',
  gainedAndLost: (gained, lost, net) => `Ganhos: ${gained}. Perdidos: ${lost}. Saldo: ${net}, cálculo próprio.`,
  oneSide: (side, value, other) => `${side}: ${value}. ${other}: não informado.`,
  table: { share: 'Porcentagem' },
};
