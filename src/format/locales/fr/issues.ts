/** What issues say, in French: to the author of a page. What stands in code is the API's own. */
import type { IssuePhrases } from '../../../spec/issue-phrases.js';

const quoted = (text: string): string => `«\u202f${text}\u202f»`;

const retired = (what: string, version: string, since: string, everywhere: string): string =>
  `Instagram a retiré ${what} avec Graph ${version} (${since}), pour toutes les versions au ${everywhere}.`;

const askFor = (instead: readonly string[]): string =>
  instead.length > 0 ? `Demandez plutôt ${instead.map(quoted).join(' ou ')}.` : '';

const notForThis = (metric: string): string => `${metric} n’est pas fait pour cet élément.`;

export const issues: IssuePhrases = {
  unknownValue: (value, attribute) => [`${quoted(value)} n’est pas une valeur de ${attribute}.`],
  oneValue: (attribute) => [`${attribute} n’accepte qu’une seule valeur.`],
  notOffered: (metrics, attribute, value) => [`Pour ${metrics.join(' avec ')}, ${attribute}="${value}" n’existe pas.`],
  duplicate: (value, attribute) => [
    `${quoted(value)} figure deux fois dans ${attribute}.`,
    'Supprimez l’une des deux.',
  ],
  renamed: (value, attribute, meant) => [
    `${quoted(value)} est compris comme ${quoted(meant)}.`,
    `Écrivez ${attribute}="${meant}".`,
  ],
  secret: (attribute) => [
    `${attribute} contient ce qui ressemble à un token d’accès.`,
    'Toute personne qui voit la page peut le lire\u202f: supprimez-le, révoquez-le et gardez le nouveau sur le backend.',
  ],

  noMetric: (first) => ['Quel chiffre\u202f?', `Indiquez metric="${first}", ou un autre indicateur.`],
  nothingShared: (metrics) => [
    `${metrics.join(', ')}\u202f: aucune combinaison de period et metric-type en commun.`,
    'Faites une demande pour chaque indicateur.',
  ],
  seriesOfRows: () => [
    'Instagram ne fournit de série temporelle que sans breakdown.',
    'Supprimez breakdown, ou indiquez metric-type="total_value".',
  ],
  noBreakdown: () => [
    'Instagram ne fournit les données démographiques qu’avec breakdown.',
    'Indiquez breakdown="age".',
  ],

  takesTimeframe: (metrics, attribute) => [
    `Pour ${metrics.join(', ')}, il faut timeframe, et non des jours de votre choix.`,
    `Supprimez ${attribute} et indiquez timeframe.`,
  ],
  rangeAndDays: () => ['range ne dit pas la même chose que since et until.', 'Gardez range, ou bien since et until.'],
  noDay: (attribute) => [`${attribute} doit être un jour.`, 'Écrivez-le sous la forme 2026-03-31.'],
  oneDayOnly: (given, missing) => [
    `Avec ${given}, il faut aussi ${missing}.`,
    'Indiquez les deux, ou utilisez range="last_28_days".',
  ],
  daysReversed: () => ['since est après until.', 'Inversez-les.'],
  notYet: (since, today) => [
    `Rien n’est encore connu du ${since}\u202f; chez Instagram, la date du jour est ${today}.`,
    'Demandez des jours antérieurs.',
  ],
  forgotten: (since, oldest) => [
    `Ici, la mémoire d’Instagram remonte au ${oldest}, et non au ${since}.`,
    'Demandez des jours plus récents.',
  ],
  untilToCome: (today) => [
    `until est après la date du jour (${today} chez Instagram)\u202f: les jours à venir sont laissés de côté.`,
    '',
  ],
  forgottenBefore: (oldest) => [
    `Ici, la mémoire d’Instagram ne remonte qu’au ${oldest}\u202f: pas de comparaison possible avec les jours précédents.`,
    'Demandez moins de jours.',
  ],
  dayless: (metrics) => [
    `Pour ${metrics.join(', ')}, il faut timeframe, et aucun chiffre par jour n’est connu.`,
    'Supprimez daily.',
  ],
  dailyAlready: () => ['Une série temporelle a déjà un chiffre par jour.', 'Supprimez daily.'],

  retired: (metric, version, since, everywhere, instead) => [
    retired(metric, version, since, everywhere),
    askFor(instead),
  ],
  retiredValue: (metric, attribute, value, version, since, everywhere, instead) => [
    retired(`${attribute}="${value}" de ${metric}`, version, since, everywhere),
    askFor(instead),
  ],
  added: (metric, since, instead) => [
    `Instagram a ajouté ${metric} le ${since}\u202f: la version de Graph utilisée ne le connaît peut-être pas encore.`,
    askFor(instead),
  ],

  oneMetric: () => ['Un élément affiche un seul indicateur.', 'Utilisez un élément pour chacun.'],
  notForAny: (metric) => [`Aucun élément n’affiche ${metric}.`, 'Interrogez-le dans un script avec client.get().'],
  notForCard: (metric) => [
    notForThis(metric),
    'Une carte affiche un seul chiffre. Utilisez <insights-demographics-chart> pour les données démographiques.',
  ],
  notForTrend: (metric) => [
    notForThis(metric),
    'Ce graphique affiche des chiffres par jour. Utilisez <insights-demographics-chart> pour les données démographiques.',
  ],
  notForBreakdown: (metric) => [
    notForThis(metric),
    'Ce graphique affiche les lignes d’un indicateur qu’Instagram ventile. Utilisez <insights-metric-card> pour les autres indicateurs, <insights-demographics-chart> pour les données démographiques.',
  ],
  notForDemographics: (metric) => [
    notForThis(metric),
    'Ce graphique affiche des données démographiques. Utilisez <insights-metric-card> pour les autres indicateurs.',
  ],
  tooManyMetrics: (most) => [
    `Un graphique affiche ${most} indicateurs au maximum.`,
    'Utilisez un autre graphique pour le reste.',
  ],
  bothSides: (metric) => [
    `${metric} se dessine des deux côtés de zéro.`,
    'Utilisez un graphique à part pour cet indicateur.',
  ],
  byDayOnly: () => [
    'Ce graphique affiche des chiffres par jour.',
    'Supprimez breakdown, ou utilisez <insights-breakdown-chart>.',
  ],
};
