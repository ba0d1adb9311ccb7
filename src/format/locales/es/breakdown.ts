/** The words of a breakdown chart, in Spanish. Numbers and dates arrive formatted. */
import type { BreakdownWords } from '../en/breakdown.js';

export const breakdown: BreakdownWords = {
  title: (metric, dimensions) => `${metric} por ${dimensions.toLowerCase()}`,
  most: {
    media_product_type: (metric, name, value, share) =>
      `${metric}: la mayor parte viene de ${name} (${value}, ${share} del total).`,
  },
  // «El mayor» and «la mayor» would have to agree with the name.
  largest: (name, value) => `Valor más alto: ${name} (${value}).`,
  largestOf: (name, value, share) => `Valor más alto: ${name} (${value}, ${share} del total).`,
  largestAlike: (names, value) => `Valor más alto: ${names} (${value} en cada caso).`,
  nothing: 'No se contabilizó nada en estos días.',
  noRows: 'Instagram no dio ninguna fila.',
  unlisted: (share) => `${share} fuera de la lista`,
  incomplete: 'una fila llegó sin número',
  noTotal: 'sin porcentajes: Instagram no dio ningún total',
  tooMuch: 'sin porcentajes: las filas suman más que el total',
  derivedTotals: 'totales de las filas: cálculo propio',
  shownOf: (shown, all) => `se muestran ${shown.text} de ${all.text}; la tabla lo incluye todo`,
  thinMark: (days) => `marca fina: ${days}`,
  others: ({ text }) => `Otros (${text})`,
  total: 'Total',
  gained: 'Ganados',
  lost: 'Perdidos',
  net: 'Saldo, cálculo propio',
  gainedAndLost: (gained, lost, net) => `Ganados: ${gained}. Perdidos: ${lost}. Saldo: ${net}, cálculo propio.`,
  oneSide: (side, value, other) => `${side}: ${value}. ${other}: no informado.`,
  table: { share: 'Porcentaje' },
};
