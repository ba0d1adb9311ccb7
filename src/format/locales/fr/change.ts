/** How a number stands to the one before it, in French. Numbers and dates arrive formatted. */
import type { ChangeWords } from '../en/change.js';

export const change: ChangeWords = {
  up: (share) => `▲ ${share}`,
  down: (share) => `▼ ${share}`,
  provisional: {
    up: (share) => `△ ${share} · provisoire`,
    down: (share) => `▽ ${share} · provisoire`,
  },
  spoken: {
    up: (share) => `en hausse de ${share}`,
    down: (share) => `en baisse de ${share}`,
    provisional: (spoken) => `${spoken}, provisoire`,
  },
  same: 'sans changement',
  lessThan: (least) => `moins de ${least}`,
  fromNothing: 'nouveau',
  noBase: 'pas de point de comparaison',
  notWhole: 'jours incomplets\u202f: pas de comparaison',
  baseNotWhole: 'jours précédents incomplets\u202f: pas de comparaison',
  outOfMemory: 'Instagram n’a plus les jours précédents en mémoire',
  notOne: 'pas de chiffre unique\u202f: pas de comparaison',
  uncounted: 'Instagram ne compte pas de total pour les jours précédents',
  notHad: 'impossible d’obtenir les jours précédents',
  versus: (base, days) => `vs ${base} · ${days}`,
  versusDays: (days) => `vs ${days}`,
};
