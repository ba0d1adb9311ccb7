/**
 * What comes back: untrusted JSON -> results.
 *
 * Knows the API's shapes. Never guesses: what is not such a shape becomes an InsightsError with a path to the fault,
 * and what is absent stays absent.
 */
import { type Day, readEndTime } from './days.js';
import type { InsightsError } from './errors.js';
import { Untrusted } from './untrusted.js';

export interface SeriesPoint {
  /** The API's day, `YYYY-MM-DD`. */
  readonly day: Day;
  /** null where the API gave no number for a day. */
  readonly value: number | null;
}

export interface BreakdownRow {
  /** One per dimension, in the order of `dimensions`: the API's own values. */
  readonly values: readonly string[];
  readonly value: number;
}

export interface ResultBreakdown {
  readonly dimensions: readonly string[];
  readonly rows: readonly BreakdownRow[];
  /** Whether the API named a row without giving its number: what is not there is then not zero. */
  readonly incomplete?: true;
  /** The day an hour map is for. */
  readonly day?: Day;
}

/** Days that could not be had, and why. */
export interface Gap {
  readonly since: Day;
  readonly until: Day;
  readonly error: InsightsError;
}

/** How a derived number came about, as data. */
export type Derivation =
  /** Totals of parts of the range, added up: as many as are known, of so many parts. */
  | { readonly kind: 'totals'; readonly known: number; readonly of: number }
  /** A total for each day, each a question of its own: they need not add up to the total of all days. */
  | { readonly kind: 'days' };

/** One metric's answer. What the API did not give is not there: missing is not zero. */
export interface InsightsResult {
  readonly metric: string;
  readonly period: string;
  readonly total?: number;
  readonly series?: readonly SeriesPoint[];
  readonly breakdowns?: readonly ResultBreakdown[];
  /** Filled in by a client: the days that were asked for. */
  readonly range?: { readonly since: Day; readonly until: Day };
  /** When the API gave the numbers, as far as they still move: milliseconds since the epoch. */
  readonly fetchedAt?: number;
  readonly source?: 'api' | 'derived' | 'demo';
  /** How a derived number came about, in words: English where a client has filled it in. */
  readonly derivation?: string;
  /** The same as data, to be said in another language; filled in by a client. */
  readonly derivedFrom?: Derivation;
  /** Days whose numbers still move. */
  readonly provisional?: readonly Day[];
  readonly gaps?: readonly Gap[];
  /** Whether a newer answer was asked for and could not be had. */
  readonly stale?: boolean;
  /** Why, where it is the backend that could not have one. */
  readonly staleError?: InsightsError;
  /** Why there is no number: see the reasons of an element's `empty` state. */
  readonly reason?: string;
  /** The parts of the range that Instagram counted, where it did not count all: their totals are not the range's. */
  readonly parts?: readonly { readonly since: Day; readonly until: Day; readonly total?: number }[];
  /** Days that the API answered for without being asked: their numbers are left out. */
  readonly strays?: readonly Day[];
  /** Kept in the browser from an earlier visit. */
  readonly stored?: true;
}

/**
 * Reads the rows of an answer that is known to be no error: see readResults.
 * @throws InsightsError `malformed-response`, with a path, for anything else
 */
export const readRows = (json: unknown): InsightsResult[] => findRows(new Untrusted(json)).map(readRow);

function findRows(answer: Untrusted): readonly Untrusted[] {
  const data = answer.member('data');
  const insights = answer.member('insights');
  if (data.value !== undefined) return data.items();
  if (insights.value !== undefined && answer.path === '') return findRows(insights);
  return answer.member('name').value === undefined ? data.fail() : [answer];
}

/** One entry of `values`: a number, a map of numbers, or nothing; of a day, where it has one. */
interface Point {
  readonly at: Untrusted;
  readonly number: number | undefined;
  readonly map: readonly (readonly [string, number])[];
  readonly day: Day | undefined;
}

