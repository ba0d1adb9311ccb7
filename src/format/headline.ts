/** The one number of a card, and what is said with it. */
import { type InsightsResult, type MetricSpec, readMetric, specOf } from '../spec/index.js';
import type { Formats } from './formats.js';
import type { Words } from './locales/en.js';

export interface Headline {
  /** The number as the API gave it, or as it is derived. */
  readonly value: number;
  /** How it is derived, in words; not there for the API's own. */
  readonly derivation?: string;
}

/** Gained and lost, for the metric whose rows mean that. */
export interface GainedAndLost {
  readonly gained: number;
  readonly lost: number;
}

/**
 * The total; of a series of events the sum of its days; of any other series its last known day.
 * @returns undefined where an answer has no such number
 */
export function headlineOf(result: InsightsResult, words: Words, formats: Formats): Headline | undefined {
  if (result.total !== undefined) {
    return { value: result.total, ...(result.derivation !== undefined && { derivation: result.derivation }) };
  }
  const known = (result.series ?? []).flatMap(({ day, value }) => (value === null ? [] : { day, value }));
  const last = known.at(-1);
  if (!last) return undefined;
  if (specFor(result)?.counts !== 'events')
    return { value: last.value, derivation: words.onDay(formats.day(last.day)) };
  const value = known.reduce((sum, point) => sum + point.value, 0);
  return { value, derivation: words.sumOfDays(formats.number(known.length)) };
}

/** @returns undefined for metrics whose rows mean something else, and where the answer has no rows at all */
export function gainedAndLost({ metric, breakdowns }: InsightsResult): GainedAndLost | undefined {
  const meanings = specFor({ metric })?.rowMeanings;
  const rows = breakdowns?.[0]?.rows;
  if (!meanings || !rows) return undefined;
  const sum = (meaning: 'gained' | 'lost'): number =>
    rows
      .filter(({ values: [value = ''] }) => Object.hasOwn(meanings, value) && meanings[value] === meaning)
      .reduce((all, { value }) => all + value, 0);
  return { gained: sum('gained'), lost: sum('lost') };
}

/** A result that no client made has the name that the metric has on the wire. */
function specFor({ metric }: Pick<InsightsResult, 'metric'>): MetricSpec | undefined {
  const known = readMetric(metric);
  return known && specOf(known);
}
