/** Any answer of the Graph API -> results, or the error that it is. Apart from result.ts: a page reads errors where they arrive. */
import { readGraphError } from './graph-errors.js';
import { type InsightsResult, readRows } from './result.js';

/**
 * Reads an answer of `/{id}/insights`: the `data` envelope, a bare node, or `insights` nested by field expansion.
 * @returns one result per row, in the answer's order; none for `{"data":[]}`
 * @throws InsightsError of the Graph's error when the JSON is one; `malformed-response`, with a path, for anything else
 */
export function readResults(json: unknown): InsightsResult[] {
  const error = readGraphError(json);
  if (error) throw error;
  return readRows(json);
}
