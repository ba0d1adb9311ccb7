/** The words of a breakdown chart, in Italian. Numbers and dates arrive formatted. */
import type { BreakdownWords } from '../en/breakdown.js';

export const breakdown: BreakdownWords = {
  title: (metric, dimensions) => `${metric} per ${dimensions.toLowerCase()}`,
  most: {
    media_product_type: (metric, name, value, share) =>
      `${metric}: la maggior parte viene da ${name} (${value}, ${share} del totale).`,
  },
  largest: (name, value) => `Valore più alto: ${name} (${value}).`,
  largestOf: (name, value, share) => `Valore più alto: ${name} (${value}, ${share} del totale).`,
  // «Ciascuno» would have to agree with the names.
  largestAlike: (names, value) => `Valore più alto: ${names} (${value} per voce).`,
  nothing: 'In questi giorni non è stato conteggiato nulla.',
  noRows: 'Instagram non ha fornito righe.',
  unlisted: (share) => `${share} non in elenco`,
  incomplete: 'una riga è arrivata senza numero',
  noTotal: 'niente percentuali: Instagram non ha fornito un totale',
  tooMuch: 'niente percentuali: la somma delle righe supera il totale',
  derivedTotals: 'totali delle righe: nostro calcolo',
  shownOf: (shown, all) => `visibili ${shown.text} su ${all.text}; la tabella contiene tutto`,
  thinMark: (days) => `segno sottile: ${days}`,
  others: ({ text }) => `Altri (${text})`,
  total: 'Totale',
  gained: 'Acquisiti',
  lost: 'Persi',
  net: 'Saldo, nostro calcolo',
  gainedAndLost: (gained, lost, net) => `Acquisiti: ${gained}. Persi: ${lost}. Saldo: ${net}, nostro calcolo.`,
  oneSide: (side, value, other) => `${side}: ${value}. ${other}: dato non comunicato.`,
  table: { share: 'Percentuale' },
};
