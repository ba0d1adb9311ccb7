/** What can be pointed at in a chart of people: a row of bars, or an age of a pyramid. Pure. */
import type { Formats, PeopleRow, Pyramid } from '../../format/index.js';
import { type ChartSpot, keyOf, type SpotSeries } from '../chart-parts.js';

interface PeopleParts {
  readonly metric: string;
  readonly formats: Formats;
}

const said = (people: number, share: number, formats: Formats): string =>
  `${formats.number(people)} · ${formats.percent(share)}`;

/** A spot for each row, in their order. */
export const rowSpots = (
  rows: readonly PeopleRow[],
  parts: PeopleParts & { readonly dimensions: readonly string[]; readonly people: string },
): ChartSpot[] =>
  rows.map(({ values, label, people, share }) => ({
    key: keyOf(parts.dimensions, values),
    title: label,
    lines: [{ label: parts.people, value: said(people, share, parts.formats), series: 1 }],
    points: [{ metric: parts.metric, dimensions: parts.dimensions, values, value: people }],
  }));

/** A spot for each age, with the genders that are drawn. */
export function pyramidSpots(
  { ages, ageValues, sides, unspecified, listed }: Pyramid,
  { metric, formats, hidden }: PeopleParts & { readonly hidden: ReadonlySet<string> },
): ChartSpot[] {
  const [start, end] = sides;
  const series = [1, 2, 0] as const;
  const drawn = [start, end, ...(unspecified.total > 0 ? [unspecified] : [])].map((side, at) => ({
    ...side,
    series: series[at],
  }));
  const shown = drawn.filter(({ gender }) => !hidden.has(gender));
  return ages.map((title, at) => {
    const age = ageValues[at] ?? '';
    const each = shown.map(
      ({ gender, label, people }): SpotSeries => ({
        key: gender,
        points: [{ metric, dimensions: ['age', 'gender'], values: [age, gender], value: people[at] ?? 0 }],
        drawnAs: label,
      }),
    );
    return {
      key: keyOf(['age'], [age]),
      title,
      lines: shown.map(({ gender, label, people, series: color }) => {
        const count = people[at] ?? 0;
        const value = said(count, listed > 0 ? count / listed : 0, formats);
        return { label, value, series: color, of: gender };
      }),
      points: each.flatMap(({ points }) => points),
      series: each,
    };
  });
}
