/** An answer over HTTP that is no numbers -> the error that it means. Loaded with the first one. */
import { errorCodes, InsightsError, type InsightsErrorCode, readGraphError } from '../../spec/index.js';
import { businessHeader, highest, usageHeader } from './http.js';

/** @returns undefined where the answer is JSON after all, of a shape that is the reader's part to judge */
export function readFailure(json: unknown, { status, headers }: Response): InsightsError | undefined {
  const error = readGraphError(json, { status, retryAt: readRetryAt(headers) });
  if (error || (typeof json === 'object' && json !== null)) return error;
  return new InsightsError('malformed-response', { detail: 'The answer is not JSON.', path: '', status });
}

/** Why a backend gave an older answer, by its code. That it did not reach Instagram is no network of the visitor's. */
export function readStale(code: unknown): InsightsError {
  const known = Object.keys(errorCodes).find((name) => name === code) as InsightsErrorCode | undefined;
  return new InsightsError(known === 'network' ? 'server-error' : (known ?? 'unknown'));
}

/** When a server says to ask again: milliseconds since the epoch. */
function readRetryAt(headers: Headers): number | undefined {
  const text = headers.get('Retry-After') ?? '';
  if (/^\d{1,7}$/.test(text)) return Date.now() + Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isFinite(date) ? date : readRegainTime(headers);
}

/** Meta says it in minutes, for each business that the app stands in for, and says 0 while no limit holds. */
function readRegainTime(headers: Headers): number | undefined {
  const minutes = highest(limitsOf(headers), 'estimated_time_to_regain_access');
  return minutes > 0 ? Date.now() + minutes * 60_000 : undefined;
}

/** What Meta's two headers say of limits. Those of other products are others. */
export function limitsOf(headers: Headers): string {
  const ours = headers.get(businessHeader)?.match(/\{[^{}]*"type":\s*"instagram"[^{}]*\}/g);
  return [headers.get(usageHeader), ...(ours ?? [])].join();
}
