/** A tally: a count with the place it belongs to in each breakdown. Every number of the sandbox is made of them. */
import type { Breakdown } from '../spec/index.js';

export interface Tally {
  /** The API's value in each breakdown that applies. */
  readonly at: Readonly<Partial<Record<Breakdown, string>>>;
  readonly value: number;
}

/** Makes one number of many tallies: a sum for events, a count of different accounts for unique metrics. */
export type Combine = (tallies: readonly Tally[]) => number;

export const sum: Combine = (tallies) => tallies.reduce((total, { value }) => total + value, 0);

/** A row of `results`, as the API writes it. */
export interface Row {
  readonly dimension_values: readonly string[];
  readonly value: number;
}

/** One row for each combination of values that occurs. As in the real API, rows of zero are left out. */
export function rowsOf(tallies: readonly Tally[], dimensions: readonly Breakdown[], combine: Combine): Row[] {
  const groups = new Map<string, { values: string[]; tallies: Tally[] }>();
  for (const tally of tallies) {
    const values = dimensions.flatMap((dimension) => tally.at[dimension] ?? []);
    if (values.length < dimensions.length) continue;
    const key = values.join('|');
    const group = groups.get(key);
    if (group) group.tallies.push(tally);
    else groups.set(key, { values, tallies: [tally] });
  }
  return [...groups.values()]
    .map(({ values, tallies: members }) => ({ dimension_values: values, value: combine(members) }))
    .filter(({ value }) => value > 0);
}

/** Splits a whole number by weights into whole numbers that add up to it. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((added, weight) => added + weight, 0) || 1;
  let passed = 0;
  let given = 0;
  return weights.map((weight) => {
    passed += weight;
    // The last weight must reach the whole of it, whatever the additions above lost.
    const share = Math.floor((total * passed) / all + 1e-9) - given;
    given += share;
    return share;
  });
}
