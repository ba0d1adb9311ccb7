/** How a number stands to the one before it, in Italian. Numbers and dates arrive formatted. */
import type { ChangeWords } from '../en/change.js';

export const change: ChangeWords = {
  up: (share) => `▲ ${share}`,
  down: (share) => `▼ ${share}`,
  provisional: {
    up: (share) => `△ ${share} · provvisorio`,
    down: (share) => `▽ ${share} · provvisorio`,
  },
  spoken: {
    // Right of a percentage and of a count alike.
    up: (share) => `${share} in più`,
    down: (share) => `${share} in meno`,
    provisional: (spoken) => `${spoken}, dato provvisorio`,
  },
  same: 'nessuna variazione',
  // «Nuovo» would have to agree with the metric.
  lessThan: (least) => `meno di ${least}`,
  fromNothing: 'prima: zero',
  noBase: 'nessun termine di confronto',
  notWhole: 'mancano dati di alcuni giorni: nessun confronto',
  baseNotWhole: 'mancano dati di alcuni giorni precedenti: nessun confronto',
  outOfMemory: 'Instagram non conserva i giorni precedenti',
  notOne: 'non è un unico numero: nessun confronto',
  uncounted: 'Instagram non calcola un totale per i giorni precedenti',
  notHad: 'impossibile ottenere i giorni precedenti',
  versus: (base, days) => `vs ${base} · ${days}`,
  versusDays: (days) => `vs ${days}`,
};
