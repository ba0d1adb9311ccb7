/** The words of a chart over days, in German. Numbers and dates arrive formatted. */
import type { ChangeSaying, PeriodSaying, TrendWords } from '../en/trend.js';

const within = ({ days: { text, value }, until }: PeriodSaying): string =>
  value === 1 ? `am ${until}` : `in den ${text} Tagen bis zum ${until}`;

const changed = ({ direction, share, isMoving }: ChangeSaying, { days: { text, value } }: PeriodSaying): string => {
  if (direction === 'same') return `unverändert gegenüber ${value === 1 ? 'dem Tag' : `den ${text} Tagen`} davor`;
  const before = value === 1 ? 'am Tag davor' : `in den ${text} Tagen davor`;
  return `${isMoving ? 'bisher ' : ''}${share} ${direction === 'up' ? 'mehr' : 'weniger'} als ${before}`;
};

export const trend: TrendWords = {
  title: (metrics) => `${metrics} pro Tag`,
  // Nouns keep their capital, what stands before one does not.
  later: (label) => label.replace(/^(Erreicht|Geteilt|Gespeichert|Interagierend|Neu)e\b/, (word) => word.toLowerCase()),
  // No sentence ends in a date: “3. Jan.” has a full stop of its own.
  total: ({ label, number, change, ...period }) =>
    `${label} ${within(period)}: ${number}${change ? `, ${changed(change, period)}` : ''}.`,
  best: (day, number) => `Bester Tag: ${day} (${number}).`,
  bestDays: (days, number) => `Beste Tage: ${days} (je ${number}).`,
  bestOf: (label, day, number) => `${label}: Höchstwert am ${day} (${number}).`,
  bestSoFar: (day, number) => `Bisher bester Tag: ${day} (${number}).`,
  bestDaysSoFar: (days, number) => `Bisher beste Tage: ${days} (je ${number}).`,
  bestOfSoFar: (label, day, number) => `${label}: bisheriger Höchstwert am ${day} (${number}).`,
  flow: ({ gained, lost, net, known, ...period }) =>
    `${gained} neu, ${lost} verloren ${within(period)}: netto ${net}, errechnet${
      known ? `, bekannt für ${known.text} von ${period.days.text} Tagen` : ''
    }.`,
  severalDays: 'ein Konto kann an mehreren Tagen zählen',
  severalDaysNoSum: 'ein Konto kann an mehreren Tagen zählen: die Tage ergeben zusammen nicht die Gesamtzahl',
  sumOfDays: ({ text, value }) => `Gesamtzahl errechnet: Summe aus ${text} ${value === 1 ? 'Tag' : 'Tagen'}`,
  failed: (metrics) => `${metrics}: nicht abrufbar`,
  notReported: (metrics) => `${metrics}: nicht gemeldet`,
  silentBefore: 'Tage davor: nicht gemeldet',
  sumOfSome: (number, known, all) => `${number} (${known.text} von ${all.text} Tagen)`,
  provisional: 'vorläufig',
  provisionalDay: (day) => `${day} · vorläufig`,
  gained: 'Neu',
  lost: 'Verloren',
  netName: 'Netto',
  day: 'Tag',
  before: 'Vergleichstag',
  ofBefore: (label) => `${label} am Vergleichstag`,
};
