/**
 * The backend: a page's question in, the Graph API's numbers out, the access token on neither side.
 *
 * Decides the order: closed or open, what is asked, who may ask, whose account, then up, then back through a sieve.
 * Knows HTTP. Does not know which questions are legal (spec/), how the Graph API is reached (client/transports/) or
 * where it runs: any runtime with fetch will do.
 */
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { createGraphTransport } from '../client/transports/graph.js';
import { sourceHeader, usageHeader } from '../client/transports/http.js';
import { type Access, checkAccess, closed, isOpen, type Origins, originRule } from './access.js';
import { type Account, type Accounts, baseUrlOf, createAccountLookup, isAlias, quotesToken } from './accounts.js';
import { malformed, readAnswer } from './answer.js';
import { type GraphSettings, readGraphSettings } from './graph-settings.js';
import { type Question, readAccountQuestion, readInsightsQuestion } from './question.js';
import { guarded, Refusal, refusalOfGraph } from './refusal.js';
import { failuresTo, type Log, logEntry, type Trail } from './request-log.js';
import { createTokenRenewal, type SaveToken } from './token-renewal.js';

export interface InsightsHandlerOptions {
  readonly accounts: Accounts;
  /** Who may ask. Without it every request is answered 403. */
  readonly access?: Access | undefined;
  readonly graph?: GraphSettings | undefined;
  /** The path below which the handler is mounted, such as `/insights`. @default "/" */
  readonly basePath?: string | undefined;
  /**
   * Pages of other origins that may read answers (CORS). Cookies never travel across origins.
   * @default "*" with `access: 'public'`, else none: pages of the backend's own origin need no entry
   */
  readonly origins?: Origins | undefined;
  /**
   * Keeps a token of Instagram Login that was renewed because less than ten of its sixty days were left. The handler uses
   * it at once, also while `accounts` still gives the one before. Needs `expiresAt` of the account.
   */
  readonly saveToken?: SaveToken | undefined;
  /** Milliseconds since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
  /** Gets an entry for each request. @default failures, as lines of JSON on standard error */
  readonly log?: Log | undefined;
}

export type InsightsHandler = (request: Request) => Promise<Response>;

type HandlerContext = Context<{ Bindings: Trail }>;
type ReadQuestion = (account: string, search: URLSearchParams) => Question;

const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'",
  'Referrer-Policy': 'no-referrer',
  // Pages of other origins read answers by CORS, which this leaves alone. It keeps answers out of <script> and <img>.
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * A backend as a fetch handler, in the Graph API's dialect less the token:
 * `GET /{account}/insights?metric=…&period=…` and `GET /{account}?fields=…`, also behind a version segment.
 * The handler itself never throws: what fails is an answer with an `error` envelope.
 * @throws TypeError at once, for options that cannot work
 */
