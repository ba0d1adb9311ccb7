/** The one number of a card, and what is said with it. */
import { type InsightsResult, readSpec } from '../spec/index.js';
import type { Formats } from './formats.js';
import type { Words } from './locales/en/card.js';

export interface Headline {
  /** The number as the API gave it, or as it is derived. */
  readonly value: number;
  /** How it is derived, in words; not there for the API's own. */
  readonly derivation?: string;
  /** Whether days are missing from it. */
  readonly isLeast?: true;
}

/** Gained and lost, for the metric whose rows mean that; undefined for a side that the API did not report. */
export interface GainedAndLost {
  readonly gained: number | undefined;
  readonly lost: number | undefined;
}

/**
 * The total; of a series of events the sum of its days; of any other series its last known day.
 * @returns undefined where an answer has no such number, or a reason why there is no total
 */
export function headlineOf(result: InsightsResult, words: Words, formats: Formats): Headline | undefined {
  if (result.total !== undefined) {
    return { value: result.total, ...(result.derivation !== undefined && { derivation: result.derivation }) };
  }
  if (result.reason) return undefined;
  const totals = (result.parts ?? []).flatMap(({ total }) => total ?? []);
  if (totals.length > 0) {
    const value = totals.reduce((sum, total) => sum + total, 0);
    return { value, derivation: words.sumOfParts(formats.quantity(totals.length)), isLeast: true };
  }
  const known = (result.series ?? []).flatMap(({ day, value }) => (value === null ? [] : { day, value }));
  const last = known.at(-1);
  if (!last) return undefined;
  if (readSpec(result.metric)?.counts !== 'events')
    return { value: last.value, derivation: words.onDay(formats.day(last.day)) };
  const value = known.reduce((sum, point) => sum + point.value, 0);
  const isLeast = known.length < (result.series?.length ?? 0) && { isLeast: true as const };
  return { value, derivation: words.sumOfDays(formats.quantity(known.length)), ...isLeast };
}

/** @returns undefined for metrics whose rows mean something else, and where the API reported neither side */
export function gainedAndLost({ metric, breakdowns }: InsightsResult): GainedAndLost | undefined {
  const meanings = readSpec(metric)?.rowMeanings;
  const breakdown = breakdowns?.[0];
  if (!meanings || !breakdown) return undefined;
  const known = breakdown.rows.filter(({ values: [value = ''] }) => Object.hasOwn(meanings, value));
  // No row that means either says nothing; beside one that does, a row that is missing is nobody.
  if (known.length === 0) return undefined;
  const sum = (meaning: 'gained' | 'lost'): number | undefined => {
    const rows = known.filter(({ values: [value = ''] }) => meanings[value] === meaning);
    // The API leaves out a row of nobody; one that came without a number is another matter.
    return breakdown.incomplete && rows.length === 0 ? undefined : rows.reduce((all, { value }) => all + value, 0);
  };
  return { gained: sum('gained'), lost: sum('lost') };
}