function readRow(row: Untrusted): InsightsResult {
  const name = row.member('name');
  const metric = name.text() || name.fail();
  const period = row.member('period').text();
  const values = row.member('values');
  const points = values.isAbsent ? [] : values.items().map(readPoint);
  const { value, breakdowns: listed } = readTotal(row.member('total_value'));
  const total = value ?? undatedTotal(points);
  const series = readSeries(points);
  const breakdowns = [...listed, ...points.flatMap((point) => readMap(metric, point))].filter(
    ({ dimensions }) => dimensions.length > 0,
  );
  return {
    metric,
    period,
    ...(total !== undefined && { total }),
    ...(series.length > 0 && { series }),
    ...(breakdowns.length > 0 && { breakdowns }),
  };
}

function readPoint(at: Untrusted): Point {
  const value = at.member('value');
  const endTime = at.member('end_time');
  return {
    at,
    number: value.isAbsent || value.isRecord ? undefined : value.count(),
    map: value.isRecord ? value.entries().map(([key, number]) => [key, number.count()]) : [],
    day: endTime.value === undefined ? undefined : (readEndTime(endTime.text()) ?? endTime.fail()),
  };
}

/** A number without a day is a total where it stands alone; beside others it is no shape of the API's. */
function undatedTotal(points: readonly Point[]): number | undefined {
  const undated = points.find(({ day, number }) => day === undefined && number !== undefined);
  if (undated && points.length > 1) undated.at.member('end_time').fail();
  return undated?.number;
}

/** One point per day, oldest first. Where paging repeats a day, its later number counts. */
function readSeries(points: readonly Point[]): SeriesPoint[] {
  const byDay = new Map<Day, number | null>();
  for (const { at, number, day } of points) {
    if (at.member('value').isRecord) continue;
    if (day !== undefined) byDay.set(day, number ?? byDay.get(day) ?? null);
    else if (number === undefined) at.fail();
  }
  return [...byDay].map(([day, value]) => ({ day, value })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

function readTotal(at: Untrusted): { value?: number; breakdowns: readonly ResultBreakdown[] } {
  if (at.isAbsent) return { breakdowns: [] };
  const value = at.member('value');
  const breakdowns = at.member('breakdowns');
  return {
    ...(!value.isAbsent && { value: value.count() }),
    breakdowns: breakdowns.isAbsent ? [] : breakdowns.items().flatMap((item) => readBreakdown(item) ?? []),
  };
}

/** A breakdown without `results` is none. One with them has a zero for each value that it does not name. */
function readBreakdown(at: Untrusted): ResultBreakdown | undefined {
  const keys = readTexts(at.member('dimension_keys'));
  const keep = keys.flatMap((key, index) => (key === 'timeframe' ? [] : [index]));
  const pick = (texts: readonly string[]): string[] => keep.map((index) => texts[index] as string);
  const results = at.member('results');
  if (results.value === undefined) return undefined;
  const named = results.items().map((row) => {
    const values = row.member('dimension_values');
    const texts = readTexts(values);
    if (texts.length !== keys.length) values.fail();
    const value = row.member('value');
    return { values: pick(texts), value: value.isAbsent ? undefined : value.count() };
  });
  const rows = named.flatMap(({ values, value }) => (value === undefined ? [] : [{ values, value }]));
  return { dimensions: pick(keys), rows, ...(rows.length < named.length && { incomplete: true }) };
}

const readTexts = (at: Untrusted): string[] => at.items().map((item) => item.text());

/** The dimensions of the object values that `values` held before `total_value` came, and that online_followers still has. */
const mapDimensions: ReadonlyMap<string, readonly string[]> = new Map([
  ['online_followers', ['hour']],
  ['audience_country', ['country']],
  ['audience_city', ['city']],
  ['audience_locale', ['locale']],
  ['audience_gender_age', ['gender', 'age']],
]);

/** An empty map is a day that the API has nothing about: no breakdown, not one of zeros. */
function readMap(metric: string, { map, day }: Point): ResultBreakdown[] {
  if (map.length === 0) return [];
  const isHours = map.every(([key]) => /^([01]?\d|2[0-3])$/.test(key));
  const dimensions = mapDimensions.get(metric) ?? [isHours ? 'hour' : 'key'];
  const rows = map.map(([key, value]) => ({
    values: dimensions.length === 2 ? [key.split('.')[0] ?? '', key.split('.').slice(1).join('.')] : [key],
    value,
  }));
  return [{ dimensions, rows, ...(day !== undefined && { day }) }];
}
