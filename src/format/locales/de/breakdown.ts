/** The words of a breakdown chart, in German. Numbers and dates arrive formatted. */
import type { BreakdownWords } from '../en/breakdown.js';

export const breakdown: BreakdownWords = {
  title: (metric, dimensions) => `${metric} nach ${dimensions}`,
  most: {
    // After a colon no metric and no kind of post needs a case.
    media_product_type: (metric, name, value, share) =>
      `${metric}: Mehr als die Hälfte entfällt auf ${name} (${value}, ${share} der Gesamtzahl).`,
  },
  // Not “größter”: Switzerland writes no ß.
  largest: (name, value) => `Höchster Wert: ${name}, ${value}.`,
  largestOf: (name, value, share) => `Höchster Wert: ${name}, ${value}, ${share} der Gesamtzahl.`,
  largestAlike: (names, value) => `Höchste Werte: ${names}, je ${value}.`,
  nothing: 'In diesen Tagen wurde nichts gezählt.',
  noRows: 'Instagram hat keine Zeilen geliefert.',
  unlisted: (share) => `${share} nicht aufgeführt`,
  incomplete: 'eine Zeile kam ohne Zahl',
  noTotal: 'keine Anteile: Instagram hat keine Gesamtzahl geliefert',
  tooMuch: 'keine Anteile: die Zeilen ergeben mehr als die Gesamtzahl',
  derivedTotals: 'Zeilensummen errechnet',
  shownOf: (shown, all) => `${shown.text} von ${all.text} angezeigt; alle in der Tabelle`,
  thinMark: (days) => `schmaler Strich: ${days}`,
  others: ({ text }) => `Sonstige (${text})`,
  total: 'Gesamt',
  gained: 'Neu',
  lost: 'Verloren',
  net: 'Netto, errechnet',
  gainedAndLost: (gained, lost, net) => `${gained} neu, ${lost} verloren: netto ${net}, errechnet.`,
  oneSide: (side, value, other) => `${side}: ${value}. ${other}: nicht gemeldet.`,
  table: { share: 'Anteil' },
};
