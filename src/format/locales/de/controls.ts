/** The words of what a visitor sets, and of whose numbers they are, in German. Numbers and dates arrive formatted. */
import type { ControlWords } from '../en/controls.js';
import { pluralIn } from '../plural.js';

const plural = pluralIn('de');

export const controls: ControlWords = {
  days: 'Zeitraum',
  lastDays: ({ text }) => `Letzte ${text} Tage`,
  thisMonth: 'Dieser Monat',
  prevMonth: 'Vormonat',
  custom: 'Eigener Zeitraum',
  chooseCustom: 'Eigener Zeitraum\u00a0…',
  choose: 'Zeitraum wählen',
  firstDay: 'Erster Tag',
  lastDay: 'Letzter Tag',
  pacific: 'Instagram-Tage: US-Pazifikzeit',
  wrongDays: {
    incomplete: () => 'Beide Tage vollständig eingeben.',
    order: () => 'Der erste Tag liegt nach dem letzten.',
    unknown: (oldest, today) => `Instagram antwortet für Tage vom ${oldest} bis zum ${today}.`,
  },
  timeframe: 'Demografie',
  compare: 'Mit den Tagen davor vergleichen',
  metrics: 'Kennzahlen',
  noMetrics: 'Keine Kennzahl ausgewählt.',
  moreForAll: 'Weitere Optionen für alle diese Zahlen',
  account: {
    topic: 'Instagram-Konto',
    followers: () => ['', ' Follower'],
    posts: (count) => ['', plural(count, { one: ' Beitrag', other: ' Beiträge' })],
    nothing: [
      'Über dieses Konto ist nichts bekannt',
      'Instagram hat weder einen Namen noch eine Zahl geliefert und keinen Grund genannt.',
    ],
    kept: (moment) => `Stand ${moment} oder früher; neuere Daten nicht abrufbar`,
  },
};
