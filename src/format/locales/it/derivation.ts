/** How a number came about, in Italian. Numbers arrive formatted. */

import type { DerivationWords } from '../en/derivation.js';
import { pluralIn } from '../plural.js';

const plural = pluralIn('it');

export const derivation: DerivationWords = {
  totals: ({ text, value }) => `somma di ${text} ${plural(value, { one: 'totale', other: 'totali' })} di Instagram`,
  someTotals: (known, all) =>
    `somma di ${known.text} ${plural(known.value, { one: 'totale', other: 'totali' })} di Instagram su ${all.text}`,
  days: 'una richiesta al giorno; la somma dei giorni può non coincidere con il totale',
};
