/** What is said of the window before the one on screen. Pure. */
import type { InsightsSnapshot } from '../../client/index.js';
import { type BreakdownWords, changeWordsFor, chartWordsFor, type Formats } from '../../format/index.js';
import type { Day } from '../../spec/index.js';
import type { EarlierWindow } from '../earlier-window.js';

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
  if (result && !result.breakdowns?.length)
    return chartWordsFor(formats.locale).labelled(change.versusDays(days), change.noBase);
  return hasMarks ? words.thinMark(days) : change.versusDays(days);
}
