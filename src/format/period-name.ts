/** What days are called that the API has a name for: a range, or a timeframe of demographics. */
import type { Range, Timeframe } from '../spec/index.js';
import type { ControlWords } from './control-words.js';
import type { Formats } from './formats.js';

type MonthWords = Pick<ControlWords, 'lastDays' | 'prevMonth'>;
type Counting = Pick<Formats, 'quantity'>;

/** The reference: "this_month returns the data in the last 30 days and this_week returns data in the last 7 days". */
const meantByTimeframe: Partial<Record<Timeframe, number>> = { this_month: 30, this_week: 7 };

/** `last_28_days` -> 28 */
const countIn = (name: string): number => Number(/\d+/.exec(name)?.[0]);

export function rangeName(
  range: Range,
  words: MonthWords & Pick<ControlWords, 'thisMonth'>,
  formats: Counting,
): string {
  if (range === 'this_month') return words.thisMonth;
  return range === 'prev_month' ? words.prevMonth : words.lastDays(formats.quantity(countIn(range)));
}

export const timeframeName = (timeframe: Timeframe, words: MonthWords, { quantity }: Counting): string =>
  timeframe === 'prev_month'
    ? words.prevMonth
    : words.lastDays(quantity(meantByTimeframe[timeframe] ?? countIn(timeframe)));
