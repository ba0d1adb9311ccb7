/** Which calls would fail as another one did: they need not be sent. */
import { type InsightsErrorCode, isInsightsError } from '../spec/index.js';
import type { GraphCall } from './call.js';

/** Failures of one call that every other call of its edge would share. */
const ofAll: readonly InsightsErrorCode[] = [
  'rate-limited',
  'token-expired',
  'no-permission',
  'not-found',
  'blocked',
  'unauthorized',
  'closed',
  'misconfigured',
];

/** Whether a call to the same edge would. */
export function sharesFailure(call: GraphCall, failed: GraphCall, error: unknown): boolean {
  if (!isInsightsError(error)) return false;
  // Where metrics are blamed, others may be answered.
  const isOfAll = ofAll.includes(error.code) && error.metrics.length === 0;
  return isOfAll || (error.code === 'not-offered' && isSame(call, failed));
}

/** Whether two calls ask the same of other days. */
const isSame = (a: GraphCall, b: GraphCall): boolean => questionOf(a) === questionOf(b);

const questionOf = ({ params }: GraphCall): string => JSON.stringify({ ...params, since: '', until: '' });
