/** What is wrong with how an element is set up, in Spanish, for the author of a page. Code stays as it is; to do is in the infinitive. */
import type { IssuePhrases } from '../../../spec/issue-phrases.js';

export const issues: IssuePhrases = {
  unknownValue: (value, attribute) => [`"${value}" no es un valor de ${attribute}.`],
  oneValue: (attribute) => [`${attribute} admite un solo valor.`],
  notOffered: (metrics, attribute, value) => [`${metrics.join(' con ')} no admite ${attribute} "${value}".`],
  duplicate: (value, attribute) => [`"${value}" aparece dos veces en ${attribute}.`, 'Quitar una de ellas.'],
  renamed: (value, attribute, meant) => [
    `"${value}" se interpreta como "${meant}".`,
    `Escribir ${attribute}="${meant}".`,
  ],
  secret: (attribute) => [
    `${attribute} contiene lo que parece un token de acceso.`,
    'Cualquiera que vea la página puede leerlo: hay que quitarlo, revocar el token y guardar el nuevo en el backend.',
  ],

  noMetric: (first) => ['¿Qué dato?', `Indicar metric="${first}" u otra métrica.`],
  nothingShared: (metrics) => [
    `${metrics.join(', ')} no tienen period y metric-type en común.`,
    'Pedir cada métrica en una consulta aparte.',
  ],
  seriesOfRows: () => [
    'Instagram da las series temporales sin desgloses.',
    'Quitar breakdown o indicar metric-type="total_value".',
  ],
  noBreakdown: () => ['Instagram solo da datos demográficos desglosados.', 'Indicar breakdown="age".'],

  // One metric or several: no verb that would have to agree.
  takesTimeframe: (metrics, attribute) => [
    `Con ${metrics.join(', ')} se usa timeframe, no días a elección.`,
    `Quitar ${attribute} e indicar timeframe.`,
  ],
  rangeAndDays: () => ['range dice una cosa, y since con until, otra.', 'Dejar solo una de las dos.'],
  noDay: (attribute) => [`${attribute} requiere un día.`, 'Escribirlo así: 2026-03-31.'],
  oneDayOnly: (given, missing) => [
    `${given} requiere también ${missing}.`,
    'Indicar ambos o usar range="last_28_days".',
  ],
  daysReversed: () => ['since es posterior a until.', 'Intercambiarlos.'],
  notYet: (since, today) => [
    `Aún no se sabe nada del ${since}; para Instagram, hoy es ${today}.`,
    'Pedir días anteriores.',
  ],
  forgotten: (since, oldest) => [
    `Instagram conserva esto desde el ${oldest}, no desde el ${since}.`,
    'Pedir días posteriores.',
  ],
  untilToCome: (today) => [`until es posterior a hoy (${today} para Instagram): los días futuros se omiten.`, ''],
  forgottenBefore: (oldest) => [
    `Instagram conserva esto desde el ${oldest}: no se puede comparar con los días anteriores.`,
    'Pedir menos días.',
  ],
  dayless: (metrics) => [`Con ${metrics.join(', ')} se usa timeframe, y no se conoce ningún día.`, 'Quitar daily.'],
  dailyAlready: () => ['Una serie temporal ya tiene un número por día.', 'Quitar daily.'],

  retired: (metric, version, since, everywhere, instead) => [
    retired(metric, version, since, everywhere),
    askFor(instead),
  ],
  retiredValue: (metric, attribute, value, version, since, everywhere, instead) => [
    retired(`${attribute} "${value}" de ${metric}`, version, since, everywhere),
    askFor(instead),
  ],
  added: (metric, since, instead) => [
    `Instagram incorporó ${metric} el ${since}: puede que la versión de Graph en uso aún no incluya esa métrica.`,
    askFor(instead),
  ],

  oneMetric: () => ['Cada elemento muestra una sola métrica.', 'Usar un elemento para cada una.'],
  notForAny: (metric) => [`Ningún elemento muestra ${metric}.`, 'Consultar en un script con client.get().'],
  notForCard: (metric) => [
    notForThis(metric),
    'Una tarjeta muestra un solo número. Para datos demográficos, usar <insights-demographics-chart>.',
  ],
  notForTrend: (metric) => [
    notForThis(metric),
    'Este gráfico muestra números por día. Para datos demográficos, usar <insights-demographics-chart>.',
  ],
  notForBreakdown: (metric) => [
    notForThis(metric),
    'Este gráfico muestra las filas de una métrica que Instagram desglosa. Para otras métricas, usar <insights-metric-card>; para datos demográficos, <insights-demographics-chart>.',
  ],
  notForDemographics: (metric) => [
    notForThis(metric),
    'Este gráfico muestra datos demográficos. Para otras métricas, usar <insights-metric-card>.',
  ],
  tooManyMetrics: (most) => [`Un gráfico muestra como máximo ${most} métricas.`, 'Usar otro gráfico para las demás.'],
  bothSides: (metric) => [`${metric} ocupa ambos lados del cero.`, 'Usar un gráfico solo para esa métrica.'],
  byDayOnly: () => ['Este gráfico muestra números por día.', 'Quitar breakdown o usar <insights-breakdown-chart>.'],
};

/** The second day can be to come: no verb. */
const retired = (what: string, version: string, since: string, everywhere: string): string =>
  `Instagram retiró ${what} con Graph ${version} (${since}); en todas las versiones, el ${everywhere}.`;

const askFor = (instead: readonly string[]): string =>
  instead.length > 0 ? `Pedir ${instead.map((name) => `"${name}"`).join(' o ')} en su lugar.` : '';

const notForThis = (metric: string): string => `${metric} no es para este elemento.`;
