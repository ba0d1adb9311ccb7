/**
 * An imitation of the Graph API's account routes, as a fetch handler: no network, no keys, the same numbers every time.
 *
 * Decides how a request becomes a question and how an answer travels. Does not know the numbers (insights.ts) nor what
 * is legal to ask (answer.ts, insights-call.ts).
 */
import { dayOf, graphVersions, readVersion } from '../spec/index.js';
import { readyId } from './account.js';
import { type Asked, answer } from './answer.js';
import { answerHeaders, traceId } from './answer-headers.js';
import { readOptions, type SandboxOptions } from './options.js';
import { Refusal } from './refusal.js';

export interface Sandbox {
  /**
   * Answers `GET {any host}/{version?}/{id}?fields=…` and `/{version?}/{id}/insights?…` as the Graph API does.
   * Rejects only as a fetch does: with the signal's reason when it is aborted, with a TypeError for what is no request.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** An account to ask for; `me` is the same one. Every other id of `1784` and 13 more digits is an account too. */
  readonly id: string;
  /** A token that is accepted, as is any other but those that begin with `expired` or `invalid`. It opens nothing. */
  readonly accessToken: string;
}

const accessToken = 'sandbox-token-that-opens-nothing';

/**
 * A Graph API to develop and test against. Ask it anything that is legal and it answers; anything that is not and it
 * refuses, in the API's words.
 * @throws TypeError for an option that makes no sense
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const settings = readOptions(options);
  const { departures, seed, clock } = settings;
  let calls = 0;

  return {
    id: readyId,
    accessToken,
    async fetch(input, init) {
      // Servers have requests of their own making, which `new Request` of Node does not take.
      const request = !init && typeof input === 'object' && 'headers' in input ? input : new Request(input, init);
      request.signal.throwIfAborted();
      if (departures.delay !== undefined) await wait(departures.delay, request.signal);
      calls += 1;
      const asked = readRequest(request, settings.version, clock());
      const { status, body } = settle(() => answer(asked, settings), traceId(seed, calls));
      return new Response(JSON.stringify(body), { status, headers: answerHeaders(asked.version, departures, calls) });
    },
  };
}

function settle(ask: () => object, trace: string): { status: number; body: object } {
  try {
    return { status: 200, body: ask() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: error.status, body: error.toEnvelope(trace) };
  }
}

function readRequest({ url: address, method, headers }: Request, usualVersion: number, now: number): Asked {
  const url = new URL(address);
  const path = url.pathname.split('/').filter(Boolean);
  const named = /^v\d/.test(path[0] ?? '') ? readVersion(path.shift()) : undefined;
  const bearer = /^Bearer\s+(.+)$/i.exec(headers.get('Authorization') ?? '')?.[1];
  return {
    method,
    url,
    path,
    version: servedVersion(named ?? usualVersion, dayOf(now)),
    token: url.searchParams.get('access_token') ?? bearer ?? '',
    now,
  };
}

/** A version that Meta no longer serves is answered by the oldest that it does. */
const servedVersion = (asked: number, today: string): number =>
  graphVersions.find(({ version, until }) => version >= asked && (until === undefined || today <= until))?.version ??
  asked;

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
