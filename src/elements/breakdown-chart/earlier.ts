/** The window before the one on screen: which it is, whether it is asked for, and what is said of it. Pure. */
import { type InsightsSnapshot, isBeyondOneCount } from '../../client/index.js';
import { type BreakdownWords, changeWordsFor, type Formats } from '../../format/index.js';
import {
  canonicalQuery,
  type Day,
  type DayWindow,
  oldestDay,
  previousWindow,
  type QueryInput,
  readSpec,
} from '../../spec/index.js';

export interface EarlierWindow {
  readonly window: DayWindow;
  /** Why it is not asked for. */
  readonly refusal: 'outOfMemory' | 'uncounted' | undefined;
}

export interface Moment {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The longest window that one call takes. */
  readonly maxWindowSeconds: number | undefined;
}

/** @returns undefined where nothing is to be compared, or the rows of two windows cannot be */
export function earlierWindow(
  { compare, ...asked }: QueryInput,
  { now, maxWindowSeconds }: Moment,
): EarlierWindow | undefined {
  const spec = readSpec(asked.metric);
  if (!compare || !spec || spec.rowMeanings) return undefined;
  const query = canonicalQuery(asked, now);
  if (!query.window || isBeyondOneCount(query, maxWindowSeconds)) return undefined;
  const window = previousWindow(query.window);
  if (window.since < oldestDay([spec], now)) return { window, refusal: 'outOfMemory' };
  return { window, refusal: isBeyondOneCount({ ...query, window }, maxWindowSeconds) ? 'uncounted' : undefined };
}

export interface VersusParts {
  readonly earlier: EarlierWindow;
  readonly snapshot: InsightsSnapshot | undefined;
  /** Whether the drawing has thin marks for it. */
  readonly hasMarks: boolean;
  readonly words: BreakdownWords;
  readonly formats: Formats;
  /** The API's day of reading. */
  readonly today: Day;
}

/** The days that are compared with and how they are drawn, or why they are not compared. */
export function versusOf({ earlier, snapshot, hasMarks, words, formats, today }: VersusParts): string {
  const change = changeWordsFor(formats.locale);
  const { result, error, fetching } = snapshot ?? {};
  if (earlier.refusal) return change[earlier.refusal];
  if (error && !result && !fetching) return change.notHad;
  const days = formats.window(earlier.window, today);
  if (result && !result.breakdowns?.length) return `${change.versusDays(days)}: ${change.noBase}`;
  return hasMarks ? words.thinMark(days) : change.versusDays(days);
}
