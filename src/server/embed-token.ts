/**
 * Embed tokens: what a host's server gives its own page, so that the backend answers it for some minutes.
 *
 * Decides what a token says and whom to believe. Does not know what a question costs, nor where a page gets its token.
 */
import { errors, jwtVerify, SignJWT } from 'jose';
import * as v from 'valibot';
import { isMetricName, type MetricName, readMetric } from '../spec/index.js';
import { isOrigin } from './access.js';
import { isAlias } from './accounts.js';

/** One of the keys that sign tokens. The first of a set signs, all of them are believed: that is how they rotate. */
export interface EmbedKey {
  /** Stands in each token (`kid`): 1 to 64 letters, digits, `_`, `-` and `.`. */
  readonly id: string;
  /** At least 32 characters, by chance: `npx insights-elements token --new-key` makes one. */
  readonly secret: string;
}

/** What a token opens. */
export interface EmbedClaims {
  /** The backend's name for the account. */
  readonly account: string;
  /** The metrics by their names; all of them have to be said: `'all'`. */
  readonly metrics: 'all' | readonly string[];
  /** Most days of one question. @default any */
  readonly maxRangeDays?: number | undefined;
  /** How many days before today may be asked about. @default any */
  readonly lookbackDays?: number | undefined;
  /** Origins of the pages that may use it, such as `https://example.com`. A browser keeps to that; a copied token need not. @default any */
  readonly origins?: readonly string[] | undefined;
}

export interface IssueOptions {
  readonly keys: readonly EmbedKey[];
  /** Seconds for which the token is good, 3600 at most. @default 600 */
  readonly expiresIn?: number | undefined;
  /** Milliseconds since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
}

const algorithm = 'HS256';
const type = 'insights-embed+jwt';
const audience = 'insights-elements';

const usualSeconds = 600;
const maxSeconds = 3600;
/** Two machines' clocks may be this far apart. */
const skewSeconds = 30;
/** A token that says all it can say is shorter. */
const maxLength = 8192;

const days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_500));
const claimsSchema = v.object({
  account: v.pipe(v.string(), v.check(isAlias)),
  metrics: v.union([
    v.literal('all'),
    v.pipe(
      v.array(
        v.pipe(
          v.string(),
          v.transform((name) => readMetric(name) ?? ''),
          v.check(isMetricName),
        ),
      ),
      v.minLength(1),
      v.maxLength(100),
    ),
  ]),
  maxRangeDays: v.optional(days),
  lookbackDays: v.optional(days),
  origins: v.optional(
    v.pipe(
      v.array(
        v.pipe(
          v.string(),
          v.check((text) => isOrigin(text)),
        ),
      ),
      v.minLength(1),
      v.maxLength(50),
    ),
  ),
});

const wanted: Readonly<Record<string, string>> = {
  account: 'account is the alias of one, of 1 to 64 letters, digits, _ and -.',
  metrics: "metrics is a list of metric names, or 'all' where all of them are meant.",
  maxRangeDays: 'maxRangeDays is a whole number of days, from 1 on.',
  lookbackDays: 'lookbackDays is a whole number of days, from 1 on.',
  origins: 'origins is a list such as ["https://example.com"]: scheme and host, and nothing after it.',
};

/**
 * Makes an embed token, on the host's server and for a page of its own. Where to get it, and for whom, is the host's to
 * decide: see `token-url`.
 * @returns a JWT (HS256) of type `insights-embed+jwt`
 * @throws TypeError for claims or keys that cannot work; it quotes no key
 */
