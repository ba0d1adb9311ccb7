/** How a number stands to the one before it, in Brazilian Portuguese. Numbers and dates arrive formatted. */
import type { ChangeWords } from '../en/change.js';

export const change: ChangeWords = {
  up: (share) => `▲ ${share}`,
  down: (share) => `▼ ${share}`,
  provisional: {
    up: (share) => `△ ${share} · provisório`,
    down: (share) => `▽ ${share} · provisório`,
  },
  spoken: {
    // Right of a percentage and of a count alike.
    up: (share) => `${share} a mais`,
    down: (share) => `${share} a menos`,
    provisional: (spoken) => `${spoken}, dado provisório`,
  },
  same: 'sem alteração',
  // "Novo" would have to agree with the metric.
  lessThan: (least) => `menos de ${least}`,
  fromNothing: 'antes: zero',
  noBase: 'sem base de comparação',
  notWhole: 'faltam dados de alguns dias: sem comparação',
  baseNotWhole: 'faltam dados de alguns dias anteriores: sem comparação',
  outOfMemory: 'o Instagram não guarda os dias anteriores',
  notOne: 'não é um único número: sem comparação',
  uncounted: 'o Instagram não calcula um total dos dias anteriores',
  notHad: 'não foi possível obter os dias anteriores',
  versus: (base, days) => `vs. ${base} · ${days}`,
  versusDays: (days) => `vs. ${days}`,
};
