/** What every answer of the sandbox carries, also a refusal. */
import { createDraw } from './random.js';
import type { Departures } from './scenarios.js';

/** Says that the numbers are samples. The client's transports look for it. */
const source = { 'X-Insights-Source': 'demo' };

/** An imitation has no business: Meta puts the id of one there. */
const businessId = '1048576102030405';

/** About 110 calls are one percent of an app's limit. */
const callsPerPercent = 110;

/**
 * @param version Graph version that answers
 * @param calls how many were made so far: the usage grows with them
 */
export function answerHeaders(version: number, { usage }: Departures, calls: number): Record<string, string> {
  const percent = usage?.percent ?? Math.min(99, Math.floor(calls / callsPerPercent));
  const load = { call_count: percent, total_cputime: percent, total_time: percent };
  const business = { type: 'instagram', ...load, estimated_time_to_regain_access: usage?.regainMinutes ?? 0 };
  return {
    ...source,
    'Content-Type': 'application/json',
    'facebook-api-version': `v${version}.0`,
    'X-App-Usage': JSON.stringify(load),
    'X-Business-Use-Case-Usage': JSON.stringify({ [businessId]: [business] }),
  };
}

/** An id shaped like Meta's `fbtrace_id`, another one for each call. */
export function traceId(seed: number | string, call: number): string {
  const draw = createDraw(`${seed}|trace|${call}`);
  return `A${Array.from({ length: 3 }, (_, part) => Math.floor(draw(part) * 2 ** 32).toString(36)).join('_')}`;
}
