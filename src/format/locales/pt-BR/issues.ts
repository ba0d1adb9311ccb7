/** What is wrong with how an element is set up, in Brazilian Portuguese, for the author of a page. Code stays as it is. */
import type { IssuePhrases } from '../../../spec/issue-phrases.js';

export const issues: IssuePhrases = {
  unknownValue: (value, attribute) => [`"${value}" não é um valor de ${attribute}.`],
  oneValue: (attribute) => [`${attribute} aceita um único valor.`],
  notOffered: (metrics, attribute, value) => [`${metrics.join(' com ')} não aceita ${attribute} "${value}".`],
  duplicate: (value, attribute) => [`"${value}" aparece duas vezes em ${attribute}.`, 'Remova uma delas.'],
  renamed: (value, attribute, meant) => [
    `"${value}" é interpretado como "${meant}".`,
    `Escreva ${attribute}="${meant}".`,
  ],
  secret: (attribute) => [
    `${attribute} contém o que parece ser um token de acesso.`,
    'Qualquer pessoa que veja a página pode lê-lo: remova-o, revogue o token e guarde o novo no backend.',
  ],

  noMetric: (first) => ['Qual dado?', `Defina metric="${first}" ou outra métrica.`],
  nothingShared: (metrics) => [
    `${metrics.join(', ')} não têm period e metric-type em comum.`,
    'Peça cada métrica em uma consulta separada.',
  ],
  seriesOfRows: () => [
    'O Instagram fornece séries temporais sem detalhamento.',
    'Remova breakdown ou defina metric-type="total_value".',
  ],
  noBreakdown: () => ['O Instagram só fornece dados demográficos com detalhamento.', 'Defina breakdown="age".'],

  // One metric or several: no verb that would have to agree.
  takesTimeframe: (metrics, attribute) => [
    `Com ${metrics.join(', ')} usa-se timeframe, não dias à escolha.`,
    `Remova ${attribute} e defina timeframe.`,
  ],
  rangeAndDays: () => ['range diz uma coisa, e since com until, outra.', 'Deixe só uma das duas.'],
  noDay: (attribute) => [`${attribute} requer um dia.`, 'Escreva assim: 2026-03-31.'],
  oneDayOnly: (given, missing) => [`${given} requer também ${missing}.`, 'Defina os dois ou use range="last_28_days".'],
  daysReversed: () => ['since é posterior a until.', 'Troque um pelo outro.'],
  notYet: (since, today) => [
    `Ainda não se sabe nada de ${since}; para o Instagram, hoje é ${today}.`,
    'Peça dias anteriores.',
  ],
  forgotten: (since, oldest) => [
    `O Instagram guarda isto desde ${oldest}, não desde ${since}.`,
    'Peça dias posteriores.',
  ],
  untilToCome: (today) => [`until é posterior a hoje (${today} para o Instagram): os dias futuros são omitidos.`, ''],
  forgottenBefore: (oldest) => [
    `O Instagram guarda isto desde ${oldest}: não é possível comparar com os dias anteriores.`,
    'Peça menos dias.',
  ],
  dayless: (metrics) => [`Com ${metrics.join(', ')} usa-se timeframe, e nenhum dia é conhecido.`, 'Remova daily.'],
  dailyAlready: () => ['Uma série temporal já tem um número por dia.', 'Remova daily.'],

  retired: (metric, version, since, everywhere, instead) => [
    retired(metric, version, since, everywhere),
    askFor(instead),
  ],
  retiredValue: (metric, attribute, value, version, since, everywhere, instead) => [
    retired(`${attribute} "${value}" de ${metric}`, version, since, everywhere),
    askFor(instead),
  ],
  added: (metric, since, instead) => [
    `O Instagram incluiu ${metric} em ${since}: a versão do Graph em uso talvez ainda não tenha essa métrica.`,
    askFor(instead),
  ],

  oneMetric: () => ['Cada elemento exibe uma única métrica.', 'Use um elemento para cada uma.'],
  notForAny: (metric) => [`Nenhum elemento exibe ${metric}.`, 'Consulte-a em um script com client.get().'],
  notForCard: (metric) => [
    notForThis(metric),
    'Um cartão exibe um único número. Para dados demográficos, use <insights-demographics-chart>.',
  ],
  notForTrend: (metric) => [
    notForThis(metric),
    'Este gráfico exibe números por dia. Para dados demográficos, use <insights-demographics-chart>.',
  ],
  notForBreakdown: (metric) => [
    notForThis(metric),
    'Este gráfico exibe as linhas de uma métrica que o Instagram detalha. Para outras métricas, use <insights-metric-card>; para dados demográficos, <insights-demographics-chart>.',
  ],
  notForDemographics: (metric) => [
    notForThis(metric),
    'Este gráfico exibe dados demográficos. Para outras métricas, use <insights-metric-card>.',
  ],
  tooManyMetrics: (most) => [`Um gráfico exibe no máximo ${most} métricas.`, 'Use outro gráfico para as demais.'],
  bothSides: (metric) => [`${metric} ocupa os dois lados do zero.`, 'Use um gráfico só para essa métrica.'],
  byDayOnly: () => ['Este gráfico exibe números por dia.', 'Remova breakdown ou use <insights-breakdown-chart>.'],
};

/** The second day can be to come: no verb. */
const retired = (what: string, version: string, since: string, everywhere: string): string =>
  `O Instagram descontinuou ${what} com o Graph ${version} (${since}); em todas as versões, em ${everywhere}.`;

const askFor = (instead: readonly string[]): string =>
  instead.length > 0 ? `Em vez disso, peça ${instead.map((name) => `"${name}"`).join(' ou ')}.` : '';

const notForThis = (metric: string): string => `${metric} não é para este elemento.`;
