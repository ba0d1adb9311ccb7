/**
 * The backend: a page's question in, the Graph API's numbers out, the access token on neither side.
 *
 * Decides the order: closed or open, what is asked, who may ask, whose account, then up, then back through a sieve.
 * Knows HTTP. Does not know which questions are legal (spec/), how the Graph API is reached (client/transports/) or
 * where it runs: any runtime with fetch will do.
 */
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { GraphCall } from '../client/call.js';
import { type Access, checkAccess, closed, isOpen, type Origins } from './access.js';
import { type Accounts, createAccountLookup, isAlias } from './accounts.js';
import { type KeepingOptions, openAnswers } from './answers/open-answers.js';
import { type ClientAddress, clientName } from './client-address.js';
import { type GraphSettings, readGraphSettings } from './graph-settings.js';
import { createQuestionFilter, type NamedQuestions } from './named-questions.js';
import { createQuestionReader } from './question-reader.js';
import { createRateLimit } from './rate-limit.js';
import { guarded, Refusal, tooOften } from './refusal.js';
import { createReplyRules } from './reply.js';
import { failuresTo, type Log, type LogEntry, logEntry, type Trail } from './request-log.js';
import { createTokenRenewal, type SaveToken } from './token-renewal.js';

export interface InsightsHandlerOptions extends KeepingOptions {
  readonly accounts: Accounts;
  /** Who may ask. Without it every request is answered 403. */
  readonly access?: Access | undefined;
  /**
   * Only these questions are answered, whoever asks. With `access: 'public'` name them: each other one is a stranger's to
   * ask, and costs a call of yours. @default every question that Instagram answers
   */
  readonly questions?: NamedQuestions | undefined;
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

/**
 * A backend as a fetch handler, in the Graph API's dialect less the token:
 * `GET /{account}/insights?metric=…&period=…` and `GET /{account}?fields=…`, also behind a version segment.
 * The handler itself never throws: what fails is an answer with an `error` envelope.
 * @throws TypeError at once, for options that cannot work
 */
export function createInsightsHandler({
  accounts,
  access,
  questions,
  graph = {},
  basePath = '/',
  origins = access === 'public' ? '*' : [],
  saveToken,
  waitUntil,
  clientAddress,
  perClient = 600,
  now = Date.now,
  log = failuresTo(console.error, now),
  ...keeping
}: InsightsHandlerOptions): InsightsHandler {
  const findAccount = createAccountLookup(accounts);
  const settings = readGraphSettings(graph);
  const reply = createReplyRules(access, origins);
  const readQuestion = createQuestionReader({ version: settings.version, now });
  const checkNamed = questions && createQuestionFilter(questions, { version: settings.version, now });
  const limit = createRateLimit({ perMinute: perClient, now });
  const tell = (entry: LogEntry): void => {
    try {
      log(entry);
    } catch {
      // A broken log costs the operator the entry, and nobody the answer.
    }
  };
  const renewal = createTokenRenewal({ graph: settings, saveToken, waitUntil, log: tell, now });
  const answers = openAnswers({ graph: settings, ...keeping, waitUntil, now, log: tell });

  const app = new Hono<{ Bindings: Trail }>({ getPath: pathBelow(basePath) });

  app.options('*', reply.preflight);
  app.use(async (c, next) => {
    if (!isOpen(access)) throw closed();
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') throw wrongMethod();
    const name = await clientName(clientAddress, c.req.raw);
    const seconds = name === undefined ? 0 : limit.take(name);
    if (seconds > 0) throw tooOften(seconds);
    // The tag is in the answer already: only who has one of their own needs somebody who compares them.
    await (c.req.raw.headers.has('If-None-Match') ? reply.notModified(c, next) : next());
  });

  async function answer(c: HandlerContext, edge: GraphCall['edge']): Promise<Response> {
    const allowed = reply.headersFor(c.req.raw.headers.get('Origin'));
    const common = allowed instanceof Promise ? await allowed : allowed;
    const alias = c.req.param('account') ?? '';
    if (!isAlias(alias)) throw new Refusal('not-found');
    const question = readQuestion(edge, alias, searchOf(c.req.url));
    if (access !== 'public') await guarded('access', () => checkAccess(access, c.req.raw, question));
    checkNamed?.(question);
    const found = await guarded('accounts', () => findAccount(alias));
    if (!found) throw new Refusal('not-found');
    const account = renewal.current(alias, found);
    c.env.account = alias;
    try {
      c.env.answered = await answers.answer(account, question);
    } finally {
      c.env.usage = answers.usageOf(account);
    }
    const headers = reply.headersOf(c.env.answered, common, c.env.usage);
    // Not Hono's c.body: it would copy the headers once more, a fifth of what a kept answer costs.
    return new Response(c.env.answered.text, { headers });
  }

  app.get('/:account/insights', (c) => answer(c, 'insights'));
  app.get('/:account', (c) => answer(c, 'account'));
  app.notFound(() => {
    throw new Refusal('not-found');
  });
  app.onError(async (error, c) => {
    const refusal = error instanceof Refusal ? error : new Refusal('server-error', { status: 500, fault: 'handler' });
    c.env.refusal = refusal;
    // Where the operator's rule about origins is what failed, no page may read that.
    const common = await Promise.resolve(reply.headersFor(c.req.raw.headers.get('Origin'))).catch(() =>
      reply.headersFor(null),
    );
    return c.body(JSON.stringify(refusal.toEnvelope()), refusal.status as ContentfulStatusCode, {
      ...common,
      ...reply.usage(c.env.usage),
      ...refusal.headers,
    });
  });

  return async (request) => {
    const start = now();
    const trail: Trail = {};
    const response = await app.fetch(request, trail);
    tell(logEntry(trail, response.status, now() - start));
    return response;
  };
}

/** The query of an address, as it came. A request has no fragment. */
const searchOf = (url: string): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '');

/**
 * The path below the one where the handler is mounted, which is no pattern of Hono's, less a version segment, which goes unread;
 * `/` for a path that is not there. As a pattern the version would keep Hono from its faster router.
 */
function pathBelow(basePath: string): (request: Request) => string {
  const base = new URL(`/${basePath.replaceAll(/^\/+|\/+$/g, '')}`, 'http://base').pathname.replace(/\/$/, '');
  return ({ url }) => {
    // Some Graph clients put two slashes after the version.
    const path = new URL(url).pathname.replaceAll(/\/{2,}/g, '/').replace(/\/$/, '');
    return path.startsWith(`${base}/`) ? path.slice(base.length).replace(/^\/v\d+\.\d+(?=\/)/, '') : '/';
  };
}

const wrongMethod = (): Refusal =>
  new Refusal('invalid-query', {
    status: 405,
    headers: { Allow: 'GET, HEAD, OPTIONS' },
    message: 'This backend answers questions only. Use GET.',
  });
