/** What a reader has to know of the numbers on screen when something about them is out of the ordinary. */
import { html, nothing, type TemplateResult } from 'lit';
import { type Formats, listText, type ProblemWords, problemWordsFor } from '../format/index.js';
import { addDays, type Day, type DayWindow, dayCount, daysOf, type InsightsResult, isWithin } from '../spec/index.js';

/** What only an element can tell of its answers. */
export interface Oddities {
  /** A unique total is what its days add up to. */
  readonly isSumOfDays?: boolean;
  /** Each day was a question of its own. */
  readonly isDaily?: boolean;
}

export interface FindingsParts {
  /** Every answer on screen, the main one first. */
  readonly results: readonly InsightsResult[];
  /** Until when the element does not ask unasked: milliseconds since the epoch. */
  readonly pausedUntil: number | undefined;
  /** What the element itself has found. */
  readonly oddities: Oddities;
  /** The longest window, in days, over which Instagram counts unique accounts. */
  readonly mostDays: number;
  readonly formats: Formats;
  /** The API's day of reading. */
  readonly today: Day;
  /** Asks again for what could not be had. */
  readonly onRetry: () => void;
  /** Shows fewer days, of which there is a total; undefined where the element cannot. */
  readonly onFewerDays: (() => void) | undefined;
}

export function findingsTemplate(parts: FindingsParts): TemplateResult | typeof nothing {
  const { results, oddities, formats, today, onRetry, onFewerDays, pausedUntil } = parts;
  const words = problemWordsFor(formats.locale);
  const { findings } = words;
  const say = (window: DayWindow): string => formats.window(window, today);
  const gaps = unique(results.flatMap((result) => (result.gaps ?? []).map(say)));
  const unreported = unique(results.flatMap(unreportedOf).map(say));
  const strays = unique(results.flatMap((result) => result.strays ?? []).map((day) => formats.day(day)));
  const lines = [
    results.some(({ reason }) => reason === 'window-too-long') &&
      html`${tooLong(parts, words)} ${fewerDays(words, parts.formats, onFewerDays)}`,
    gaps.length > 0 && html`${findings.gaps(listText(gaps, formats))} ${button(words.retry, onRetry)}`,
    unreported.length > 0 && findings.unreported(listText(unreported, formats)),
    strays.length > 0 && findings.strays(listText(strays, formats)),
    oddities.isDaily && findings.daily,
    oddities.isSumOfDays && findings.sumOfDays,
    pausedUntil !== undefined && findings.paused(formats.moment(pausedUntil)),
  ].filter(Boolean);
  return lines.length === 0
    ? nothing
    : html`<ul class="findings" role="list">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

/** Over how many days there is no total; of no more days than that, what else makes them too long. */
export function tooLong(
  { results, mostDays, formats }: Pick<FindingsParts, 'results' | 'mostDays' | 'formats'>,
  words: ProblemWords,
): string {
  const isHourMore = results.some(
    ({ reason, range }) => reason === 'window-too-long' && range && dayCount(range) <= mostDays,
  );
  return words.tooLong(formats.quantity(mostDays), isHourMore);
}

/** The button with which a reader takes days that are counted together: see `takeFewerDays` of an element. */
export const fewerDays = (
  { fewerDays: label }: ProblemWords,
  { quantity }: Formats,
  onFewerDays: (() => void) | undefined,
): TemplateResult | typeof nothing => (onFewerDays ? button(label(quantity(28)), onFewerDays) : nothing);

const button = (label: string, onClick: () => void): TemplateResult =>
  html`<button type="button" @click=${onClick}>${label}</button>`;

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** The days of a sum that is not whole, where neither a total nor a failure speaks of them. */
function unreportedOf({ range, parts, gaps = [] }: InsightsResult): DayWindow[] {
  if (!range || !parts) return [];
  const known = [...parts, ...gaps];
  const windows: DayWindow[] = [];
  for (const day of daysOf(range)) {
    if (known.some((window) => isWithin(window, day))) continue;
    const last = windows.at(-1);
    if (last && addDays(last.until, 1) === day) windows[windows.length - 1] = { since: last.since, until: day };
    else windows.push({ since: day, until: day });
  }
  return windows;
}