export function createInsightsHandler({
  accounts,
  access,
  graph = {},
  basePath = '/',
  origins = access === 'public' ? '*' : [],
  saveToken,
  now = Date.now,
  log = failuresTo(console.error),
}: InsightsHandlerOptions): InsightsHandler {
  const findAccount = createAccountLookup(accounts);
  const settings = readGraphSettings(graph);
  const renewal = createTokenRenewal({ graph: settings, saveToken, log, now });
  const origin = originRule(origins);
  const isPublic = access === 'public';
  const vary = isPublic ? origin !== '*' && 'Origin' : 'Authorization, Origin';

  const app = new Hono<{ Bindings: Trail }>({ getPath: pathBelow(basePath) });

  app.use(async (c, next) => {
    await next();
    const { headers } = c.res;
    for (const [name, value] of Object.entries(securityHeaders)) headers.set(name, value);
    if (vary) headers.set('Vary', vary);
    else headers.delete('Vary');
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
    if (c.env.usage !== undefined) headers.set(usageHeader, usageText(c.env.usage));
  });
  const exposeHeaders = ['Retry-After', sourceHeader, usageHeader];
  app.use(cors({ origin, allowMethods: ['GET', 'HEAD'], exposeHeaders, maxAge: 7200 }));
  app.use(async (c, next) => {
    if (!isOpen(access)) throw closed();
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') throw wrongMethod();
    await next();
  });

  async function answer(c: HandlerContext, readQuestion: ReadQuestion): Promise<Response> {
    const alias = c.req.param('account') ?? '';
    if (!isAlias(alias)) throw new Refusal('not-found');
    const question = readQuestion(alias, new URL(c.req.url).searchParams);
    await guarded('access', () => checkAccess(access, c.req.raw, question));
    const found = await guarded('accounts', () => findAccount(alias));
    if (!found) throw new Refusal('not-found');
    const account = renewal.current(alias, found);
    c.env.account = alias;
    const { demo, body } = readAnswer(question, await ask(c.env, account, question, settings));
    const text = JSON.stringify(body);
    if (quotesToken(account, text)) throw malformed();
    return c.body(text, 200, {
      'Content-Type': 'application/json',
      // A private copy that is shown unasked would outlive the right to see it.
      // A page keeps answers itself, and means it when it asks again: only what stands between may keep a public one.
      'Cache-Control': isPublic ? 'public, max-age=0, s-maxage=300' : 'private, no-cache',
      ...(demo && { [sourceHeader]: 'demo' }),
    });
  }

  app.on('GET', paths('/:account/insights'), (c) =>
    answer(c, (alias, search) => readInsightsQuestion(alias, search, { version: settings.version, now: now() })),
  );
  app.on('GET', paths('/:account'), (c) => answer(c, readAccountQuestion));
  app.notFound(() => {
    throw new Refusal('not-found');
  });
  app.onError((error, c) => {
    c.env.refusal = error instanceof Refusal ? error : new Refusal('server-error', { status: 500, fault: 'handler' });
    return c.env.refusal.toResponse();
  });

  return async (request) => {
    const start = now();
    const trail: Trail = {};
    const response = await app.fetch(request, trail);
    try {
      log(logEntry(trail, response.status, now() - start));
    } catch {
      // A broken log costs the operator the entry, and nobody the answer.
    }
    return response;
  };
}

/** A route, and the same behind a version segment, which goes unread. The longer one first: `/v25.0/insights` is an account. */
const paths = (path: string): string[] => [`/:version{v\\d+\\.\\d+}${path}`, path];

/** The path below the one where the handler is mounted, which is no pattern of Hono's; `/` for a path that is not there. */
function pathBelow(basePath: string): (request: Request) => string {
  const base = new URL(`/${basePath.replaceAll(/^\/+|\/+$/g, '')}`, 'http://base').pathname.replace(/\/$/, '');
  return ({ url }) => {
    const path = new URL(url).pathname.replace(/\/+$/, '');
    return path.startsWith(`${base}/`) ? path.slice(base.length) : '/';
  };
}

const wrongMethod = (): Refusal =>
  new Refusal('invalid-query', {
    status: 405,
    headers: { Allow: 'GET, HEAD, OPTIONS' },
    message: 'This backend answers questions only. Use GET.',
  });

/** In the Graph API's own form, less the business: one number says all that a page can act on. */
const usageText = (percent: number): string =>
  JSON.stringify({ call_count: percent, total_time: percent, total_cputime: percent });

/** A page that goes away does not end the call: Instagram has counted it. */
async function ask(
  trail: Trail,
  account: Account,
  { call }: Question,
  settings: GraphSettings & { readonly baseUrl: string },
): Promise<unknown> {
  const baseUrl = baseUrlOf(account, settings.baseUrl);
  try {
    return await createGraphTransport({ ...account, ...settings, baseUrl })(call, {
      onUsage: (percent) => {
        trail.usage = percent;
      },
    });
  } catch (thrown) {
    throw refusalOfGraph(thrown, account);
  }
}
