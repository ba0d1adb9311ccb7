/** What a reader has to know of the numbers of a chart over days, piece by piece. Pure. */
import {
  changeWordsFor,
  chartWordsFor,
  hasDailyNumbers,
  lastKnownDay,
  listText,
  metricLabel,
  shortDay,
  type Trend,
  type TrendAnswer,
  type TrendTotals,
  type Words,
  wholeOf,
} from '../../format/index.js';
import type { DayValues } from '../../format/trend.js';
import { type InsightsResult, readSpec } from '../../spec/index.js';
import { derivationOf } from '../derivation.js';
import { daysText, type TrendParts } from './trend-parts.js';

export interface TrendFacts extends Omit<TrendParts, 'none'> {
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
    ...new Set(answers.map(({ result }) => result && derivationOf(result, formats))),
    totalFact(facts),
    ...missingFacts(facts),
  ];
}

export interface KnownTotals {
  /** That of the only metric. */
  readonly answer: TrendAnswer;
  readonly trend: Trend;
  /** Whether the page set the answer: then it is all there is. */
  readonly isGiven: boolean;
  /** Instagram's own totals, where they are asked for. */
  readonly current: InsightsResult | undefined;
  readonly before: InsightsResult | undefined;
}

/** A total is Instagram's own or, of events that it never gives one of, the sum of the days if none is missing. */
export function totalsOf({ answer, trend, isGiven, ...counted }: KnownTotals): TrendTotals | undefined {
  const spec = readSpec(answer.metric);
  if (!answer.result || !spec) return undefined;
  const { label } = answer;
  const [line] = trend.series;
  const isSummed = !spec.metricTypes.includes('total_value');
  const current = isSummed || isGiven ? answer.result : counted.current;
  if (!current) return undefined;
  const total = current.total ?? (isSummed && isWhole(line?.values) ? wholeOf(current, spec) : undefined);
  if (total === undefined) return undefined;
  const ownBefore = isWhole(line?.before) ? (answer.before ?? undefined) : undefined;
  return { label, spec, total, current, before: isSummed || isGiven ? ownBefore : counted.before };
}

const isWhole = (values: DayValues | undefined): boolean =>
  values !== undefined && values.every((value) => value !== null);

export interface CompareFacts extends Pick<TrendFacts, 'answers' | 'formats' | 'words' | 'totals'> {
  readonly refusal: 'outOfMemory' | undefined;
  /** Whether the days before of a metric could not be had. */
  readonly hasFailed: boolean;
}

/** Why days before, where they were asked for, are not drawn. */
export function compareFact({ answers, formats, words, totals, refusal, hasFailed }: CompareFacts): string | undefined {
  const change = changeWordsFor(formats.locale);
  if (refusal) return change[refusal];
  if (hasFailed) return change.notHad;
  const compared = answers.filter(({ result, before }) => result && hasDailyNumbers(result) && before !== undefined);
  const silent = compared.filter(({ before }) => before && !hasDailyNumbers(before));
  if (silent.length === 0) return undefined;
  if (totals?.before?.total !== undefined) return words.silentBefore;
  if (silent.length === compared.length) return change.noBase;
  const names = silent.map(({ label }) => label);
  return chartWordsFor(formats.locale).labelled(listText(names, formats), change.noBase);
}

function totalFact({ totals, trend, words, formats }: TrendFacts): string | undefined {
  if (!totals) return undefined;
  const { current } = totals;
  return current.total === undefined
    ? words.sumOfDays(formats.quantity(trend.days.length))
    : derivationOf(current, formats);
}

/** Of days that were asked for one by one the answer says the rest itself. */
const severalDaysOf = (result: InsightsResult, { words, formats }: TrendFacts): string =>
  derivationOf(result, formats) === undefined ? words.severalDaysNoSum : words.severalDays;

function accountsFact({ label, result, metric }: TrendAnswer, facts: TrendFacts): string | undefined {
  const { common, answers, first } = facts;
  const { counts, estimated } = readSpec(metric) ?? {};
  if (!result || counts !== 'unique accounts') return undefined;
  const pieces = [
    ...(estimated && metric !== first ? [common.estimated] : []),
    ...(facts.trend.days.length > 1 ? [severalDaysOf(result, facts)] : []),
  ];
  if (pieces.length === 0) return undefined;
  const { labelled, pieces: joined } = chartWordsFor(facts.formats.locale);
  return answers.length > 1 ? labelled(label, joined(pieces)) : joined(pieces);
}

function missingFacts({ answers, words, formats }: TrendFacts): string[] {
  if (answers.length < 2) return [];
  const nameAll = (metrics: readonly string[]): string =>
    listText(
      metrics.map((metric, at) => {
        const label = metricLabel(metric, formats.locale);
        return at > 0 ? words.later(label) : label;
      }),
      formats,
    );
  const failed = answers.flatMap(({ metric, result, isMissing }) => (!result && isMissing ? metric : []));
  const silent = answers.flatMap(({ metric, result }) => (result && !hasDailyNumbers(result) ? metric : []));
  return [
    ...(failed.length > 0 ? [words.failed(nameAll(failed))] : []),
    ...(silent.length > 0 ? [words.notReported(nameAll(silent))] : []),
  ];
}
