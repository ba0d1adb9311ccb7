/**
 * A demographic answer as something to draw and to read: rows in the order a person expects, shares of those listed.
 *
 * Knows that the rows hold only people whose age, gender or place is known, and at most 45 of them.
 */
import type { InsightsResult, ResultBreakdown } from '../spec/index.js';
import type { Formats } from './formats.js';
import type { NameWords } from './locales/en/names.js';
import { valueLabel } from './names.js';

export interface PeopleRow {
  /** The API's own values, one per dimension. */
  readonly values: readonly string[];
  readonly label: string;
  readonly people: number;
  /** Of the people listed: 0 to 1. */
  readonly share: number;
}

export interface PeopleTable {
  readonly dimensions: readonly string[];
  readonly rows: readonly PeopleRow[];
  /** The sum of all rows. */
  readonly listed: number;
}

/** Two sides of a pyramid, oldest last, and what stands on neither. */
export interface Pyramid {
  readonly ages: readonly string[];
  /** The same as the API writes them. */
  readonly ageValues: readonly string[];
  readonly sides: readonly [PyramidSide, PyramidSide];
  /** People of whom Instagram says that it does not know: all, and by age. */
  readonly unspecified: PyramidSide;
  /** People of any gender that has no word here. */
  readonly other: number;
  readonly listed: number;
}

export interface PyramidSide {
  readonly gender: string;
  readonly label: string;
  /** People by age, in the order of `ages`. */
  readonly people: readonly number[];
  readonly total: number;
}

const genderOrder = ['F', 'M', 'U'];

/** The first breakdown of an answer as rows: ages by age, genders F, M, U, places by size. */
export function peopleTable(result: InsightsResult, names: NameWords, formats: Formats): PeopleTable {
  const { dimensions, rows }: ResultBreakdown = result.breakdowns?.[0] ?? { dimensions: [], rows: [] };
  const listed = rows.reduce((sum, { value }) => sum + value, 0);
  const ordered = dimensions.some((name) => name === 'age' || name === 'gender');
  return {
    dimensions,
    listed,
    rows: rows
      .map(({ values, value }) => ({
        values,
        label: names.together(values.map((text, at) => valueLabel(dimensions[at] ?? '', text, names, formats))),
        people: value,
        share: listed > 0 ? value / listed : 0,
      }))
      .sort((a, b) => (ordered ? compareValues(a.values, b.values, dimensions) : 0) || b.people - a.people),
  };
}

/** The people of an `age,gender` answer as a pyramid; undefined when the answer has other dimensions. */
export function pyramidOf(table: PeopleTable, names: NameWords, formats: Formats): Pyramid | undefined {
  const age = table.dimensions.indexOf('age');
  const gender = table.dimensions.indexOf('gender');
  if (age < 0 || gender < 0) return undefined;
  const ages = [...new Set(table.rows.map(({ values }) => values[age] ?? ''))].sort();
  const side = (code: string): PyramidSide => {
    const people = ages.map((name) =>
      sum(table.rows.filter((row) => row.values[age] === name && row.values[gender] === code)),
    );
    return {
      gender: code,
      label: valueLabel('gender', code, names, formats),
      people,
      total: people.reduce((all, value) => all + value, 0),
    };
  };
  const sides = [side('F'), side('M')] as const;
  const unspecified = side('U');
  return {
    ages: ages.map((name) => valueLabel('age', name, names, formats)),
    ageValues: ages,
    sides,
    unspecified,
    other: table.listed - sides[0].total - sides[1].total - unspecified.total,
    listed: table.listed,
  };
}

const sum = (rows: readonly PeopleRow[]): number => rows.reduce((all, { people }) => all + people, 0);

function compareValues(a: readonly string[], b: readonly string[], dimensions: readonly string[]): number {
  for (const [at, dimension] of dimensions.entries()) {
    const order = rank(dimension, a[at] ?? '', b[at] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

function rank(dimension: string, a: string, b: string): number {
  if (dimension !== 'gender') return a < b ? -1 : Number(a > b);
  return genderPlace(a) - genderPlace(b);
}

/** Women, men, not specified; a code we do not know comes last. */
const genderPlace = (code: string): number => {
  const place = genderOrder.indexOf(code);
  return place < 0 ? genderOrder.length : place;
};
