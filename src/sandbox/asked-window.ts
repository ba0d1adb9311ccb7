/** The days that `since` and `until` mean. */
import {
  addDays,
  type Day,
  dayOf,
  daysOf,
  defaultMaxWindowSeconds,
  type MetricName,
  memoryDays,
  readDay,
  specOf,
  startOfDay,
  wireName,
} from '../spec/index.js';
import { refusals } from './refusal.js';

/** Unix seconds, both inclusive, and the API days they touch. */
export interface AskedWindow {
  readonly since: number;
  readonly until: number;
  readonly days: readonly Day[];
}

/** "If you do not include these parameters, the API will look back 24 hours": yesterday through today. */
const lookBackSeconds = 86_400;

/**
 * @param now milliseconds since the epoch
 * @throws Refusal
 */
export function readWindow(params: URLSearchParams, metrics: readonly MetricName[], now: number): AskedWindow {
  const until = readSeconds(params, 'until') ?? Math.floor(now / 1000);
  const since = readSeconds(params, 'since') ?? until - lookBackSeconds;
  const today = dayOf(now);
  const first = dayOf(since * 1000);
  if (first > today || first < addDays(today, -memoryDays)) throw refusals.outOfMemory();
  if (since > until) throw refusals.reversed();
  if (until - since > defaultMaxWindowSeconds) throw refusals.tooLong(defaultMaxWindowSeconds);
  for (const metric of metrics) {
    const { memoryDays: days } = specOf(metric);
    if (days !== undefined && first < addDays(today, -days)) throw refusals.shortMemory(wireName(metric), days);
  }
  return { since, until, days: daysOf({ since: first, until: dayOf(until * 1000) }) };
}

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** Unix seconds, a day, or a time with its zone. */
function readSeconds(params: URLSearchParams, name: 'since' | 'until'): number | undefined {
  const text = params.get(name);
  if (text === null || text === '') return undefined;
  if (/^\d{1,11}$/.test(text)) return Number(text);
  const day = readDay(text);
  if (day !== undefined) return startOfDay(day);
  const ms = isoTime.test(text) ? Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')) : Number.NaN;
  if (Number.isNaN(ms)) throw refusals.notATime(name);
  return Math.floor(ms / 1000);
}
