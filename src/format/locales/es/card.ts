/** The words of a card, in Spanish. Numbers and dates arrive formatted. */

import type { Words } from '../en/card.js';
import { pluralIn } from '../plural.js';

const plural = pluralIn('es');

export const card: Words = {
  // A noun: «estimado» would have to agree with the metric.
  estimated: 'valor estimado',
  provisional: 'últimos días provisionales',
  sample: 'datos de ejemplo',
  stale: (moment) => `datos obtenidos el ${moment}; no se pudieron obtener otros más recientes`,
  stored: (moment) => `datos obtenidos el ${moment}`,
  net: (value) => `saldo ${value}, cálculo propio`,
  onDay: (day) => `el ${day}`,
  sumOfDays: ({ text, value }) => `suma de ${text} ${plural(value, { one: 'día', other: 'días' })}, cálculo propio`,
  sumOfParts: ({ text, value }) =>
    `suma de ${text} ${plural(value, { one: 'total', other: 'totales' })} de Instagram, no de todos los días`,
  atLeast: (value) => `≥\u2009${value}`,
  // After a colon: a number can also be 1, or not be reported.
  gainedAndLost: (gained, lost) => `Ganados: ${gained}; perdidos: ${lost}`,
  noNumber: 'no informado',
  noTotal: 'sin total',
  offline: 'Sin conexión',
  retry: 'Reintentar',
  more: (label) => `Más opciones: ${label}`,
};
