/** Who may ask: the operator's word on a question, and the pages that a browser lets read the answer. */
import type { Question } from './question.js';
import { guarded, Refusal } from './refusal.js';

/**
 * true: answered. false: answered as if there were no such account. `'unauthorized'`: answered 401, so that the page
 * fetches a new token. Anything else counts as false.
 */
export type Verdict = boolean | 'unauthorized';

/** Decides on one question, within five seconds. Called before the account is looked up and before any cache. What it throws refuses. */
export type Verifier = (request: Request, question: Question) => Verdict | Promise<Verdict>;

/** `'public'` opens every account of `accounts` to everybody. */
export type Access = 'public' | Verifier;

/** Origins of pages, such as `https://example.com`; `'*'` for all; or a function that decides. */
export type Origins = '*' | readonly string[] | ((origin: string) => boolean);

/**
 * @throws Refusal `closed` without access, `unauthorized` or `not-found` as the verifier decides
 */
export async function checkAccess(access: Access | undefined, request: Request, question: Question): Promise<void> {
  if (access === 'public') return;
  if (typeof access !== 'function') throw closed();
  const verdict: unknown = await access(request, question);
  if (verdict === true) return;
  if (verdict === 'unauthorized') throw new Refusal('unauthorized', { headers: { 'WWW-Authenticate': 'Bearer' } });
  throw new Refusal('not-found');
}

/** What somebody who may ask may not ask for. */
export const withheld = (what: string, metrics: readonly string[] = []): Refusal =>
  new Refusal('closed', {
    message: `The embed token of this page does not open ${what}. Whoever makes it, on the page's server, can let it.`,
    metrics,
  });

export const isOpen = (access: unknown): access is Access => access === 'public' || typeof access === 'function';

export const closed = (): Refusal =>
  new Refusal('closed', {
    message:
      "This backend is closed: nobody has said who may ask. Its operator has to set `access`: 'public' for everybody, or a function that decides.",
  });

/**
 * The origin rule, as Hono's cors middleware takes it.
 * @throws TypeError for a text that no browser sends as an origin: it would never match
 */
export function originRule(origins: Origins): '*' | ((origin: string) => string | null | Promise<string | null>) {
  if (origins === '*') return '*';
  if (typeof origins === 'function') {
    return (origin) => guarded('access', () => (origin !== '' && origins(origin) ? origin : null));
  }
  const wrong = origins.find((text) => !isOrigin(text));
  if (wrong !== undefined) {
    throw new TypeError(`origins: "${wrong}" is not an origin. Write scheme and host only, as in https://example.com.`);
  }
  return (origin) => (origins.includes(origin) ? origin : null);
}

export function isOrigin(text: string): boolean {
  try {
    return new URL(text).origin === text;
  } catch {
    return false;
  }
}
