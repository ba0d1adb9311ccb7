/**
 * What a call says of one metric: the smallest thing that is asked, kept and told anew. Pure.
 *
 * Decides what is one and the same question, whichever others travelled with it. Does not know where cells are kept: a
 * backend keeps them for its pages (server/), a snapshot is a file of them (transports/snapshot.ts).
 */
import { memberOf } from '../spec/records.js';
import type { GraphCall } from './call.js';

/** The parameters that tell one question about a metric from another, in the order in which a key has them. */
const told = ['period', 'metric_type', 'timeframe', 'breakdown', 'since', 'until'] as const;

/**
 * One text for equal questions about a metric: `reach~day~total_value~~media_product_type~1795420800~1796025599`. Of
 * letters, digits, `_`, `,`, `~` only, where the call is one of ours.
 */
export const cellKey = ({ params }: GraphCall, metric: string): string =>
  [metric, ...told.map((name) => params[name] ?? '')].join('~');

/** The same call about some of its metrics. */
export const narrowed = ({ edge, params }: GraphCall, metrics: readonly string[]): GraphCall => ({
  edge,
  params: { ...params, metric: metrics.join(',') },
});

/** What an answer says of a metric, unread; undefined where it has no row of that name. */
export function rowOf(json: unknown, metric: string): unknown {
  const data = memberOf(json, 'data');
  return Array.isArray(data) ? data.find((row: unknown) => memberOf(row, 'name') === metric) : undefined;
}
