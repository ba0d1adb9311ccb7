/** Access by embed tokens: a verifier that believes those of a key set, for what each of them opens. */
import { addDays, type DayWindow, dayCount, dayOf, type Timeframe, wireName } from '../spec/index.js';
import { type Verifier, withheld } from './access.js';
import { createEmbedTokenReader, type EmbedGrant, type EmbedKey } from './embed-token.js';
import type { Question } from './question.js';
import { createRateLimit } from './rate-limit.js';
import { tooOften } from './refusal.js';

export interface EmbedAccessOptions {
  /** All keys whose tokens are believed: the one that signs, and for an hour those before it. */
  readonly keys: readonly EmbedKey[];
  /** Requests a minute with one token. @default 600 */
  readonly perMinute?: number | undefined;
  /** Milliseconds since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
}

/**
 * A verifier for `access`: a request has to carry an embed token (`Authorization: Bearer …`) that opens what it asks.
 * Without one that is believed it answers 401; for another account as if there were none; for metrics or days that the
 * token does not open 403, and names those metrics.
 * @throws TypeError at once, for keys that cannot work
 */
export function createEmbedTokenAccess({ keys, perMinute = 600, now = Date.now }: EmbedAccessOptions): Verifier {
  const readToken = createEmbedTokenReader(keys, now);
  const limit = createRateLimit({ perMinute, now });
  return async (request, question) => {
    const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
    const grant = token === undefined ? undefined : await readToken(token);
    if (!grant) return 'unauthorized';
    const seconds = limit.take(grant.id);
    if (seconds > 0) throw tooOften(seconds);
    if (grant.account !== question.account) return false;
    if (!isFromPage(request, grant)) throw withheld('anything on pages of this origin');
    const closed = question.metrics.filter((name) => grant.metrics !== 'all' && !grant.metrics.includes(name));
    if (closed.length > 0) throw withheld('these metrics', closed.map(wireName));
    if (!isWithinDays(question, grant, now())) throw withheld('so many days, or days so long ago');
    return true;
  };
}

/** By the Origin header; a browser leaves it out where a page asks its own origin. */
const isFromPage = ({ headers, url }: Request, { origins }: EmbedGrant): boolean =>
  !origins || origins.includes(headers.get('Origin') ?? new URL(url).origin);

/** What a timeframe means in days, at most: https://developers.facebook.com/docs/instagram-platform/api-reference/instagram-user/insights */
const timeframeDays: Readonly<Record<Timeframe, number>> = {
  last_14_days: 14,
  last_30_days: 30,
  last_90_days: 90,
  // From the 1st of a month, seen from the last day of the next.
  prev_month: 62,
  this_month: 30,
  this_week: 7,
};

function isWithinDays({ call, metrics, window }: Question, grant: EmbedGrant, now: number): boolean {
  const { maxRangeDays = Number.POSITIVE_INFINITY, lookbackDays = Number.POSITIVE_INFINITY } = grant;
  if (metrics.length === 0) return true;
  const today = dayOf(now);
  const asked = window ?? usualWindow(call.params.timeframe, call.params.period, today);
  return (
    dayCount(asked) <= maxRangeDays &&
    (lookbackDays === Number.POSITIVE_INFINITY || asked.since >= addDays(today, -lookbackDays))
  );
}

/** The most that the API takes where a question names no days: 24 hours by its reference, two days in a recorded answer. */
function usualWindow(timeframe: string | undefined, period: string | undefined, today: string): DayWindow {
  const back = period === 'lifetime' ? timeframeDays[(timeframe ?? 'this_month') as Timeframe] : 2;
  return { since: addDays(today, -back), until: addDays(today, -1) };
}
