/** Checks of an account at the Graph API: is the token good, may it read insights, do its numbers agree. */
import { accountCall, type GraphCall } from '../../client/call.js';
import { planCalls } from '../../client/plan.js';
import { createGraphTransport } from '../../client/transports/graph.js';
import type { Fetch } from '../../client/transports/http.js';
import {
  addDays,
  type Day,
  dayOf,
  type InsightsError,
  type InsightsQuery,
  isInsightsError,
  readResults,
} from '../../spec/index.js';
import { memberOf } from '../../spec/records.js';
import { type Account, baseUrlOf } from '../accounts.js';
import type { EnvironmentSettings } from '../environment.js';
import { wordsOf } from '../operator-words.js';
import {
  findExpiry,
  findMissingScopes,
  isInstagramLogin,
  loginOf,
  scopesOf,
  type TokenHolder,
} from '../token-identity.js';
import type { Finding } from './finding.js';

/** The Graph API's clock against ours: how far ahead it is, in milliseconds; undefined where it was not told. */
export type ClockView = number | undefined;

export interface AccountChecks {
  readonly account: readonly Finding[];
  readonly clock: ClockView;
}

interface CheckOptions {
  readonly fetch?: Fetch | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const dayMs = 86_400_000;

export async function checkAccount(settings: EnvironmentSettings, options: CheckOptions): Promise<AccountChecks> {
  const { account, graph } = settings;
  if (!account) {
    const words =
      'IG_USER_ID and IG_ACCESS_TOKEN are not set, so that there is only sample data to serve. Run `insights-elements connect`.';
    return { account: [{ check: 'account', level: 'fail', words }], clock: undefined };
  }
  let clock: ClockView;
  const send = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const fetch: Fetch = async (url, init) => {
    const response = await send(url, init);
    const told = Date.parse(response.headers.get('Date') ?? '');
    if (Number.isFinite(told)) clock = told - options.now();
    return response;
  };
  const holder = { ...account, baseUrl: baseUrlOf(account, graph.baseUrl), version: graph.version, fetch };
  const ask = createGraphTransport(holder);
  const found = [...(await checkToken(account, holder, ask, options.now()))];
  if (!found.some(({ level }) => level === 'fail')) {
    found.push(await checkScopes(holder, ask), await checkReach(ask, options.now()));
  }
  return { account: found, clock };
}

type Ask = (call: GraphCall) => Promise<unknown>;

async function checkToken(account: Account, holder: TokenHolder, ask: Ask, now: number): Promise<Finding[]> {
  let json: unknown;
  try {
    json = await ask(accountCall);
  } catch (thrown) {
    const error = errorOf(thrown);
    const check = error.code === 'not-found' ? 'account' : 'token';
    return [
      { check, level: 'fail', words: `${new URL(holder.baseUrl).host}: ${wordsOf(error)} ${mendingOf(error)}`.trim() },
    ];
  }
  return [await checkEnd(account, holder, now), accountFinding(json)];
}

/** Who can mend what, and how: beside the words of the code. */
function mendingOf({ code }: InsightsError): string {
  if (code === 'token-expired') return 'Run `insights-elements connect` with a new token.';
  if (code === 'not-found') return 'And check GRAPH_HOST: a token is good for the host of its login only.';
  return '';
}

async function checkEnd(account: Account, holder: TokenHolder, now: number): Promise<Finding> {
  const end = (await findExpiry(holder)) ?? account.expiresAt;
  const check = 'token';
  const login = loginOf(holder.baseUrl);
  if (end === 'never') return { check, level: 'ok', words: `${login} accepts it. It has no end.` };
  if (end === undefined) {
    const words = isInstagramLogin(holder.baseUrl)
      ? `${login} accepts it, and does not tell when it ends, so that the backend cannot renew it in time. Run \`insights-elements connect --renew\`, or set IG_TOKEN_EXPIRES.`
      : `${login} accepts it, and does not tell when it ends. See the access token debugger of your app.`;
    return { check, level: 'warn', words };
  }
  const days = Math.floor((end - now) / dayMs);
  const until = new Date(end).toISOString().slice(0, 10);
  if (days < 0) {
    const words = `${login} accepts it, but by IG_TOKEN_EXPIRES it ended on ${until}. Run \`insights-elements connect\`.`;
    return { check, level: 'warn', words };
  }
  if (days < 10) {
    const words = isInstagramLogin(holder.baseUrl)
      ? `It ends on ${until}. A backend that is asked renews it; where none runs, run \`insights-elements connect --renew\`.`
      : `It ends on ${until}. The account's owner has to log in again: run \`insights-elements connect\` with the new token.`;
    return { check, level: 'warn', words };
  }
  return { check, level: 'ok', words: `${login} accepts it. It is good until ${until}, for ${days} days.` };
}

function accountFinding(json: unknown): Finding {
  const username = memberOf(json, 'username');
  const followers = memberOf(json, 'followers_count');
  const name = typeof username === 'string' && /^[\w.]{1,64}$/.test(username) ? `@${username}` : 'It';
  if (typeof followers !== 'number') {
    return { check: 'account', level: 'warn', words: `${name} is read, without a number of followers.` };
  }
  if (followers < 100) {
    const words = `${name} has ${followers} followers. Instagram gives demographics from 100 on, and fewer numbers below; nobody can change that.`;
    return { check: 'account', level: 'warn', words };
  }
  return { check: 'account', level: 'ok', words: `${name} has ${followers} followers.` };
}

async function checkScopes(holder: TokenHolder, ask: Ask): Promise<Finding> {
  const missing = (await findMissingScopes(holder)) ?? [];
  const again = `The account's owner has to log in again and allow ${scopesOf(holder.baseUrl).join(', ')}.`;
  const lacks = missing.length > 0 ? `The token lacks ${missing.join(', ')}.` : '';
  try {
    await ask({ edge: 'insights', params: { metric: 'reach', period: 'day' } });
  } catch (thrown) {
    const error = errorOf(thrown);
    const { code, recoverable } = error;
    if (recoverable) return { check: 'scopes', level: 'warn', words: `Not to be asked now: ${wordsOf(error)}` };
    const who = code === 'misconfigured' ? '' : again;
    return {
      check: 'scopes',
      level: 'fail',
      words: `Insights may not be read. ${wordsOf(error)} ${lacks} ${who}`.trim(),
    };
  }
  if (missing.length > 0) {
    return {
      check: 'scopes',
      level: 'warn',
      words: `Insights may be read. ${lacks} Other metrics may need it. ${again}`,
    };
  }
  return { check: 'scopes', level: 'ok', words: 'Insights may be read.' };
}

/** Days before today by which a day's numbers have settled, with one to spare. */
const settledDays = 4;

/**
 * The total of one day is what its point of the series says. Where it is not, days are cut or labelled otherwise than we
 * do it, and every number on a page is of another day than it says.
 */
async function checkReach(ask: Ask, now: number): Promise<Finding> {
  const day = addDays(dayOf(now), -settledDays);
  const days = { metric: 'reach', since: day, until: day } as const;
  const queries: InsightsQuery[] = [
    { ...days, metricType: 'total_value' },
    { ...days, metricType: 'time_series' },
  ];
  try {
    const [total, series] = await Promise.all(
      planCalls(queries, { now }).map(async ({ call }) => readResults(await ask(call))[0]),
    );
    const point = series?.series?.find((one) => one.day === day)?.value ?? undefined;
    if (total?.total === undefined || point === undefined) {
      const other = series?.series?.find(({ value }) => value !== null);
      if (other && other.day !== day) return { check: 'days', level: 'fail', words: wrongDay(day, other.day) };
      const words = `Instagram gave no reach for ${day}, so that totals and series could not be compared. An account without posts has none.`;
      return { check: 'days', level: 'warn', words };
    }
    if (total.total !== point) {
      const words = `Reach of ${day} is ${total.total} as a total and ${point} in the series. They should be one number: please report this, with the Graph version, to the makers of this package.`;
      return { check: 'days', level: 'fail', words };
    }
    return { check: 'days', level: 'ok', words: `Reach of ${day} is ${point}, as a total and in the series.` };
  } catch (thrown) {
    const error = errorOf(thrown);
    const level = error.recoverable ? 'warn' : 'fail';
    return { check: 'days', level, words: `Reach of ${day} was not given. ${wordsOf(error)}` };
  }
}

const wrongDay = (asked: Day, given: Day): string =>
  `Asked for ${asked}, Instagram gave the series of ${given}: its days are not those of this package. Please report this, with the Graph version, to the makers of this package.`;

const errorOf = (thrown: unknown): InsightsError => {
  if (isInsightsError(thrown)) return thrown;
  throw thrown;
};
