/** How a number came about, in Brazilian Portuguese. Numbers arrive formatted. */
import type { DerivationWords } from '../en/derivation.js';
import { pluralIn } from '../plural.js';

const plural = pluralIn('pt-BR');

export const derivation: DerivationWords = {
  totals: ({ text, value }) => `soma de ${text} ${plural(value, { one: 'total', other: 'totais' })} do Instagram`,
  someTotals: (known, { text, value }) =>
    `soma de ${known.text} de ${text} ${plural(value, { one: 'total', other: 'totais' })} do Instagram`,
  days: 'uma consulta por dia; a soma dos dias pode não coincidir com o total',
};
