/** What a provider's days are to a visitor, and which others there are to choose from. Pure. */
import {
  type Day,
  type DayWindow,
  dayOf,
  defaultRange,
  isRange,
  lifecycle,
  type MetricSpec,
  metricNames,
  oldestDay,
  type Range,
  rangeNames,
  readDay,
  refusedBy,
  specOf,
  type Timeframe,
  timeframes,
  upToToday,
  windowOfRange,
} from '../../spec/index.js';
import type { QueryDefaults } from '../context.js';

/** A preset by name, or days of the visitor's own. */
export type DaysChoice = Range | 'custom';

export interface ChosenDays {
  /** undefined where what is set is no days: the provider says so itself. */
  readonly choice: DaysChoice | undefined;
  /** Without days to come. */
  readonly window: DayWindow | undefined;
}

/** Reads the days that are set as the elements under a provider read them; nothing set is the default. */
export function chosenDays(set: QueryDefaults, now: number): ChosenDays {
  const [range, since, until] = [textOf(set.range), textOf(set.since), textOf(set.until)];
  if (since === '' && until === '') return chosenRange(range || defaultRange, now);
  const window = { since: readDay(since) ?? '', until: readDay(until) ?? '' };
  const isMeant = range === '' && window.since !== '' && window.since <= window.until;
  return isMeant ? { choice: 'custom', window: upToToday(window, now) } : nothingChosen;
}

const nothingChosen: ChosenDays = { choice: undefined, window: undefined };

const chosenRange = (name: string, now: number): ChosenDays =>
  isRange(name) ? { choice: name, window: windowOfRange(name, now) } : nothingChosen;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The first and the last day that a visitor can ask for. */
export const knownDays = (now: number, history: boolean | undefined): DayWindow => ({
  since: history ? instagramsFirst : oldestDay([], now),
  until: dayOf(now),
});

const instagramsFirst = '2010-10-06';

/**
 * The presets of a comma text, in its order, and the one that is chosen; all of them where there is no text.
 * Names that are none are left out.
 */
export function offeredRanges(presets: string | undefined, choice: DaysChoice | undefined): readonly Range[] {
  const named = presets?.split(',').map((name) => name.trim()) ?? rangeNames;
  return [...new Set([...named, choice ?? ''])].filter(isRange);
}

const demographics = metricNames.filter((name) => specOf(name).timeframes.length > 0);

/** The timeframe that is set; for anything that is none, the API's default. */
export const chosenTimeframe = (set: QueryDefaults): Timeframe =>
  timeframes.find((name) => name === textOf(set.timeframe)) ?? defaultTimeframe;

const defaultTimeframe: Timeframe =
  demographics.map((name): MetricSpec => specOf(name)).find(({ defaultTimeframe: name }) => name)?.defaultTimeframe ??
  timeframes[0];

/**
 * The timeframes that the API takes for every demographic metric, and the one that is chosen; one for each name.
 * @param version Graph version of the client; undefined where nobody says
 * @param nameOf what a visitor reads: two timeframes of one name are one choice
 */
export function offeredTimeframes(
  chosen: Timeframe,
  version: number | undefined,
  today: Day,
  nameOf: (timeframe: Timeframe) => string,
): readonly Timeframe[] {
  const retired = lifecycle
    .filter((change) => change.metrics.some((name) => demographics.includes(name)))
    .filter((change) => refusedBy(change, version ?? 0, today))
    .flatMap((change) => change.timeframes ?? []);
  const preferred = [chosen, defaultTimeframe, ...timeframes];
  return timeframes.filter((name) => {
    const first = preferred.find((other) => nameOf(other) === nameOf(name));
    return name === chosen || (name === first && !retired.includes(name));
  });
}

/** Two days as a visitor has typed them: `YYYY-MM-DD`, or nothing. */
export interface TypedTexts {
  readonly since: string;
  readonly until: string;
}

/** What keeps two days from being asked for. */
export type DaysFault = 'incomplete' | 'order' | 'unknown';

/** @param known the days that can be asked for */
export function faultOf({ since, until }: TypedTexts, known: DayWindow): DaysFault | undefined {
  if (!readDay(since) || !readDay(until)) return 'incomplete';
  if (since > until) return 'order';
  return since < known.since || until > known.until ? 'unknown' : undefined;
}

/** Whether one of two days is at fault. */
export function isAtFault(text: string, fault: DaysFault | undefined, known: DayWindow): boolean {
  if (fault === 'incomplete') return !readDay(text);
  return fault === 'order' || (fault === 'unknown' && (text < known.since || text > known.until));
}
