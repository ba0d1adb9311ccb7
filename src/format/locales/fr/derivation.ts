/** How a number came about, in French. Numbers arrive formatted. */
import type { DerivationWords } from '../en/derivation.js';
import { pluralIn } from '../plural.js';

const plural = pluralIn('fr');

export const derivation: DerivationWords = {
  totals: ({ text, value }) =>
    `somme de ${text} ${plural(value, { one: 'total', many: 'de totaux', other: 'totaux' })} d’Instagram`,
  someTotals: (known, { text, value }) =>
    `somme de ${known.text} sur ${text} ${plural(value, { one: 'total', many: 'de totaux', other: 'totaux' })} d’Instagram`,
  days: 'une demande par jour\u202f; la somme des jours n’est pas forcément le total',
};
