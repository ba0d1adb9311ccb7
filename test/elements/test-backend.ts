// What the element tests talk to by HTTP, on the test runner's own server: our backend over the sandbox with any clock,
// and plain faults that no backend of ours would answer with. Knows nothing of elements.
import { once } from 'node:events';
import type { TestRunnerConfig } from '@web/test-runner';
import { createSandbox, type Scenario } from '../../src/sandbox/index.js';
import { createInsightsHandler, type InsightsHandler } from '../../src/server/index.js';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

const backendPath = /^\/test-backend\/([^/]+)\/([^/]+)\/([^/]+)\/([^/]+)(?=\/)/;
const faultPath = /^\/test-fault\/(\d{3})\/([\w-]+)(?:\/|$)/;

/**
 * Serves the backend over a sandbox at `/test-backend/{apiVersion}/{now}/{followers}/{scenario or none}`: that address
 * is a `backend-url`. `now` is an ISO instant, at which both clocks stand still. Each address has a sandbox of its own.
 */
export function createTestBackend(): Middleware {
  const handlers = new Map<string, InsightsHandler>();
  return async (context, next) => {
    const [basePath, ...options] = backendPath.exec(context.path) ?? [];
    if (basePath === undefined) {
      await next();
      return;
    }
    let handler = handlers.get(basePath);
    if (!handler) {
      handler = createHandler(basePath, options.map(decodeURIComponent));
      handlers.set(basePath, handler);
    }
    const { method, href, headers } = context.request;
    const response = await handler(new Request(href, { method, headers: new Headers(plain(headers)) }));
    context.status = response.status;
    response.headers.forEach((value, name) => context.set(name, value));
    context.body = Buffer.from(await response.arrayBuffer());
  };
}

function createHandler(basePath: string, [version, instant = '', followers, scenario]: string[]): InsightsHandler {
  const now = (): number => Date.parse(instant);
  const { fetch, id, accessToken } = createSandbox({
    apiVersion: version,
    now,
    followers: Number(followers),
    scenario: scenario === 'none' ? undefined : (scenario as Scenario),
  });
  return createInsightsHandler({
    accounts: { default: { id, accessToken } },
    access: 'public',
    graph: { version, fetch },
    basePath,
    now,
    // A test that asks for a failure does not want to read of it.
    log: () => {},
  });
}

const plain = (headers: NodeJS.Dict<string | string[]>): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));

const graphError = { message: 'An unknown error occurred', type: 'OAuthException', code: 1, fbtrace_id: 'AbCdEf' };

const faults: Record<string, { type: string; body: string }> = {
  html: { type: 'text/html', body: '<!doctype html><title>A page</title><p>This is not an answer.</p>' },
  json: { type: 'application/json', body: '{}' },
  'graph-error': { type: 'application/json', body: JSON.stringify({ error: graphError }) },
  malformed: { type: 'application/json', body: '{"data":[{"name":"reach","period":"day","total_va' },
  'wrong-shape': {
    type: 'application/json',
    body: '{"data":[{"name":"reach","period":"day","total_value":{"value":[]}}]}',
  },
  empty: { type: 'application/json', body: '' },
  'no-data': { type: 'application/json', body: '{"data":[]}' },
};

/**
 * Answers `/test-fault/{status}/{kind}` and all below it, so that it can be a `backend-url`: with a body of `faults`,
 * or `hang` (never) or `drop` (the connection breaks).
 */
export const answerFault: Middleware = async (context, next) => {
  const [path, status, kind = ''] = faultPath.exec(context.path) ?? [];
  if (path === undefined) {
    await next();
    return;
  }
  context.status = Number(status);
  if (kind === 'drop') {
    context.req.socket.destroy();
  } else if (kind === 'hang') {
    await once(context.req.socket, 'close');
  } else {
    const fault = faults[kind];
    if (!fault) throw new Error(`No fault is called ${kind}: use ${Object.keys(faults).join(', ')}, hang or drop.`);
    context.type = fault.type;
    context.body = fault.body;
  }
};
