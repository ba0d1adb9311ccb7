/** How a number came about, in Brazilian Portuguese. Numbers arrive formatted. */

import type { DerivationWords } from '../en/derivation.js';
import { pluralIn } from '../plural.js';

// By the rules of pt-BR 0 is a singular; Brazilians write "0 totais" all the same.
const plural = pluralIn('pt-PT');

export const derivation: DerivationWords = {
  totals: ({ text, value }) => `soma de ${text} ${plural(value, { one: 'total', other: 'totais' })} do Instagram`,
  someTotals: (known, all) =>
    `soma de ${known.text} de ${all.text} ${plural(all.value, { one: 'total', other: 'totais' })} do Instagram`,
  days: 'uma consulta por dia; a soma dos dias pode não coincidir com o total',
};
