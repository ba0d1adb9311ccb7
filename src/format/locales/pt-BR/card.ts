/** The words of a card, in Brazilian Portuguese. Numbers and dates arrive formatted. */

import type { Words } from '../en/card.js';
import { pluralIn } from '../plural.js';

// By the rules of pt-BR 0 is a singular; Brazilians write "0 dias" all the same.
const plural = pluralIn('pt-PT');

export const card: Words = {
  // A noun: "estimado" would have to agree with the metric.
  estimated: 'valor estimado',
  provisional: 'últimos dias provisórios',
  sample: 'dados de exemplo',
  stale: (moment) => `dados obtidos em ${moment}; não foi possível obter outros mais recentes`,
  stored: (moment) => `dados obtidos em ${moment}`,
  net: (value) => `saldo ${value}, cálculo próprio`,
  onDay: (day) => `em ${day}`,
  sumOfDays: ({ text, value }) => `soma de ${text} ${plural(value, { one: 'dia', other: 'dias' })}, cálculo próprio`,
  sumOfParts: ({ text, value }) =>
    `soma de ${text} ${plural(value, { one: 'total', other: 'totais' })} do Instagram, não de todos os dias`,
  atLeast: (value) => `≥\u2009${value}`,
  // After a colon: a number can also be 1, or not be reported.
  gainedAndLost: (gained, lost) => `Ganhos: ${gained}; perdidos: ${lost}`,
  noNumber: 'não informado',
  noTotal: 'sem total',
  offline: 'Sem conexão',
  retry: 'Tentar novamente',
  more: (label) => `Mais opções: ${label}`,
};
