/**
 * The API's days: calendar days of the US Pacific coast, whoever looks and wherever they are.
 *
 * Decides what a day, a range and a window are, and which day a point belongs to.
 * Does not know queries or metrics. Every function takes `now`; none reads a clock.
 */
import { tzOffset } from '@date-fns/tz/tzOffset';

/** `YYYY-MM-DD`, a calendar day in America/Los_Angeles. */
export type Day = string;

/** Both days inclusive. */
export interface DayWindow {
  readonly since: Day;
  readonly until: Day;
}

export const zone = 'America/Los_Angeles';

/** The API answers a window of at most this many seconds between `since` and `until`. Instagram Login hosts may take more. */
export const defaultMaxWindowSeconds = 2_592_000;

/** Numbers of the last 48 hours still move. Source: "Data used to calculate metrics may be delayed up to 48 hours". */
export const delayMs = 48 * 3_600_000;

/** How far back the API remembers; the live edge is at 729 to 730 days. */
export const memoryDays = 729;

const dayMs = 86_400_000;
const toUtc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const fromUtc = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** The API day that holds an instant (milliseconds since the epoch). */
export const dayOf = (instant: number): Day => fromUtc(instant + tzOffset(zone, new Date(instant)) * 60_000);

/**
 * The day of a point in a time series.
 *
 * Instagram labels the day D with `end_time` = Pacific midnight at the *start* of D (07:00Z in summer, 08:00Z in
 * winter): asked for since = midnight of D and until = one second before the next midnight, it answers exactly one
 * point, and the Pacific date of its `end_time` is D (recorded 2026-10-01, graph.facebook.com). The reference says the
 * same in other words: "data older than this value is not included".
 */
export const dayOfEndTime = (endTime: number): Day => dayOf(endTime);

/**
 * Reads the day of a point from its `end_time`: `2017-05-04T07:00:00+0000`, also with `+00:00` or `Z`.
 * @returns undefined for anything that is no moment
 */
export function readEndTime(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/.test(text)) return undefined;
  const ms = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  // Date.parse would take the 30th of February for the 1st or 2nd of March.
  return Number.isFinite(ms) && readDay(text.slice(0, 10)) !== undefined ? dayOfEndTime(ms) : undefined;
}

/** Unix seconds of the Pacific midnight with which a day begins. */
export function startOfDay(day: Day): number {
  const utc = toUtc(day);
  // Pacific clocks change at 02:00, so the offset at 08:00Z, around Pacific midnight, is that of the midnight.
  return utc / 1000 - tzOffset(zone, new Date(utc + 8 * 3_600_000)) * 60;
}

export const addDays = (day: Day, count: number): Day => fromUtc(toUtc(day) + count * dayMs);

/** How many days a window holds; 1 for a single day. */
export const dayCount = ({ since, until }: DayWindow): number => Math.round((toUtc(until) - toUtc(since)) / dayMs) + 1;

/** Whether a window holds a day. */
export const isWithin = ({ since, until }: DayWindow, day: Day): boolean => since <= day && day <= until;

/** Every day of a window, in order. */
export const daysOf = (window: DayWindow): Day[] =>
  Array.from({ length: Math.max(0, dayCount(window)) }, (_, index) => addDays(window.since, index));

/** A window as the wire wants it: Unix seconds, midnight of the first day to one second before the midnight after the last. */
export const windowSeconds = ({ since, until }: DayWindow): { since: number; until: number } => ({
  since: startOfDay(since),
  until: startOfDay(addDays(until, 1)) - 1,
});

/** The window of the same length that ends the day before. */
export const previousWindow = (window: DayWindow): DayWindow => ({
  since: addDays(window.since, -dayCount(window)),
  until: addDays(window.since, -1),
});

/** A window that has begun, without its days to come. */
export const upToToday = ({ since, until }: DayWindow, now: number): DayWindow => {
  const today = dayOf(now);
  return { since, until: since <= today && today < until ? today : until };
};

/**
 * Cuts a window into the fewest that the API answers, oldest first, no day twice.
 * @param maxSeconds between `since` and `until` of each
 */
export function splitWindow(window: DayWindow, maxSeconds = defaultMaxWindowSeconds): DayWindow[] {
  const parts: DayWindow[] = [];
  const mostDays = Math.max(1, Math.min(dayCount(window), Math.ceil(maxSeconds / 86_400)));
  let since = window.since;
  while (since <= window.until) {
    let until = addDays(since, mostDays - 1);
    if (until > window.until) until = window.until;
    while (until > since && spanSeconds({ since, until }) > maxSeconds) until = addDays(until, -1);
    parts.push({ since, until });
    since = addDays(until, 1);
  }
  return parts;
}

const spanSeconds = (window: DayWindow): number => {
  const wire = windowSeconds(window);
  return wire.until - wire.since;
};

const trailing =
  (count: number) =>
  (today: Day): DayWindow => ({ since: addDays(today, -count), until: addDays(today, -1) });

const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01`;

/** The presets of the `range` attribute: a window for each, from today's API day. `last_…` end yesterday. */
export const ranges = {
  last_7_days: trailing(7),
  last_14_days: trailing(14),
  last_28_days: trailing(28),
  last_30_days: trailing(30),
  last_90_days: trailing(90),
  this_month: (today: Day): DayWindow => ({ since: firstOfMonth(today), until: today }),
  prev_month: (today: Day): DayWindow => {
    const until = addDays(firstOfMonth(today), -1);
    return { since: firstOfMonth(until), until };
  },
} as const;

export type Range = keyof typeof ranges;
export const rangeNames = Object.keys(ranges) as readonly Range[];
export const isRange = (name: string): name is Range => Object.hasOwn(ranges, name);

/** What is shown when an author names no days. */
export const defaultRange: Range = 'last_28_days';

export const windowOfRange = (range: Range, now: number): DayWindow => ranges[range](dayOf(now));

/**
 * Reads a day as an author or the wire writes it: `YYYY-MM-DD`, or Unix seconds, read as the API day that holds them.
 * @returns undefined for anything that is no real day
 */
export function readDay(text: string): Day | undefined {
  if (/^\d{9,10}$/.test(text)) return dayOf(Number(text) * 1000);
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return undefined;
  const utc = toUtc(text);
  return Number.isFinite(utc) && fromUtc(utc) === text ? text : undefined;
}

/** The days of a window whose numbers still move: those that ended less than 48 hours ago, or have not ended. */
export const provisionalDays = (window: DayWindow, now: number): Day[] =>
  daysOf(window).filter((day) => startOfDay(addDays(day, 1)) * 1000 > now - delayMs);
