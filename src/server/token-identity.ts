/**
 * What an access token is: of which login, for which accounts, with which scopes, until when. Asked of the Graph API.
 *
 * Reads untrusted answers. Does not decide whether that is enough (commands/).
 */
import { createHmac } from 'node:crypto';
import * as v from 'valibot';
import { type Fetch, requestJson } from '../client/transports/http.js';
import { isInsightsError } from '../spec/index.js';

export interface TokenHolder {
  readonly accessToken: string;
  readonly appSecret?: string | undefined;
  /** Such as `https://graph.instagram.com`. */
  readonly baseUrl: string;
  readonly version: string;
  readonly fetch?: Fetch | undefined;
}

/** An account that a token may be for. */
export interface FoundAccount {
  readonly id: string;
  readonly username: string | undefined;
}

/** Scopes that insights take: https://developers.facebook.com/docs/instagram-platform/api-reference/instagram-user/insights */
const facebookScopes = ['instagram_basic', 'instagram_manage_insights', 'pages_read_engagement'] as const;

/** Both logins' names for the scopes, for words to a person. */
export const scopesOf = (baseUrl: string): readonly string[] =>
  isInstagramLogin(baseUrl) ? ['instagram_business_basic', 'instagram_business_manage_insights'] : facebookScopes;

export const isInstagramLogin = (baseUrl: string): boolean => new URL(baseUrl).hostname === 'graph.instagram.com';

export const loginOf = (baseUrl: string): string => (isInstagramLogin(baseUrl) ? 'Instagram Login' : 'Facebook Login');

/** Pages of a hundred Facebook pages each: an agency has two thousand. */
const mostPages = 50;

const idSchema = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((value) => String(value)),
  v.regex(/^\d{1,32}$/),
);
const usernameSchema = v.optional(v.pipe(v.string(), v.regex(/^[\w.]{1,64}$/)));
const person = v.object({ user_id: idSchema, username: usernameSchema });
const me = v.union([person, v.object({ data: v.tuple([person]) })]);
const business = v.object({ id: idSchema, username: usernameSchema });
const page = v.object({ instagram_business_account: v.optional(business) });
const pages = v.object({
  data: v.array(page),
  paging: v.optional(
    v.object({
      cursors: v.optional(v.object({ after: v.optional(v.pipe(v.string(), v.regex(/^[\w=+/-]{1,512}$/))) })),
      next: v.optional(v.string()),
    }),
  ),
});
const permissions = v.object({ data: v.array(v.object({ permission: v.string(), status: v.string() })) });
const seconds = v.pipe(v.number(), v.integer(), v.minValue(0));
const debugged = v.object({
  data: v.object({ expires_at: v.optional(seconds), data_access_expires_at: v.optional(seconds) }),
});

/**
 * The accounts that a token may read. None where it is good, and for nobody's insights.
 * @throws InsightsError where the Graph API does not take it, or cannot be asked
 */
export async function findAccounts(holder: TokenHolder): Promise<readonly FoundAccount[]> {
  if (isInstagramLogin(holder.baseUrl)) {
    const known = v.parse(me, await ask(holder, 'me', { fields: 'user_id,username' }));
    const { user_id, username } = 'data' in known ? known.data[0] : known;
    return [{ id: user_id, username }];
  }
  try {
    return await accountsOfPages(holder);
  } catch (thrown) {
    // A page has no pages: its own token knows the one account.
    if (!isInsightsError(thrown) || (thrown.code !== 'rejected' && thrown.code !== 'no-permission')) throw thrown;
    const fields = 'instagram_business_account{id,username}';
    const own = v.safeParse(page, await ask(holder, 'me', { fields }).catch(() => undefined));
    if (!own.success || !own.output.instagram_business_account) throw thrown;
    return [toFound(own.output.instagram_business_account)];
  }
}

async function accountsOfPages(holder: TokenHolder): Promise<FoundAccount[]> {
  const found: FoundAccount[] = [];
  let after: string | undefined;
  for (let i = 0; i < mostPages; i += 1) {
    const { data, paging } = v.parse(
      pages,
      await ask(holder, 'me/accounts', {
        fields: 'instagram_business_account{id,username}',
        limit: '100',
        ...(after !== undefined && { after }),
      }),
    );
    found.push(...data.flatMap((one) => one.instagram_business_account ?? []).map(toFound));
    after = paging?.cursors?.after;
    if (paging?.next === undefined || after === undefined) break;
  }
  return [...new Map(found.map((account) => [account.id, account])).values()];
}

const toFound = ({ id, username }: v.InferOutput<typeof business>): FoundAccount => ({ id, username });

/** The scopes that a token lacks; undefined where the Graph API does not tell: Instagram Login's host, tokens of pages. */
export async function findMissingScopes(holder: TokenHolder): Promise<readonly string[] | undefined> {
  if (isInstagramLogin(holder.baseUrl)) return undefined;
  const parsed = v.safeParse(permissions, await ask(holder, 'me/permissions', {}).catch(() => undefined));
  if (!parsed.success || parsed.output.data.length === 0) return undefined;
  const granted = parsed.output.data.filter(({ status }) => status === 'granted').map(({ permission }) => permission);
  return facebookScopes.filter((scope) => !granted.includes(scope));
}

/** When a token ends, in milliseconds since the epoch: `'never'`, or undefined where the Graph API does not tell. */
export async function findExpiry(holder: TokenHolder): Promise<number | 'never' | undefined> {
  if (isInstagramLogin(holder.baseUrl)) return undefined;
  const json = await ask(holder, 'debug_token', { input_token: holder.accessToken }).catch(() => undefined);
  const parsed = v.safeParse(debugged, json);
  if (!parsed.success) return undefined;
  // The right to read data ends too, though the token is good for logging in: https://developers.facebook.com/docs/facebook-login/guides/access-tokens/debugging
  const ends = [parsed.output.data.expires_at, parsed.output.data.data_access_expires_at];
  const known = ends.flatMap((end) => (end === undefined || end === 0 ? [] : end));
  if (known.length > 0) return Math.min(...known) * 1000;
  return parsed.output.data.expires_at === 0 ? 'never' : undefined;
}

/** The token goes the way in which the host takes it; nothing of a failure quotes it. */
async function ask(
  { accessToken, appSecret, baseUrl, version, fetch }: TokenHolder,
  path: string,
  parameters: Readonly<Record<string, string>>,
): Promise<unknown> {
  const inHeader = !isInstagramLogin(baseUrl);
  const query = new URLSearchParams({
    ...parameters,
    ...(appSecret !== undefined && {
      appsecret_proof: createHmac('sha256', appSecret).update(accessToken).digest('hex'),
    }),
    ...(!inHeader && { access_token: accessToken }),
  });
  return requestJson({
    url: `${baseUrl}/${version}/${path}?${query}`,
    fetch,
    unreachable: 'The Graph API was not reached.',
    init: {
      redirect: 'error',
      headers: { Accept: 'application/json', ...(inHeader && { Authorization: `Bearer ${accessToken}` }) },
    },
  });
}
