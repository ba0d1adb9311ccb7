/** The words of a chart over days, in German. Numbers and dates arrive formatted. */
import type { ChangeSaying, PeriodSaying, TrendWords } from '../en/trend.js';
import type { Quantity } from '../wording.js';

const within = ({ days: { text, value }, until }: PeriodSaying): string =>
  value === 1 ? `am ${until}` : `in den ${text} Tagen bis zum ${until}`;

const changed = ({ direction, share, isMoving }: ChangeSaying, { days: { text, value } }: PeriodSaying): string => {
  if (direction === 'same') return `unverändert gegenüber ${value === 1 ? 'dem Tag' : `den ${text} Tagen`} davor`;
  const before = value === 1 ? 'am Tag davor' : `in den ${text} Tagen davor`;
  return `${isMoving ? 'bisher ' : ''}${share} ${direction === 'up' ? 'mehr' : 'weniger'} als ${before}`;
};

/** A sentence does not begin with a small number in digits. */
const small = ['Kein', 'Ein', 'Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs', 'Sieben', 'Acht', 'Neun'];
const daysAre = ({ text, value }: Quantity): string => `${small[value] ?? text} ${value < 2 ? 'Tag ist' : 'Tage sind'}`;

/** Several days, each with its preposition: a day has a comma of its own. */
const onDays = (days: readonly string[]): string => new Intl.ListFormat('de').format(days.map((day) => `am ${day}`));

export const trend: TrendWords = {
  title: (metrics) => `${metrics} pro Tag`,
  // Nouns keep their capital, what stands before one does not.
  later: (label) => label.replace(/^(Erreicht|Geteilt|Gespeichert|Interagierend|Neu)e\b/, (word) => word.toLowerCase()),
  // No sentence ends in a date: “3. Jan.” has a full stop of its own.
  total: (saying) =>
    `${saying.label} ${within(saying)}: ${saying.number}${saying.change ? `, ${changed(saying.change, saying)}` : ''}.`,
  best: ({ days, list, number, isMoving }) =>
    days.length > 1
      ? `${isMoving ? 'Bisher beste' : 'Beste'} Tage: ${days.join('; ')} (je ${number}).`
      : `${isMoving ? 'Bisher bester' : 'Bester'} Tag: ${list} (${number}).`,
  bestOf: (label, { days, list, number, isMoving }) =>
    `${label}: ${isMoving ? 'bisheriger Höchstwert' : 'Höchstwert'} ${days.length > 1 ? onDays(days) : `am ${list}`} (${number}).`,
  highest: ({ number, days, of, isMoving }) =>
    `${isMoving ? 'Bisheriger Höchstwert' : 'Höchstwert'}: ${number}, an ${days.text} von ${of.text} Tagen.`,
  highestOf: (label, { number, days, of, isMoving }) =>
    `${label}: ${isMoving ? 'bisheriger Höchstwert' : 'Höchstwert'} ${number}, an ${days.text} von ${of.text} Tagen.`,
  daysNotYet: (days) => `${daysAre(days)} noch nicht gemeldet.`,
  daysNotReported: (days) => `${daysAre(days)} nicht gemeldet.`,
  flow: (saying) => {
    const { gained, lost, net, known, days } = saying;
    const partly = known ? `, bekannt für ${known.text} von ${days.text} Tagen` : '';
    return `${gained} neu, ${lost} verloren ${within(saying)}: netto ${net}, errechnet${partly}.`;
  },
  sentences: (all) => all.join(' '),
  severalDays: 'ein Konto kann an mehreren Tagen zählen',
  severalDaysNoSum: 'ein Konto kann an mehreren Tagen zählen, die Tage ergeben zusammen also nicht die Gesamtzahl',
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
  ofDay: (label, day) => `${label} am ${day}`,
};
