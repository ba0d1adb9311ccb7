/**
 * The process under load: our backend, open to everybody and behind embed tokens, and a bare Hono route that says the same
 * bytes. All through the same `listen`, each on a port of its own. Started by load.ts, which asks it by messages.
 */
import { Hono } from 'hono';
import { createSandbox } from '../src/sandbox/index.js';
import {
  createEmbedTokenAccess,
  createInsightsHandler,
  type InsightsHandler,
  type InsightsHandlerOptions,
  issueEmbedToken,
} from '../src/server/index.js';
import { listen } from '../src/server/node.js';
import { type Order, type Report, type Target, targets } from './load-orders.js';

const calls: Record<Target, number> = { bare: 0, public: 0, token: 0 };
const sandbox = createSandbox();
const accounts = { default: { id: sandbox.id, accessToken: sandbox.accessToken } };

const backend = (target: Target, access: InsightsHandlerOptions['access']): InsightsHandler =>
  createInsightsHandler({
    accounts,
    access,
    // Failures are counted by who asks.
    log: () => {},
    graph: {
      fetch: (...asked) => {
        calls[target] += 1;
        return sandbox.fetch(...asked);
      },
    },
  });

// A secret of this run: nothing that anybody else believes.
const keys = [{ id: 'bench', secret: crypto.randomUUID() + crypto.randomUUID() }];
const token = await issueEmbedToken({ account: 'default', metrics: 'all' }, { keys, expiresIn: 3600 });

const mirrored = new Map<string, { readonly text: string; readonly headers: Record<string, string> }>();
const bare = new Hono();
bare.get('/:account/insights', ({ req }) => {
  const answer = mirrored.get(req.url.slice(req.url.indexOf('/', 8)));
  return answer ? new Response(answer.text, { headers: answer.headers }) : new Response('', { status: 404 });
});

const handlers: Readonly<Record<Target, InsightsHandler>> = {
  bare: async (request) => bare.fetch(request),
  public: backend('public', 'public'),
  // One visitor asks for all: the limit on one token is not what is measured.
  token: backend('token', createEmbedTokenAccess({ keys, perMinute: Number.POSITIVE_INFINITY })),
};
const listening = await Promise.all(
  targets.map(async (target) => [target, await listen({ handler: handlers[target], port: 0 })] as const),
);
const addresses = Object.fromEntries(
  listening.map(([target, { address }]) => [target, address]),
) as Report['addresses'];

function report(): void {
  const { user, system } = process.cpuUsage();
  const said: Report = { addresses, token, calls, work: (user + system) / 1000 };
  process.send?.(said);
}

async function mirror(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const answer = await handlers.public(new Request(addresses.public + path));
    mirrored.set(path, { text: await answer.text(), headers: Object.fromEntries(answer.headers) });
  }
}

process.on('message', async (order: Order) => {
  if (order === 'end') {
    await Promise.all(listening.map(([, { close }]) => close()));
    process.disconnect();
    return;
  }
  if (order !== 'report') await mirror(order.mirror);
  report();
});
report();
