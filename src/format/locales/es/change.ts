/** How a number stands to the one before it, in Spanish. Numbers and dates arrive formatted. */
import type { ChangeWords } from '../en/change.js';

export const change: ChangeWords = {
  up: (share) => `▲ ${share}`,
  down: (share) => `▼ ${share}`,
  provisional: {
    up: (share) => `△ ${share} · provisional`,
    down: (share) => `▽ ${share} · provisional`,
  },
  spoken: {
    // Right of a percentage and of a count alike.
    up: (share) => `${share} más`,
    down: (share) => `${share} menos`,
    provisional: (spoken) => `${spoken}, dato provisional`,
  },
  same: 'sin cambios',
  // «Nuevo» would have to agree with the metric.
  lessThan: (least) => `menos de ${least}`,
  fromNothing: 'antes: cero',
  noBase: 'sin base de comparación',
  notWhole: 'faltan datos de algunos días: sin comparación',
  baseNotWhole: 'faltan datos de algunos días anteriores: sin comparación',
  outOfMemory: 'Instagram no conserva los días anteriores',
  notOne: 'no es un único número: sin comparación',
  uncounted: 'Instagram no calcula un total de los días anteriores',
  notHad: 'no se pudieron obtener los días anteriores',
  versus: (base, days) => `vs. ${base} · ${days}`,
  versusDays: (days) => `vs. ${days}`,
};
