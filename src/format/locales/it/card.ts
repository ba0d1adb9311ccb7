/** The words of a card, in Italian. Numbers and dates arrive formatted. */

import type { Words } from '../en/card.js';
import { pluralIn } from '../plural.js';
import { withArticle } from './with-article.js';

const plural = pluralIn('it');

export const card: Words = {
  // A noun: «stimato» would have to agree with the metric.
  estimated: 'valore stimato',
  provisional: 'ultimi giorni provvisori',
  sample: 'dati di esempio',
  stale: (moment) => `dati ottenuti ${withArticle('il', moment)}; impossibile ottenerne di più recenti`,
  stored: (moment) => `dati ottenuti ${withArticle('il', moment)}`,
  net: (value) => `saldo ${value}, nostro calcolo`,
  onDay: (day) => withArticle('il', day),
  sumOfDays: ({ text, value }) =>
    `somma di ${text} ${plural(value, { one: 'giorno', other: 'giorni' })}, nostro calcolo`,
  sumOfParts: ({ text, value }) =>
    `somma di ${text} ${plural(value, { one: 'totale', other: 'totali' })} di Instagram, non di tutti i giorni`,
  atLeast: (value) => `≥\u2009${value}`,
  // After a colon: a number can also be 1, or not be reported.
  gainedAndLost: (gained, lost) => `Acquisiti: ${gained}; persi: ${lost}`,
  noNumber: 'non comunicato',
  noTotal: 'nessun totale',
  offline: 'Nessuna connessione',
  retry: 'Riprova',
  more: (label) => `Altre opzioni: ${label}`,
};
