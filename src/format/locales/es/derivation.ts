/** How a number came about, in Spanish. Numbers arrive formatted. */

import type { DerivationWords } from '../en/derivation.js';
import { pluralIn } from '../plural.js';

const plural = pluralIn('es');

export const derivation: DerivationWords = {
  totals: ({ text, value }) => `suma de ${text} ${plural(value, { one: 'total', other: 'totales' })} de Instagram`,
  someTotals: (known, all) =>
    `suma de ${known.text} de ${all.text} ${plural(all.value, { one: 'total', other: 'totales' })} de Instagram`,
  days: 'una consulta por día; la suma de los días puede no coincidir con el total',
};
