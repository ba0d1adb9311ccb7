/**
 * From people to colour: up to four steps, each about as many times the one before it.
 *
 * Followers gather in one or two countries: on even steps all others would look the same, and with as many countries in
 * each step the largest would look like the ninth. The same steps make the legend.
 */
import type { PeopleRow } from '../../format/index.js';
import type { ChartTheme } from '../theme.js';

/** One step: its colour, and the least and the most people in it, both included. */
export interface MapStep {
  readonly color: string;
  readonly from: number;
  readonly to: number;
}

const mostSteps = 4;

/** How much of the accent the step of the fewest has, in percent: a mark has 3:1 to the surface. */
const faintest = 68;

/** How much of the text's colour the step of the most has. */
const strongest = 60;

/** @param rows those that are drawn; the steps reach from the fewest people to the most */
export function stepsOf(rows: readonly PeopleRow[], theme: ChartTheme): MapStep[] {
  const people = rows.map((row) => row.people).filter(Number.isFinite);
  if (people.length === 0) return [];
  const [least, most] = [Math.min(...people), Math.max(...people)];
  const starts = startsOf(least, most, Math.min(mostSteps, new Set(people).size));
  return starts.map((from, at) => {
    const next = starts[at + 1];
    return { color: shade(at, starts.length, theme), from, to: next === undefined ? most : next - 1 };
  });
}

/** The step of a number of people; undefined for a number that is none. */
export const stepFor = (people: number, steps: readonly MapStep[]): MapStep | undefined =>
  steps.findLast(({ from }) => people >= from);

function startsOf(least: number, most: number, count: number): number[] {
  const first = Math.max(1, least);
  const starts = [least];
  for (let step = 1; step < count; step += 1) {
    const start = rounded(first * (most / first) ** (step / count));
    if (start > (starts.at(-1) ?? 0) && start <= most) starts.push(start);
  }
  return starts;
}

/** A number to read: two digits that count. */
const rounded = (value: number): number => Number(Math.round(value).toPrecision(2));

/** From a part of the accent over all of it to more than that, the colour of the text: so four steps have room. */
function shade(at: number, count: number, { series: [accent], text, surface }: ChartTheme): string {
  const color = accent ?? text;
  const place = count === 1 ? 2 : (at / (count - 1)) * 3;
  if (place > 2) return `color-mix(in oklab, ${text} ${Math.round((place - 2) * strongest)}%, ${color})`;
  const percent = Math.round(faintest + (100 - faintest) * (place / 2));
  return percent === 100 ? color : `color-mix(in oklab, ${color} ${percent}%, ${surface})`;
}
