/** What every answer carries, whatever it says: who may read it, who may keep it, and what a browser must not make of it. */
import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import { fetchedAtHeader, sourceHeader, staleHeader, usageHeader } from '../client/transports/http.js';
import { type Access, type Origins, originRule } from './access.js';
import type { Answered } from './answers/answer-source.js';

const exposed = ['Retry-After', sourceHeader, usageHeader, fetchedAtHeader, staleHeader];

/** What a browser must not make of anything that is said here. */
export const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'",
  'Referrer-Policy': 'no-referrer',
  // Pages of other origins read answers by CORS, which this leaves alone. It keeps answers out of <script> and <img>.
  'Cross-Origin-Resource-Policy': 'same-origin',
};

type Headers = Readonly<Record<string, string>>;

/** The rules of one backend's answers. */
export interface ReplyRules {
  /** Answers a browser's question before a question (OPTIONS). */
  readonly preflight: MiddlewareHandler;
  /** Answers 304 to who has the text already. */
  readonly notModified: MiddlewareHandler;
  /** On every answer to a page of an origin; on one that nobody may keep, unless it says more. The same object for the same. */
  readonly headersFor: (origin: string | null) => Headers | Promise<Headers>;
  /** On numbers, and on every answer; made once of each. */
  readonly headersOf: (answered: Answered, forPage: Headers, percent: number | undefined) => Headers;
  /** How much of Instagram's limit on calls is used. */
  readonly usage: (percent: number | undefined) => Headers;
}

/** @throws TypeError for origins that no browser sends */
export function createReplyRules(access: Access | undefined, origins: Origins): ReplyRules {
  const origin = originRule(origins);
  const isPublic = access === 'public';
  const vary = isPublic ? origin !== '*' && 'Origin' : 'Authorization, Origin';
  const common: Headers = { ...securityHeaders, 'Cache-Control': 'no-store', ...(vary && { Vary: vary }) };
  const allow = (allowed: string | null): Headers => ({
    ...common,
    ...(allowed !== null && { 'Access-Control-Allow-Origin': allowed }),
    'Access-Control-Expose-Headers': exposed.join(','),
  });
  const everybody = allow('*');
  const nobody = allow(null);
  const made = new WeakMap<Answered, Made>();
  const ask = cors({ origin, allowMethods: ['GET', 'HEAD'], maxAge: 7200 });
  return {
    preflight: async (c, next) => {
      const response = await ask(c, next);
      // Hono puts what stands in `c.res` into whatever is returned.
      for (const { headers } of response ? [response, c.res] : []) {
        for (const [name, value] of Object.entries(allow(null))) headers.set(name, value);
        if (!vary) headers.delete('Vary');
      }
      return response;
    },
    notModified: etag({
      retainedHeaders: [...Object.keys(everybody), 'Vary', 'ETag', ...exposed],
    }),
    headersFor: origin === '*' ? () => everybody : async (from) => (from === null ? nobody : allow(await origin(from))),
    headersOf: (answered, forPage, percent) => {
      const known = made.get(answered);
      if (known?.forPage === forPage && known.percent === percent) return known.headers;
      const headers = { ...forPage, ...usageOf(percent), ...headersOf(answered, isPublic) };
      made.set(answered, { forPage, percent, headers });
      return headers;
    },
    usage: usageOf,
  };
}

interface Made {
  readonly forPage: Headers;
  readonly percent: number | undefined;
  readonly headers: Headers;
}

const headersOf = ({ etag: tag, fetchedAt, stale, isDemo }: Answered, isPublic: boolean): Headers => ({
  'Content-Type': 'application/json',
  // A private copy that is shown unasked would outlive the right to see it.
  // A page keeps answers itself, and means it when it asks again: only what stands between may keep a public one.
  'Cache-Control': isPublic ? `public, max-age=0, s-maxage=${stale ? 30 : 300}` : 'private, no-cache',
  ETag: tag,
  [fetchedAtHeader]: String(Math.floor(fetchedAt / 1000)),
  ...(stale && { [staleHeader]: stale }),
  ...(isDemo && { [sourceHeader]: 'demo' }),
});

const usageOf = (percent: number | undefined): Headers =>
  percent === undefined ? {} : { [usageHeader]: usageText(percent) };

/** In the Graph API's own form, less the business: one number says all that a page can act on. */
const usageText = (percent: number): string =>
  JSON.stringify({ call_count: percent, total_time: percent, total_cputime: percent });
