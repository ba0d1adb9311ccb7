/**
 * Results as CSV: one number a row, the API's own values and ISO days, and what a reader must know beside each.
 *
 * A day of the window without a number is a row without a value: missing is not zero.
 */
import {
  type Day,
  type DayWindow,
  daysOf,
  type InsightsResult,
  isWithin,
  maskSecret,
  readSpec,
  zone,
} from '../spec/index.js';
import { definitionOf } from './definitions.js';
import { derivationText } from './derivation-text.js';
import { derivationWordsFor } from './derivation-words.js';
import type { Formats } from './formats.js';
import { namesFor, valueLabel } from './names.js';
import { metricLabel } from './words.js';

/** In which language a person reads the table. */
export interface Saying {
  readonly formats: Formats;
}

/** Identifiers of programs: never translated, never in another order. A new one comes last. */
const columns = [
  'metric',
  'name',
  'definition',
  'since',
  'until',
  'day',
  'dimensions',
  'values',
  'label',
  'value',
  'estimated',
  'derived',
  'sample',
  'derivation',
  'provisional',
  'zone',
  'fetched_at',
] as const;

export type Cell = string | number | boolean | null | undefined;

/** What a number is of: a window, a day, a row of a breakdown. */
interface Place extends Partial<DayWindow> {
  readonly day?: Day | undefined;
  readonly dimensions?: readonly string[];
  readonly values?: readonly string[];
}

/** A table of results, the header first: safe to open, see {@link csvOf}. What two of them tell alike is there once. */
export const resultsToCsv = (results: readonly InsightsResult[], saying: Saying): string => {
  const rows = results.flatMap((result) => rowsOf(result, saying));
  return csvOf([columns, ...new Map(rows.map((row) => [JSON.stringify(row), row])).values()]);
};

/** RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. No cell is a formula. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((cells) => `${cells.map(toCell).join()}\r\n`).join('')}`;

function rowsOf(result: InsightsResult, saying: Saying): Cell[][] {
  const { total, range, parts = [], gaps = [], series = [], breakdowns = [] } = result;
  const row = rowIn(result, saying);
  const values = new Map(series.map(({ day, value }) => [day, value]));
  const isDaily = series.length > 0 || breakdowns.some(({ day }) => day !== undefined);
  const days = new Set([...(range && isDaily ? daysOf(range) : []), ...values.keys()]);
  const rows = [
    ...(total === undefined ? [] : [row(total)]),
    ...(parts.length > 0 ? [...parts, ...gaps].sort(bySince).map((part) => row(totalOf(part), part)) : []),
    ...[...days].flatMap((day) =>
      values.has(day) || !breakdowns.some((breakdown) => breakdown.day === day) ? [row(values.get(day), { day })] : [],
    ),
    ...breakdowns.flatMap(({ dimensions, rows: own, day }) =>
      own.map(({ values: texts, value }) => row(value, { day, dimensions, values: texts })),
    ),
  ];
  return rows.length > 0 ? rows : [row(undefined)];
}

/** Of days that could not be had there is none. */
const totalOf = (part: DayWindow): number | undefined => (part as { readonly total?: number }).total;
const bySince = (a: DayWindow, b: DayWindow): number => (a.since < b.since ? -1 : 1);

function rowIn(result: InsightsResult, { formats }: Saying): (value: Cell, place?: Place) => Cell[] {
  const { metric, range, provisional = [], source, fetchedAt } = result;
  const derivation = derivationText(result, derivationWordsFor(formats.locale), formats);
  const names = namesFor(formats.locale);
  const isEstimated = readSpec(metric)?.estimated ?? false;
  return (value, { day, dimensions = [], values = [], since = range?.since, until = range?.until } = {}) => [
    maskSecret(metric),
    metricLabel(metric, formats.locale),
    definitionOf(metric, formats.locale),
    since,
    until,
    day,
    dimensions.join(' / '),
    values.join(' / '),
    values.map((text, at) => valueLabel(dimensions[at] ?? '', text, names, formats)).join(' / '),
    value,
    isEstimated,
    // The API's own number of a day is none of ours, however it was asked for.
    source === 'derived' || (derivation !== undefined && source !== 'api' && day === undefined),
    source === 'demo',
    derivation,
    provisional.some((moving) =>
      day === undefined ? isWithin({ since: since ?? '', until: until ?? '' }, moving) : moving === day,
    ),
    zone,
    fetchedAt === undefined ? undefined : new Date(fetchedAt).toJSON(),
  ];
}

/** What begins a formula: in LibreOffice a true minus too, in a Japanese Excel the full-width and small forms. */
const signs = '[=+\\-@\u2212\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]';

/** What a spreadsheet passes over before one: white space, what nobody sees, and the quotes around a cell. */
const before = '(?:(?![\\t\\r\\n])[\\p{Zs}\\p{Cc}\\p{Cf}"])*';

/** Where it may begin to read one: at the start, and where `;` or a tab parts cells after what does. */
const formula = new RegExp(`^(?=${before}${signs}|[\\t\\r\\n])|(?<=[;\\t\\r\\n])(?=${before}${signs})`, 'gu');

/** A text that a spreadsheet would run gets an apostrophe in front. */
export const unrun = (text: string): string => text.replace(formula, "'");

/** Numbers stay numbers. What a page passes need not be what its type says. */
function toCell(cell: unknown): string {
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  const safe = unrun(typeof cell === 'string' ? cell : cell == null ? '' : JSON.stringify(cell));
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
