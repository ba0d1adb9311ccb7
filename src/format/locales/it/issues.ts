/** What is wrong with how an element is set up, in Italian, for the author of a page. Code stays as it is; to do is in the infinitive. */
import type { IssuePhrases } from '../../../spec/issue-phrases.js';

export const issues: IssuePhrases = {
  unknownValue: (value, attribute) => [`"${value}" non è un valore di ${attribute}.`],
  oneValue: (attribute) => [`${attribute} accetta un solo valore.`],
  notOffered: (metrics, attribute, value) => [`${metrics.join(' con ')} non prevede ${attribute} "${value}".`],
  duplicate: (value, attribute) => [`"${value}" compare due volte in ${attribute}.`, 'Rimuoverne una.'],
  renamed: (value, attribute, meant) => [
    `"${value}" viene interpretato come "${meant}".`,
    `Scrivere ${attribute}="${meant}".`,
  ],
  secret: (attribute) => [
    `${attribute} contiene quello che sembra un token di accesso.`,
    'Chiunque veda la pagina può leggerlo: occorre rimuoverlo, revocare il token e tenere il nuovo nel backend.',
  ],

  noMetric: (first) => ['Quale dato?', `Impostare metric="${first}" o un’altra metrica.`],
  nothingShared: (metrics) => [
    `${metrics.join(', ')} non hanno period e metric-type in comune.`,
    'Chiedere ogni metrica con una richiesta a parte.',
  ],
  seriesOfRows: () => [
    'Instagram fornisce le serie temporali senza suddivisioni.',
    'Rimuovere breakdown o impostare metric-type="total_value".',
  ],
  noBreakdown: () => ['Instagram fornisce dati demografici solo suddivisi.', 'Impostare breakdown="age".'],

  // One metric or several: no verb that would have to agree.
  takesTimeframe: (metrics, attribute) => [
    `Con ${metrics.join(', ')} si usa timeframe, non giorni a scelta.`,
    `Rimuovere ${attribute} e impostare timeframe.`,
  ],
  rangeAndDays: () => ['range dice una cosa, since con until un’altra.', 'Tenere solo una delle due.'],
  noDay: (attribute) => [`${attribute} richiede un giorno.`, 'Scriverlo così: 2026-03-31.'],
  oneDayOnly: (given, missing) => [
    `${given} richiede anche ${missing}.`,
    'Impostarli entrambi o usare range="last_28_days".',
  ],
  daysReversed: () => ['since è successivo a until.', 'Scambiarli.'],
  notYet: (since, today) => [
    `Del ${since} non si sa ancora nulla; per Instagram oggi è il ${today}.`,
    'Chiedere giorni precedenti.',
  ],
  forgotten: (since, oldest) => [
    `Instagram conserva questi dati dal ${oldest}, non dal ${since}.`,
    'Chiedere giorni successivi.',
  ],
  untilToCome: (today) => [`until è successivo a oggi (${today} per Instagram): i giorni futuri vengono esclusi.`, ''],
  forgottenBefore: (oldest) => [
    `Instagram conserva questi dati dal ${oldest}: non è possibile il confronto con i giorni precedenti.`,
    'Chiedere meno giorni.',
  ],
  dayless: (metrics) => [`Con ${metrics.join(', ')} si usa timeframe, e nessun giorno è noto.`, 'Rimuovere daily.'],
  dailyAlready: () => ['Una serie temporale ha già un numero per ogni giorno.', 'Rimuovere daily.'],

  retired: (metric, version, since, everywhere, instead) => [
    retired(metric, version, since, everywhere),
    askFor(instead),
  ],
  retiredValue: (metric, attribute, value, version, since, everywhere, instead) => [
    retired(`${attribute} "${value}" di ${metric}`, version, since, everywhere),
    askFor(instead),
  ],
  added: (metric, since, instead) => [
    `Instagram ha introdotto ${metric} il ${since}: la versione di Graph in uso potrebbe non avere ancora questa metrica.`,
    askFor(instead),
  ],

  oneMetric: () => ['Ogni elemento mostra una sola metrica.', 'Usare un elemento per ciascuna.'],
  notForAny: (metric) => [`Nessun elemento mostra ${metric}.`, 'Richiederla in uno script con client.get().'],
  notForCard: (metric) => [
    notForThis(metric),
    'Una scheda mostra un solo numero. Per i dati demografici usare <insights-demographics-chart>.',
  ],
  notForTrend: (metric) => [
    notForThis(metric),
    'Questo grafico mostra numeri per giorno. Per i dati demografici usare <insights-demographics-chart>.',
  ],
  notForBreakdown: (metric) => [
    notForThis(metric),
    'Questo grafico mostra le righe di una metrica che Instagram suddivide. Per altre metriche usare <insights-metric-card>, per i dati demografici <insights-demographics-chart>.',
  ],
  notForDemographics: (metric) => [
    notForThis(metric),
    'Questo grafico mostra dati demografici. Per altre metriche usare <insights-metric-card>.',
  ],
  tooManyMetrics: (most) => [`Un grafico mostra al massimo ${most} metriche.`, 'Usare un altro grafico per le altre.'],
  bothSides: (metric) => [`${metric} occupa entrambi i lati dello zero.`, 'Usare un grafico solo per questa metrica.'],
  byDayOnly: () => [
    'Questo grafico mostra numeri per giorno.',
    'Rimuovere breakdown o usare <insights-breakdown-chart>.',
  ],
};

/** The second day can be to come: no verb. */
const retired = (what: string, version: string, since: string, everywhere: string): string =>
  `Instagram ha ritirato ${what} con Graph ${version} (${since}); in tutte le versioni, il ${everywhere}.`;

const askFor = (instead: readonly string[]): string =>
  instead.length > 0 ? `Chiedere invece ${instead.map((name) => `"${name}"`).join(' o ')}.` : '';

const notForThis = (metric: string): string => `${metric} non è per questo elemento.`;
