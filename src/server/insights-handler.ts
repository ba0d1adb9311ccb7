/**
 * The backend: a page's question in, the Graph API's numbers out, the access token on neither side.
 *
 * Decides the order: closed or open, what is asked, who may ask, whose account, then up, then back through a sieve.
 * Knows HTTP. Does not know which questions are legal (spec/), how the Graph API is reached (client/transports/) or
 * where it runs: any runtime with fetch will do.
 */
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import type { Storage } from 'unstorage';
import type { GraphCall } from '../client/call.js';
import { sourceHeader, usageHeader } from '../client/transports/http.js';
import { type Access, checkAccess, closed, isOpen, type Origins, originRule } from './access.js';
import { type Account, type Accounts, baseUrlOf, createAccountLookup, isAlias } from './accounts.js';
import { appOf, createAnswerSource } from './answers/answer-source.js';
import { createBudget } from './answers/budget.js';
import { accountFolder, createPieceStore } from './answers/piece-store.js';
import { createUpstream, type UpstreamAccount } from './answers/upstream.js';
import { type ClientAddress, clientName } from './client-address.js';
import { type GraphSettings, readGraphSettings } from './graph-settings.js';
import { createQuestionReader } from './question-reader.js';
import { createRateLimit } from './rate-limit.js';
import { guarded, Refusal, tooOften } from './refusal.js';
import { failuresTo, type Log, type LogEntry, logEntry, type Trail } from './request-log.js';
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
  /**
   * Where answers are kept, for good where their days have settled: any driver of unstorage. Processes that share one share
   * answers. @default in this process, the 50,000 pieces that were used last
   */
  readonly storage?: Storage | undefined;
  /** Seconds for which numbers that still move are fresh. @default 900 */
  readonly freshSeconds?: number | undefined;
  /** Seconds for which they stand in, marked, where no newer ones can be had. @default 604800 (a week) */
  readonly staleSeconds?: number | undefined;
  /** Days after which whatever is kept is no longer used. @default for good */
  readonly retentionDays?: number | undefined;
  /** Keeps alive a runtime that would end with the answer: what it is given renews an answer, or a token, behind it. */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
  /** Whose request it is, for `perClient`: a handler sees no socket. @default all requests are anybody's, and no limit holds */
  readonly clientAddress?: ClientAddress | undefined;
  /** Requests a minute from one address, with `clientAddress`. @default 600 */
  readonly perClient?: number | undefined;
  /** Milliseconds since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
  /** Gets an entry for each request and each call to the Graph API. @default failures, as lines of JSON on standard error */
  readonly log?: Log | undefined;
}

export type InsightsHandler = (request: Request) => Promise<Response>;

type HandlerContext = Context<{ Bindings: Trail }>;

const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'",
  'Referrer-Policy': 'no-referrer',
  // Pages of other origins read answers by CORS, which this leaves alone. It keeps answers out of <script> and <img>.
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** When the Graph API gave the oldest number of an answer that still moves: Unix seconds. */
const fetchedAtHeader = 'X-Insights-Fetched-At';
/** Our code for why there is no newer answer. */
const staleHeader = 'X-Insights-Stale';
const exposed = ['Retry-After', sourceHeader, usageHeader, fetchedAtHeader, staleHeader];

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
  storage,
  freshSeconds,
  staleSeconds,
  retentionDays,
  waitUntil,
  clientAddress,
  perClient = 600,
  now = Date.now,
  log = failuresTo(console.error),
}: InsightsHandlerOptions): InsightsHandler {
  const findAccount = createAccountLookup(accounts);
  const settings = readGraphSettings(graph);
  const origin = originRule(origins);
  const isPublic = access === 'public';
  const vary = isPublic ? origin !== '*' && 'Origin' : 'Authorization, Origin';
  const readQuestion = createQuestionReader({ version: settings.version, now });
  const limit = createRateLimit({ perMinute: perClient, now });
  const tell = (entry: LogEntry): void => {
    try {
      log(entry);
    } catch {
      // A broken log costs the operator the entry, and nobody the answer.
    }
  };
  const renewal = createTokenRenewal({ graph: settings, saveToken, waitUntil, log: tell, now });
  const budget = createBudget({ now });
  const answers = createAnswerSource({
    store: createPieceStore({
      storage,
      retentionDays,
      now,
      onFailure: () => tell({ event: 'store', fault: 'store' }),
    }),
    upstream: createUpstream({ graph: settings, budget }),
    budget,
    version: settings.version,
    now,
    freshSeconds,
    staleSeconds,
    waitUntil,
    onCall: (ms, code) => tell({ event: 'call', ms, ...(code && { code }) }),
  });

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
  app.use(cors({ origin, allowMethods: ['GET', 'HEAD'], exposeHeaders: exposed, maxAge: 7200 }));
  app.use(etag({ retainedHeaders: ['Cache-Control', 'ETag', ...exposed, 'Access-Control-Allow-Origin'] }));
  app.use(async (c, next) => {
    if (!isOpen(access)) throw closed();
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') throw wrongMethod();
    const name = await clientName(clientAddress, c.req.raw);
    const seconds = name === undefined ? 0 : limit.take(name);
    if (seconds > 0) throw tooOften(seconds);
    await next();
  });

  async function answer(c: HandlerContext, edge: GraphCall['edge']): Promise<Response> {
    const alias = c.req.param('account') ?? '';
    if (!isAlias(alias)) throw new Refusal('not-found');
    const question = readQuestion(edge, alias, new URL(c.req.url).search);
    await guarded('access', () => checkAccess(access, c.req.raw, question));
    const found = await guarded('accounts', () => findAccount(alias));
    if (!found) throw new Refusal('not-found');
    const account = renewal.current(alias, found);
    c.env.account = alias;
    const asked = upstreamOf(account, settings);
    try {
      c.env.answered = await answers.answer(asked, question);
    } finally {
      c.env.usage = budget.stateOf(asked.folder, appOf(asked)).percent;
    }
    const { text, etag: tag, fetchedAt, stale, isDemo } = c.env.answered;
    return c.body(text, 200, {
      'Content-Type': 'application/json',
      // A private copy that is shown unasked would outlive the right to see it.
      // A page keeps answers itself, and means it when it asks again: only what stands between may keep a public one.
      'Cache-Control': isPublic ? `public, max-age=0, s-maxage=${stale ? 30 : 300}` : 'private, no-cache',
      ETag: tag,
      [fetchedAtHeader]: String(Math.floor(fetchedAt / 1000)),
      ...(stale && { [staleHeader]: stale }),
      ...(isDemo && { [sourceHeader]: 'demo' }),
    });
  }

  app.on('GET', paths('/:account/insights'), (c) => answer(c, 'insights'));
  app.on('GET', paths('/:account'), (c) => answer(c, 'account'));
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
    tell(logEntry(trail, response.status, now() - start));
    return response;
  };
}

function upstreamOf(account: Account, settings: { readonly baseUrl: string }): UpstreamAccount {
  const baseUrl = baseUrlOf(account, settings.baseUrl);
  return { account, baseUrl, folder: accountFolder(baseUrl, account.id) };
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
