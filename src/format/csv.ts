/** Results as CSV: the API's own values and ISO days, one number a row, and what a reader must know beside each. */
import type { DayWindow, InsightsResult } from '../spec/index.js';

const columns = [
  'metric',
  'since',
  'until',
  'day',
  'dimensions',
  'values',
  'value',
  'source',
  'derivation',
  'fetched_at',
];

type Cell = string | number | null | undefined;

/** RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. Safe to open: no cell is a formula. */
export function resultsToCsv(results: readonly InsightsResult[]): string {
  const lines = [columns, ...results.flatMap(rowsOf)];
  return `\uFEFF${lines.map((cells) => cells.map(toCell).join(',')).join('\r\n')}\r\n`;
}

function rowsOf(result: InsightsResult): Cell[][] {
  const row = (
    value: Cell,
    day: Cell,
    dimensions: Cell,
    values: Cell,
    range: Partial<DayWindow> = result.range ?? {},
  ): Cell[] => [
    result.metric,
    range.since,
    range.until,
    day,
    dimensions,
    values,
    value,
    result.source === 'demo' ? 'sample data' : result.source,
    result.derivation,
    result.fetchedAt === undefined ? undefined : new Date(result.fetchedAt).toISOString(),
  ];
  return [
    ...(result.total === undefined ? [] : [row(result.total, undefined, undefined, undefined)]),
    ...(result.parts ?? []).flatMap((part) =>
      part.total === undefined ? [] : [row(part.total, undefined, undefined, undefined, part)],
    ),
    ...(result.series ?? []).map(({ day, value }) => row(value, day, undefined, undefined)),
    ...(result.breakdowns ?? []).flatMap(({ dimensions, rows, day }) =>
      rows.map(({ values, value }) => row(value, day, dimensions.join(' / '), values.join(' / '))),
    ),
  ];
}

/** A text that a spreadsheet would run, full-width forms too, gets an apostrophe in front. Numbers stay numbers. */
function toCell(cell: Cell): string {
  if (cell === undefined || cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
