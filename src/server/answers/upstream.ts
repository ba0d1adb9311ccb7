/**
 * One call to the Graph API for an account: bounded in time, in size and in number.
 *
 * Reads what the API says of its limit into the budget. Does not know what is kept.
 */
import type { GraphCall } from '../../client/call.js';
import { createGraphTransport } from '../../client/transports/graph.js';
import type { Fetch } from '../../client/transports/http.js';
import type { Account } from '../accounts.js';
import type { GraphSettings } from '../graph-settings.js';
import { Refusal, refusalOfGraph } from '../refusal.js';
import type { Budget } from './budget.js';
import { createQueue } from './queue.js';

export interface UpstreamAccount {
  /** Tells the account from others: host and id. */
  readonly folder: string;
  /** The Graph API that answers for it. */
  readonly baseUrl: string;
  readonly account: Account;
}

export interface Upstream {
  /**
   * The JSON of one call, unread.
   * @throws Refusal
   */
  ask(account: UpstreamAccount, call: GraphCall): Promise<unknown>;
}

export interface UpstreamOptions {
  readonly graph: GraphSettings;
  readonly budget: Budget;
}

/** A browser gives up after 30 seconds: it should hear why before. */
const timeLimitMs = 20_000;
/** An answer of every metric over two years is a tenth of that. */
const maxBytes = 4_000_000;
/** Calls under way for one account; and for all, with those that wait. */
const mostOfAccount = 6;
const mostInAll = 64;
const mostWaiting = 2_000;

/** The Graph API's codes for limits of the app as a whole; the others are of a user or an account. */
const appLimits: readonly number[] = [4, 341];

export function createUpstream({ graph, budget }: UpstreamOptions): Upstream {
  const queue = createQueue({ most: mostInAll, mostOfOne: mostOfAccount, mostWaiting });
  return {
    async ask({ folder, baseUrl, account }, call) {
      const app = new URL(baseUrl).host;
      const fetch = bounded(graph.fetch ?? ((url, init) => globalThis.fetch(url, init)), (headers) =>
        budget.hear(folder, app, headers),
      );
      const { id, accessToken, appSecret } = account;
      const ask = createGraphTransport({ id, accessToken, appSecret, version: graph.version, baseUrl, fetch });
      try {
        return await queue.run(folder, () => ask(call));
      } catch (thrown) {
        if (thrown instanceof Refusal) throw thrown;
        const refusal = refusalOfGraph(thrown, account);
        const { graph: said, retryAfter } = refusal.details;
        if (refusal.code === 'rate-limited') {
          budget.refuse(folder, app, appLimits.includes(said?.code ?? 0), retryAfter ?? 300);
        }
        throw refusal;
      }
    },
  };
}

/** The same fetch; an answer that takes too long, or is too long, is a failure. */
function bounded(fetch: Fetch, hear: (headers: Headers) => void): Fetch {
  return async (url, init = {}) => {
    const late = AbortSignal.timeout(timeLimitMs);
    const signal = init.signal ? AbortSignal.any([init.signal, late]) : late;
    const response = await fetch(url, { ...init, signal });
    hear(response.headers);
    const { status, headers, body } = response;
    if (!body) return response;
    if (Number(headers.get('Content-Length') ?? 0) > maxBytes) {
      await body.cancel();
      throw new Error('too long');
    }
    return new Response(body.pipeThrough(counting()), { status, headers });
  };
}

function counting(): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) controller.error(new Error('too long'));
      else controller.enqueue(chunk);
    },
  });
}
