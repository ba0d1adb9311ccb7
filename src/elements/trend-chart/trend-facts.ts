/** What a reader has to know of the numbers of a chart over days, piece by piece. Pure. */
import {
  hasDailyNumbers,
  lastKnownDay,
  listText,
  metricLabel,
  shortDay,
  type TrendAnswer,
  type TrendTotals,
  type Words,
  wholeOf,
} from '../../format/index.js';
import { type InsightsResult, type MetricSpec, readSpec } from '../../spec/index.js';
import { daysText, type TrendParts } from './trend-parts.js';

export interface TrendFacts extends Omit<TrendParts, 'hidden' | 'none'> {
  readonly answers: readonly TrendAnswer[];
  /** The metric that the note speaks of already. */
  readonly first: string | undefined;
  readonly totals: TrendTotals | undefined;
  /** The words for any number. */
  readonly common: Words;
  readonly dataTo: (day: string) => string;
}

export function trendFacts(facts: TrendFacts): (string | undefined)[] {
  const { trend, answers, formats, dataTo } = facts;
  const last = lastKnownDay(trend);
  return [
    daysText(facts),
    last && dataTo(shortDay(last, formats)),
    ...answers.map((answer) => accountsFact(answer, facts)),
    ...new Set(answers.map(({ result }) => result?.derivation)),
    totalFact(facts),
    ...missingFacts(facts),
  ];
}

/** A total that is never given is the sum of its days, where they are events and none is missing. */
export const isSummed = ({ metricTypes }: MetricSpec): boolean => !metricTypes.includes('total_value');

/** The number of all days of an answer: Instagram's own, or a sum. */
export const totalOf = (result: InsightsResult, spec: MetricSpec): number | undefined =>
  result.total ?? (isSummed(spec) ? wholeOf(result, spec) : undefined);

function totalFact({ totals, trend, words, formats }: TrendFacts): string | undefined {
  if (!totals) return undefined;
  const { current } = totals;
  return current.total === undefined ? words.sumOfDays(formats.number(trend.days.length)) : current.derivation;
}

function accountsFact({ label, result, metric }: TrendAnswer, facts: TrendFacts): string | undefined {
  const { words, common, answers, first } = facts;
  const { counts, estimated } = readSpec(metric) ?? {};
  if (!result || counts !== 'unique accounts') return undefined;
  const pieces = [
    ...(estimated && metric !== first ? [common.estimated] : []),
    // Of days that were asked for one by one the answer says the rest itself.
    result.derivation === undefined ? words.severalDaysNoSum : words.severalDays,
  ];
  return `${answers.length > 1 ? `${label}: ` : ''}${pieces.join(', ')}`;
}

function missingFacts({ answers, words, formats }: TrendFacts): string[] {
  if (answers.length < 2) return [];
  const nameAll = (metrics: readonly string[]): string => listText(metrics.map(metricLabel), formats);
  const failed = answers.flatMap(({ metric, result, isMissing }) => (!result && isMissing ? metric : []));
  const silent = answers.flatMap(({ metric, result }) => (result && !hasDailyNumbers(result) ? metric : []));
  return [
    ...(failed.length > 0 ? [words.failed(nameAll(failed))] : []),
    ...(silent.length > 0 ? [words.notReported(nameAll(silent))] : []),
  ];
}
