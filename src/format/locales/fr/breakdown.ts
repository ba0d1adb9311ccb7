/** The words of a breakdown chart, in French. Numbers and dates arrive formatted. */
import type { BreakdownWords } from '../en/breakdown.js';

export const breakdown: BreakdownWords = {
  title: (metric, dimensions) => `${metric} par ${dimensions.toLowerCase()}`,
  most: {
    // No verb and no article: names are of both genders, and of both numbers.
    media_product_type: (metric, name, value, share) =>
      `${metric}\u202f: ${name} en majorité (${value}, soit ${share} du total).`,
  },
  largest: (name, value) => `En tête\u202f: ${name}, ${value}.`,
  largestOf: (name, value, share) => `En tête\u202f: ${name}, ${value}, soit ${share} du total.`,
  largestAlike: (names, value) => `En tête à égalité\u202f: ${names}, ${value} à chaque fois.`,
  nothing: 'Rien n’a été compté ces jours-là.',
  noRows: 'Instagram n’a fourni aucune ligne.',
  unlisted: (share) => `${share} hors liste`,
  incomplete: 'une ligne est arrivée sans chiffre',
  noTotal: 'pas de parts\u202f: Instagram n’a pas fourni de total',
  tooMuch: 'pas de parts\u202f: les lignes dépassent le total',
  derivedTotals: 'totaux des lignes calculés',
  shownOf: (shown, all) => `${shown.text} sur ${all.text} à l’écran\u202f; le tableau contient tout`,
  thinMark: (days) => `trait fin\u202f: ${days}`,
  others: ({ text }) => `Autres (${text})`,
  total: 'Total',
  // As Instagram says it (“followers en plus”): nothing to agree with a number.
  gained: 'En plus',
  lost: 'En moins',
  net: 'Solde, calculé',
  gainedAndLost: (gained, lost, net) => `${gained} en plus, ${lost} en moins\u202f: solde ${net}, calculé.`,
  oneSide: (side, value, other) => `${side}\u202f: ${value}. ${other}\u202f: non communiqué.`,
  table: { share: 'Part' },
};
