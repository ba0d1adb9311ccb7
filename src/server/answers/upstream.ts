/**
 * One call to the Graph API for an account: bounded in time, in size and in number.
 *
 * Reads what the API says of its limit into the budget. Does not know what is kept.
 */
import type { GraphCall } from '../../client/call.js';
import { createGraphTransport } from '../../client/transports/graph.js';
import type { Fetch } from '../../client/transports/http.js';
import type { GraphSettings } from '../graph-settings.js';
import { refusalOfGraph } from '../refusal.js';
import type { Budget } from './budget.js';
import { createQueue } from './queue.js';
import type { UpstreamAccount } from './upstream-account.js';

export interface Upstream {
  /**
   * Runs when it is the account's turn. `ask` gives the JSON of one call, unread; it throws a Refusal.
   * @throws Refusal `server-error`, at once, where too many wait already; what `work` throws
   */
  inTurn<T>(account: UpstreamAccount, work: (ask: (call: GraphCall) => Promise<unknown>) => Promise<T>): Promise<T>;
}

export interface UpstreamOptions {
  readonly graph: GraphSettings;
  readonly budget: Budget;
}

const usualTimeoutMs = 20_000;
/** An answer of every metric over two years is a tenth of that. */
const maxBytes = 4_000_000;
/** Calls under way for one account, and those that wait; and for all. */
const mostOfAccount = 6;
const mostWaitingOfAccount = 200;
const mostInAll = 64;
const mostWaiting = 2_000;

/** The Graph API's codes for limits of the app as a whole; the others are of a user or an account. */
const appLimits: readonly number[] = [4, 341];

export function createUpstream({ graph, budget }: UpstreamOptions): Upstream {
  const queue = createQueue({
    most: mostInAll,
    mostOfOne: mostOfAccount,
    mostWaiting,
    mostWaitingOfOne: mostWaitingOfAccount,
  });
  return {
    async inTurn({ folder, app, baseUrl, account }, work) {
      const fetch = bounded(
        graph.fetch ?? ((url, init) => globalThis.fetch(url, init)),
        graph.timeoutMs ?? usualTimeoutMs,
        (headers) => budget.hear(folder, app, headers),
      );
      const { id, accessToken, appSecret } = account;
      const send = createGraphTransport({ id, accessToken, appSecret, version: graph.version, baseUrl, fetch });
      const ask = async (call: GraphCall): Promise<unknown> => {
        try {
          return await send(call);
        } catch (thrown) {
          const refusal = refusalOfGraph(thrown, account);
          const { graph: said, retryAfter } = refusal.details;
          if (refusal.code === 'rate-limited') {
            budget.refuse(folder, app, appLimits.includes(said?.code ?? 0), retryAfter ?? 300);
          }
          throw refusal;
        }
      };
      return queue.run(folder, () => work(ask));
    },
  };
}

/**
 * The same fetch; an answer that takes too long, or is too long, is a failure.
 *
 * Not AbortSignal.timeout, nor AbortSignal.any: nothing holds on to those while a body is read, and Node 20 forgets them.
 */
function bounded(fetch: Fetch, timeoutMs: number, hear: (headers: Headers) => void): Fetch {
  return async (url, { signal, ...init } = {}) => {
    const controller = new AbortController();
    const stop = (): void => controller.abort();
    const timer = setTimeout(stop, timeoutMs);
    signal?.addEventListener('abort', stop, { once: true });
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    };
    try {
      signal?.throwIfAborted();
      const response = await fetch(url, { ...init, signal: controller.signal });
      hear(response.headers);
      const { status, headers, body } = response;
      if (Number(headers.get('Content-Length') ?? 0) > maxBytes) {
        await body?.cancel();
        throw new Error('too long');
      }
      if (body) return new Response(body.pipeThrough(counting(controller.signal, end)), { status, headers });
      end();
      return response;
    } catch (thrown) {
      end();
      throw thrown;
    }
  };
}

/** Lets through what is not too long and comes in time; `end` is called when all of it has. */
function counting(late: AbortSignal, end: () => void): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    start: (controller) => late.addEventListener('abort', () => controller.error(new Error('late')), { once: true }),
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes <= maxBytes) return controller.enqueue(chunk);
      end();
      controller.error(new Error('too long'));
    },
    flush: end,
  });
}
