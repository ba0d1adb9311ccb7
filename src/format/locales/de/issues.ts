/** What issues say, in German: to the author of a page, and addressing nobody. What stands in code is the API's own. */
import type { IssuePhrases } from '../../../spec/issue-phrases.js';

const retired = (what: string, version: string, since: string, everywhere: string): string =>
  `Instagram hat ${what} mit Graph ${version} (${since}) eingestellt, für alle Versionen zum ${everywhere}.`;

const askFor = (instead: readonly string[]): string =>
  instead.length > 0 ? `Stattdessen ${instead.map((name) => `„${name}“`).join(' oder ')} abfragen.` : '';

const notForThis = (metric: string): string => `${metric} passt nicht zu diesem Element.`;

export const issues: IssuePhrases = {
  unknownValue: (value, attribute) => [`„${value}“ ist kein Wert für ${attribute}.`],
  oneValue: (attribute) => [`Für ${attribute} ist nur ein Wert möglich.`],
  notOffered: (metrics, attribute, value) => [
    `Für ${metrics.join(' zusammen mit ')} gibt es ${attribute}="${value}" nicht.`,
  ],
  duplicate: (value, attribute) => [`„${value}“ steht zweimal in ${attribute}.`, 'Eins davon entfernen.'],
  renamed: (value, attribute, meant) => [
    `„${value}“ wird als „${meant}“ verstanden.`,
    `Besser ${attribute}="${meant}" schreiben.`,
  ],
  secret: (attribute) => [
    `${attribute} enthält etwas, das wie ein Zugriffstoken aussieht.`,
    'Wer die Seite sieht, kann es lesen: Es muss entfernt und widerrufen werden; das neue Token gehört ins Backend.',
  ],

  noMetric: (first) => ['Welche Zahl?', `metric="${first}" oder eine andere Kennzahl angeben.`],
  nothingShared: (metrics) => [
    `${metrics.join(', ')}: keine gemeinsame Kombination aus period und metric-type.`,
    'Jede Kennzahl für sich abfragen.',
  ],
  seriesOfRows: () => [
    'Eine Zeitreihe liefert Instagram nur ohne breakdown.',
    'breakdown entfernen oder metric-type="total_value" angeben.',
  ],
  noBreakdown: () => ['Demografische Daten liefert Instagram nur mit breakdown.', 'breakdown="age" angeben.'],

  takesTimeframe: (metrics, attribute) => [
    `Für ${metrics.join(', ')} gilt timeframe, keine frei gewählten Tage.`,
    `${attribute} entfernen und timeframe angeben.`,
  ],
  rangeAndDays: () => ['range sagt etwas anderes als since und until.', 'Entweder range oder since und until angeben.'],
  noDay: (attribute) => [`${attribute} muss ein Tag sein.`, 'Schreibweise: 2026-03-31.'],
  oneDayOnly: (given, missing) => [
    `Zu ${given} fehlt ${missing}.`,
    'Beide angeben oder range="last_28_days" verwenden.',
  ],
  daysReversed: () => ['since liegt nach until.', 'Beide vertauschen.'],
  notYet: (since, today) => [
    `Vom ${since} ist noch nichts bekannt; bei Instagram ist heute der ${today}.`,
    'Frühere Tage abfragen.',
  ],
  forgotten: (since, oldest) => [
    `Instagram kennt das bis zum ${oldest} zurück, nicht bis zum ${since}.`,
    'Spätere Tage abfragen.',
  ],
  untilToCome: (today) => [
    `until liegt nach dem heutigen Tag (bei Instagram der ${today}): künftige Tage werden weggelassen.`,
    '',
  ],
  forgottenBefore: (oldest) => [
    `Instagram kennt das nur bis zum ${oldest} zurück: Ein Vergleich mit den Tagen davor ist nicht möglich.`,
    'Weniger Tage abfragen.',
  ],
  dayless: (metrics) => [
    `Für ${metrics.join(', ')} gilt timeframe, Zahlen pro Tag sind nicht bekannt.`,
    'daily entfernen.',
  ],
  dailyAlready: () => ['Eine Zeitreihe hat schon eine Zahl pro Tag.', 'daily entfernen.'],

  retired: (metric, version, since, everywhere, instead) => [
    retired(metric, version, since, everywhere),
    askFor(instead),
  ],
  retiredValue: (metric, attribute, value, version, since, everywhere, instead) => [
    retired(`${attribute}="${value}" für ${metric}`, version, since, everywhere),
    askFor(instead),
  ],
  added: (metric, since, instead) => [
    `Instagram hat ${metric} am ${since} eingeführt: In der verwendeten Graph-Version fehlt das vielleicht noch.`,
    askFor(instead),
  ],

  oneMetric: () => ['Ein Element zeigt nur eine Kennzahl.', 'Für jede ein eigenes Element verwenden.'],
  notForAny: (metric) => [`Kein Element zeigt ${metric}.`, 'In einem Skript mit client.get() abfragen.'],
  notForCard: (metric) => [
    notForThis(metric),
    'Eine Karte zeigt eine einzige Zahl. Für demografische Daten <insights-demographics-chart> verwenden.',
  ],
  notForTrend: (metric) => [
    notForThis(metric),
    'Dieses Diagramm zeigt Zahlen pro Tag. Für demografische Daten <insights-demographics-chart> verwenden.',
  ],
  notForBreakdown: (metric) => [
    notForThis(metric),
    'Dieses Diagramm zeigt die Zeilen einer Kennzahl, die Instagram aufschlüsselt. Für andere Kennzahlen <insights-metric-card> verwenden, für demografische Daten <insights-demographics-chart>.',
  ],
  notForDemographics: (metric) => [
    notForThis(metric),
    'Dieses Diagramm zeigt demografische Daten. Für andere Kennzahlen <insights-metric-card> verwenden.',
  ],
  tooManyMetrics: (most) => [
    `Ein Diagramm zeigt bis zu ${most} Kennzahlen.`,
    'Für die übrigen ein weiteres Diagramm verwenden.',
  ],
  bothSides: (metric) => [
    `${metric} wird nach beiden Seiten der Null gezeichnet.`,
    'Dafür ein eigenes Diagramm verwenden.',
  ],
  byDayOnly: () => [
    'Dieses Diagramm zeigt Zahlen pro Tag.',
    'breakdown entfernen oder <insights-breakdown-chart> verwenden.',
  ],
};
