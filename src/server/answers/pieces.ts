/**
 * A question in the pieces that answers are kept in: a metric's row, or one day of a metric's series. Pure.
 *
 * Decides which questions share what is kept, which calls fetch what is missing, and what never changes any more. Does not
 * know where pieces are kept (piece-store.ts) or when they are asked for (answer-source.ts).
 */
import { type GraphCall, metricsOf } from '../../client/call.js';
import { cellKey, narrowed, rowOf } from '../../client/cells.js';
import {
  type Day,
  type DayWindow,
  dayCount,
  daysOf,
  isWithin,
  provisionalDays,
  readEndTime,
  splitWindow,
  windowSeconds,
} from '../../spec/index.js';
import { memberOf } from '../../spec/records.js';
import type { Question } from '../question.js';

export interface Piece {
  /** One text for equal questions of an account: letters, digits, `_`, `-`, `,` and `~`. */
  readonly key: string;
  /** By the API's name; empty for who the account is. */
  readonly metric: string;
  /** The days it is about, where they were named. */
  readonly window?: DayWindow;
  /** The day, of a series. */
  readonly day?: Day;
}

/** What came of a piece: null where the API was asked and gave nothing. */
export interface PieceAnswer {
  readonly value: unknown;
  /** When the API gave it: milliseconds since the epoch. */
  readonly at: number;
  readonly isDemo: boolean;
}

/** The pieces of a question, in the order of its metrics and days. */
export function piecesOf({ call, window }: Question): Piece[] {
  if (call.edge === 'account') return [{ key: `account~${call.params.fields}`, metric: '' }];
  return metricsOf(call).flatMap((metric): Piece[] => {
    if (!window) return [{ key: cellKey(call, metric), metric }];
    if (call.params.metric_type !== 'time_series') {
      return [{ key: cellKey(dated(call, window.since, window.until), metric), metric, window }];
    }
    return daysOf(window).map((day) => {
      return { key: cellKey(dated(call, day, day), metric), metric, day, window: { since: day, until: day } };
    });
  });
}

/** How many pieces a question has. */
export function countPieces({ call, window }: Question): number {
  if (call.edge === 'account') return 1;
  const isSeries = window !== undefined && call.params.metric_type === 'time_series';
  return metricsOf(call).length * (isSeries ? dayCount(window) : 1);
}

/** Days, in a key, are days: one question is not another in summer. */
const dated = ({ edge, params }: GraphCall, since: Day, until: Day): GraphCall => ({
  edge,
  params: { ...params, since, until },
});

/** A call, and the pieces that it is made for. */
export interface PieceCall {
  readonly call: GraphCall;
  readonly pieces: readonly Piece[];
}

/**
 * The fewest calls that give pieces of a question: of a series only the windows that hold one of them.
 * @param maxWindowSeconds the longest window that the host answers
 */
export function callsFor({ call }: Question, pieces: readonly Piece[], maxWindowSeconds: number): PieceCall[] {
  if (pieces.length === 0) return [];
  if (call.edge === 'account') return [{ call, pieces }];
  const asked = (some: readonly Piece[]): GraphCall =>
    narrowed(
      call,
      metricsOf(call).filter((name) => some.some(({ metric }) => metric === name)),
    );
  const span = spanOf(pieces);
  if (!span) return [{ call: asked(pieces), pieces }];
  return splitWindow(span, maxWindowSeconds).flatMap((part) => {
    const own = pieces.filter(({ day }) => day !== undefined && isWithin(part, day));
    const days = spanOf(own);
    if (!days) return [];
    const { edge, params } = asked(own);
    const seconds = windowSeconds(days);
    const window = { since: String(seconds.since), until: String(seconds.until) };
    return [{ call: { edge, params: { ...params, ...window } }, pieces: own }];
  });
}

/** From the first of the days of a series to the last; undefined where there is none. */
function spanOf(pieces: readonly Piece[]): DayWindow | undefined {
  const days = pieces.flatMap(({ day }) => day ?? []).toSorted();
  const [since, until] = [days[0], days.at(-1)];
  return since !== undefined && until !== undefined ? { since, until } : undefined;
}

/** What a sieved answer says of a piece; null where it says nothing. */
export function valueOf(piece: Piece, body: unknown): unknown {
  if (piece.metric === '') return body;
  const row = rowOf(body, piece.metric);
  if (piece.day === undefined) return row ?? null;
  // Where paging repeats a day, its later number counts.
  const values = memberOf(row, 'values');
  return (Array.isArray(values) ? values : []).findLast((point: unknown) => dayOfPoint(point) === piece.day) ?? null;
}

function dayOfPoint(point: unknown): Day | undefined {
  const endTime = memberOf(point, 'end_time');
  return typeof endTime === 'string' ? readEndTime(endTime) : undefined;
}

/** The body of an answer from its pieces, in the Graph API's shape. */
export function joinPieces({ call }: Question, pieces: readonly Piece[], values: ReadonlyMap<string, unknown>): object {
  if (call.edge === 'account') return Object(values.get(pieces[0]?.key ?? '') ?? {});
  const data = metricsOf(call).flatMap((metric) => {
    const own = pieces.filter((piece) => piece.metric === metric);
    const known = own.flatMap(({ key }) => values.get(key) ?? []);
    if (known.length === 0) return [];
    if (own[0]?.day === undefined) return known;
    return [{ name: metric, period: call.params.period, values: known }];
  });
  return { data };
}

/** Whether a piece will never change: all its days are older than the API's delay, and it has a number. */
export const isSettled = ({ window }: Piece, { value, at }: PieceAnswer): boolean =>
  window !== undefined && provisionalDays(window, at).length === 0 && hasNumber(value);

/** Whether an answer of days long past is empty: it may fill later, but not soon. */
export const isLongEmpty = ({ window }: Piece, { value, at }: PieceAnswer): boolean =>
  window !== undefined && provisionalDays(window, at).length === 0 && !hasNumber(value);

/** Whether a row, or a point of a series, holds a number at all. */
function hasNumber(value: unknown): boolean {
  const total = memberOf(value, 'total_value');
  const breakdowns = memberOf(total, 'breakdowns');
  const results = (Array.isArray(breakdowns) ? breakdowns : []).map((item: unknown) => memberOf(item, 'results'));
  const rows = results.flatMap((item) => (Array.isArray(item) ? item : [item]));
  return (
    isCount(memberOf(value, 'value')) || isCount(memberOf(total, 'value')) || (rows.length > 0 && rows.every(isRow))
  );
}

const isRow = (row: unknown): boolean => isCount(memberOf(row, 'value'));

/** A number, a numeric text, or a map of them by the hour. */
const isCount = (value: unknown): boolean =>
  typeof value === 'number' ||
  (typeof value === 'string' && value !== '') ||
  (typeof value === 'object' && value !== null && Object.keys(value).length > 0);
