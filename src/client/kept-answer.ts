/**
 * What of an answer is kept in the browser: aggregates, and nothing else. Does not know where (persisted-answers.ts).
 */
import {
  type Day,
  type Derivation,
  type InsightsResult,
  isMetricName,
  looksLikeSecret,
  periods,
  readDay,
} from '../spec/index.js';
import { Untrusted } from '../spec/untrusted.js';

/** The fields that are kept: a new one of InsightsResult does not compile before it has its place here. */
type Kept = Omit<InsightsResult, 'gaps' | 'stale' | 'staleError' | 'stored'>;
export type KeptAnswer = Kept & { readonly fetchedAt: number };

/** No text in an answer, and no question, is longer. */
export const maxText = 200;

const readNumber = (at: Untrusted): number => (typeof at.value === 'number' ? at.count() : at.fail());
export const readTime = (at: Untrusted): number => (readNumber(at) >= 0 ? readNumber(at) : at.fail());
const readTrue = (at: Untrusted): true => (at.value === true ? true : at.fail());
export const readText = (at: Untrusted): string =>
  at.text().length <= maxText && !looksLikeSecret(at.text()) ? at.text() : at.fail();
const readOneOf = <T extends string>(at: Untrusted, known: readonly T[]): T =>
  known.find((word) => word === at.value) ?? at.fail();
// Unix seconds are a day to an author; in a result they are none.
const readResultDay = (at: Untrusted): Day => (readDay(at.text()) === at.text() ? at.text() : at.fail());
const readDays = (at: Untrusted): Day[] => at.items().map(readResultDay);

function readWindow(at: Untrusted): { since: Day; until: Day } {
  const since = readResultDay(at.member('since'));
  const until = readResultDay(at.member('until'));
  return since <= until ? { since, until } : at.fail();
}

function readBreakdown(at: Untrusted): NonNullable<Kept['breakdowns']>[number] {
  const dimensions = at.member('dimensions').items().map(readText);
  const rows = at
    .member('rows')
    .items()
    .map((row) => {
      const values = row.member('values').items().map(readText);
      return {
        values: values.length === dimensions.length ? values : row.fail(),
        value: readNumber(row.member('value')),
      };
    });
  const incomplete = at.member('incomplete');
  const day = at.member('day');
  return {
    dimensions,
    rows,
    ...(!incomplete.isAbsent && { incomplete: readTrue(incomplete) }),
    ...(!day.isAbsent && { day: readResultDay(day) }),
  };
}

function readDerivation(at: Untrusted): Derivation {
  const kind = readOneOf(at.member('kind'), ['totals', 'days']);
  if (kind === 'days') return { kind };
  const [known, of] = [at.member('known'), at.member('of')].map(readNumber) as [number, number];
  return Number.isInteger(known) && Number.isInteger(of) && known > 0 && known <= of ? { kind, known, of } : at.fail();
}

const readers: { readonly [Field in keyof Kept]-?: (at: Untrusted) => NonNullable<Kept[Field]> } = {
  metric: (at) => (isMetricName(at.text()) ? at.text() : at.fail()),
  period: (at) => readOneOf(at, periods),
  total: readNumber,
  series: (at) =>
    at.items().map((point) => {
      const value = point.member('value');
      return { day: readResultDay(point.member('day')), value: value.value === null ? null : readNumber(value) };
    }),
  breakdowns: (at) => at.items().map(readBreakdown),
  range: readWindow,
  fetchedAt: readTime,
  source: (at) => readOneOf(at, ['api', 'derived', 'demo']),
  derivation: readText,
  derivedFrom: readDerivation,
  provisional: readDays,
  reason: (at) => (/^[a-z]+(-[a-z]+)*$/.test(at.text()) ? readText(at) : at.fail()),
  parts: (at) =>
    at.items().map((part) => {
      const total = part.member('total');
      return { ...readWindow(part), ...(!total.isAbsent && { total: readNumber(total) }) };
    }),
  strays: readDays,
};

/**
 * A result, built anew from what may be kept of it: for what goes into storage and for what comes out of it.
 * @throws InsightsError where it is none, is not whole, or is not dated
 */
export function readKeptAnswer(value: unknown): KeptAnswer {
  const { fetchedAt, ...kept } = readWholeAnswer(value);
  return fetchedAt === undefined ? new Untrusted(value).member('fetchedAt').fail() : { ...kept, fetchedAt };
}

/**
 * The same of one that need not be dated: a page may show numbers of its own.
 * @throws InsightsError where it is none, or is not whole
 */
export function readWholeAnswer(value: unknown): Kept {
  const at = new Untrusted(value);
  const gaps = at.member('gaps');
  if (at.member('stale').value || (!gaps.isAbsent && gaps.items().length > 0)) at.fail();
  const kept: Partial<Kept> = Object.fromEntries(
    Object.entries(readers).flatMap(([field, read]) => {
      const member = at.member(field);
      return member.isAbsent ? [] : [[field, read(member)]];
    }),
  );
  const { metric, period } = kept;
  if (metric === undefined || period === undefined) return at.fail();
  return { ...kept, metric, period };
}
