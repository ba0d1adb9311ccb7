/** Answers one request of a route that exists, or refuses it, in the order in which the API looks at things. */
import { dayOf } from '../spec/index.js';
import { type Account, findAccount } from './account.js';
import { fieldsOf } from './fields.js';
import { insightsOf } from './insights.js';
import { type InsightsCall, readInsightsCall } from './insights-call.js';
import type { Settings } from './options.js';
import { refusals } from './refusal.js';

export interface Asked {
  readonly method: string;
  readonly url: URL;
  /** The parts of the path below the version. */
  readonly path: readonly string[];
  /** Graph version that answers. */
  readonly version: number;
  /** Empty where there is none. */
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * The JSON of an answer.
 * @throws Refusal
 */
export function answer(asked: Asked, settings: Settings): object {
  const { method, url, token, now } = asked;
  const [id = '', edge, ...rest] = asked.path;
  const { refuse, refuseInsights } = settings.departures;
  if (token === '') throw refusals.tokenMissing();
  if (token.startsWith('invalid')) throw refusals.tokenMalformed(token);
  if (token.startsWith('expired')) throw refusals.tokenExpired(now);
  if (refuse) throw refuse(now);
  const account = findAccount(id, settings.seed, settings.followers);
  if (!account || method !== 'GET') throw refusals.unsupported(method, id);
  if (edge === undefined) return fieldsOf(account, url.searchParams.get('fields') ?? '');
  if (edge !== 'insights') throw refusals.unknownField(edge);
  if (rest.length > 2) throw refusals.unknownPath(`/${rest.slice(2).join('/')}`);
  if (refuseInsights) throw refuseInsights();
  return answerInsights(asked, account, rest, settings);
}

/** @param rest of the path: `/{id}/insights/{metric}/{period}` says the same as the two parameters */
function answerInsights(
  { url, version, token, now }: Asked,
  account: Account,
  [metric, period]: readonly string[],
  { departures }: Settings,
): object {
  const params = new URLSearchParams(url.searchParams);
  if (metric !== undefined) params.set('metric', metric);
  if (period !== undefined) params.set('period', period);
  const call = readInsightsCall(params, { version, today: dayOf(now) }, now);
  const data = insightsOf(call, account, departures, now);
  return call.takesDays ? { data, paging: pagingOf(call, url, token) } : { data };
}

/** Links to the windows of the same length before and after. As in the real API they hold the access token. */
function pagingOf({ window: { since, until } }: InsightsCall, url: URL, token: string): object {
  const length = until - since;
  const link = (first: number, last: number): string => {
    const params = new URLSearchParams({ access_token: token });
    for (const [name, value] of url.searchParams) params.set(name, value);
    params.set('since', String(first));
    params.set('until', String(last));
    return `${url.origin}${url.pathname}?${params}`;
  };
  return { previous: link(since - 1 - length, since - 1), next: link(until + 1, until + 1 + length) };
}
