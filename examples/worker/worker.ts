/**
 * The backend as a Worker, with its answers and its history in a KV namespace: `backend-url="https://insights.<you>.workers.dev"`.
 *
 *     npx wrangler secret put IG_ACCESS_TOKEN
 *     npx wrangler deploy
 */
import { waitUntil } from 'cloudflare:workers';
import { addressFromHeader, createInsightsHandler, type InsightsHandler } from 'insights-elements/server';
import { createStorage } from 'unstorage';
import kvDriver, { type KVOptions } from 'unstorage/drivers/cloudflare-kv-binding';

interface Env {
  /** Secrets: `wrangler secret put`. */
  readonly IG_USER_ID: string;
  readonly IG_ACCESS_TOKEN: string;
  /** The namespace of wrangler.jsonc. */
  readonly INSIGHTS: Exclude<KVOptions['binding'], string | undefined>;
  /** Pages that may show the numbers, with commas between: `https://acme.example`. */
  readonly ORIGINS: string;
  readonly GRAPH_URL?: string;
}

let handler: InsightsHandler | undefined;

/** One for as long as this Worker lives: what it has answered lately it has in memory. */
function open(env: Env): InsightsHandler {
  return createInsightsHandler({
    accounts: { default: { id: env.IG_USER_ID, accessToken: env.IG_ACCESS_TOKEN } },
    access: 'public',
    // To browsers only: without a browser anybody can ask. Where that is too much, see createEmbedTokenAccess.
    origins: env.ORIGINS.split(','),
    storage: createStorage({ driver: kvDriver({ binding: env.INSIGHTS, minTTL: 60 }) }),
    // A Worker ends with its answer, unless it is told that there is more to do.
    waitUntil,
    clientAddress: addressFromHeader('CF-Connecting-IP'),
    graph: { baseUrl: env.GRAPH_URL },
  });
}

export default {
  fetch: (request: Request, env: Env): Promise<Response> => (handler ??= open(env))(request),
};
