/**
 * All codes with their sentences. A page loads this with what reads failures: the codes here arise nowhere else, and a page where
 * all goes well never pays for their sentences.
 */
import { type Audience, addMessages, errorTraits, type InsightsErrorCode } from './errors.js';

const messages = {
  'malformed-response':
    'The answer is not one of the Graph API. Check that `backend-url` points at an insights backend, or `src` at a snapshot.',
  'server-error': 'Instagram, or the backend before it, failed for the moment. Ask again later.',
  'token-expired': 'Instagram no longer accepts the access token. The account owner has to connect again.',
  'no-permission': 'The access token may not read insights. The account owner has to connect again and allow it.',
  'not-offered': 'The Graph version that is asked does not offer this. Ask for another metric, or version.',
  rejected: 'Instagram refused a parameter (this is not about the token). Check metric, period, breakdown and days.',
  misconfigured:
    'Instagram asks for proof of the app secret. The operator of the backend has to set `appSecret` (IG_APP_SECRET).',
  blocked: 'Instagram has blocked the account or the app for now. The account owner has to log in there.',
  unauthorized:
    'The backend did not accept the embed token of this page. Check `token-url` or `getToken`, and the keys.',
  closed:
    "The backend does not answer this page. Its operator has to set `access`, or list the account and the page's origin.",
  'not-in-snapshot': 'Not in the snapshot. Add `line` to its questions.',
} as const satisfies Partial<Record<InsightsErrorCode, string>>;

addMessages(messages);

export interface CodeSpec {
  /** Whether asking again later, unchanged, can help. */
  readonly recoverable: boolean;
  /** Who can act. */
  readonly audience: Audience;
  /** What happened, what to do, who can do it: for a developer. */
  readonly message: string;
}

/** Every code, and what is true of each error that carries it. */
export const errorCodes = Object.fromEntries(
  Object.entries(errorTraits).map(([code, traits]) => [code, { ...messageOf(code), ...traits }]),
) as Readonly<Record<InsightsErrorCode, CodeSpec>>;

function messageOf(code: string): { readonly message?: string } {
  const message = (messages as Readonly<Record<string, string>>)[code];
  return message === undefined ? {} : { message };
}
