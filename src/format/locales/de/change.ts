/** How a number stands to the one before it, in German. Numbers and dates arrive formatted. */
import type { ChangeWords } from '../en/change.js';

export const change: ChangeWords = {
  up: (share) => `▲ ${share}`,
  down: (share) => `▼ ${share}`,
  provisional: {
    up: (share) => `△ ${share} · vorläufig`,
    down: (share) => `▽ ${share} · vorläufig`,
  },
  spoken: {
    up: (share) => `plus ${share}`,
    down: (share) => `minus ${share}`,
    provisional: (spoken) => `${spoken}, vorläufig`,
  },
  same: 'unverändert',
  lessThan: (least) => `weniger als ${least}`,
  fromNothing: 'neu',
  noBase: 'kein Vergleichswert',
  notWhole: 'nicht alle Tage bekannt: kein Vergleich',
  baseNotWhole: 'nicht alle Tage davor bekannt: kein Vergleich',
  outOfMemory: 'Instagram kennt die Tage davor nicht mehr',
  notOne: 'keine einzelne Zahl: kein Vergleich',
  uncounted: 'Instagram zählt für die Tage davor keine Gesamtzahl',
  notHad: 'Tage davor nicht abrufbar',
  versus: (base, days) => `vs. ${base} · ${days}`,
  versusDays: (days) => `vs. ${days}`,
};
