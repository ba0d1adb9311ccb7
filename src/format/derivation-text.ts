/** How a number of an answer came about, in words. */
import type { InsightsResult } from '../spec/index.js';
import type { Formats } from './formats.js';
import type { DerivationWords } from './locales/en/derivation.js';

/** @returns the words of whoever made the result where it says no more; undefined for what is the API's own */
export function derivationText(
  { derivation, derivedFrom: from }: InsightsResult,
  words: DerivationWords,
  { quantity }: Formats,
): string | undefined {
  if (!from) return derivation;
  if (from.kind === 'days') return words.days;
  const { known, of } = from;
  return known < of ? words.someTotals(quantity(known), quantity(of)) : words.totals(quantity(of));
}
