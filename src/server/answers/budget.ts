/**
 * How much of Instagram's limit on calls is left, for each account and for the app that stands behind all of them.
 *
 * Reads what the Graph API says of it in two headers, and its refusals. Decides when to spare calls and when there are none.
 * Does not know questions. Source: https://developers.facebook.com/docs/graph-api/overview/rate-limiting
 */
import { usageHeader } from '../../client/transports/http.js';
import { isRecord, memberOf } from '../../spec/records.js';
import { isLasting } from '../elapsed.js';

/**
 * How freely calls may go up. `sparing`: what is kept stands in for longer. `reserve`: what is kept stands in at any age, so
 * that the rest is left for what nobody has asked yet. `none`: nothing goes up.
 */
export type Allowance = 'free' | 'sparing' | 'reserve' | 'none';

export interface BudgetState {
  readonly allowance: Allowance;
  /** With `none`: when there is something again, in milliseconds since the epoch. */
  readonly until: number;
  /** The higher of the account's and the app's use, in percent; undefined where nothing was heard lately. */
  readonly percent: number | undefined;
}

export interface Budget {
  /** Takes in the headers of an answer to a call for an account (by any name that tells it from others). */
  hear(account: string, app: string, headers: Headers): void;
  /** Takes in a refusal for asking too often. @param seconds after which to ask again */
  refuse(account: string, app: string, isOfApp: boolean, seconds: number): void;
  stateOf(account: string, app: string): BudgetState;
}

export interface BudgetOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Percent of the limit above which calls are spared. @default 75 */
  readonly sparingAbove?: number | undefined;
  /** Percent above which only what nobody has asked yet goes up. @default 95 */
  readonly reserveAbove?: number | undefined;
}

/** The Graph API refuses here. */
const full = 100;
/** Where nobody says for how long: limits are counted by the hour and by the day. */
const unsaidMs = 300_000;
/** What was heard longer ago says nothing of now. */
const believedMs = 900_000;
/** However long a header says: a day is the longest that limits are counted over. */
const longestMs = 86_400_000;
const maxHeaderLength = 16_384;
/** Accounts that are told apart. */
const most = 50_000;

interface Meter {
  readonly percent: number;
  readonly heardAt: number;
  readonly closedUntil: number;
}

const unheard: Meter = { percent: 0, heardAt: Number.NEGATIVE_INFINITY, closedUntil: 0 };

export function createBudget({ now, sparingAbove = 75, reserveAbove = 95 }: BudgetOptions): Budget {
  const accounts = new Map<string, Meter>();
  const apps = new Map<string, Meter>();

  const set = (meters: Map<string, Meter>, name: string, percent: number, closedMs: number): void => {
    const known = meters.get(name) ?? unheard;
    const closedUntil = closedMs > 0 ? now() + Math.min(longestMs, closedMs) : percent >= full ? known.closedUntil : 0;
    meters.delete(name);
    meters.set(name, { percent, heardAt: now(), closedUntil });
    const [oldest] = meters.keys();
    if (meters.size > most && oldest !== undefined) meters.delete(oldest);
  };

  return {
    hear(account, app, headers) {
      const ofApp = percentOf(readJson(headers.get(usageHeader)));
      if (ofApp !== undefined) set(apps, app, ofApp, ofApp >= full ? unsaidMs : 0);
      const { percent, minutes } = readBusiness(readJson(headers.get('X-Business-Use-Case-Usage')));
      if (percent !== undefined) {
        set(accounts, account, percent, minutes > 0 ? minutes * 60_000 : percent >= full ? unsaidMs : 0);
      }
    },
    refuse(account, app, isOfApp, seconds) {
      // What was heard of the percentage stays: the headers count something else than what has refused.
      if (isOfApp) set(apps, app, apps.get(app)?.percent ?? full, seconds * 1000);
      else set(accounts, account, accounts.get(account)?.percent ?? full, seconds * 1000);
    },
    stateOf(account, app) {
      const meters = [accounts.get(account) ?? unheard, apps.get(app) ?? unheard];
      const until = Math.max(
        ...meters.map(({ heardAt, closedUntil }) => (heardAt <= now() ? closedUntil : unheard.closedUntil)),
      );
      const heard = meters.filter(({ heardAt }) => isLasting(heardAt, believedMs, now()));
      const percent = heard.length > 0 ? Math.max(...heard.map((meter) => meter.percent)) : undefined;
      return { allowance: until > now() ? 'none' : allowanceOf(percent ?? 0), until, percent };
    },
  };

  function allowanceOf(percent: number): Allowance {
    if (percent > reserveAbove) return 'reserve';
    return percent > sparingAbove ? 'sparing' : 'free';
  }
}

function readJson(text: string | null): unknown {
  if (text === null || text.length > maxHeaderLength) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const counted = ['call_count', 'total_time', 'total_cputime'];

/** `{ "call_count": 28, "total_time": 25, "total_cputime": 25 }`: the highest, in percent. */
function percentOf(usage: unknown): number | undefined {
  const found = counted.map((name) => memberOf(usage, name)).filter(isPercent);
  return found.length > 0 ? Math.max(...found) : undefined;
}

const isPercent = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value < 10_000;

/** `{ "<business>": [{ "type": "instagram", "call_count": …, "estimated_time_to_regain_access": <minutes> }] }`; other products have limits of their own. */
function readBusiness(json: unknown): { readonly percent: number | undefined; readonly minutes: number } {
  const entries = isRecord(json) ? Object.values(json).flatMap((list) => (Array.isArray(list) ? list : [])) : [];
  const ours = entries.filter((entry: unknown) => memberOf(entry, 'type') === 'instagram');
  const percents = ours.flatMap((entry: unknown) => percentOf(entry) ?? []);
  const minutes = ours.map((entry: unknown) => memberOf(entry, 'estimated_time_to_regain_access')).filter(isPercent);
  return { percent: percents.length > 0 ? Math.max(...percents) : undefined, minutes: Math.max(0, ...minutes) };
}