export async function issueEmbedToken(
  claims: EmbedClaims,
  { keys, expiresIn = usualSeconds, now = Date.now }: IssueOptions,
): Promise<string> {
  const [key] = readKeys(keys);
  // Strictly: a limit that is misspelt would be none.
  const parsed = v.safeParse(v.strictObject(claimsSchema.entries), claims);
  if (!parsed.success) {
    const path = v.getDotPath(parsed.issues[0])?.split('.')[0] ?? '';
    const known = `a claim is one of ${Object.keys(wanted).join(', ')}.`;
    throw new TypeError(`This embed token cannot be made: ${Object.hasOwn(wanted, path) ? wanted[path] : known}`);
  }
  if (!(Number.isInteger(expiresIn) && expiresIn > 0 && expiresIn <= maxSeconds)) {
    throw new TypeError(`expiresIn is a number of seconds from 1 to ${maxSeconds}. A page gets a new token in time.`);
  }
  const { account, ...scope } = parsed.output;
  const seconds = Math.floor(now() / 1000);
  return new SignJWT({ ...scope })
    .setProtectedHeader({ alg: algorithm, typ: type, kid: key.id })
    .setSubject(account)
    .setAudience(audience)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + expiresIn)
    .setJti(crypto.randomUUID())
    .sign(new TextEncoder().encode(key.secret));
}

/** A token that was believed. */
export interface EmbedGrant {
  /** Another one for each token: tells them apart without saying them. */
  readonly id: string;
  readonly account: string;
  readonly metrics: 'all' | readonly MetricName[];
  readonly maxRangeDays?: number | undefined;
  readonly lookbackDays?: number | undefined;
  readonly origins?: readonly string[] | undefined;
}

/**
 * Makes what tells a token that is ours, and still good, from all else.
 * @returns a function that gives undefined for a text that is no such token; it never throws
 * @throws TypeError at once, for keys that cannot work
 */
export function createEmbedTokenReader(
  keys: readonly EmbedKey[],
  now: () => number = Date.now,
): (token: string) => Promise<EmbedGrant | undefined> {
  const secrets = new Map(readKeys(keys).map(({ id, secret }) => [id, secret]));
  /** Imported once, and not before a request: some runtimes allow it only then. */
  const imported = new Map<string, Promise<CryptoKey>>();
  const keyOf = (id: string): Promise<CryptoKey> => {
    const secret = secrets.get(id);
    if (secret === undefined) throw new errors.JWKSNoMatchingKey();
    const key = imported.get(id) ?? importSecret(secret);
    imported.set(id, key);
    return key;
  };
  return async (token) => {
    if (token.length > maxLength) return undefined;
    try {
      const { payload } = await jwtVerify(token, ({ kid = '' }) => keyOf(kid), {
        algorithms: [algorithm],
        typ: type,
        audience,
        requiredClaims: ['exp', 'iat', 'jti', 'sub'],
        clockTolerance: skewSeconds,
        maxTokenAge: maxSeconds,
        currentDate: new Date(now()),
      });
      const { sub: account, jti: id = '', exp = 0, iat = 0, ...scope } = payload;
      if (exp - iat > maxSeconds) return undefined;
      return { id, ...v.parse(claimsSchema, { ...scope, account }) } as EmbedGrant;
    } catch {
      // Why it is not believed is nobody's business: whoever forges one would learn from it.
      return undefined;
    }
  };
}

const importSecret = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'verify',
  ]);

function readKeys(keys: readonly EmbedKey[]): readonly [EmbedKey, ...EmbedKey[]] {
  const [first, ...others] = keys;
  if (!first) throw new TypeError('keys is empty. Give at least one { id, secret }: the first one signs.');
  const all = [first, ...others];
  for (const { id, secret } of all) {
    if (typeof id !== 'string' || !/^[\w.-]{1,64}$/.test(id)) {
      throw new TypeError(
        'keys: an id has 1 to 64 letters, digits, _, - and dots. Where they are read from a variable of the environment, set that for this process.',
      );
    }
    if (typeof secret !== 'string' || secret.length < 32) {
      throw new TypeError(`keys: the secret of "${id}" has fewer than 32 characters. Make one by chance.`);
    }
  }
  if (new Set(all.map(({ id }) => id)).size < all.length) throw new TypeError('keys: two of them have the same id.');
  return [first, ...others];
}
